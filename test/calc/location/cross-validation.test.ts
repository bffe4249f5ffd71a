import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { crossValidate } from '../../../src/calc/location/cross-validation.ts';
import { leastSquares } from '../../../src/calc/location/least-squares.ts';

const random = createRandom(8);
const rows = Array.from({ length: 30 }, () =>
  Array.from({ length: 12 }, () => random.normal(0, 1)),
);
const outcome = rows.map((row) => 2 * (row[0] as number) + random.normal(0, 2));

test('留一法的误差等于 eᵢ/(1−hᵢᵢ)', () => {
  const fit = leastSquares({ rows, outcome });
  const { predictions } = crossValidate({ rows, outcome });
  predictions.forEach((value, i) =>
    expect((outcome[i] as number) - value).toBeCloseTo(fit.leaveOneOutResiduals[i] as number, 9),
  );
});

test('回归陷阱：塞进 11 个无关变量，样本内 R² 升高、样本外反而变差', () => {
  const small = crossValidate({ rows: rows.map((row) => row.slice(0, 1)), outcome });
  const large = crossValidate({ rows, outcome });
  expect(large.inSampleR2).toBeGreaterThan(small.inSampleR2);
  expect(large.outOfSampleR2).toBeLessThan(small.outOfSampleR2);
});

test('分折同种子相同，每折大小相差至多一个', () => {
  const first = crossValidate({ rows, outcome, folds: 7, seed: 3 });
  expect(crossValidate({ rows, outcome, folds: 7, seed: 3 })).toEqual(first);
  const sizes = Array.from(
    { length: 7 },
    (_, f) => first.folds.filter((fold) => fold === f).length,
  );
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('坏输入报出参数名', () => {
  expect(() => crossValidate({ rows, outcome, folds: 1 })).toThrow(/folds/);
  expect(() => crossValidate({ rows, outcome, folds: 31 })).toThrow(/folds/);
});
