import { describe, expect, it } from 'vitest';
import { perceptualMap } from '../../../src/calc/strategy/perceptual-map.ts';

const ratings = [
  [7, 2, 5, 3],
  [6, 3, 4, 4],
  [2, 7, 6, 5],
  [3, 6, 2, 6],
  [4, 4, 3, 1],
];

describe('perceptualMap', () => {
  it('两列完全相关时第一维解释全部：标准化后方差 2 与 0', () => {
    const r = perceptualMap({
      ratings: [
        [1, 20],
        [2, 40],
        [4, 80],
      ],
    });
    expect(r.variances[0]).toBeCloseTo(2, 12);
    expect(r.explained[0]).toBeCloseTo(1, 12);
    expect(r.directions[0]![0]).toBeCloseTo(Math.SQRT1_2, 10);
  });
  it('各维坐标均值为 0、方差等于特征值、互不相关', () => {
    for (const scaling of ['correlation', 'covariance'] as const) {
      const r = perceptualMap({ ratings, scaling, dimensions: 3 });
      for (let k = 0; k < 3; k++)
        for (let l = 0; l < 3; l++) {
          const product = r.coordinates.reduce((s, c) => s + c[k]! * c[l]!, 0) / 4;
          expect(product).toBeCloseTo(k === l ? r.variances[k]! : 0, 10);
        }
      for (let k = 0; k < 3; k++)
        expect(r.coordinates.reduce((s, c) => s + c[k]!, 0)).toBeCloseTo(0, 10);
    }
  });
  it('取满维度时品牌间距离不变', () => {
    const r = perceptualMap({ ratings, scaling: 'covariance', dimensions: 4 });
    const distance = (a: number[], b: number[]): number =>
      Math.hypot(...a.map((x, i) => x - b[i]!));
    expect(distance(r.coordinates[0]!, r.coordinates[3]!)).toBeCloseTo(
      distance(ratings[0]!, ratings[3]!),
      10,
    );
    expect(r.explained.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
  it('没有变化的属性不影响结果；各品牌相同时 explained 没有定义', () => {
    const r = perceptualMap({ ratings: ratings.map((row) => [...row, 0.1]) });
    expect(r.explained[0]).toBeCloseTo(perceptualMap({ ratings }).explained[0]!, 12);
    expect(r.correlations[4]![0]).toBeNaN();
    const same = perceptualMap({
      ratings: [
        [0.1, 0.2],
        [0.1, 0.2],
        [0.1, 0.2],
      ],
    });
    expect(same.coordinates[2]).toEqual([0, 0]);
    expect(same.explained[0]).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => perceptualMap({ ratings: [[1, 2]] })).toThrow(/ratings/);
    expect(() => perceptualMap({ ratings, dimensions: 5 })).toThrow(/dimensions/);
    expect(() =>
      perceptualMap({
        ratings: [
          [1, NaN],
          [1, 2],
        ],
      }),
    ).toThrow(/ratings\[0\]\[1\]/);
    expect(() => perceptualMap({ ratings, scaling: 'none' as 'correlation' })).toThrow(/scaling/);
  });
});
