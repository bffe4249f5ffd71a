import { describe, expect, it } from 'vitest';
import { smoothTail } from '../../../src/calc/core/binomial-tail.ts';
import { binomialCdf, binomialSurvival, logBinomialPmf } from '../../../src/calc/core/binomial.ts';
import { expectClose } from './expect-close.ts';

describe('smoothTail', () => {
  it('次数 10⁹ 到 10¹⁴ 有 12 位（六十位精度的值）', () => {
    for (const [trials, chance, k, expected] of [
      [1e9, 0.3, 299971017, 0.02275033121696661],
      [1e9, 0.3, 299913051, 9.855093028294067e-10],
      [1e12, 0.7, 699999541742, 0.1586552906501857],
      [1e12, 0.001, 999905179, 0.0013497652606999679],
      [1e14, 0.5, 5e13, 0.500000039894228],
      [1e14, 0.3, 29999990834848, 0.022750128307862365],
    ] as const) {
      expectClose(binomialCdf(k, { trials, chance }), expected);
      expectClose(binomialSurvival(k, { trials, chance }), 1 - expected);
    }
  });
  it('与逐项相加一致，上下两尾都是', () => {
    const trials = 6e8;
    for (const [chance, z] of [
      [0.5, -1],
      [0.5, 3],
      [0.25, -5],
      [0.7, 2],
    ] as const) {
      const sd = Math.sqrt(trials * chance * (1 - chance));
      const k = Math.round(trials * chance + z * sd);
      const lower = z < 0;
      let sum = 1;
      let term = 1;
      const odds = chance / (1 - chance);
      for (let j = k; term > sum * 1e-17; j += lower ? -1 : 1) {
        term *= lower ? j / (trials - j + 1) / odds : ((trials - j) / (j + 1)) * odds;
        sum += term;
      }
      const log = logBinomialPmf(k, { trials, chance }) + Math.log(sum);
      expectClose(Math.exp(smoothTail({ trials, chance, k, lower })! - log), 1, 1e-11);
    }
  });
  it('次数不多、或尾部变小得快时不用它', () => {
    expect(smoothTail({ trials: 1e6, chance: 0.5, k: 5e5, lower: true })).toBeNull();
    expect(smoothTail({ trials: 1e9, chance: 0.5, k: 4e8, lower: true })).toBeNull();
  });
});
