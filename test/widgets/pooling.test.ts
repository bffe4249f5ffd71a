import { describe, expect, test } from 'vitest';
import { simulateQueue } from '../../src/calc/queueing/simulation/event-loop.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/pooling/model.ts';
import { createBatch } from '../../src/widgets/pooling/run.ts';
import { shortestLineWait } from '../../src/widgets/pooling/shortest-line.ts';

const at = (change: Partial<ReturnType<typeof base>> = {}) => {
  const values = { ...base(), ...change };
  return { values, result: model.compute(values) };
};
const base = () => defaults(model.params);

test('four windows: 34 minutes apart, 6.9 together; 5, 10 and 13 percent slower undo it', () => {
  expect(at().result.separateWait).toBeCloseTo(34, 6);
  const pooled = [0, 0.05, 0.1, 0.13].map((slowdown) => at({ slowdown }).result.pooledWait);
  expect(pooled.map((wait) => fixed(wait, 1))).toEqual(['6.9', '11.3', '21.8', '39.2']);
  expect(at().result.breakEven).toBeCloseTo(0.1238, 4);
  expect(at({ utilization: 0.9 }).result.separateWait).toBeCloseTo(54, 6);
  expect(at({ utilization: 0.9 }).result.pooledWait).toBeCloseTo(11.8, 1);
});

test('free switching pools the lines by hand: same mean wait, nothing left to save', () => {
  const { result } = at({ choice: 'switching' });
  expect(result.separateWait).toBeCloseTo(result.pooledWait, 12);
  expect(result.breakEven).toBe(0);
});

test('the shortest-line table agrees with a fresh simulation, between its cells too', () => {
  for (const [servers, utilization] of [
    [2, 0.85],
    [4, 0.75],
    [8, 0.9],
  ] as const) {
    const base = {
      arrivals: {
        kind: 'renewal',
        interval: { kind: 'exponential', mean: 1 / servers / utilization },
      },
      classes: [{ service: { kind: 'exponential', mean: 1 } }],
      customers: 300_000,
      seed: 77,
    } as const;
    const run = (lines: 'shortest' | 'one') =>
      simulateQueue({ ...base, policy: { servers, lines } }).overall.meanWait;
    const expected = run('shortest') / run('one');
    const one = at({ servers, utilization }).result.pooledWait / at().values.serviceMinutes;
    expect(shortestLineWait(utilization, servers) / one / expected).toBeCloseTo(1, 1.5);
  }
});

describe('the same customers in both halls', () => {
  test('nobody is passed and no window idles in one line, in any scenario', () => {
    for (const { id } of model.scenarios) {
      const { scores, separate, pooled } = createBatch(scenarioValues(model, id));
      expect([...separate.arrival]).toEqual([...pooled.arrival]);
      expect(scores.pooled.overtaken).toBe(0);
      expect(scores.pooled.idleWhileWaiting).toBe(0);
      expect(scores.separate.overtaken).toBeGreaterThan(0);
    }
  });
  test('the batch shows what theory says: together wins at the bank, loses in the slowed emergency', () => {
    const bank = createBatch(scenarioValues(model, 'bank')).scores;
    expect(bank.separate.meanWait).toBeGreaterThan(3 * bank.pooled.meanWait);
    const emergency = createBatch(scenarioValues(model, 'emergency')).scores;
    expect(emergency.pooled.meanWait).toBeGreaterThan(emergency.separate.meanWait);
  });
});

test('each scenario says its own verdict', () => {
  const say = (id: string) => {
    const values = scenarioValues(model, id);
    return model.sentence(values, model.compute(values));
  };
  expect(say('bank')).toContain('差 4.9 倍');
  expect(say('supermarket')).toMatch(/少等 1\d%/);
  expect(say('security')).toContain('一样长');
  expect(say('government')).toContain('员工慢 8%');
  expect(say('emergency')).toContain('反而多等 15%');
});

test('each typical wrong guess meets its own explanation', () => {
  const told = (guess: number, change: Parameters<typeof at>[0] = {}) => {
    const { values, result } = at(change);
    return judge(model.predict, guess, values, result, fixed).explanation;
  };
  const heard = [
    told(6.9),
    told(40),
    told(33),
    told(8.5),
    told(15),
    told(3),
    told(6, { slowdown: 0.1 }),
    told(10, { slowdown: 0.13 }),
    told(10, { slowdown: 0.2 }),
    told(1, { choice: 'switching' }),
    told(1, { choice: 'shortest' }),
  ];
  expect(new Set(heard).size).toBe(heard.length);
  for (const text of heard) expect(text).toMatch(/[。？]$/);
  expect(told(8.5)).toContain('除以 4');
  expect(told(33)).toContain('47%');
  // 肯换队、慢得反而更久的时候，猜多了不能说总队更快
  for (const guess of [9, 34, 500]) {
    expect(told(guess, { choice: 'switching' }), `${guess}`).toContain('不会少，也不会多');
    expect(told(guess, { choice: 'switching' }), `${guess}`).not.toContain('倍快');
  }
  expect(told(3000, { slowdown: 0.13 })).toContain('还没有赔到那么多');
});
