import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/hotelling-street/model.ts';
import { play } from '../../src/widgets/hotelling-street/run.ts';

const base = () => defaults(model.params);
const at = (positions: number[], change: Partial<ReturnType<typeof base>> = {}) => {
  const values = { ...base(), shops: positions.map((x) => ({ x })), ...change };
  const result = model.compute(values);
  return { values, result, said: model.sentence(values, result) };
};
const ending = (positions: number[], pricing = false) =>
  play({ positions, pricing, prices: null, fare: 10 });

test('two shops: an eighth of the street at the quarters, a quarter in the middle', () => {
  expect(at([25, 75]).result.meanWalk).toBeCloseTo(1000 / 8, 9);
  expect(at([50, 50]).result.meanWalk).toBeCloseTo(1000 / 4, 9);
  expect(at([25, 75]).result.restingWalk).toBeCloseTo(1000 / 4, 9);
  expect(at([25, 75]).said).toContain('人均走 250 米，是站匀时的 2 倍');
});

describe('resting places', () => {
  test('nobody wants to move from them; three shops have none on the whole grid', () => {
    expect(at([50, 50]).result.itch).toBeNull();
    expect(at([25, 25, 75, 75]).result.itch).toBeNull();
    expect(at([50, 50]).said).toContain('谁也不想再搬');
    for (let a = 0; a <= 100; a += 4)
      for (let b = a; b <= 100; b += 2)
        for (let c = b; c <= 100; c += 2)
          expect(at([a, b, c]).result.itch, `${a} ${b} ${c}`).not.toBeNull();
  });
  test('taking turns, two meet in the middle, four pair up, three and five never rest', () => {
    expect(ending([20, 80])).toMatchObject({ ending: 'rest' });
    expect(ending([20, 80]).steps.at(-1)?.positions).toEqual([50, 50]);
    expect(ending([13, 38, 63, 88]).ending).toBe('rest');
    for (const start of [
      [17, 50, 83],
      [10, 30, 50, 70, 90],
      [0, 25, 50, 75, 100],
    ])
      expect(ending(start).ending, start.join()).not.toBe('rest');
    expect(ending([25, 75], true).ending).not.toBe('rest');
  });
});

test('prices: ten yuan each at the quarters, none that holds any closer', () => {
  const quarters = at([25, 75], { pricing: true });
  expect(quarters.result.prices).toEqual([10, 10]);
  expect(quarters.said).toContain('定价停在 10、10 元');
  expect(at([40, 60], { pricing: true }).said).toContain('没有停得住的价钱');
  // 左右换个次序，价钱跟着人走
  expect(at([90, 4], { pricing: true }).result.prices).toEqual(
    at([4, 90], { pricing: true }).result.prices?.toReversed(),
  );
  expect(at([10, 50, 90], { pricing: true }).result.prices).toHaveLength(3);
});

test('each scenario has its own ending', () => {
  const answers = model.scenarios.map(({ id }) => {
    const values = scenarioValues(model, id);
    if (model.predict.kind !== 'choice') throw new Error('hotelling-street asks for a choice');
    return model.predict.answer(values, model.compute(values));
  });
  expect(answers).toEqual(['middle', 'restless', 'pairs', 'middle', 'restless']);
  const values = scenarioValues(model, 'app');
  expect(model.sentence(values, model.compute(values))).toContain('人均将就 25 分');
});

test('every guess is explained', () => {
  const { values, result } = at([25, 75]);
  const heard = ['middle', 'spread', 'pairs', 'restless'].map(
    (guess) => judge(model.predict, guess, values, result, fixed).explanation,
  );
  expect(new Set(heard).size).toBe(4);
});

test('each option answers for its own street: no verdict contradicts the answer', () => {
  for (const { id } of model.scenarios) {
    const values = scenarioValues(model, id);
    const result = model.compute(values);
    const predict = model.predict;
    if (predict.kind !== 'choice') return;
    const answer = predict.answer(values, result);
    for (const { value, explanation } of predict.options) {
      const text = typeof explanation === 'function' ? explanation(values, result) : explanation;
      const about = `${id}，选 ${value}，答案 ${answer}：${text}`;
      if (answer === 'restless') expect(text, about).not.toMatch(/堆在正中|走到正中就/);
      if (!values.pricing) expect(text, about).not.toMatch(/价钱|压价/);
      if (values.shops.length !== 2 || values.pricing)
        expect(text, about).not.toContain('两家只比远近，走到正中');
    }
  }
});
