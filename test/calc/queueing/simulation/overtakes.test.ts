import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOvertakes } from '../../../../src/calc/queueing/simulation/overtakes.ts';

const none = Number.NaN;

describe('countOvertakes', () => {
  it('by hand: a slow line, one who gave up, one turned away', () => {
    // 开始时刻 5、放弃于 4、1、未入队、2：0 号被 2、4 号超过；1 号放弃前见 2、4 号先开始。
    expect(countOvertakes([5, none, 1, none, 2], [5, 4, 1, none, 2])).toEqual([2, 2, 0, 0, 0]);
  });

  it('equal start times are not overtaking; empty input gives an empty array', () => {
    expect(countOvertakes([1, 1, 1], [1, 1, 1])).toEqual([0, 0, 0]);
    expect(countOvertakes([], [])).toEqual([]);
  });

  it('agrees with counting every pair', () => {
    const time = fc.option(fc.nat(20), { nil: none });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 60 }), (rows) => {
        const starts = rows.map(([start]) => start);
        const leaves = rows.map(([, leave]) => leave);
        const pairs = leaves.map(
          (leave, i) => starts.filter((start, j) => j > i && start < leave).length,
        );
        expect(countOvertakes(starts, leaves)).toEqual(pairs);
      }),
      { seed: 3 },
    );
  });

  it('rejects columns of unequal length', () => {
    expect(() => countOvertakes([1, 2], [1])).toThrow(/leave must be as long as serviceStart/);
  });
});
