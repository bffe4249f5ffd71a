import { expect, test } from 'vitest';
import fc from 'fast-check';
import {
  acceptsAtBidPrice,
  networkLinearProgram,
} from '../../../src/calc/revenue/network-linear-program.ts';

/** 两段线路：直达占两段。 */
const line = {
  fares: [[500], [300], [300]],
  demand: [[8], [6], [9]],
  uses: [
    [1, 1],
    [1, 0],
    [0, 1],
  ],
  capacity: [10, 10],
};

test('手算：短途占得起的两段各 300，直达 500 只拿剩座', () => {
  // 第一段短途 6 张；第二段让出直达 4 张后余 6 张：6×300 + 4×500 + 6×300 = 5600
  const { objective, allocation, bidPrices } = networkLinearProgram(line);
  expect(objective).toBeCloseTo(5600, 9);
  expect(allocation.flat()).toEqual([4, 6, 6].map((value) => expect.closeTo(value, 9)));
  // 第二段多一座，多卖一张 300；第一段多一座，多一张直达、少一张第二段短途：+200
  expect(bidPrices).toEqual([expect.closeTo(200, 9), expect.closeTo(300, 9)]);
});

test('竞价就是多一座的价值', () => {
  const more = networkLinearProgram({ ...line, capacity: [10.1, 10] });
  expect((more.objective - 5600) / 0.1).toBeCloseTo(200, 6);
});

test('竞价非负，且卖得出的产品票价不低于竞价之和', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 50, max: 900 }),
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 1, max: 7 }),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }),
      (products, capacity) => {
        const uses = products.map(([, , bits]) => [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1]);
        const network = {
          fares: products.map(([fare]) => [fare]),
          demand: products.map(([, demand]) => [demand]),
          uses,
          capacity,
        };
        const result = networkLinearProgram(network);
        expect(result.status).toBe('optimal');
        expect(Math.min(...result.bidPrices)).toBeGreaterThanOrEqual(-1e-9);
        products.forEach(([fare], i) => {
          if (result.allocation[i]![0]! > 1e-9)
            expect(acceptsAtBidPrice({ fare, uses: uses[i]!, bidPrices: result.bidPrices })).toBe(
              true,
            );
        });
      },
    ),
    { numRuns: 150, seed: 4 },
  );
});

test('极端：没有座位、没有需求', () => {
  expect(networkLinearProgram({ ...line, capacity: [0, 0] }).objective).toBe(0);
  const idle = networkLinearProgram({ ...line, demand: [[0], [0], [0]] });
  expect(idle.objective).toBe(0);
  expect(idle.bidPrices).toEqual([0, 0]);
});

test('坏输入指名拒绝', () => {
  expect(() => networkLinearProgram({ ...line, fares: [] })).toThrow(/fares/);
  expect(() => networkLinearProgram({ ...line, demand: [[1]] })).toThrow(/demand/);
  expect(() =>
    networkLinearProgram({
      ...line,
      demand: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    }),
  ).toThrow(/demand\[0\]/);
  expect(() => networkLinearProgram({ ...line, uses: [[1, 1]] })).toThrow(/uses/);
  expect(() => networkLinearProgram({ ...line, uses: [[1], [1], [1]] })).toThrow(/uses\[0\]/);
  expect(() => networkLinearProgram({ ...line, capacity: [1, -1] })).toThrow(/capacity\[1\]/);
  expect(() => networkLinearProgram({ ...line, fares: [[-1], [1], [1]] })).toThrow(
    /fares\[0\]\[0\]/,
  );
});
