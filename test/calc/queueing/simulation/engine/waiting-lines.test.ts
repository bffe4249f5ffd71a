import { expect, test } from 'vitest';
import { CustomerSlots } from '../../../../../src/calc/queueing/simulation/engine/customer-slots.ts';
import { WaitingLines } from '../../../../../src/calc/queueing/simulation/engine/waiting-lines.ts';

function setUp(lines: number, levels: number) {
  const slots = new CustomerSlots();
  const waiting = new WaitingLines(slots, lines, levels);
  const join = (line: number, customerClass = 0) => {
    const slot = slots.take();
    slots.line[slot] = line;
    slots.customerClass[slot] = customerClass;
    waiting.append(slot);
    return slot;
  };
  const all = () => {
    const seen: number[] = [];
    waiting.forEach((slot) => seen.push(slot));
    return seen;
  };
  return { waiting, join, all };
}

test('一条队先到先服务，从中间、两头抽走都不乱', () => {
  const { waiting, join, all } = setUp(1, 1);
  const [a, b, c, d] = [join(0), join(0), join(0), join(0)];
  expect([waiting.first(0), waiting.last(0), waiting.total]).toEqual([a, d, 4]);
  waiting.remove(b);
  expect(all()).toEqual([a, c, d]);
  waiting.remove(a);
  waiting.remove(d);
  expect([waiting.first(0), waiting.last(0), waiting.count[0]]).toEqual([c, c, 1]);
  waiting.remove(c);
  expect([waiting.first(0), waiting.last(0), waiting.total]).toEqual([-1, -1, 0]);
});

test('类别小的先服务，换队时类别大的先走；同类按先后', () => {
  const { waiting, join } = setUp(1, 3);
  const late = join(0, 2);
  const first = join(0, 0);
  const second = join(0, 0);
  expect(waiting.first(0)).toBe(first);
  expect(waiting.last(0)).toBe(late);
  waiting.remove(first);
  expect(waiting.first(0)).toBe(second);
  waiting.remove(late);
  expect(waiting.last(0)).toBe(second);
});

test('被抢占者回到本类最前，别类不受影响', () => {
  const { waiting, join } = setUp(1, 2);
  const interrupted = join(0, 1);
  waiting.remove(interrupted);
  const other = join(0, 1);
  const urgent = join(0, 0);
  waiting.prepend(interrupted);
  expect(waiting.first(0)).toBe(urgent);
  waiting.remove(urgent);
  expect(waiting.first(0)).toBe(interrupted);
  expect(waiting.last(0)).toBe(other);
});

test('各条队互不相干，总数是各队之和', () => {
  const { waiting, join } = setUp(3, 1);
  const slot = join(2);
  join(0);
  expect([...waiting.count]).toEqual([1, 0, 1]);
  expect([waiting.first(1), waiting.first(2), waiting.total]).toEqual([-1, slot, 2]);
});
