import { describe, expect, test } from 'vitest';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { fixed } from '../../src/lib/format.ts';
import { model } from '../../src/widgets/contact-ruler/model.ts';
import { absent, processes, waits } from '../../src/widgets/contact-ruler/steps.ts';

const verdict = (id: string, guess: Guess) => {
  const values = scenarioValues(model, id);
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
};

describe('the three processes, reckoned by hand', () => {
  test('hospital: 92 of 150 minutes in the system; calling by phone leaves 40 of 150', () => {
    // 总 3+4+52+8+6+7+55+6+9 = 150；在场 4+52+8+6+7+6+9 = 92，去掉候诊 52 剩 40
    const { total, now, after, freed } = model.at({}, 'hospital');
    expect(total).toBe(150);
    expect([now.contact, after.contact]).toEqual([92, 40]);
    expect(now.ratio).toBeCloseTo(92 / 150, 12);
    expect(after.ratio).toBeCloseTo(40 / 150, 12);
    expect(after.ratio * 100).toBeCloseTo(26.667, 3);
    expect(after.potentialEfficiency).toBeCloseTo(110 / 150, 12);
    expect(freed.map(({ name }) => name)).toEqual(['候诊']);
  });

  test('bank: 48 of 88 minutes, then 29 of 88', () => {
    // 10+18+6+9+40+5 = 88；在场 10+18+6+9+5 = 48；填单 10、录入 9 挪走，剩 29
    const { total, now, after } = model.at({}, 'bank');
    expect([total, now.contact, after.contact]).toEqual([88, 48, 29]);
    expect(now.ratio * 100).toBeCloseTo(54.545, 3);
    expect(after.ratio * 100).toBeCloseTo(32.955, 3);
  });

  test('parcel: 4 of 2286 minutes, then 3', () => {
    // 2+3+2160+120+1 = 2286；揽收 3、签收 1
    const { total, now, after } = model.at({}, 'parcel');
    expect([total, now.contact, after.contact]).toEqual([2286, 4, 3]);
    expect(now.ratio * 100).toBeCloseTo(0.175, 3);
  });
});

test('waiting for the report in the building instead of leaving: 147 of 150', () => {
  const steps = processes.hospital.map((step) =>
    step.name === '检验' ? { ...step, now: waits } : step,
  );
  expect(model.at({ steps }, 'hospital').now.ratio).toBeCloseTo(147 / 150, 12);
});

test('another rule moves the number as far as another process does: waiting not counted is 40 of 150 too', () => {
  const { now, after, freed } = model.at({ waiting: false }, 'hospital');
  expect(now.ratio).toBeCloseTo(40 / 150, 12);
  expect(after.ratio).toBe(now.ratio);
  expect(freed).toEqual([]);
});

test('moving the customer away never lengthens or shortens the service', () => {
  const away = processes.hospital.map((step) => ({ ...step, after: absent }));
  const { total, after } = model.at({ steps: away });
  expect([total, after.contact, after.ratio, after.potentialEfficiency]).toEqual([150, 0, 0, 1]);
});

describe('wrong guesses are told which slip they are', () => {
  test.each([
    ['hospital', 61, '不算什么接触'],
    ['hospital', 80, '只会比现在的 61.3% 低'],
    ['hospital', 40.8, '从总时间里也减掉了'],
    ['hospital', 66.7, '数步数'],
    ['hospital', 8, '减得太多'],
    ['hospital', 33, '差得不多'],
    ['bank', 42, '从总时间里也减掉了'],
    ['bank', 50, '数步数'],
    ['parcel', '20', '数步数'],
    ['parcel', '5', '记得最牢'],
    ['parcel', '1', '看出它很小了'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = verdict(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });

  test.each([
    ['hospital', 27],
    ['bank', 33],
    ['parcel', '0'],
  ])('%s: %s is a hit', (id, guess) => {
    expect(verdict(id, guess).hit).toBe(true);
  });
});

test('the parcel’s share is printed with both its decimals, whatever was guessed', () => {
  for (const guess of ['0', '1', '5', '20'])
    expect(verdict('parcel', guess).explanation).toContain('是 0.17%');
});

test('the question names the step that moves and gives today’s contact, not the answer', () => {
  const values = scenarioValues(model, 'hospital');
  const { question } = model.predict;
  const asked = typeof question === 'string' ? question : question(values, model.compute(values));
  expect(asked).toContain('“候诊”');
  expect(asked).toContain('61.3%');
  expect(asked).not.toContain('26.7');
});

test('nothing changed is said in words', () => {
  const steps = processes.bank.map((step) => ({ ...step, after: step.now }));
  const values = { ...scenarioValues(model, 'bank'), steps };
  expect(model.sentence(values, model.compute(values))).toContain('改后一栏没有动');
});
