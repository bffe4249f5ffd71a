import { expect, test } from 'vitest';
import { CustomerSlots } from '../../../../../src/calc/queueing/simulation/engine/customer-slots.ts';

test('离开者的槽位先给后来者用，内存不随人数增长', () => {
  const slots = new CustomerSlots();
  for (let i = 0; i < 100_000; i++) slots.release(slots.take());
  expect(slots.customer).toHaveLength(64);
  expect(slots.take()).toBe(0);
});

test('同时在系统的人多了就扩容，已写的值不丢，槽位互不相同', () => {
  const slots = new CustomerSlots();
  const taken = Array.from({ length: 1000 }, (_, i) => {
    const slot = slots.take();
    slots.customer[slot] = i;
    slots.deadline[slot] = i / 7;
    slots.patient[slot] = i % 2;
    return slot;
  });
  expect(new Set(taken).size).toBe(1000);
  taken.forEach((slot, i) => {
    expect(slots.customer[slot]).toBe(i);
    expect(slots.deadline[slot]).toBe(i / 7);
    expect(slots.patient[slot]).toBe(i % 2);
  });
  for (const slot of taken) slots.release(slot);
  expect(new Set(taken.map(() => slots.take())).size).toBe(1000);
});
