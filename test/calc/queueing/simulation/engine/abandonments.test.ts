import { expect, test } from 'vitest';
import { Abandonments } from '../../../../../src/calc/queueing/simulation/engine/abandonments.ts';
import { CustomerSlots } from '../../../../../src/calc/queueing/simulation/engine/customer-slots.ts';
import { WaitingLines } from '../../../../../src/calc/queueing/simulation/engine/waiting-lines.ts';

function setUp() {
  const slots = new CustomerSlots();
  const waiting = new WaitingLines(slots, 1, 1);
  const abandonments = new Abandonments(slots, waiting);
  const join = (deadline: number) => {
    const slot = slots.take();
    slots.deadline[slot] = deadline;
    slots.patient[slot] = 1;
    waiting.append(slot);
    abandonments.add(slot);
    return slot;
  };
  const start = (slot: number) => {
    slots.patient[slot] = 0;
    waiting.remove(slot);
    slots.release(slot);
  };
  return { slots, abandonments, join, start };
}

test('按放弃时刻取出，与登记的先后无关', () => {
  const { abandonments, join } = setUp();
  const late = join(9);
  const early = join(4);
  expect(abandonments.time).toBe(4);
  expect(abandonments.take()).toBe(early);
  expect(abandonments.time).toBe(9);
  expect(abandonments.take()).toBe(late);
  expect(abandonments.time).toBe(Infinity);
});

test('已开始服务的人不再放弃；槽位换了人，旧的时刻也作废', () => {
  const { abandonments, join, start } = setUp();
  start(join(4));
  expect(abandonments.time).toBe(Infinity);
  const next = join(7);
  expect(abandonments.time).toBe(7);
  expect(abandonments.take()).toBe(next);
});

test('永不放弃的人不登记', () => {
  const { abandonments, join } = setUp();
  join(Infinity);
  expect(abandonments.time).toBe(Infinity);
});

test('作废的条目堆积到重建，仍在等的人一个不丢', () => {
  const { abandonments, join, start } = setUp();
  const patient = join(5e6);
  for (let i = 0; i < 5000; i++) start(join(1e6 + i));
  expect(abandonments.time).toBe(5e6);
  expect(abandonments.take()).toBe(patient);
});
