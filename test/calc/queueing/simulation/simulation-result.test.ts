import { expect, test } from 'vitest';
import type { CustomerBlock } from '../../../../src/calc/queueing/simulation/customer-source.ts';
import { QueueEngine } from '../../../../src/calc/queueing/simulation/engine/queue-engine.ts';
import { completePolicy } from '../../../../src/calc/queueing/simulation/policy.ts';
import { collectResult } from '../../../../src/calc/queueing/simulation/simulation-result.ts';

function run(windowEnd: 'emptied' | 'last-arrival' | number, warmup = 0) {
  // 两人：0 时刻到，服务 3；1 时刻到，服务 2，等 2
  const block: CustomerBlock = {
    count: 2,
    arrival: Float64Array.of(0, 1),
    service: Float64Array.of(3, 2),
    patience: Float64Array.of(Infinity, Infinity),
    customerClass: Uint8Array.of(0, 1),
    balkingDraw: new Float64Array(2),
    lineDraw: new Float64Array(2),
  };
  let given = false;
  const engine = new QueueEngine({
    source: () => (given ? null : ((given = true), block)),
    policy: completePolicy({ servers: 1 }),
    classes: 2,
    warmup,
    tailTimes: [1],
    windowEnd,
    recorder: null,
  });
  engine.run();
  return collectResult(engine, 1, null);
}

test('手算：到全部离开为止，5 个时间单位里有 2 个是两人在内', () => {
  const result = run('emptied');
  expect(result.duration).toBe(5);
  expect(result.meanNumberInSystem).toBeCloseTo((3 + 4) / 5, 12);
  expect(result.meanNumberWaiting).toBeCloseTo(2 / 5, 12);
  expect(result.utilization).toBe(1);
  expect(result.numberInSystem).toEqual([0, 3 / 5, 2 / 5]);
  expect(result.record).toBeNull();
});

test('各类之和等于全体', () => {
  const { overall, classes } = run('emptied');
  expect(classes.map(({ meanWait }) => meanWait)).toEqual([0, 2]);
  expect(overall).toMatchObject({ served: 2, meanWait: 1, maxWait: 2, waitTail: [0.5] });
});

test('时间平均只到窗口的终点，顾客的等待照算到离开', () => {
  const result = run('last-arrival');
  expect(result.duration).toBe(1);
  expect(result.numberInSystem).toEqual([0, 1]);
  expect(result.overall.maxWait).toBe(2);
});

test('窗口比仿真长时，后面空着的时间也算', () => {
  const { duration, utilization } = run(10);
  expect([duration, utilization]).toEqual([10, 0.5]);
});

test('预热人数多于到达人数：统计期为 0，时间平均是 NaN', () => {
  const { duration, meanNumberInSystem, utilization } = run('last-arrival', 5);
  expect([duration, meanNumberInSystem, utilization]).toEqual([0, Number.NaN, Number.NaN]);
});
