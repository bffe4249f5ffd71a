import { binomialCdf } from '../../../src/calc/core/binomial.ts';
import { normalCdf, normalQuantile } from '../../../src/calc/core/normal.ts';
import { poissonCdf, poissonPmf } from '../../../src/calc/core/poisson.ts';
import type { Adapter } from '../adapter.ts';
import { nums, table } from '../adapter.ts';

export const adapter: Adapter = {
  'core/normal-cdf': (inputs) => ({ p: nums(inputs, 'x').map(normalCdf) }),
  'core/normal-quantile': (inputs) => ({ z: nums(inputs, 'p').map(normalQuantile) }),
  'core/poisson': (inputs) => {
    const pairs = table(inputs, 'lambdaK') as [number, number][];
    return {
      cdf: pairs.map(([mean, k]) => poissonCdf(k, mean)),
      pmf: pairs.map(([mean, k]) => poissonPmf(k, mean)),
    };
  },
  'core/binomial-cdf': (inputs) => ({
    cdf: (table(inputs, 'npk') as [number, number, number][]).map(([trials, chance, k]) =>
      binomialCdf(k, { trials, chance }),
    ),
  }),
};
