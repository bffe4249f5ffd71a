/** 让每家挑对自己最有利的权重：得分、标杆、规模，以及挑出来的那一组权重。表是定的，每样只算一遍。 */
import { dea, deaScores, type UnitEvaluation } from '../../calc/benchmarking/dea.ts';
import { scaleEfficiency } from '../../calc/benchmarking/scale-efficiency.ts';
import { solveLinearProgram } from '../../calc/core/simplex.ts';
import { branches, total } from './branches.ts';

export type Returns = 'constant' | 'variable';

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
const data = {
  inputs: branches.map(({ inputs }) => inputs),
  outputs: branches.map(({ outputs }) => outputs),
};
const isOne = (score: number) => score === 1;

const constant = once(() => deaScores(data));
export const scaleParts = once(() => scaleEfficiency(data));
/** 每家自己挑权重，最高能得几分 */
export const ownScores = (returns: Returns) =>
  returns === 'constant' ? constant() : scaleParts().pureTechnical;

/** 指标一样一样地添，得 1 的有几家 */
export const ladder = once(() => {
  const full = (inputs: number, outputs: readonly (readonly number[])[]) =>
    deaScores({ inputs: branches.map((each) => each.inputs.slice(0, inputs)), outputs }).filter(
      isOne,
    ).length;
  return [
    {
      what: '人工时，总笔数',
      full: full(
        1,
        branches.map((each) => [total(each.outputs)]),
      ),
    },
    { what: '人工时，三类分开', full: full(1, data.outputs) },
    { what: '再添经营费用', full: full(2, data.outputs) },
    { what: '再添面积', full: full(3, data.outputs) },
    { what: '只和大小相当的比', full: ownScores('variable').filter(isOne).length },
  ];
});

/** 能当标杆的几家，加上被评的这一家：别家进不进线性规划，结果都一样 */
const around = (unit: number, returns: Returns) => [
  ...new Set([...ownScores(returns).flatMap((score, j) => (isOne(score) ? [j] : [])), unit]),
];

const judged = new Map<string, UnitEvaluation>();
/** 这一家的标杆与目标；`peers` 里的下标是全表的。 */
export function evaluation(unit: number, returns: Returns): UnitEvaluation {
  const key = `${unit} ${returns}`;
  const kept = judged.get(key);
  if (kept) return kept;
  const set = around(unit, returns);
  const own = dea({
    inputs: set.map((j) => data.inputs[j] ?? []),
    outputs: set.map((j) => data.outputs[j] ?? []),
    model: returns === 'constant' ? 'ccr' : 'bcc',
  })[set.indexOf(unit)] as UnitEvaluation;
  const found = {
    ...own,
    peers: own.peers
      .map((peer) => ({ ...peer, unit: set[peer.unit] ?? 0 }))
      .toSorted((a, b) => b.weight - a.weight),
  };
  judged.set(key, found);
  return found;
}

/** 一组权重：每样投入、每类产出各记几分 */
export interface Weights {
  outputs: readonly number[];
  inputs: readonly number[];
}

/** 每家的产出分 ÷ 投入分。 */
export const ratios = ({ outputs, inputs }: Weights): number[] =>
  branches.map((branch) => {
    const side = (weights: readonly number[], amounts: readonly number[]) =>
      weights.reduce((sum, weight, k) => sum + weight * (amounts[k] ?? 0), 0);
    return side(outputs, branch.outputs) / side(inputs, branch.inputs);
  });

/** 控件能到的网格：产出、工时、费用 0–10，一格 0.1；面积 0–100，一格 1 */
const grids = {
  outputs: [
    { most: 10, step: 0.1 },
    { most: 10, step: 0.1 },
    { most: 10, step: 0.1 },
  ],
  inputs: [
    { most: 10, step: 0.1 },
    { most: 10, step: 0.1 },
    { most: 100, step: 1 },
  ],
} as const;

