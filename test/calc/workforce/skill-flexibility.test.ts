import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maximumService,
  simulateCrossTraining,
} from '../../../src/calc/workforce/cross-training.ts';
import { demandSample, skillFlexibility } from '../../../src/calc/workforce/skill-flexibility.ts';

const six = {
  demandMeans: Array(6).fill(10) as number[],
  demandSds: Array(6).fill(3) as number[],
  replications: 4000,
  seed: 3,
};
const tens = Array(6).fill(10) as number[];
const chain = tens.map((_, i) => [i, (i + 1) % 6]);
const everyone = tens.map(() => [0, 1, 2, 3, 4, 5]);
const once = (...demand: readonly number[]) =>
  demandSample({
    demandMeans: demand,
    demandSds: demand.map(() => 0),
    replications: 1,
    seed: 1,
  });

describe('skillFlexibility', () => {
  it('手算：链上借力一圈，30 件全部做完，专岗只做 25', () => {
    // 需求 15、5、10，能力各 10：0 组做 10 件 0 类；2 组拨 5 件给 0 类；1 组富余 5 件补 2 类
    const { designs, dedicated, full } = skillFlexibility({
      sample: once(15, 5, 10),
      capacities: [10, 10, 10],
      designs: [
        [
          [0, 1],
          [1, 2],
          [2, 0],
        ],
        [[0, 1], [1, 2], [2]],
      ],
    });
    expect([dedicated, full]).toEqual([25, 30]);
    expect(designs[0]).toMatchObject({ skills: 6, meanServed: 30, gained: 1 });
    // 少了 2 组接回 0 类的一条，谁也帮不上 0 类
    expect(designs[1]).toMatchObject({ skills: 5, meanServed: 25, gained: 0 });
  });

  it('与逐次增广的仿真同一串随机数、同一个数：52.74、57.00、57.01', () => {
    const sample = demandSample(six);
    const result = skillFlexibility({ sample, capacities: tens, designs: [chain, everyone] });
    const [dedicated, ring, full] = simulateCrossTraining({
      ...six,
      capacities: tens,
      designs: ['dedicated', 'chain', 'full'],
    });
    expect(result.dedicated).toBeCloseTo(dedicated!.meanServed, 8);
    expect(result.designs[0]!.meanServed).toBeCloseTo(ring!.meanServed, 8);
    expect(result.designs[0]!.standardError).toBeCloseTo(ring!.standardError, 8);
    expect(result.designs[0]!.skills).toBe(12);
    expect(result.designs[1]!.meanServed).toBeCloseTo(full!.meanServed, 8);
    expect(result.designs[1]!.gained).toBeCloseTo(1, 9);
    expect(result.dedicated).toBeCloseTo(52.74, 2);
    expect(result.full).toBeCloseTo(57.01, 1);
  });

  it('最小割与最大流处处相等', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 40 }),
            fc.integer({ min: 0, max: 40 }),
            fc.integer({ min: 0, max: 31 }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        (rows) => {
          const demand = rows.map(([value]) => value / 3);
          const capacities = rows.map(([, value]) => value / 7);
          const skills = rows.map(([, , mask]) =>
            rows.map((_, d) => d).filter((d) => (mask >> d) & 1),
          );
          const { designs } = skillFlexibility({
            sample: once(...demand),
            capacities,
            designs: [skills],
          });
          expect(designs[0]!.meanServed).toBeCloseTo(
            maximumService({ demand, capacities, skills }),
            9,
          );
        },
      ),
    );
  });

  it('多学一样，完成量不会少；会做本行的，总在专岗与全能之间', () => {
    const sample = demandSample({ ...six, replications: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (masks, group, kind) => {
          const own = masks.map((mask, i) =>
            [0, 1, 2, 3, 4, 5].filter((d) => d === i || (mask >> d) & 1),
          );
          const more = own.map((list, i) => (i === group ? [...list, kind] : list));
          const { designs, dedicated, full } = skillFlexibility({
            sample,
            capacities: tens,
            designs: [own, more],
          });
          const [before, after] = designs.map(({ meanServed }) => meanServed) as [number, number];
          expect(after).toBeGreaterThanOrEqual(before - 1e-9);
          expect(before).toBeGreaterThanOrEqual(dedicated - 1e-9);
          expect(after).toBeLessThanOrEqual(full + 1e-9);
        },
      ),
    );
  });

  it('极端：没有波动而能力相称，好处没有定义；没有能力、没有需求都是零；一条线也没有，一件也做不了', () => {
    const level = { ...six, demandSds: tens.map(() => 0), replications: 3 };
    const none = skillFlexibility({
      sample: demandSample(level),
      capacities: tens,
      designs: [chain, tens.map(() => [])],
    });
    expect(none.designs[0]!.gained).toBeNaN();
    expect(none.designs[0]!.meanServed).toBe(60);
    expect(none.designs[1]!.meanServed).toBe(0);
    const idle = skillFlexibility({
      sample: demandSample(level),
      capacities: tens.map(() => 0),
      designs: [everyone],
    });
    expect([idle.full, idle.designs[0]!.meanServed]).toEqual([0, 0]);
    const empty = skillFlexibility({
      sample: demandSample({ ...level, demandMeans: tens.map(() => 0) }),
      capacities: tens,
      designs: [everyone],
    });
    expect(empty.demand).toBe(0);
    expect(empty.designs[0]!.gained).toBeNaN();
  });

  it('坏输入指名拒绝', () => {
    const sample = once(1, 2);
    expect(() => demandSample({ ...six, demandMeans: [] })).toThrow(/demandMeans/);
    expect(() => demandSample({ ...six, demandSds: [1] })).toThrow(/demandSds/);
    expect(() => demandSample({ ...six, replications: 0 })).toThrow(/replications/);
    expect(() =>
      demandSample({
        ...six,
        demandMeans: Array(13).fill(1) as number[],
        demandSds: Array(13).fill(1) as number[],
      }),
    ).toThrow(/demandMeans must be a list of at most 12/);
    expect(() => skillFlexibility({ sample, capacities: [1], designs: [] })).toThrow(/capacities/);
    expect(() => skillFlexibility({ sample, capacities: [1, -1], designs: [] })).toThrow(
      /capacities\[1\]/,
    );
    expect(() => skillFlexibility({ sample, capacities: [1, 1], designs: [[[0]]] })).toThrow(
      /designs\[0\]/,
    );
    expect(() => skillFlexibility({ sample, capacities: [1, 1], designs: [[[0], [2]]] })).toThrow(
      /designs\[0\]\[1\]/,
    );
  });
});
