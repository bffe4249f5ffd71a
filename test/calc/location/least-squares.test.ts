import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares, predictOutcome } from '../../../src/calc/location/least-squares.ts';

/** NIST StRD Longley（列：GNP 平减、GNP、失业、军队、人口、年份；末列就业）。 */
const longley = [
  [83, 234289, 2356, 1590, 107608, 1947, 60323],
  [88.5, 259426, 2325, 1456, 108632, 1948, 61122],
  [88.2, 258054, 3682, 1616, 109773, 1949, 60171],
  [89.5, 284599, 3351, 1650, 110929, 1950, 61187],
  [96.2, 328975, 2099, 3099, 112075, 1951, 63221],
  [98.1, 346999, 1932, 3594, 113270, 1952, 63639],
  [99, 365385, 1870, 3547, 115094, 1953, 64989],
  [100, 363112, 3578, 3350, 116219, 1954, 63761],
  [101.2, 397469, 2904, 3048, 117388, 1955, 66019],
  [104.6, 419180, 2822, 2857, 118734, 1956, 67857],
  [108.4, 442769, 2936, 2798, 120445, 1957, 68169],
  [110.8, 444546, 4681, 2637, 121950, 1958, 66513],
  [112.6, 482704, 3813, 2552, 123366, 1959, 68655],
  [114.2, 502601, 3931, 2514, 125368, 1960, 69564],
  [115.7, 518173, 4806, 2572, 127852, 1961, 69331],
  [116.9, 554894, 4007, 2827, 130081, 1962, 70551],
];

test('手算：x=1,2,3,4、y=3,5,7,10，斜率 11.5/5=2.3、截距 6.25−2.3·2.5=0.5、SSE=0.3', () => {
  const fit = leastSquares({ rows: [[1], [2], [3], [4]], outcome: [3, 5, 7, 10] });
  expect(fit.coefficients[0]).toBeCloseTo(0.5, 12);
  expect(fit.coefficients[1]).toBeCloseTo(2.3, 12);
  // SST=26.75，SSR=2.3²·5=26.45，SSE=0.3
  expect(fit.r2).toBeCloseTo(26.45 / 26.75, 12);
  expect(fit.residualStdDev).toBeCloseTo(Math.sqrt(0.15), 12);
  expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(0.15 / 5), 12);
  // h₁ = 1/4 + 1.5²/5 = 0.7
  expect(fit.leverage[0]).toBeCloseTo(0.7, 12);
  expect(fit.varianceInflation).toEqual([expect.closeTo(1, 12)]);
});

test('NIST StRD Longley（高度共线）：系数、标准误、R² 与认证值相对差小于 1e-11', () => {
  const fit = leastSquares({
    rows: longley.map((row) => row.slice(0, 6)),
    outcome: longley.map((row) => row[6] as number),
  });
  const coefficients = [
    -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
    -0.0511041056535807, 1829.15146461355,
  ];
  const errors = [
    890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
    0.22607320006937, 455.478499142212,
  ];
  fit.coefficients.forEach((value, j) =>
    expect(value / (coefficients[j] as number)).toBeCloseTo(1, 11),
  );
  fit.standardErrors.forEach((value, j) =>
    expect(value / (errors[j] as number)).toBeCloseTo(1, 11),
  );
  expect(fit.r2).toBeCloseTo(0.995479004577296, 13);
  expect(fit.residualStdDev).toBeCloseTo(304.854073561965, 9);
  expect(Math.max(...fit.varianceInflation)).toBeGreaterThan(1000);
});

test('恒等式：残差与每个自变量正交，杠杆之和为参数个数', () => {
  const sample = fc.array(
    fc.tuple(
      fc.integer({ min: -99, max: 99 }),
      fc.integer({ min: -99, max: 99 }),
      fc.integer({ min: -99, max: 99 }),
    ),
    { minLength: 6, maxLength: 20 },
  );
  fc.assert(
    fc.property(sample, (data) => {
      const rows = data.map(([a, b]) => [a, b]);
      let fit;
      try {
        fit = leastSquares({ rows, outcome: data.map(([, , y]) => y) });
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      const residuals = fit.residuals;
      for (const k of [0, 1])
        expect(
          Math.abs(
            rows.reduce((sum, row, i) => sum + (row[k] as number) * (residuals[i] as number), 0),
          ),
        ).toBeLessThan(1e-7);
      expect(fit.leverage.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 9);
    }),
  );
});

test('量纲放大 1e150 倍时系数按比例缩小', () => {
  const outcome = [3, 5, 7, 10];
  const fit = leastSquares({ rows: [[1e150], [2e150], [3e150], [4e150]], outcome });
  expect((fit.coefficients[1] as number) * 1e150).toBeCloseTo(2.3, 10);
});

test('样本数恰等于参数数：拟合无残差，标准误为 NaN；因变量不变：R² 为 NaN', () => {
  const exact = leastSquares({ rows: [[0], [2]], outcome: [1, 5] });
  expect(exact.coefficients).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
  expect(exact.residualStdDev).toBeNaN();
  expect(exact.adjR2).toBeNaN();
  expect(leastSquares({ rows: [[0], [2], [5]], outcome: [4, 4, 4] }).r2).toBeNaN();
});

test('预测：样本均值处杠杆最小 1/n，离得越远标准误越大', () => {
  const fit = leastSquares({ rows: [[1], [2], [3], [4]], outcome: [3, 5, 7, 10] });
  expect(predictOutcome(fit, [2.5])).toMatchObject({
    leverage: expect.closeTo(0.25, 12),
    value: expect.closeTo(6.25, 12),
  });
  expect(predictOutcome(fit, [9]).predictionStandardError).toBeGreaterThan(
    predictOutcome(fit, [4]).predictionStandardError,
  );
});

test.each([
  [
    {
      rows: [
        [1, 2],
        [2, 4],
        [3, 6],
        [4, 8],
      ],
      outcome: [1, 2, 3, 5],
    },
    /rows.*variable 1/,
  ],
  [
    {
      rows: [
        [1, 2, 3],
        [4, 5, 9],
        [7, 1, 8],
        [3, 3, 6],
        [0.1, 0.7, 0.8],
      ],
      outcome: [1, 2, 3, 5, 8],
    },
    /rows.*variable 2/,
  ],
  [
    {
      rows: [
        [1, 7],
        [2, 7],
        [4, 7],
      ],
      outcome: [1, 2, 3],
    },
    /rows.*variable 1/,
  ],
  [
    {
      rows: [
        [1, 7],
        [2, 8],
      ],
      outcome: [1, 2],
    },
    /rows/,
  ],
  [{ rows: [[1], [2]], outcome: [1] }, /outcome/],
  [{ rows: [[1], [NaN]], outcome: [1, 2] }, /rows\[1\]\[0\]/],
  [{ rows: [], outcome: [] }, /rows/],
])('共线、样本不足等坏输入报 RangeError 并指名 %#', (input, message) => {
  expect(() => leastSquares(input)).toThrow(RangeError);
  expect(() => leastSquares(input)).toThrow(message);
});

test('二十万个样本不撑破调用栈', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => [i % 17, (i * i) % 13]);
  const { coefficients } = leastSquares({
    rows,
    outcome: rows.map(([a, b]) => 1 + (a as number) + 2 * (b as number)),
  });
  [1, 1, 2].forEach((value, j) => expect(coefficients[j]).toBeCloseTo(value, 12));
}, 30_000);
