import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { volunteerAuction } from '../../../src/calc/revenue/volunteer-auction.ts';

const base = { arrivals: 9, needed: 1, lowAsk: 0, highAsk: 1000 };

test('手算：9 人、0 到 1000 元均匀，最低要价的期望是 100，成交价是第二低的 200', () => {
  expect(volunteerAuction(base)).toEqual({
    price: 200,
    paid: 200,
    volunteersLose: 100,
    randomLose: 500,
  });
});

test('与一场一场地抽签比，成交价、损失都在四个标准误之内', () => {
  const random = createRandom(11);
  const input = { arrivals: 184, needed: 4, lowAsk: 360, highAsk: 3240 };
  const runs = Array.from({ length: 4000 }, () => {
    const asks = Array.from(
      { length: input.arrivals },
      () => input.lowAsk + (input.highAsk - input.lowAsk) * random.uniform(),
    ).toSorted((a, b) => a - b);
    return { price: asks[4]!, lose: asks.slice(0, 4).reduce((sum, ask) => sum + ask, 0) };
  });
  const near = (values: readonly number[], expected: number) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
    );
    expect(Math.abs(mean - expected)).toBeLessThan((4 * sd) / Math.sqrt(values.length));
  };
  const { price, volunteersLose } = volunteerAuction(input);
  near(
    runs.map((run) => run.price),
    price,
  );
  near(
    runs.map(({ lose }) => lose),
    volunteersLose,
  );
});

test('人人要价一样，拍卖与随机指定没有分别', () => {
  const { price, volunteersLose, randomLose } = volunteerAuction({
    ...base,
    needed: 3,
    lowAsk: 700,
    highAsk: 700,
  });
  expect(price).toBe(700);
  expect(volunteersLose).toBe(randomLose);
});

test('极端：不用请人时一分不付；人人都要下时付最高要价', () => {
  expect(volunteerAuction({ ...base, needed: 0 })).toEqual({
    price: 0,
    paid: 0,
    volunteersLose: 0,
    randomLose: 0,
  });
  const all = volunteerAuction({ ...base, needed: 9 });
  expect(all.price).toBe(1000);
  expect(all.volunteersLose).toBeCloseTo(all.randomLose, 9);
});

test('坏输入指名拒绝', () => {
  expect(() => volunteerAuction({ ...base, arrivals: -1 })).toThrow(/arrivals/);
  expect(() => volunteerAuction({ ...base, needed: 10 })).toThrow(/needed/);
  expect(() => volunteerAuction({ ...base, lowAsk: -1 })).toThrow(/lowAsk/);
  expect(() => volunteerAuction({ ...base, highAsk: -1 })).toThrow(/highAsk/);
});
