import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, nearest, scenarioValues } from '../../src/widget-kit/model.ts';
import { fairness, model, rules } from '../../src/widgets/priority-lane/model.ts';
import { createWalks, simulation } from '../../src/widgets/priority-lane/run.ts';

const base = () => defaults(model.params);
const at = (change: Partial<ReturnType<typeof base>> = {}) => {
  const values = { ...base(), ...change };
  return { values, result: model.compute(values) };
};

test('fast first: 23 minutes for all become 5 and 30, 12.5 on average', () => {
  const { result } = at();
  expect(result.fcfsWait).toBeCloseTo(23, 9);
  expect(result.first.wait).toBeCloseTo(5, 9);
  expect(result.last.wait).toBeCloseTo(30, 9);
  expect(result.meanWait).toBeCloseTo(12.5, 9);
});

test('whoever goes first, the work waiting is the same', () => {
  for (const arrivalsPerHour of [5, 12, 20, 23.5])
    for (const fastShare of [0.1, 0.5, 0.9]) {
      const { values, result } = at({ arrivalsPerHour, fastShare });
      if (result.utilization >= 1) continue;
      for (const rule of rules)
        expect(model.compute({ ...values, rule }).workWaiting / result.workWaiting).toBeCloseTo(
          1,
          9,
        );
    }
});

test('a bought place saves nobody a second on average; fast first gains, slow first loses', () => {
  const mean = (rule: (typeof rules)[number]) => at({ rule }).result.meanWait;
  expect(mean('vip')).toBeCloseTo(23, 9);
  expect(mean('short')).toBeLessThan(23);
  expect(mean('long')).toBeGreaterThan(23);
});

describe('one busy period, both orders', () => {
  test('the same people, the same finish; the first group gains, the last pays', () => {
    for (const { id } of model.scenarios) {
      const { before, after, closes, ranks } = createWalks(scenarioValues(model, id));
      expect([...after.record.arrival]).toEqual([...before.record.arrival]);
      expect(Math.max(...after.record.departure)).toBeCloseTo(closes, 9);
      expect(ranks.length).toBeGreaterThanOrEqual(18);
      expect(after.waits[0]).toBeLessThan(before.waits[0]);
      expect(after.waits[1]).toBeGreaterThan(before.waits[1]);
    }
  });
  test('any setting has a period to draw', () => {
    for (const arrivalsPerHour of [2, 20, 40])
      for (const fastShare of [0.1, 0.9])
        for (const rule of rules) {
          const { ranks, closes } = createWalks(at({ arrivalsPerHour, fastShare, rule }).values);
          expect(ranks.length).toBeGreaterThan(0);
          expect(closes).toBeGreaterThan(0);
        }
  });
});

test('simulation agrees with Cobham within four standard errors', () => {
  for (const rule of ['short', 'vip'] as const) {
    const { values, result } = at({ rule });
    const run = simulation(values, true);
    const means = Array.from({ length: 30 }, (_, i) => run?.(i)[0] ?? Number.NaN);
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const spread = Math.sqrt(means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 29 / 30);
    expect(Math.abs(mean - result.first.wait)).toBeLessThan(4 * spread);
  }
});

test('each scenario says who gains, who pays and what the total does', () => {
  const say = (id: string) => {
    const values = scenarioValues(model, id);
    const result = model.compute(values);
    return model.sentence(values, result) + fairness(values, result);
  };
  expect(say('express')).toContain('慢件每人多等 7.0 分钟');
  expect(say('vip')).toContain('一秒没省');
  expect(say('triage')).toContain('等不起');
  expect(say('luggage')).toContain('所以有净赚');
});

test('each typical wrong guess meets its own explanation', () => {
  const told = (guess: number, change: Parameters<typeof at>[0] = {}) => {
    const { values, result } = at(change);
    return judge(model.predict, guess, values, result, fixed).explanation;
  };
  const heard = [
    told(30),
    told(12),
    told(23),
    told(65),
    told(100),
    told(25),
    told(5, { rule: 'fcfs' }),
    told(50, { arrivalsPerHour: 30 }),
  ];
  expect(new Set(heard).size).toBe(heard.length);
  expect(told(65)).toContain('按人头');
  expect(nearest(model.params.fastMinutes, 99)).toBeLessThanOrEqual(model.params.slowMinutes.min);
});
