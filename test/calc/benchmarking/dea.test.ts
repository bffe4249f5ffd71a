import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { solveExactly } from '../../../src/calc/core/exact-simplex.ts';
import { dea, deaScores } from '../../../src/calc/benchmarking/dea.ts';

/** 课程算例五网点（每千笔：人时，费用）A(2,8) B(3,4) C(6,2) D(6,6) E(4,5)。 */
const branches = {
  inputs: [
    [2, 8],
    [3, 4],
    [6, 2],
    [6, 6],
    [4, 5],
  ],
  outputs: [[1], [1], [1], [1], [1]],
};

test('课程算例：A、B、C 在前沿，D=0.60，E=0.783，E 参照 B、C', () => {
  const units = dea(branches);
  expect(units.map((unit) => unit.stronglyEfficient)).toEqual([true, true, true, false, false]);
  // D：沿射线与 BC 线段 2x+3y=18 相交于 3.6，θ=3.6/6；E：18/(2·4+3·5)=18/23
  expect(units[3]?.score).toBeCloseTo(0.6, 10);
  expect(units[4]?.score).toBeCloseTo(18 / 23, 10);
  expect(units[4]?.score).toBeCloseTo(0.783, 3);
  expect(units[4]?.peers.map((peer) => peer.unit)).toEqual([1, 2]);
  expect(units[3]?.inputTargets[0]).toBeCloseTo(3.6, 9);
});

test('课程算例：删掉标杆 B，D 从 0.60 升到 0.73、E 从 0.78 升到 1.00', () => {
  const keep = [0, 2, 3, 4];
  const scores = deaScores({
    inputs: keep.map((o) => branches.inputs[o] as number[]),
    outputs: keep.map(() => [1]),
  });
  expect(scores[2]).toBeCloseTo(11 / 15, 10);
  expect(scores[2]).toBeCloseTo(0.73, 2);
  expect(scores[3]).toBe(1);
});

test('弱有效单位：得分 1 而有松弛 2（Cooper, Seiford & Tone 例 2.2 的 F）', () => {
  const units = dea({
    inputs: [
      [4, 3],
      [7, 3],
      [8, 1],
      [4, 2],
      [2, 4],
      [10, 1],
    ],
    outputs: [[1], [1], [1], [1], [1], [1]],
  });
  expect(units[5]).toMatchObject({ weaklyEfficient: true, stronglyEfficient: false });
  expect(units[5]?.inputSlacks[0]).toBeCloseTo(2, 9);
  expect(units[5]?.inputTargets).toEqual([expect.closeTo(8, 9), expect.closeTo(1, 9)]);
});

test('量纲无关：小量纲投入上的松弛不会被大量纲淹没', () => {
  // 第一单位的首项已是最少；第二单位只在第二项（量级 1e-6）上多用一半，松弛虽小仍是弱有效
  const units = dea({
    inputs: [
      [4e8, 1e-6],
      [4e8, 1.5e-6],
      [9e8, 0.5e-6],
    ],
    outputs: [[1], [1], [1]],
  });
  expect(units[1]).toMatchObject({ weaklyEfficient: true, stronglyEfficient: false });
  expect(units[1]?.inputSlacks[1]).toBeCloseTo(0.5e-6, 12);
});

const random = createRandom(31);
const sample = (count: number) => {
  const inputs = Array.from({ length: count }, () =>
    [1, 2, 3].map(() => Math.exp(random.normal(0, 1))),
  );
  const outputs = inputs.map((row) =>
    [1, 2].map(
      () => Math.sqrt((row[0] as number) * (row[1] as number)) * Math.exp(random.normal(0, 0.5)),
    ),
  );
  return { inputs, outputs };
};

test('ccr 投入得分 × 产出得分 = 1；bcc ≥ nirs ≥ ccr；各列换单位得分不变', () => {
  const data = sample(40);
  const ccr = deaScores(data);
  const out = deaScores({ ...data, orientation: 'output' });
  const bcc = deaScores({ ...data, model: 'bcc' });
  const nirs = deaScores({ ...data, model: 'nirs' });
  const scaled = deaScores({
    inputs: data.inputs.map((row) => row.map((v, i) => v * ([1e9, 1e-7, 1][i] as number))),
    outputs: data.outputs.map((row) => row.map((v, r) => v * ([1e-6, 1e5][r] as number))),
  });
  ccr.forEach((score, o) => {
    expect(score * (out[o] as number)).toBeCloseTo(1, 8);
    expect(nirs[o]).toBeGreaterThanOrEqual(score - 1e-9);
    expect(bcc[o]).toBeGreaterThanOrEqual((nirs[o] as number) - 1e-9);
    expect(scaled[o]).toBeCloseTo(score, 8);
  });
});

