import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  growthForShare,
  managerPipeline,
  undilutedGrowth,
} from '../../../src/calc/improvement/manager-pipeline.ts';

const chain = { leaving: 0.12, mentoring: 0.25 };
const chains = fc.record({
  leaving: fc.double({ min: 0, max: 1, noNaN: true }),
  mentoring: fc.double({ min: 0, max: 0.8, noNaN: true }),
  training: fc.integer({ min: 0, max: 4 }),
});

describe('managerPipeline', () => {
  it('手算两年：熟手 100 → 113 → 127.69，店多三成 100 → 130 → 169', () => {
    const path = managerPipeline({ ...chain, years: 2, growth: 0.3 });
    expect(path.map(({ managers }) => managers)).toEqual([
      100,
      expect.closeTo(113, 10),
      expect.closeTo(127.69, 10),
    ]);
    expect(path.map(({ stores }) => stores)).toEqual([
      100,
      expect.closeTo(130, 10),
      expect.closeTo(169, 10),
    ]);
    expect(path[2]!.seasonedShare).toBeCloseTo(127.69 / 169, 12);
  });

  it('六年后有熟手的店：年多 15% 是 90%，30% 是 43%，50% 是 18%，13% 是全部', () => {
    const share = (growth: number) =>
      managerPipeline({ ...chain, years: 6, growth }).at(-1)!.seasonedShare;
    expect([0.15, 0.3, 0.5].map((growth) => Number(share(growth).toFixed(2)))).toEqual([
      0.9, 0.43, 0.18,
    ]);
    expect(share(0.13)).toBeCloseTo(1, 12);
    expect(share(0.5)).toBeCloseTo((1.13 / 1.5) ** 6, 12);
  });

  it('出师要等一年，手算：头一年照样有起步前带的人出师，往后慢', () => {
    // 88 + 25；0.88 × 113 + 25；0.88 × 124.44 + 28.25
    const path = managerPipeline({ ...chain, training: 1, years: 3, growth: 0 });
    expect(path.map(({ managers }) => managers)).toEqual([
      100,
      expect.closeTo(113, 10),
      expect.closeTo(124.44, 10),
      expect.closeTo(137.7572, 10),
    ]);
    expect(path.every(({ seasonedShare }) => seasonedShare === 1)).toBe(true);
  });

  it('照上限多开，熟手一年也不缺；上限不为负时如此', () => {
    fc.assert(
      fc.property(chains, (each) => {
        const growth = undilutedGrowth(each);
        fc.pre(growth >= 0);
        for (const { seasonedShare } of managerPipeline({ ...each, growth, years: 12 }))
          expect(seasonedShare).toBeGreaterThan(1 - 1e-9);
      }),
    );
  });

  it('极端：没有熟手就一直没有；零年只有起步；一年全走光、又没有带人', () => {
    expect(
      managerPipeline({ ...chain, years: 3, growth: 1, managers: 0 }).map(
        ({ seasonedShare }) => seasonedShare,
      ),
    ).toEqual([0, 0, 0, 0]);
    expect(managerPipeline({ ...chain, years: 0, growth: 1 })).toHaveLength(1);
    const gone = managerPipeline({ years: 2, growth: -0.5, leaving: 1, mentoring: 0 });
    expect(gone.map(({ managers }) => managers)).toEqual([100, 0, 0]);
    expect(gone[2]!.stores).toBe(25);
  });

  it.each<[Partial<Parameters<typeof managerPipeline>[0]>, string]>([
    [{ years: -1 }, 'years must'],
    [{ growth: -1 }, 'growth must'],
    [{ growth: NaN }, 'growth must'],
    [{ leaving: 1.2 }, 'leaving must'],
    [{ mentoring: -0.1 }, 'mentoring must'],
    [{ training: 0.5 }, 'training must'],
    [{ stores: 0 }, 'stores must'],
    [{ managers: -1 }, 'managers must'],
  ])('%j 不合规矩，信息说明哪一个', (wrong, message) => {
    expect(() => managerPipeline({ ...chain, years: 6, growth: 0.3, ...wrong })).toThrow(message);
  });
});

describe('undilutedGrowth', () => {
  it('带出来的减走掉的：0.25 − 0.12 = 13%；多等一年，(0.88 + √(0.88² + 1)) ÷ 2 − 1', () => {
    expect(undilutedGrowth(chain)).toBeCloseTo(0.13, 12);
    expect(undilutedGrowth({ ...chain, training: 1 })).toBeCloseTo(
      (0.88 + Math.sqrt(0.88 ** 2 + 1)) / 2 - 1,
      12,
    );
  });

  it('是推演走到很远以后的增速', () => {
    fc.assert(
      fc.property(chains, ({ leaving, mentoring, training }) => {
        fc.pre(leaving < 0.9 && mentoring > 0.05);
        const limit = undilutedGrowth({ leaving, mentoring, training });
        const path = managerPipeline({ leaving, mentoring, training, years: 400, growth: 0 });
        const [last, before] = [path[400]!.managers, path[399]!.managers];
        expect(last / before - 1).toBeCloseTo(limit, 6);
      }),
    );
  });

  it('出师越慢，正的上限越低；带得不如走得多，上限为负；边上的取值', () => {
    const limits = [0, 1, 2, 3].map((training) => undilutedGrowth({ ...chain, training }));
    expect(limits).toEqual(limits.toSorted((a, b) => b - a));
    expect(limits[3]).toBeGreaterThan(0);
    expect(undilutedGrowth({ leaving: 0.35, mentoring: 0.25, training: 2 })).toBeLessThan(0);
    expect(undilutedGrowth({ leaving: 0.3, mentoring: 0, training: 2 })).toBe(-0.3);
    expect(undilutedGrowth({ leaving: 1, mentoring: 0.25, training: 1 })).toBeCloseTo(-0.5, 10);
    expect(undilutedGrowth({ leaving: 1, mentoring: 0 })).toBe(-1);
  });

  it('拒绝坏输入并指出参数', () => {
    expect(() => undilutedGrowth({ leaving: -0.1, mentoring: 0 })).toThrow('leaving must');
    expect(() => undilutedGrowth({ leaving: 0.1, mentoring: NaN })).toThrow('mentoring must');
    expect(() => undilutedGrowth({ ...chain, training: -1 })).toThrow('training must');
  });
});

describe('growthForShare', () => {
  it('六年后还要九成有熟手，一年最多多开 1.13 ÷ 0.9^(1/6) − 1 = 15%', () => {
    expect(growthForShare({ ...chain, years: 6, share: 0.9 })).toBeCloseTo(
      1.13 / 0.9 ** (1 / 6) - 1,
      12,
    );
  });

  it('与推演互为反函数', () => {
    fc.assert(
      fc.property(
        chains,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (each, share, years) => {
          fc.pre(each.leaving < 0.95);
          const growth = growthForShare({ ...each, years, share });
          const end = managerPipeline({ ...each, years, growth }).at(-1)!;
          expect(end.seasonedShare).toBeCloseTo(share, 8);
        },
      ),
    );
  });

  it('极端与坏输入', () => {
    expect(growthForShare({ leaving: 1, mentoring: 0, years: 2, share: 0.5 })).toBe(-1);
    expect(() => growthForShare({ ...chain, years: 0, share: 0.5 })).toThrow('years must');
    expect(() => growthForShare({ ...chain, years: 2, share: 1 })).toThrow('share must');
    expect(() => growthForShare({ ...chain, leaving: 2, years: 2, share: 0.5 })).toThrow(
      'leaving must',
    );
  });
});
