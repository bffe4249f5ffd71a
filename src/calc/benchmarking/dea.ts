import { atLeast, matrix, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';
import type { LinearConstraint } from '../core/linear-program.ts';
import { solveLinearProgram } from '../core/simplex.ts';

/** 一个单位（网点）的评价。 */
export interface UnitEvaluation {
  /** 效率：投入导向为 θ ∈ [0,1]（按比例可缩到多少）；产出导向为 φ ≥ 1（按比例可扩到多少），产出全为 0 时为 Infinity。 */
  score: number;
  /** 是否弱有效：得分为 1，可能仍有松弛。 */
  weaklyEfficient: boolean;
  /** 是否强有效：得分为 1 且没有任何松弛。 */
  stronglyEfficient: boolean;
  /** 标杆（参照集）及其权重 λ。 */
  peers: {
    /** 单位下标。 */
    unit: number;
    /** 权重 λ。 */
    weight: number;
  }[];
  /** 各投入的松弛：按比例缩减之后还多用的量，原单位。 */
  inputSlacks: number[];
  /** 各产出的松弛：还少产的量，原单位。 */
  outputSlacks: number[];
  /** 松弛之和（各量纲直接相加，只作教科书对照，是否强有效不看它）。 */
  slackSum: number;
  /** 各投入的目标值：前沿上的投影。 */
  inputTargets: number[];
  /** 各产出的目标值。 */
  outputTargets: number[];
  /** 对该单位最有利的投入权重 v。 */
  inputWeights: number[];
  /** 对该单位最有利的产出权重 u。 */
  outputWeights: number[];
}

/** DEA 的数据与选项。 */
export interface DeaInput {
  /** 投入：一行一个单位，一列一项投入。 */
  inputs: readonly (readonly number[])[];
  /** 产出：一行一个单位，一列一项产出。 */
  outputs: readonly (readonly number[])[];
  /** 规模报酬：ccr 不变，bcc 可变，nirs 非递增；缺省 ccr。 */
  model?: 'ccr' | 'bcc' | 'nirs';
  /** 导向：input 缩投入，output 扩产出；缺省 input。 */
  orientation?: 'input' | 'output';
}

// 每行都除以被评单位自己的量，得分与松弛于是都是“自己的几成”，一个容差对任何量纲都有同样含义
const scoreTolerance = 1e-9;
const slackTolerance = 1e-7;

interface Frame {
  inputs: readonly (readonly number[])[];
  outputs: readonly (readonly number[])[];
  model: 'ccr' | 'bcc' | 'nirs';
  orientation: 'input' | 'output';
  /** 各列最大值：被评单位在该项上为 0 时用它作尺度。 */
  inputTop: number[];
  outputTop: number[];
  /** 可能在前沿上的单位：只有它们进线性规划。 */
  reference: number[];
}

/**
 * 单位 k 是否支配单位 j：缩放到 t 倍后投入不多、产出不少（ccr 的 t 任意，bcc 的 t=1，nirs 的 t≤1）。
 * 被支配者去掉后生产可能集不变，线性规划因此小得多。
 */
function dominates(frame: Omit<Frame, 'reference'>, k: number, j: number): boolean {
  let least = 0;
  let most = Infinity;
  (frame.outputs[j] as readonly number[]).forEach((value, r) => {
    if (value > 0)
      least = Math.max(least, value / ((frame.outputs[k] as readonly number[])[r] as number));
  });
  (frame.inputs[k] as readonly number[]).forEach((value, i) => {
    if (value > 0)
      most = Math.min(most, ((frame.inputs[j] as readonly number[])[i] as number) / value);
  });
  if (frame.model === 'bcc') return least <= 1 && most >= 1;
  return frame.model === 'nirs' ? least <= 1 && least <= most : least <= most;
}

/** 不被别的单位支配的单位；互相支配（成比例或相同）的只留最靠前者。 */
function undominated(frame: Omit<Frame, 'reference'>): number[] {
  const units = frame.inputs.map((_, unit) => unit);
  return units.filter((j) =>
    units.every((k) => k === j || !dominates(frame, k, j) || (k > j && dominates(frame, j, k))),
  );
}

function checkDea(input: DeaInput): Frame {
  const { inputs, outputs, model = 'ccr', orientation = 'input' } = input;
  matrix('inputs', inputs);
  matrix('outputs', outputs);
  sameLength('outputs', outputs, 'inputs', inputs);
  if (model !== 'ccr' && model !== 'bcc' && model !== 'nirs')
    reject('model', "'ccr', 'bcc' or 'nirs'", model);
  if (orientation !== 'input' && orientation !== 'output')
    reject('orientation', "'input' or 'output'", orientation);
  inputs.forEach((row, o) => {
    row.forEach((value, i) => atLeast(`inputs[${o}][${i}]`, value, 0));
    if (!row.some((value) => value > 0))
      reject(`inputs[${o}]`, 'a row with at least one positive input', row);
  });
  outputs.forEach((row, o) => row.forEach((value, r) => atLeast(`outputs[${o}][${r}]`, value, 0)));
  const tops = (rows: readonly (readonly number[])[]) =>
    (rows[0] as readonly number[]).map((_, c) => largest(rows.map((row) => row[c] as number)) || 1);
  const frame = {
    inputs,
    outputs,
    model,
    orientation,
    inputTop: tops(inputs),
    outputTop: tops(outputs),
  };
  return { ...frame, reference: undominated(frame) };
}

/** 被评单位的尺度化数据：列为参照单位，行为投入或产出；own 是被评单位自己（为 0 或 1）。 */
function scaledRows(frame: Frame, unit: number) {
  const { inputs, outputs, inputTop, outputTop, reference } = frame;
  const own = (rows: readonly (readonly number[])[], tops: readonly number[]) =>
    (rows[unit] as readonly number[]).map((value, c) => (value > 0 ? value : (tops[c] as number)));
  const inputScale = own(inputs, inputTop);
  const outputScale = own(outputs, outputTop);
  const divide = (rows: readonly (readonly number[])[], scale: readonly number[]) =>
    scale.map((size, c) => ({
      own: ((rows[unit] as readonly number[])[c] as number) / size,
      values: reference.map((j) => ((rows[j] as readonly number[])[c] as number) / size),
    }));
  return {
    inputScale,
    outputScale,
    x: divide(inputs, inputScale),
    y: divide(outputs, outputScale),
  };
}

type Scaled = ReturnType<typeof scaledRows>;

/** Σλ 的约束，追加在末尾。 */
function scaleConstraint(frame: Frame, width: number, from: number): LinearConstraint[] {
  if (frame.model === 'ccr') return [];
  const coefficients = Array.from({ length: width }, (_, k) =>
    k >= from && k < from + frame.reference.length ? 1 : 0,
  );
  return [{ coefficients, relation: frame.model === 'bcc' ? '=' : '<=', rhs: 1 }];
}

/** 第一阶段的结果。 */
interface FirstPhase {
  score: number;
  /** 各行的影子价格；得分为 Infinity 时为空。 */
  duals: number[];
  /** 得分对应的组合。 */
  plan: UnitEvaluation['peers'];
}

/** 第一阶段：只求比例 θ 或 φ。 */
function firstPhase(frame: Frame, unit: number, scaled: Scaled): FirstPhase {
  const { x, y } = scaled;
  const n = frame.reference.length;
  const isInput = frame.orientation === 'input';
  const constraints: LinearConstraint[] = [
    ...x.map(({ own, values }): LinearConstraint => ({
      coefficients: [isInput ? -own : 0, ...values],
      relation: '<=',
      rhs: isInput ? 0 : own,
    })),
    ...y.map(({ own, values }): LinearConstraint => ({
      coefficients: [isInput ? 0 : -own, ...values],
      relation: '>=',
      rhs: isInput ? own : 0,
    })),
    ...scaleConstraint(frame, n + 1, 1),
  ];
  // 产出全为 0：扩多少倍都是 0
  if (!isInput && y.every(({ own }) => own === 0)) return { score: Infinity, duals: [], plan: [] };
  const result = solveLinearProgram({
    objective: [1, ...frame.reference.map(() => 0)],
    sense: isInput ? 'min' : 'max',
    constraints,
  });
  if (result.status === 'unbounded') return { score: Infinity, duals: result.duals, plan: [] };
  if (result.status === 'infeasible' && !frame.reference.includes(unit)) {
    // 与支配它的单位只差末位舍入：按比例换算后谁也够不着它。把它自己放回参照，就总有解
    frame.reference = [...frame.reference, unit];
    return firstPhase(frame, unit, scaledRows(frame, unit));
  }
  if (result.status !== 'optimal')
    throw new Error(`DEA unit ${unit}: the linear program ended with status ${result.status}`);
  const raw = result.solution[0] as number;
  // 自己就是一个可行解，得分不会比 1 差；加 0 使 −0 归为 0
  const feasible = isInput ? Math.min(1, raw) : Math.max(1, raw);
  return {
    score: Math.abs(feasible - 1) <= scoreTolerance ? 1 : feasible + 0,
    duals: result.duals,
    plan: frame.reference.map((j, k) => ({ unit: j, weight: result.solution[k + 1] as number })),
  };
}

/** 第二阶段：固定比例，使加权松弛最大；返回 λ 与尺度化的松弛。 */
function secondPhase(frame: Frame, scaled: Scaled, score: number, slackWeights: readonly number[]) {
  const { x, y } = scaled;
  const n = frame.reference.length;
  const width = n + x.length + y.length;
  const isInput = frame.orientation === 'input';
  const row = (
    values: readonly number[],
    slack: number,
    sign: number,
    rhs: number,
  ): LinearConstraint => {
    const coefficients = [...values, ...Array.from({ length: width - n }, () => 0)];
    coefficients[n + slack] = sign;
    return { coefficients, relation: '=', rhs };
  };
  const constraints = [
    ...x.map(({ own, values }, i) => row(values, i, 1, (isInput ? score : 1) * own)),
    ...y.map(({ own, values }, r) => row(values, x.length + r, -1, (isInput ? 1 : score) * own)),
    ...scaleConstraint(frame, width, 0),
  ];
  const result = solveLinearProgram({
    objective: [...frame.reference.map(() => 0), ...slackWeights],
    sense: 'max',
    constraints,
  });
  if (result.status !== 'optimal') return null;
  return { weights: result.solution.slice(0, n), slacks: result.solution.slice(n) };
}

/** 第一阶段的权重与它留下的松弛：得分舍入后第二阶段的等式恰好无解时用它。 */
function firstPlan(frame: Frame, { x, y }: Scaled, first: FirstPhase) {
  const isInput = frame.orientation === 'input';
  const weights = frame.reference.map(
    (j) => first.plan.find(({ unit }) => unit === j)?.weight ?? 0,
  );
  const used = (values: readonly number[]) =>
    values.reduce((sum, value, k) => sum + value * (weights[k] as number), 0);
  return {
    weights,
    slacks: [
      ...x.map(({ own, values }) => Math.max(0, (isInput ? first.score : 1) * own - used(values))),
      ...y.map(({ own, values }) => Math.max(0, used(values) - (isInput ? 1 : first.score) * own)),
    ],
  };
}

function evaluateUnit(frame: Frame, unit: number, first: FirstPhase): UnitEvaluation {
  const { inputs, outputs, orientation, reference } = frame;
  const ownInputs = inputs[unit] as readonly number[];
  const ownOutputs = outputs[unit] as readonly number[];
  const scaled = scaledRows(frame, unit);
  const { inputScale, outputScale } = scaled;
  const { score, duals } = first;
  const m = inputScale.length;
  // 对偶变量的符号随导向而变，取绝对值即为非负的权重
  const inputWeights = inputScale.map((size, i) => Math.abs(duals[i] ?? NaN) / size);
  const outputWeights = outputScale.map((size, r) => Math.abs(duals[m + r] ?? NaN) / size);
  if (score === Infinity)
    return {
      score,
      weaklyEfficient: false,
      stronglyEfficient: false,
      peers: [],
      inputSlacks: ownInputs.map(() => NaN),
      outputSlacks: ownOutputs.map(() => NaN),
      slackSum: NaN,
      inputTargets: ownInputs.map(() => NaN),
      outputTargets: ownOutputs.map(() => NaN),
      inputWeights: inputWeights.map(() => NaN),
      outputWeights: outputWeights.map(() => NaN),
    };

  // 先按“自己的几成”加总松弛来判强有效：与量纲无关。真有松弛再按原单位加总求教科书的松弛值，
  // 反过来做的话，量纲小的那项松弛会淹没在量纲大的那项里
  const rawSizes = [...inputScale, ...outputScale];
  const even =
    secondPhase(
      frame,
      scaled,
      score,
      rawSizes.map(() => 1),
    ) ?? firstPlan(frame, scaled, first);
  let plan = even;
  const hasSlack = even.slacks.some((slack) => slack > slackTolerance);
  if (hasSlack) {
    const top = largest(rawSizes);
    plan =
      secondPhase(
        frame,
        scaled,
        score,
        rawSizes.map((size) => size / top),
      ) ?? even;
  }
  const { weights } = plan;
  const slacks = rawSizes.map((size, k) => {
    const slack = plan.slacks[k] as number;
    return slack > slackTolerance ? slack * size : 0;
  });
  const inputSlacks = slacks.slice(0, m);
  const outputSlacks = slacks.slice(m);
  const weaklyEfficient = score === 1;
  const stronglyEfficient = weaklyEfficient && !hasSlack;
  // 强有效单位的标杆就是自己；退化时单纯形可能给出与它等价的组合，徒增困惑
  const peers = stronglyEfficient
    ? [{ unit, weight: 1 }]
    : weights.flatMap((weight, k) => {
        const size = Math.max(
          ...[...scaled.x, ...scaled.y].map(({ values }) => values[k] as number),
        );
        return weight * size > slackTolerance ? [{ unit: reference[k] as number, weight }] : [];
      });
  const shrink = orientation === 'input' ? score : 1;
  const stretch = orientation === 'output' ? score : 1;
  return {
    score,
    weaklyEfficient,
    stronglyEfficient,
    peers,
    inputSlacks,
    outputSlacks,
    slackSum: slacks.reduce((sum, slack) => sum + slack, 0),
    inputTargets: ownInputs.map((value, i) => shrink * value - (inputSlacks[i] as number)),
    outputTargets: ownOutputs.map((value, r) => stretch * value + (outputSlacks[r] as number)),
    inputWeights,
    outputWeights,
  };
}

/**
 * 数据包络分析（DEA）：多投入多产出的单位彼此作比，找前沿、标杆与改进目标。
 *
 * 假设：各单位可比、技术凸；ccr 规模报酬不变，bcc 规模报酬可变，nirs 规模报酬非递增。
 * 目标：投入导向使 θ 最小，产出导向使 φ 最大；第二阶段固定比例，使松弛之和最大。
 * 约束：Σλⱼxⱼ + s⁻ = θ·x_o；Σλⱼyⱼ − s⁺ = φ·y_o；λ, s ≥ 0；bcc 另有 Σλ = 1，nirs 另有 Σλ ≤ 1。
 * 符号与单位：x `inputs`，y `outputs`，各列量纲任意；得分、强弱有效与量纲无关；松弛与目标为原单位。
 * 出处：Charnes, Cooper & Rhodes 1978；Banker, Charnes & Cooper 1984；两阶段松弛见 Cooper, Seiford & Tone《Data Envelopment Analysis》。
 * 边界：数据非负，每个单位至少一项投入为正；产出全为 0 时投入导向 ccr 得 0、产出导向得 Infinity；
 *   得分与 1 相差 1e-9 以内记为 1；得分为 1 而有松弛的是弱有效。
 * 复杂度：每个单位 2–3 个线性规划，各 m+s 行、n 列。
 *
 * @example
 * dea({ inputs: [[2], [3], [5]], outputs: [[1], [3], [4]] }).map((unit) => unit.score) // [0.5, 1, 0.8]
 */
export function dea(input: DeaInput): UnitEvaluation[] {
  const frame = checkDea(input);
  const first = firstPhases(frame);
  return first.map((result, unit) => evaluateUnit(frame, unit, result));
}

/**
 * 逐个求第一阶段；得分有限而不是 1 的单位不在前沿上，随手从参照里删去，后面的线性规划越来越小。
 * 产出全为 0 的单位产出导向得 Infinity，却可能是投入最少的那个顶点，必须留着。
 */
function firstPhases(frame: Frame) {
  return frame.inputs.map((_, unit) => {
    const result = firstPhase(frame, unit, scaledRows(frame, unit));
    if (
      result.score !== Infinity &&
      Math.abs(result.score - 1) > 1e-6 &&
      frame.reference.length > 1
    )
      frame.reference = frame.reference.filter((other) => other !== unit);
    return result;
  });
}

/** 只求得分（第一阶段），不求松弛与标杆；比较规模效率时够用。 */
export function deaScores(input: DeaInput): number[] {
  return firstPhases(checkDea(input)).map((result) => result.score);
}
