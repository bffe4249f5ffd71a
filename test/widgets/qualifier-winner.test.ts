import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/qualifier-winner/model.ts';
import { bankBefore, hotpotWith } from '../../src/widgets/qualifier-winner/shops.ts';

const own = (spent: Readonly<Record<string, number>>) =>
  model.at({ items: hotpotWith(spent) }).own * 100;
const verdict = (id: string, guess: Guess) => {
  const values = scenarioValues(model, id);
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
};

describe('the hot-pot shop’s ten points', () => {
  test('all ten on taste bring nobody: hygiene is one point short', () => {
    const { own, failed, idle, weighted } = model.at();
    expect(own).toBe(0);
    expect(failed).toEqual([0]);
    expect(idle).toEqual([0, 0, 10, 0, 0]);
    // 不管门槛：效用 1.2 + 5.1 + 3.2 + 3.0 = 12.5，甲 1.2 + 4.68 + 2.6 + 3.25 = 11.73，乙 1.1 + 4.2 + 2.4 + 4.0 = 11.7
    expect(weighted).toBeCloseTo(1 / (1 + Math.exp(-0.77) + Math.exp(-0.8)), 9);
  });

  test('one point of hygiene brings 37.6 %, by hand 1 ÷ (1 + e^−0.17 + e^−0.2)', () => {
    // 沸点 1.2 + 4.5 + 3.2 + 3.0 = 11.9
    expect(own({ 卫生: 1 })).toBeCloseTo(100 / (1 + Math.exp(-0.17) + Math.exp(-0.2)), 9);
    expect(own({ 卫生: 1 })).toBeCloseTo(37.56, 2);
  });

  test('the other nine: taste 50.8, price 48.5, service 46.3, waiting 41.9', () => {
    expect(own({ 卫生: 1, 口味: 9 })).toBeCloseTo(50.79, 2);
    expect(own({ 卫生: 1, 价格: 9 })).toBeCloseTo(48.54, 2);
    expect(own({ 卫生: 1, 服务: 9 })).toBeCloseTo(46.3, 2);
    expect(own({ 卫生: 1, 等位: 9 })).toBeCloseTo(41.87, 2);
  });

  test('twenty more points of hygiene change nothing, and the reader is told so', () => {
    expect(own({ 卫生: 21 })).toBe(own({ 卫生: 1 }));
    const { idle, left } = model.at({}, 'cleaner');
    expect([idle[0], left]).toEqual([20, 0]);
  });

  test('the curves are a step for hygiene, flat for the rest until it is passed', () => {
    const { curves } = model.at({ items: hotpotWith({}) });
    expect(curves[0]?.[0]).toBe(0);
    expect(new Set(curves[0]?.slice(1)).size).toBe(1);
    for (const curve of curves.slice(1)) expect(new Set(curve)).toEqual(new Set([0]));
    const after = model.at({ items: hotpotWith({ 卫生: 1 }) }).curves;
    expect(new Set(after[0]).size).toBe(1);
    for (const curve of after.slice(1))
      for (let more = 1; more < curve.length; more++)
        expect(curve[more]).toBeGreaterThan(curve[more - 1] as number);
  });
});

test('the parcel station gains most by taking ten points from what it is best at', () => {
  const { transfers, heaviest, own } = model.at({}, 'parcel');
  expect(heaviest).toBe(3);
  expect(own * 100).toBeCloseTo(14.88, 2);
  expect([0, 1, 2, 4].map((from) => Number(((transfers[from] ?? 0) * 100).toFixed(2)))).toEqual([
    0, 24.15, 16.19, 19.09,
  ]);
  expect(verdict('parcel', '1').hit).toBe(true);
});

test('what used to win customers becomes a threshold: 58.7 % falls to 23.2 %, the last of three', () => {
  expect(model.at({ items: bankBefore }, 'bank').own * 100).toBeCloseTo(58.72, 2);
  const { shares } = model.at({}, 'bank');
  expect((shares[0] as number) * 100).toBeCloseTo(23.25, 2);
  expect(Math.min(...shares)).toBe(shares[0]);
});

describe('verdicts', () => {
  test.each([
    ['hotpot', 50, '照权重加总'],
    ['hotpot', 25, '进得了客人的名单'],
    ['hotpot', 90, '进得了客人的名单'],
    ['cleaner', 60, '第 1 分那么值钱'],
    ['cleaner', 20, '多投不会倒扣'],
    ['parcel', '0', '跌破 85 分的门槛'],
    ['parcel', '4', '客服 95 → 85'],
    ['bank', 59, '分没动'],
    ['bank', 100, '比去年的 58.7% 还高'],
    ['bank', 33, '跌得比你想的深'],
    ['bank', 10, '跌过头'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = verdict(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });

  test('whatever is guessed, no more and no less than the right side is blamed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cleaner', 'bank'),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (id, guess) => {
          const { hit, explanation } = verdict(id, guess);
          const answer = model.at({}, id).own * 100;
          if (hit) expect(explanation).toMatch(/^准/);
          else if (guess < answer) expect(explanation).toMatch(/多投不会倒扣|跌过头/);
          else expect(explanation).toMatch(/第 1 分|你大概想|跌得比你想的深|^高了/);
        },
      ),
    );
  });

  test('the question says where the points go and not what comes of it', () => {
    const values = scenarioValues(model, 'hotpot');
    const asked = questionText(model.predict, values, model.compute(values));
    expect(asked).toContain('口味 75 → 85');
    expect(asked).not.toMatch(/59|门槛|出局/);
  });
});

describe('edges are said in words', () => {
  const say = (change: Parameters<typeof model.at>[0]) => {
    const values = { ...scenarioValues(model, 'hotpot'), ...change };
    return model.sentence(values, model.compute(values));
  };
  test('nobody passes', () => {
    const items = hotpotWith({}).map((item) => ({ ...item, threshold: 90 }));
    expect(say({ items })).toContain('客人谁也不选');
  });
  test('more spent than there is', () => {
    expect(say({ items: hotpotWith({ 卫生: 1, 口味: 11 }) })).toContain('比预算多投了 2 分');
  });
  test('nothing spent, and two short at once', () => {
    const items = hotpotWith({}).map((item) =>
      item.name === '等位' ? { ...item, own: 45, plan: 45 } : item,
    );
    expect(say({ items })).toMatch(
      /^一分没投。卫生 59 分.*；等位 45 分，离 50 分的门槛差 5 分，自家出局/,
    );
  });
  test('customers who do not compare share the shops alike, and zero stays zero', () => {
    expect(model.at({ items: hotpotWith({ 卫生: 1 }), sensitivity: 0 }).own).toBeCloseTo(1 / 3, 12);
    for (const sensitivity of [0, 0.5, 3])
      expect(model.at({ items: hotpotWith({ 口味: 10 }), sensitivity }).own).toBe(0);
  });
});