test('投影到目标值之后就是强有效；标杆都是强有效单位', () => {
  for (const model of ['ccr', 'bcc'] as const)
    for (const orientation of ['input', 'output'] as const) {
      const data = sample(25);
      const units = dea({ ...data, model, orientation });
      units.forEach((unit, o) => {
        for (const peer of unit.peers) expect(units[peer.unit]?.stronglyEfficient).toBe(true);
        if (o % 6 !== 0) return;
        const projected = dea({
          inputs: [...data.inputs, unit.inputTargets],
          outputs: [...data.outputs, unit.outputTargets],
          model,
          orientation,
        });
        expect(projected.at(-1)?.score).toBeCloseTo(1, 7);
        expect(projected.at(-1)?.stronglyEfficient).toBe(true);
      });
    }
});

test('最有利权重：投入加权和为 1、产出加权和为 θ，且没有哪个单位超过 1', () => {
  const { inputs, outputs } = sample(20);
  dea({ inputs, outputs }).forEach((unit, o) => {
    const value = (weights: readonly number[], row: readonly number[]) =>
      row.reduce((sum, v, k) => sum + v * (weights[k] as number), 0);
    expect(value(unit.inputWeights, inputs[o] as number[])).toBeCloseTo(1, 7);
    expect(value(unit.outputWeights, outputs[o] as number[])).toBeCloseTo(unit.score, 7);
    inputs.forEach((row, j) =>
      expect(value(unit.outputWeights, outputs[j] as number[])).toBeLessThanOrEqual(
        value(unit.inputWeights, row) + 1e-7,
      ),
    );
  });
});

test('退化：只有一个单位、全部相同、成比例的单位', () => {
  expect(dea({ inputs: [[3]], outputs: [[7]] })[0]).toMatchObject({
    score: 1,
    stronglyEfficient: true,
    peers: [{ unit: 0, weight: 1 }],
  });
  expect(
    deaScores({
      inputs: [
        [2, 3],
        [2, 3],
        [2, 3],
      ],
      outputs: [[1], [1], [1]],
      model: 'bcc',
    }),
  ).toEqual([1, 1, 1]);
  const proportional = dea({
    inputs: [
      [1, 2],
      [10, 20],
      [1e5, 2e5],
    ],
    outputs: [[3], [30], [3e5]],
  });
  expect(proportional.map((unit) => unit.stronglyEfficient)).toEqual([true, true, true]);
});

test('产出全为 0：投入导向 ccr 得 0，产出导向得 Infinity；个别投入产出为 0 可以', () => {
  const data = {
    inputs: [
      [1, 0],
      [2, 3],
    ],
    outputs: [
      [1, 0],
      [0, 0],
    ],
  };
  expect(deaScores(data)).toEqual([1, 0]);
  expect(dea({ ...data, orientation: 'output' })[1]).toMatchObject({
    score: Infinity,
    stronglyEfficient: false,
  });
});

test('整数小实例：单投入单产出时 ccr 即产出投入比除以最高比', () => {
  const unit = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 10 }), (units) => {
      fc.pre(units.some(([, y]) => y > 0));
      const top = Math.max(...units.map(([x, y]) => y / x));
      deaScores({ inputs: units.map(([x]) => [x]), outputs: units.map(([, y]) => [y]) }).forEach(
        (score, o) => {
          const [x, y] = units[o] as [number, number];
          expect(score).toBeCloseTo(y / x / top, 9);
        },
      );
    }),
  );
});

test.each([
  [{ inputs: [], outputs: [] }, /inputs/],
  [{ inputs: [[1]], outputs: [[1], [2]] }, /outputs/],
  [{ inputs: [[0], [1]], outputs: [[1], [1]] }, /inputs\[0\]/],
  [{ inputs: [[-1, 2]], outputs: [[1]] }, /inputs\[0\]\[0\]/],
  [{ inputs: [[1]], outputs: [[NaN]] }, /outputs\[0\]\[0\]/],
  [{ inputs: [[1]], outputs: [[1]], model: 'vrs' as 'bcc' }, /model/],
  [{ inputs: [[1]], outputs: [[1]], orientation: 'both' as 'input' }, /orientation/],
])('坏输入报出参数名 %#', (input, message) => {
  expect(() => dea(input)).toThrow(RangeError);
  expect(() => dea(input)).toThrow(message);
});

