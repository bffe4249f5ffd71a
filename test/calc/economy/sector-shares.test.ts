import { describe, expect, it } from 'vitest';
import {
  relativeOutputPerWorker,
  sectorContribution,
} from '../../../src/calc/economy/sector-shares.ts';

describe('sectorContribution', () => {
  it('手算：占一半、长 6%，其余长 4%：总量长 5%，拉动 3 个点，贡献六成', () => {
    const result = sectorContribution({ share: 0.5, growth: 0.06, restGrowth: 0.04 });
    expect(result.totalGrowth).toBeCloseTo(0.05, 12);
    expect(result.pull).toBeCloseTo(0.03, 12);
    expect(result.contribution).toBeCloseTo(0.6, 12);
    expect(result.newShare).toBeCloseTo(0.53 / 1.05, 12);
  });

  it('两个部门的拉动相加就是总量的增长，新份额相加等于 1', () => {
    const one = sectorContribution({ share: 0.37, growth: 0.081, restGrowth: -0.012 });
    const other = sectorContribution({ share: 0.63, growth: -0.012, restGrowth: 0.081 });
    expect(one.pull + other.pull).toBeCloseTo(one.totalGrowth, 12);
    expect(one.contribution + other.contribution).toBeCloseTo(1, 12);
    expect(one.newShare + other.newShare).toBeCloseTo(1, 12);
  });

  it('长得一样快时，贡献率就是份额，份额也不动', () => {
    const result = sectorContribution({ share: 0.546, growth: 0.05, restGrowth: 0.05 });
    expect(result.contribution).toBeCloseTo(0.546, 12);
    expect(result.newShare).toBeCloseTo(0.546, 12);
  });

  it('其余部门缩小时贡献率超过 1；总量没有变时没有意义', () => {
    expect(
      sectorContribution({ share: 0.5, growth: 0.04, restGrowth: -0.02 }).contribution,
    ).toBeCloseTo(2, 12);
    expect(
      sectorContribution({ share: 0.5, growth: 0.02, restGrowth: -0.02 }).contribution,
    ).toBeNaN();
  });

  it('拒绝不成份额的份额与跌穿 −100% 的增长', () => {
    const good = { share: 0.5, growth: 0.05, restGrowth: 0.05 };
    expect(() => sectorContribution({ ...good, share: 0 })).toThrow(/share/);
    expect(() => sectorContribution({ ...good, share: 1 })).toThrow(/share/);
    expect(() => sectorContribution({ ...good, growth: -1 })).toThrow(/growth/);
    expect(() => sectorContribution({ ...good, restGrowth: NaN })).toThrow(/restGrowth/);
  });
});

describe('relativeOutputPerWorker', () => {
  it('手算：两成的人做出四成的产出，人均是其余的 (0.4÷0.2)÷(0.6÷0.8) 倍', () => {
    expect(relativeOutputPerWorker({ valueShare: 0.4, employmentShare: 0.2 })).toBeCloseTo(
      8 / 3,
      12,
    );
  });

  it('占多少产出就用多少人，两边人均一样；换到另一边看是倒数', () => {
    expect(relativeOutputPerWorker({ valueShare: 0.3, employmentShare: 0.3 })).toBeCloseTo(1, 12);
    expect(
      relativeOutputPerWorker({ valueShare: 0.7, employmentShare: 0.45 }) *
        relativeOutputPerWorker({ valueShare: 0.3, employmentShare: 0.55 }),
    ).toBeCloseTo(1, 12);
  });

  it('拒绝 0 与 1', () => {
    expect(() => relativeOutputPerWorker({ valueShare: 0, employmentShare: 0.5 })).toThrow(
      /valueShare/,
    );
    expect(() => relativeOutputPerWorker({ valueShare: 0.5, employmentShare: 1 })).toThrow(
      /employmentShare/,
    );
  });
});
