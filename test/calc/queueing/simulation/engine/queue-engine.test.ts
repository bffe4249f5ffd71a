import { describe, expect, test } from 'vitest';
import type { CustomerBlock } from '../../../../../src/calc/queueing/simulation/customer-source.ts';
import { Recorder } from '../../../../../src/calc/queueing/simulation/customer-record.ts';
import { QueueEngine } from '../../../../../src/calc/queueing/simulation/engine/queue-engine.ts';
import { completePolicy } from '../../../../../src/calc/queueing/simulation/policy.ts';
import type { Policy } from '../../../../../src/calc/queueing/simulation/policy.ts';

interface Customer {
  at: number;
  needs: number;
  patience?: number;
  class?: number;
  lineDraw?: number;
}

/** 指定每个人何时来、要多久，看引擎怎样安排；一批只给 `perBlock` 人，检验换批。 */
function play(policy: Policy, customers: readonly Customer[], perBlock = 2) {
  const blocks: CustomerBlock[] = [];
  for (let i = 0; i < customers.length; i += perBlock) {
    const some = customers.slice(i, i + perBlock);
    blocks.push({
      count: some.length,
      arrival: Float64Array.from(some, ({ at }) => at),
      service: Float64Array.from(some, ({ needs }) => needs),
      patience: Float64Array.from(some, ({ patience = Infinity }) => patience),
      customerClass: Uint8Array.from(some, (one) => one.class ?? 0),
      balkingDraw: new Float64Array(some.length),
      lineDraw: Float64Array.from(some, ({ lineDraw = 0 }) => lineDraw),
    });
  }
  const complete = completePolicy(policy);
  const recorder = new Recorder(complete);
  const engine = new QueueEngine({
    source: () => blocks.shift() ?? null,
    policy: complete,
    classes: 2,
    warmup: 0,
    tailTimes: [],
    windowEnd: 'emptied',
    recorder,
  });
  engine.run();
  return { engine, record: recorder.finish() };
}

describe('同一时刻：先完工，再放弃，最后到达', () => {
  test('恰在有人离开时到达的人不必等', () => {
    const { record } = play({ servers: 1 }, [
      { at: 0, needs: 2 },
      { at: 2, needs: 1 },
    ]);
    expect([...record.wait]).toEqual([0, 0]);
  });

  test('恰在耐心用尽时轮到的人算被服务', () => {
    const { record } = play({ servers: 1 }, [
      { at: 0, needs: 3 },
      { at: 1, needs: 1, patience: 2 },
    ]);
    expect(record.outcome).toEqual(['served', 'served']);
  });

  test('耐心差一点就放弃，后面的人因此提前', () => {
    const { record } = play({ servers: 1 }, [
      { at: 0, needs: 3 },
      { at: 1, needs: 5, patience: 1.9 },
      { at: 2, needs: 1 },
    ]);
    expect(record.outcome).toEqual(['served', 'abandoned', 'served']);
    expect(record.departure[1]).toBeCloseTo(2.9, 12);
    expect(record.serviceStart[2]).toBe(3);
  });
});

describe('规则', () => {
  const urgentLast: Customer[] = [
    { at: 0, needs: 4, class: 1 },
    { at: 1, needs: 2, class: 1 },
    { at: 2, needs: 1, class: 0 },
  ];

  test('不抢占：急的人等手上这位做完', () => {
    const { record } = play({ servers: 1, priority: 'non-preemptive' }, urgentLast);
    expect([...record.serviceStart]).toEqual([0, 5, 4]);
  });

  test('抢占续作：急的人来了就做，被打断的接着做完剩下的，先于同类', () => {
    const { record } = play({ servers: 1, priority: 'preemptive-resume' }, urgentLast);
    expect([...record.departure]).toEqual([5, 7, 3]);
    expect([...record.segments.customer]).toEqual([0, 2, 0, 1]);
  });

  test('满员被拒，看队止步', () => {
    const crowd = [0, 0.1, 0.2, 0.3].map((at) => ({ at, needs: 5 }));
    expect(play({ servers: 1, capacity: 2 }, crowd).record.outcome).toEqual([
      'served',
      'served',
      'blocked',
      'blocked',
    ]);
    expect(
      play({ servers: 1, balking: { kind: 'threshold', waiting: 1 } }, crowd).record.outcome,
    ).toEqual(['served', 'served', 'balked', 'balked']);
  });

  test('分队换队：相差两人时，长队末尾的人换过来', () => {
    const customers: Customer[] = [
      { at: 0, needs: 10 },
      { at: 0.1, needs: 1 },
      { at: 0.2, needs: 5 },
      { at: 0.3, needs: 5 },
    ];
    const stay = play({ servers: 2, lines: 'shortest' }, customers);
    const move = play({ servers: 2, lines: 'shortest', jockeying: true }, customers);
    expect(stay.engine.moves).toBe(0);
    expect(move.engine.moves).toBeGreaterThan(0);
    const total = (waits: Float64Array) => waits.reduce((sum, wait) => sum + wait, 0);
    expect(total(move.record.wait)).toBeLessThan(total(stay.record.wait));
  });

  test('服务时间按倍数拉长', () => {
    const { record } = play({ servers: 1, serviceTimeFactor: 1.5 }, [{ at: 1, needs: 2 }]);
    expect(record.departure[0]).toBe(4);
  });
});

test('没有人来也会停', () => {
  const { engine, record } = play({ servers: 3 }, []);
  expect([engine.arrived, engine.now, record.customers]).toEqual([0, 0, 0]);
});
