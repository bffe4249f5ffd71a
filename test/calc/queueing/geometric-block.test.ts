import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometricBlock } from '../../../src/calc/queueing/geometric-block.ts';
import { expectClose } from '../core/expect-close.ts';

describe('geometricBlock', () => {
  it('比值 1/2、三项：和 1.75，平均下标 (0.5 + 2·0.25)/1.75', () => {
    const block = geometricBlock({ logRatio: -Math.LN2, last: 2 });
    expectClose(block.logSum, Math.log(1.75), 1e-15);
    expectClose(block.mean, 1 / 1.75, 1e-15);
  });
  it('与逐项相加一致，比值大于、小于、贴近 1 都算', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.double({ min: -12, max: 1, noNaN: true }),
        fc.boolean(),
        (last, size, rising) => {
          const logRatio = (rising ? 1 : -1) * 10 ** size;
          let sum = 0;
          let moment = 0;
          for (let j = 0; j <= last; j++) {
            const weight = Math.exp(rising ? logRatio * (j - last) : logRatio * j);
            sum += weight;
            moment += j * weight;
          }
          const block = geometricBlock({ logRatio, last });
          const logSum = Math.log(sum) + (rising ? logRatio * last : 0);
          expect(Math.abs(block.logSum - logSum)).toBeLessThan(1e-14 * (1 + Math.abs(logSum)));
          if (moment > 1e-290) expectClose(block.mean, moment / sum, 1e-13);
        },
      ),
    );
  });
  it('比值恰为 1、为 0，只有一项；项数到 10¹⁵', () => {
    expect(geometricBlock({ logRatio: 0, last: 10 })).toEqual({ logSum: Math.log(11), mean: 5 });
    expect(geometricBlock({ logRatio: -Infinity, last: 10 })).toEqual({ logSum: 0, mean: 0 });
    expect(geometricBlock({ logRatio: 3, last: 0 })).toEqual({ logSum: 0, mean: 0 });
    expectClose(geometricBlock({ logRatio: -1e-6, last: 1e15 }).mean, 999999.5000000834, 1e-15);
  });
});
