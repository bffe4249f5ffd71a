import { expect, test } from 'vitest';
import { hotelling } from '../../../src/calc/location/hotelling.ts';

test('Hotelling 1929 例：l=35、a=4、b=1、c=1 → p 36/34，q 18/17，利润 648/578', () => {
  expect(hotelling({ length: 35, leftMargin: 4, rightMargin: 1, transportCost: 1 })).toMatchObject({
    price1: 36,
    price2: 34,
    quantity1: 18,
    quantity2: 17,
    inner1: 14,
    inner2: 16,
    profit1: 648,
    profit2: 578,
    equilibriumExists: true,
  });
});

test('均衡价是互为最优反应：单方面小幅改价只会少赚', () => {
  const [l, a, b, c] = [20, 3, 2, 0.7];
  const { price1, price2, profit1 } = hotelling({
    length: l,
    leftMargin: a,
    rightMargin: b,
    transportCost: c,
  });
  const profit = (p: number) => p * (a + (l - a - b) / 2 + (price2 - p) / (2 * c));
  expect(profit(price1)).toBeCloseTo(profit1, 10);
  for (const p of [price1 * 0.95, price1 * 1.05]) expect(profit(p)).toBeLessThan(profit1);
});

test('两店靠得太近时纯策略均衡不存在；同址时价格战到 0', () => {
  expect(
    hotelling({ length: 10, leftMargin: 4.5, rightMargin: 4.5, transportCost: 1 })
      .equilibriumExists,
  ).toBe(false);
  // 对称位置的临界点恰在四分位：a=b=l/4
  expect(
    hotelling({ length: 8, leftMargin: 2, rightMargin: 2, transportCost: 1 }).equilibriumExists,
  ).toBe(true);
  expect(hotelling({ length: 10, leftMargin: 7, rightMargin: 3, transportCost: 1 })).toMatchObject({
    price1: 0,
    price2: 0,
    quantity1: 5,
  });
});

test('坏输入报出参数名', () => {
  expect(() => hotelling({ length: 0, leftMargin: 0, rightMargin: 0, transportCost: 1 })).toThrow(
    /length/,
  );
  expect(() => hotelling({ length: 5, leftMargin: 3, rightMargin: 3, transportCost: 1 })).toThrow(
    /leftMargin/,
  );
  expect(() => hotelling({ length: 5, leftMargin: 1, rightMargin: -1, transportCost: 1 })).toThrow(
    /rightMargin/,
  );
  expect(() => hotelling({ length: 5, leftMargin: 1, rightMargin: 1, transportCost: 0 })).toThrow(
    /transportCost/,
  );
});
