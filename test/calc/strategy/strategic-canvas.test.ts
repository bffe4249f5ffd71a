import { describe, expect, it } from 'vitest';
import { strategicCanvas } from '../../../src/calc/strategy/strategic-canvas.ts';

describe('strategicCanvas', () => {
  const average = [10, 10, 10, 10];
  const focused = [25, 15, 0, 0];
  const opposite = [0, 0, 20, 20];
  const segments = [
    { name: '图快', weights: [0.3, 0.2, 0, 0], size: 3 },
    { name: '图好', weights: [0, 0, 0.2, 0.3], size: 1 },
  ];
  it('平均分配时对任何客群都不是第一选择', () => {
    const result = strategicCanvas({
      profiles: [average, focused, opposite],
      segments,
      budget: 40,
    });
    expect(result.firstChoices).toEqual([1, 2]);
  });
  it('手算效用、成本与份额', () => {
    const result = strategicCanvas({
      profiles: [
        [2, 1],
        [0, 3],
      ],
      segments: [{ weights: [1, 0.5] }],
      costCoefficients: [1, 2],
    });
    // 效用 2.5 与 1.5；成本 4 + 2 = 6 与 18；份额 e/(e + 1)
    expect(result.utilities[0]).toEqual([2.5, 1.5]);
    expect(result.costs).toEqual([6, 18]);
    expect(result.shares[0]).toBeCloseTo(Math.E / (Math.E + 1), 12);
  });
  it('总份额是客群份额按大小的加权平均', () => {
    const r = strategicCanvas({ profiles: [average, focused, opposite], segments });
    expect(r.shares[1]).toBeCloseTo(
      (3 * r.segmentShares[0]![1]! + r.segmentShares[1]![1]!) / 4,
      12,
    );
    expect(r.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
  it('并列第一没有第一选择；客群大小全为 0 时总份额没有定义', () => {
    const r = strategicCanvas({
      profiles: [average, average],
      segments: [{ weights: [1, 0, 0, 0], size: 0 }],
    });
    expect(r.firstChoices).toEqual([null]);
    expect(r.shares[0]).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() =>
      strategicCanvas({ profiles: [[30, 11]], segments: [{ weights: [1, 1] }], budget: 40 }),
    ).toThrow(/profiles\[0\]/);
    expect(() => strategicCanvas({ profiles: [average], segments: [{ weights: [1] }] })).toThrow(
      /segments\[0\]\.weights/,
    );
    expect(() => strategicCanvas({ profiles: [average], segments, costCoefficients: [1] })).toThrow(
      /costCoefficients/,
    );
    expect(() => strategicCanvas({ profiles: [[-1]], segments: [{ weights: [1] }] })).toThrow(
      /profiles\[0\]\[0\]/,
    );
  });
});
