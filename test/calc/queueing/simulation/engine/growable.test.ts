import { expect, test } from 'vitest';
import {
  GrowableFloats,
  GrowableIntegers,
} from '../../../../../src/calc/queueing/simulation/engine/growable.ts';

test('一直添加，扩容前后的值都在，取出时恰是实际长度', () => {
  const floats = new GrowableFloats();
  const integers = new GrowableIntegers();
  for (let i = 0; i < 1000; i++) {
    floats.push(i / 3);
    integers.push(-i);
  }
  expect([...floats.finish()]).toEqual(Array.from({ length: 1000 }, (_, i) => i / 3));
  expect(integers.finish()).toHaveLength(1000);
  expect(integers.get(999)).toBe(-999);
});

test('跳着写时，中间补 NaN 与 −1；回头改写不改变长度', () => {
  const floats = new GrowableFloats();
  floats.set(2, 5);
  floats.set(0, 1);
  expect([...floats.finish()]).toEqual([1, Number.NaN, 5]);
  const integers = new GrowableIntegers();
  integers.set(700, 9);
  expect(integers.length).toBe(701);
  expect(integers.get(699)).toBe(-1);
  expect(integers.get(700)).toBe(9);
});

test('没有写过就是空的', () => expect(new GrowableFloats().finish()).toHaveLength(0));