test('产出全为 0 的单位得 Infinity，仍可以是前沿的顶点：B 的产出上限由它与 C 连线给出', () => {
  const units = dea({
    inputs: [[1], [3], [2]],
    outputs: [[0], [10], [2]],
    model: 'bcc',
    orientation: 'output',
  });
  expect(units[0]?.score).toBe(Infinity);
  expect(units[1]?.score).toBe(1);
  // 投入 2 在 (1, 0) 与 (3, 10) 的中点，产出可到 5 = 2.5 × 2
  expect(units[2]?.score).toBeCloseTo(2.5, 12);
  expect(units[2]?.peers).toEqual([
    { unit: 0, weight: expect.closeTo(0.5, 12) },
    { unit: 1, weight: expect.closeTo(0.5, 12) },
  ]);
});

test('几乎并列、量级悬殊、含 0 的数据都有得分：不抛错、不越界、没有 −0', () => {
  const draw = createRandom(8);
  const pick = (count: number): number => draw.integer(0, count);
  for (let trial = 0; trial < 60; trial++) {
    const value = (): number => {
      const base = pick(5);
      if (trial % 3 === 0) return base * 10 ** (pick(13) - 6);
      if (trial % 3 === 1) return base * (1 + (draw.uniform() - 0.5) * 10 ** -(8 + pick(8)));
      return base + (pick(3) === 0 ? 1e-9 * draw.uniform() : 0);
    };
    const count = 2 + pick(9);
    const inputs = Array.from({ length: count }, () => {
      const row = [value(), value(), value()];
      return row.some((x) => x > 0) ? row : [1, ...row.slice(1)];
    });
    const outputs = Array.from({ length: count }, () => [value(), value()]);
    inputs[count - 1] = (inputs[0] as number[]).map((x) => x * (1 + 1e-10 * draw.uniform()));
    outputs[count - 1] = [...(outputs[0] as number[])];
    for (const model of ['ccr', 'bcc', 'nirs'] as const)
      for (const orientation of ['input', 'output'] as const) {
        const units = dea({ inputs, outputs, model, orientation });
        for (const { score } of units) {
          expect(Object.is(score, -0)).toBe(false);
          if (orientation === 'input') expect(score >= 0 && score <= 1).toBe(true);
          else expect(score).toBeGreaterThanOrEqual(1);
        }
      }
  }
}, 60_000);

test('得分与不做任何删减的精确整数求解一致', () => {
  const draw = createRandom(4);
  for (let trial = 0; trial < 25; trial++) {
    const count = 3 + draw.integer(0, 5);
    const grid = (width: number, low: number): number[][] =>
      Array.from({ length: count }, () =>
        Array.from({ length: width }, () => draw.integer(low, 6)),
      );
    const inputs = grid(2, 1);
    const outputs = grid(2, 0);
    for (const model of ['ccr', 'bcc'] as const) {
      const scores = deaScores({ inputs, outputs, model, orientation: 'output' });
      scores.forEach((score, o) => {
        const column = (rows: number[][], c: number) => rows.map((row) => row[c] as number);
        const exact = solveExactly({
          objective: [1, ...inputs.map(() => 0)],
          sense: 'max',
          constraints: [
            ...[0, 1].map((c) => ({
              coefficients: [0, ...column(inputs, c)],
              relation: '<=' as const,
              rhs: inputs[o]?.[c] as number,
            })),
            ...[0, 1].map((c) => ({
              coefficients: [-(outputs[o]?.[c] as number), ...column(outputs, c)],
              relation: '>=' as const,
              rhs: 0,
            })),
            ...(model === 'bcc'
              ? [{ coefficients: [0, ...inputs.map(() => 1)], relation: '=' as const, rhs: 1 }]
              : []),
          ],
        });
        if (exact.status === 'unbounded') expect(score).toBe(Infinity);
        else expect(score).toBeCloseTo(exact.solution[0] as number, 9);
      });
    }
  }
});
