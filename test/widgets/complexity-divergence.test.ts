import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { latitude, needsOf } from '../../src/widgets/complexity-divergence/exchange.ts';
import { direction, model } from '../../src/widgets/complexity-divergence/model.ts';
import {
  fixedWay,
  freeWay,
  services,
  stepCount,
} from '../../src/widgets/complexity-divergence/services.ts';

function told(id: string, guess: Guess, change: object = {}) {
  const values = { ...scenarioValues(model, id), ...change };
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
}

describe('the two rulers and what they exchange, by hand', () => {
  test('barber: three fixed steps gone take two fifths of the time and one percent of the spread', () => {
    // 各步标准差：照单 0.1，随他 0.5，几种 0.3 倍用时
    const now = Math.hypot(0.5, 1.2, 3, 12.5, 0.8, 1, 1.5, 0.3);
    const after = Math.hypot(0.5, 3, 12.5, 1.5, 0.3);
    const result = model.at({}, 'barber');
    expect([result.now.time, result.after.time]).toEqual([74, 44]);
    expect([result.now.complexity, result.after.complexity]).toEqual([8, 5]);
    // 余地：留下的五步，2 + 0.5，一步也没有动
    expect([result.now.divergence, result.after.divergence]).toEqual([2.5 / 5, 2.5 / 5]);
    expect(direction(result)).toBe('减复杂（专注）');
    expect(result.now.spread).toBeCloseTo(now, 12);
    expect(result.after.spread).toBeCloseTo(after, 12);
    expect(1 - after / now).toBeLessThan(0.015);
    // 照单 43 分，随他 31 分（贵六成），几种 5 分（贵三成）；每分五毛
    expect(result.now.cost).toBeCloseTo(0.5 * (38 + 31 * 1.6 + 5 * 1.3), 12);
    expect([result.now.served, result.after.served]).toEqual([0.7, 0.65]);
  });

  test('hotpot: more room everywhere serves fewer, at the same mean time', () => {
    const { now, after } = model.at({}, 'hotpot');
    expect(after.time).toBe(now.time);
    // 处处随他
    expect([now.divergence, after.divergence]).toEqual([2.5 / 8, 1]);
    expect([now.served, after.served]).toEqual([0.7, 0.6]);
    expect(now.unserved[0]).toBeNull();
    expect(after.unserved[0]).toEqual({ kind: 'time' });
    expect(now.unserved[2]).toEqual({ kind: 'step', step: 2 });
    expect(now.nineOfTen).toBeCloseTo(58 + 1.2815515655 * now.spread, 8);
  });

  test('law: four steps together gain seventy points, the best one alone ten', () => {
    const { now, after, alone } = model.at({}, 'law');
    expect([now.served, after.served]).toEqual([0.3, 1]);
    // 原来的四步照旧，添的步不算在多样度里
    expect([now.divergence, after.divergence]).toEqual([0.5, 0.5]);
    expect(direction(model.at({}, 'law'))).toBe('加复杂（一站式）');
    expect(alone.map(({ measured }) => Math.round(100 * (measured.served - now.served)))).toEqual([
      10, 0, 0, 0,
    ]);
  });

  test('complexity and divergence are two rulers: each moves with the other at rest', () => {
    const { steps } = services.hotpot;
    const freer = steps.map((step) => ({ ...step, after: freeWay }));
    const all = model.at({ steps: freer }, 'hotpot');
    expect(all.after.complexity).toBe(all.now.complexity);
    expect(direction(all)).toBe('加多样（定制）');
    const fixedAll = steps.map((step) => ({ ...step, now: fixedWay, after: fixedWay }));
    const fewer = fixedAll.map((step, i) => (i === 0 ? { ...step, after: 0 } : step));
    expect(direction(model.at({ steps: fewer }, 'hotpot'))).toBe('减复杂（专注）');
    expect(direction(model.at({ steps: fixedAll }, 'hotpot'))).toBe('两把尺子都没有动');
  });
});

describe('wrong guesses are told which slip they are', () => {
  test.each<[string, Guess, string]>([
    ['barber', 7.8, '按时间的比例'],
    ['barber', 20, '没有变大'],
    ['barber', 11, '猜低了'],
    ['hotpot', 'more', '等不起'],
    ['hotpot', 'same', '丢了“上班的午饭”'],
    ['law', 'most', '缺一步'],
    ['law', 'quarter', '一串'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = told(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });

  test.each<[string, Guess]>([
    ['barber', 13],
    ['hotpot', 'fewer'],
    ['law', 'little'],
  ])('%s, %s is a hit', (id, guess) => {
    expect(told(id, guess).hit).toBe(true);
  });

  test('the answer follows the setting: without any free spread nobody is lost at the hotpot', () => {
    expect(told('hotpot', 'more', { freeSpread: 0 }).hit).toBe(true);
  });

  test('what is said to a guess holds in any setting: wait, growth, steps left alone', () => {
    const { explanation } = told('hotpot', 'more', { freeSpread: 0 });
    expect(explanation).toContain('没有谁因此等不起');
    expect(explanation).not.toContain('赶时间');
    // 起伏反而变大：不能说没有变大，也不能说留的余地一点没动
    const freer = scenarioValues(model, 'barber').steps.map((step) => ({ ...step, after: 3 }));
    for (const guess of [1, 20, 200])
      expect(told('barber', guess, { steps: freer }).explanation).not.toMatch(
        /没有变大|一点没动|一步也没动/,
      );
    const values = { ...scenarioValues(model, 'barber'), steps: freer };
    const asked = questionText(predictionOf(model, 'barber'), values, model.compute(values));
    expect(asked).toContain('照改后的做法');
    // 砍到余地也收了：时间比例的话不再成立
    const fixedAll = freer.map((step) => ({ ...step, after: 1 }));
    expect(told('barber', 1, { steps: fixedAll }).explanation).not.toContain('按时间的比例');
    const idle = scenarioValues(model, 'law').steps.map((step) => ({ ...step, after: step.now }));
    expect(told('law', 'most', { steps: idle }).explanation).toContain('一步也没有动');
  });

  test('one step of the law firm is asked for as a share of the new customers: 10 of 70', () => {
    const values = scenarioValues(model, 'law');
    const asked = questionText(predictionOf(model, 'law'), values, model.compute(values));
    expect(asked).toContain('4 步一起添');
    expect(asked).toContain('这些新客人的几成');
  });

  test('a question does not carry its own answer', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const result = model.compute(values);
      const asked = questionText(predictionOf(model, id), values, result);
      if (id === 'barber') expect(asked).not.toContain(fixed(result.after.spread, 1));
      if (id === 'hotpot') expect(asked).not.toContain('60%');
    }
  });
});

test('needs are eight digits in whatever width; what cannot be read is not needed', () => {
  expect(needsOf('０１２3x')).toEqual([0, 1, 2, 3, 0, 0, 0, 0]);
  expect([0, 1, 2, 3].map(latitude)).toEqual([0, 0, 0.5, 1]);
  for (const { steps, customers } of Object.values(services)) {
    expect(steps).toHaveLength(stepCount);
    expect(customers.every(({ needs }) => /^[0-3]{8}$/.test(needs))).toBe(true);
    expect(customers.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  }
});

test('it says on its face that it only points a direction', () => {
  expect(model.directional).toBe(true);
});
