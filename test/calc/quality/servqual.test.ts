import { describe, expect, it } from 'vitest';
import { dimensionMeans, servqual } from '../../../src/calc/quality/servqual.ts';

const five = {
  perception: [5.3, 4.8, 5.1, 5.5, 5.2],
  expectation: [5.2, 6.4, 6.1, 6.0, 5.7],
  importance: [11, 32, 22, 19, 16],
};

describe('servqual', () => {
  it('五维算例：差距 0.1、−1.6、−1.0、−0.5、−0.5；不加权 −0.7，加权 −0.896', () => {
    const r = servqual(five);
    [0.1, -1.6, -1, -0.5, -0.5].forEach((v, i) => expect(r.gaps[i]).toBeCloseTo(v, 10));
    expect(r.unweighted).toBeCloseTo(-0.7, 10);
    expect(r.weighted).toBeCloseTo(-0.896, 10);
    expect(r.orderByGap[0]).toBe(1);
  });
  it('重要性只按比例起作用；等权时加权等于不加权', () => {
    expect(
      servqual({ ...five, importance: five.importance.map((w) => w / 100) }).weighted,
    ).toBeCloseTo(-0.896, 10);
    expect(servqual({ ...five, importance: [3, 3, 3, 3, 3] }).weighted).toBeCloseTo(-0.7, 10);
  });
  it('加权能改变改进次序', () => {
    const r = servqual({ perception: [4, 5], expectation: [6, 6], importance: [10, 90] });
    expect(r.orderByGap).toEqual([0, 1]);
    expect(r.orderByWeightedGap).toEqual([1, 0]);
  });
  it('没有重要性或合计为 0 时加权分没有定义', () => {
    expect(servqual({ perception: [1], expectation: [2] }).weighted).toBeNull();
    expect(servqual({ perception: [1], expectation: [2], importance: [0] }).weighted).toBeNull();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => servqual({ perception: [], expectation: [] })).toThrow(/perception/);
    expect(() => servqual({ perception: [1, 2], expectation: [1] })).toThrow(/expectation/);
    expect(() => servqual({ ...five, importance: [1, 1] })).toThrow(/importance/);
    expect(() => servqual({ ...five, importance: [1, 1, 1, 1, -1] })).toThrow(/importance\[4\]/);
  });
});

describe('dimensionMeans', () => {
  it('先在人内平均再在人间平均，漏答不计', () => {
    // 维 0：甲 (4+6)/2 = 5，乙只答一题 7 → 6；维 1：甲 3，乙漏答 → 3；维 2 无人作答
    const means = dimensionMeans({
      responses: [
        [4, 6, 3, null],
        [7, null, null, null],
      ],
      itemDimensions: [0, 0, 1, 2],
    });
    expect(means.slice(0, 2)).toEqual([6, 3]);
    expect(means[2]).toBeNaN();
  });
  it('拒绝题数不符', () => {
    expect(() => dimensionMeans({ responses: [[1]], itemDimensions: [0, 1] })).toThrow(
      /responses\[0\]/,
    );
    expect(() => dimensionMeans({ responses: [], itemDimensions: [0] })).toThrow(/responses/);
    expect(() => dimensionMeans({ responses: [[1]], itemDimensions: [-1] })).toThrow(
      /itemDimensions/,
    );
  });
});
