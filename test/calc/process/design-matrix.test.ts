import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  designMatrix,
  illustrativeModes,
  type DesignMatrixInput,
} from '../../../src/calc/process/design-matrix.ts';

const base: DesignMatrixInput = {
  businesses: [
    { work: 6, value: 1, needs: 1 },
    { work: 3, value: 2, needs: 3 },
    { work: 1, value: 7, needs: 4 },
  ],
  placement: [1, 3, 4],
  returnPerLevel: 0.25,
};
const modeCount = illustrativeModes.length;

describe('designMatrix', () => {
  it('手算：各就其位，效率按活加权，机会按生意加权', () => {
    // 效率 0.6×9 + 0.3×5 + 0.1×3 = 7.2；机会 0.1×2 + 0.2×5.5 + 0.7×8 = 6.9
    const { now } = designMatrix(base);
    expect(now.efficiency).toBeCloseTo(7.2, 12);
    expect(now.opportunity).toBeCloseTo(6.9, 12);
  });
  it('手算：要商量的放进 App，差三级，七成半的人回头，省下的又花出去', () => {
    // 人工 1 + 0.75×7 = 6.25，效率 3.75；不算回头是 9，面谈是 3
    const cell = designMatrix(base).cells[2]![1]!;
    expect(cell.returns).toBeCloseTo(0.75, 12);
    expect(cell.efficiency).toBeCloseTo(3.75, 12);
    expect(cell.opportunity).toBe(2);
    expect(designMatrix({ ...base, returnPerLevel: 0 }).cells[2]![1]!.efficiency).toBe(9);
  });
  it('回头的比例到一为止；比所需的深不会回头', () => {
    const { cells } = designMatrix({ ...base, returnPerLevel: 0.5 });
    expect(cells[2]!.map(({ returns }) => returns)).toEqual([1, 1, 1, 0.5, 0, 0]);
  });
  it('比所需的深一级以上，机会到头', () => {
    const { cells } = designMatrix(base);
    expect(cells[0]!.map(({ opportunity }) => opportunity)).toEqual([0.5, 2, 4.5, 4.5, 4.5, 4.5]);
    expect(cells[2]!.map(({ opportunity }) => opportunity)).toEqual([0.5, 2, 4.5, 5.5, 8, 10]);
    const shallow = designMatrix({ ...base, usefulDepth: 0 }).cells;
    expect(shallow[2]!.at(-1)!.opportunity).toBe(8);
  });
  it('不回头、机会不到头时，一律用同一种方式，就是那种方式的两个分数', () => {
    const { uniform } = designMatrix({ ...base, returnPerLevel: 0, usefulDepth: modeCount });
    uniform.forEach(({ efficiency, opportunity }, m) => {
      expect(efficiency).toBeCloseTo(illustrativeModes[m]!.efficiency, 12);
      expect(opportunity).toBeCloseTo(illustrativeModes[m]!.opportunity, 12);
    });
  });
  it('前沿是全部放法里没有被比下去的：与逐个列举一致', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            work: fc.integer({ min: 1, max: 9 }),
            value: fc.integer({ min: 1, max: 9 }),
            needs: fc.integer({ min: 0, max: modeCount - 1 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.constantFrom(0, 0.1, 0.25, 0.5),
        (businesses, returnPerLevel) => {
          const at = (code: number) =>
            businesses.map((_, i) => Math.floor(code / modeCount ** i) % modeCount);
          const input = { businesses, returnPerLevel, placement: at(0) };
          const { frontier } = designMatrix(input);
          for (let code = 0; code < modeCount ** businesses.length; code++) {
            const { now } = designMatrix({ ...input, placement: at(code) });
            expect(
              frontier.some(
                (point) =>
                  point.efficiency >= now.efficiency - 1e-9 &&
                  point.opportunity >= now.opportunity - 1e-9,
              ),
            ).toBe(true);
          }
          for (const { placement, efficiency, opportunity } of frontier) {
            const { now } = designMatrix({ ...input, placement });
            expect(now.efficiency).toBeCloseTo(efficiency, 9);
            expect(now.opportunity).toBeCloseTo(opportunity, 9);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
  it('前沿由省到贵：效率降，机会升', () => {
    const { frontier } = designMatrix(base);
    expect(frontier.length).toBeGreaterThan(5);
    for (let i = 1; i < frontier.length; i++) {
      expect(frontier[i]!.efficiency).toBeLessThan(frontier[i - 1]!.efficiency);
      expect(frontier[i]!.opportunity).toBeGreaterThan(frontier[i - 1]!.opportunity);
    }
  });
  it('打分表的方向：接触越深，效率越低，机会越大', () => {
    for (let m = 1; m < modeCount; m++) {
      expect(illustrativeModes[m]!.efficiency).toBeLessThan(illustrativeModes[m - 1]!.efficiency);
      expect(illustrativeModes[m]!.opportunity).toBeGreaterThan(
        illustrativeModes[m - 1]!.opportunity,
      );
    }
  });
  it('极端：只占活不占生意的业务，放在哪里机会都不变', () => {
    const at = (m: number) =>
      designMatrix({
        ...base,
        businesses: [
          { work: 5, value: 0, needs: 0 },
          { work: 5, value: 3, needs: 4 },
        ],
        placement: [m, 4],
      }).now.opportunity;
    expect(at(0)).toBeCloseTo(8, 12);
    expect(at(5)).toBeCloseTo(8, 12);
  });
  it('拒绝坏输入并指出参数', () => {
    const bad = (change: Partial<DesignMatrixInput>) => () => designMatrix({ ...base, ...change });
    const [first] = base.businesses;
    expect(bad({ modes: [] })).toThrow(/modes/);
    expect(bad({ modes: [{ efficiency: 11, opportunity: 0 }] })).toThrow(/modes\[0\]\.efficiency/);
    expect(bad({ modes: [{ efficiency: 1, opportunity: -1 }] })).toThrow(/modes\[0\]\.opportunity/);
    expect(bad({ businesses: [] })).toThrow(/businesses/);
    expect(bad({ placement: [1] })).toThrow(/placement/);
    expect(bad({ placement: [1, 3, 6] })).toThrow(/placement\[2\]/);
    expect(bad({ returnPerLevel: 1.2 })).toThrow(/returnPerLevel/);
    expect(bad({ usefulDepth: -1 })).toThrow(/usefulDepth/);
    expect(bad({ businesses: [{ ...first!, needs: 1.5 }], placement: [0] })).toThrow(
      /businesses\[0\]\.needs/,
    );
    expect(bad({ businesses: [{ ...first!, work: -1 }], placement: [0] })).toThrow(
      /businesses\[0\]\.work/,
    );
    expect(bad({ businesses: [{ ...first!, work: 0 }], placement: [0] })).toThrow(/work in total/);
    expect(bad({ businesses: [{ ...first!, value: 0 }], placement: [0] })).toThrow(
      /value in total/,
    );
    expect(
      bad({
        businesses: Array.from({ length: 9 }, () => first!),
        placement: Array.from({ length: 9 }, () => 0),
      }),
    ).toThrow(/at most 8/);
  });
});