/** 同一组比例，从满量程到四分之一，各取一遍整 */
function snapped(weights: readonly number[], side: keyof typeof grids): number[][] {
  const grid = grids[side];
  const room = Math.min(...weights.map((weight, k) => (grid[k]?.most ?? 1) / weight));
  return Array.from({ length: 40 }, (_, i) =>
    weights.map((weight, k) => {
      const { step } = grid[k] ?? { step: 1 };
      const steps = Math.round((weight * room * (1 - (0.75 * i) / 39)) / step);
      return Number((steps * step).toFixed(1));
    }),
  );
}

/**
 * 对这一家最有利的一组权重，落在控件的网格上。最有利的往往不止一组：
 * 得 1 的，取离别家最远、六个数都不太小的一组；得不到 1 的，少算万分之一，换来各样都沾一点。
 */
export function kindWeights(unit: number): Weights {
  const own = branches[unit] as (typeof branches)[number];
  const best = constant()[unit] ?? 0;
  const full = isOne(best);
  const scaled = (branch: (typeof branches)[number]) => ({
    x: branch.inputs.map((value, i) => value / (own.inputs[i] ?? 1)),
    y: branch.outputs.map((value, r) => value / (own.outputs[r] ?? 1)),
  });
  const { solution } = solveLinearProgram({
    objective: [0, 0, 0, 0, 0, 0, 1],
    sense: 'max',
    constraints: [
      { coefficients: [1, 1, 1, 0, 0, 0, 0], relation: '=', rhs: 1 },
      { coefficients: [0, 0, 0, 1, 1, 1, 0], relation: '>=', rhs: best - (full ? 1e-9 : 1e-4) },
      ...around(unit, 'constant').map((j) => {
        const { x, y } = scaled(branches[j] as (typeof branches)[number]);
        const away = full && j !== unit ? 1 : 0;
        return {
          coefficients: [...x.map((value) => -value), ...y, away],
          relation: '<=' as const,
          rhs: 0,
        };
      }),
      ...[0, 1, 2, 3, 4, 5].map((k) => ({
        coefficients: [0, 1, 2, 3, 4, 5, 6].map((m) =>
          m === k ? -1 : m === 6 ? (full ? 0.5 : 1) : 0,
        ),
        relation: '<=' as const,
        rhs: 0,
      })),
    ],
  });
  const per = (amounts: readonly number[], from: number) =>
    amounts.map((amount, k) => Math.max(0, solution[from + k] ?? 0) / amount);
  const choices = {
    inputs: snapped(per(own.inputs, 0), 'inputs'),
    outputs: snapped(per(own.outputs, 3), 'outputs'),
  };
  const scoreOf = (weights: Weights) => {
    const all = ratios(weights);
    return (all[unit] ?? 0) / Math.max(...all);
  };
  let found: Weights = { inputs: [1, 0, 0], outputs: [1, 1, 1] };
  let most = scoreOf(found);
  for (const inputs of choices.inputs)
    for (const outputs of choices.outputs) {
      const score = scoreOf({ inputs, outputs });
      if (score > most) [found, most] = [{ inputs, outputs }, score];
    }
  return found;
}

/** 只数 A、C 两类、投入只算人工时：画得进一张图。`edge` 是这一角里得 1 的，从左到右。 */
export const corner = once(() => {
  const points = branches.map(({ inputs, outputs }) => ({
    x: (outputs[0] ?? 0) / (inputs[0] ?? 1),
    y: (outputs[2] ?? 0) / (inputs[0] ?? 1),
  }));
  const scores = deaScores({
    inputs: points.map(() => [1]),
    outputs: points.map(({ x, y }) => [x, y]),
  });
  return {
    points,
    edge: scores
      .flatMap((score, unit) => (isOne(score) ? [unit] : []))
      .toSorted((one, other) => (points[one]?.x ?? 0) - (points[other]?.x ?? 0)),
  };
});
