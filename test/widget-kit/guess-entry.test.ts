/** 猜测框里敲的数：百分数栏里不到 1 的，先问清楚；答案本身就不到 1% 的，不必问。 */
import { describe, expect, test } from 'vitest';
import { predictionOf, scenarioValues, type WidgetModel } from '../../src/widget-kit/model.ts';
import { readGuessText } from '../../src/widget-kit/guess-entry.ts';
import { plainNumber } from '../../src/widget-kit/plain-number.ts';

const share = { unit: '%', min: 0, max: 100 };

describe('a number below 1 typed where a percentage is asked for', () => {
  test('is asked about when the answer is a larger percentage', () => {
    expect(readGuessText('0.33', share)).toEqual({
      problem: '0.33% 还是 33%？写上百分号就分得清了。',
    });
    expect(readGuessText('0.33%', share)).toEqual({ guess: 0.33 });
  });

  test('is taken as it stands when the answer itself is below 1 %', () => {
    for (const text of ['0.17', '0.17%', '.17'])
      expect(readGuessText(text, share, true), text).toEqual({ guess: 0.17 });
    expect(readGuessText('-0.5', share, true)).toHaveProperty('problem');
  });
});

test('half a person is not a guess where whole ones are counted', () => {
  const people = { unit: '人', min: 1, max: 100, whole: true };
  for (const text of ['6.5', '六个半', '13/2'])
    expect(readGuessText(text, people), text).toHaveProperty('problem');
  expect(readGuessText('6.5', people)).toEqual({
    problem: '没有 6.5 人这样的零头，请猜一个整数。',
  });
  expect(readGuessText('6人', people)).toEqual({ guess: 6 });
  expect(plainNumber('6.5', people), '普通写法也不放过').toBeNull();
  expect(plainNumber('6', people)).toBe(6);
  expect(plainNumber('6.5', { ...people, whole: false })).toBe(6.5);
});

const models = Object.values(
  import.meta.glob<{ model: WidgetModel }>('../../src/widgets/*/model.ts', { eager: true }),
).map(({ model }) => model);

test('the right answer to every question in numbers, typed as it is printed, is taken as a guess', () => {
  for (const model of models)
    for (const { id } of model.scenarios) {
      const predict = predictionOf(model, id);
      if (predict.kind !== 'number') continue;
      const values = scenarioValues(model, id);
      const answer = predict.answer(values, model.compute(values));
      const typed = answer.toFixed(predict.digits);
      expect(
        readGuessText(typed, predict, Math.abs(answer) < 1),
        `${model.id} 的 ${id}：答案 ${typed} 填不进去；看它的 min、max 与 guess-entry.ts`,
      ).toEqual({ guess: Number(typed) });
    }
});
