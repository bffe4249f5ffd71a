/**
 * 整数算术的单纯形法：浮点解法收不了场、或答案过不了检验时的裁判。
 *
 * 双精度数都是分母为 2 的幂的分数，每行乘上适当的 2 的幂就成整数；换基用保持整除的 Bareiss 消去，
 * 全程没有舍入，也就没有容差可调。慢而准，只用于几十行以内的小问题。
 *
 * @internal
 */
import type { LinearProgram } from './linear-program.ts';

/** 精确解换成双精度之后的样子；未到最优时各数组为空。 */
export interface ExactSolution {
  /** 结论。 */
  status: 'optimal' | 'infeasible' | 'unbounded' | 'iteration-limit';
  /** 最优解。 */
  solution: number[];
  /** 各约束的影子价格，按原目标的方向。 */
  duals: number[];
  /** 检验数，按原目标的方向。 */
  reducedCosts: number[];
  /** 换基次数。 */
  iterations: number;
}

/** 拆成 尾数 × 2^指数，尾数为整数。 */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  if (value === 0) return { mantissa: 0n, exponent: 0 };
  let scaled = value;
  let exponent = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent--;
  }
  return { mantissa: BigInt(scaled), exponent };
}

/** 一组数同乘 2 的幂化为整数；返回整数与所乘的指数。 */
function toIntegers(values: readonly number[]): { integers: bigint[]; shift: number } {
  const parts = values.map(decompose);
  const shift = parts.reduce((most, { exponent }) => Math.max(most, -exponent), 0);
  return {
    integers: parts.map(({ mantissa, exponent }) => mantissa << BigInt(shift + exponent)),
    shift,
  };
}

/** 两个整数之比舍入成双精度。 */
function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const negative = numerator < 0n !== denominator < 0n;
  const a = numerator < 0n ? -numerator : numerator;
  const b = denominator < 0n ? -denominator : denominator;
  // 商留 64 位以上再交给 Number 舍入
  const shift = Math.max(0, 66 + b.toString(2).length - a.toString(2).length);
  const size = scaleByPower(Number((a << BigInt(shift)) / b), -shift);
  return negative ? -size : size;
}

/** value·2^power；分两次乘，免得 2^power 先下溢。 */
function scaleByPower(value: number, power: number): number {
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
}

/** 精确求解；变量一律 ≥ 0，上界当作约束。 */
export function solveExactly(program: LinearProgram, maxIterations = 5000): ExactSolution {
  const { objective, constraints, upperBounds, sense } = program;
  const columns = objective.length;
  const bounded = objective.flatMap((_, j) => {
    const bound = upperBounds?.[j];
    return bound === undefined || bound === Infinity ? [] : [{ j, bound }];
  });
  const all = [
    ...constraints,
    ...bounded.map(({ j, bound }) => ({
      coefficients: objective.map((_, k) => (k === j ? 1 : 0)),
      relation: '<=' as const,
      rhs: bound,
    })),
  ];
  const rows = all.length;
  // 列的次序：结构变量、松弛、人工变量、右端
  const width = columns + 2 * rows + 1;
  const last = width - 1;
  const shifts: number[] = [];
  const signs: bigint[] = [];
  const table = all.map(({ coefficients, relation, rhs }, i) => {
    const { integers, shift } = toIntegers([...coefficients, rhs]);
    shifts.push(shift);
    const sign = integers[columns]! < 0n ? -1n : 1n;
    signs.push(sign);
    const row = Array.from({ length: width }, () => 0n);
    for (let j = 0; j < columns; j++) row[j] = sign * integers[j]!;
    row[columns + i] = relation === '=' ? 0n : relation === '<=' ? sign : -sign;
    row[columns + rows + i] = 1n;
    row[last] = sign * integers[columns]!;
    return row;
  });
  const basis = all.map((_, i) =>
    table[i]![columns + i] === 1n ? columns + i : columns + rows + i,
  );
  const price = toIntegers(objective);
  const second = Array.from({ length: width }, (_, j) =>
    j < columns ? (sense === 'max' ? -price.integers[j]! : price.integers[j]!) : 0n,
  );
  const first = Array.from({ length: width }, (_, j) => {
    let sum = j >= columns + rows && j < last ? 1n : 0n;
    for (let i = 0; i < rows; i++) if (basis[i]! >= columns + rows) sum -= table[i]![j]!;
    return sum;
  });
  let denominator = 1n;
  let iterations = 0;

  const pivot = (r: number, c: number): void => {
    const row = table[r]!;
    // 退化的人工变量换出时主元可能为负，右端为 0，整行变号无妨
    if (row[c]! < 0n) for (let j = 0; j < width; j++) row[j] = -row[j]!;
    const head = row[c]!;
    for (const other of [...table, first, second]) {
      if (other === row) continue;
      const factor = other[c]!;
      for (let j = 0; j < width; j++)
        other[j] = (other[j]! * head - factor * row[j]!) / denominator;
    }
    denominator = head;
    basis[r] = c;
    iterations++;
  };

  /** Bland 规则：不循环；返回 false 表示无界。 */
  const descend = (cost: bigint[], width: number): 'done' | 'unbounded' | 'limit' => {
    for (;;) {
      let column = -1;
      for (let j = 0; j < width && column < 0; j++) if (cost[j]! < 0n) column = j;
      if (column < 0) return 'done';
      let row = -1;
      for (let i = 0; i < rows; i++) {
        const step = table[i]![column]!;
        if (step <= 0n) continue;
        const order =
          row < 0 ? -1n : table[i]![last]! * table[row]![column]! - table[row]![last]! * step;
        if (order < 0n || (order === 0n && basis[i]! < basis[row]!)) row = i;
      }
      if (row < 0) return 'unbounded';
      if (iterations >= maxIterations) return 'limit';
      pivot(row, column);
    }
  };

  const without = (status: 'infeasible' | 'unbounded' | 'iteration-limit'): ExactSolution => ({
    status,
    solution: [],
    duals: [],
    reducedCosts: [],
    iterations,
  });
  if (descend(first, columns + rows) === 'limit') return without('iteration-limit');
  if (first[last] !== 0n) return without('infeasible');
  for (let i = 0; i < rows; i++) {
    if (basis[i]! < columns + rows) continue;
    const column = table[i]!.findIndex((value, j) => j < columns + rows && value !== 0n);
    if (column >= 0) pivot(i, column);
  }
  const outcome = descend(second, columns + rows);
  if (outcome === 'limit') return without('iteration-limit');
  if (outcome === 'unbounded') return without('unbounded');

  const solution = objective.map(() => 0);
  for (let i = 0; i < rows; i++)
    if (basis[i]! < columns) solution[basis[i]!] = ratio(table[i]![last]!, denominator);
  const direction = sense === 'max' ? 1 : -1;
  // 人工变量列的检验数就是（变号后的）影子价格；再还原行与目标乘过的 2 的幂
  const duals = constraints.map((_, i) => {
    const value = ratio(signs[i]! * second[columns + rows + i]!, denominator);
    return value === 0 ? 0 : scaleByPower(direction * value, shifts[i]! - price.shift);
  });
  const reducedCosts = objective.map((_, j) => {
    let total = second[j]!;
    // 上界当作约束求解；检验数要把上界的影子价格加回来
    bounded.forEach((bound, k) => {
      if (bound.j === j) {
        const i = constraints.length + k;
        total -= signs[i]! * second[columns + rows + i]! * (1n << BigInt(shifts[i]!));
      }
    });
    const value = ratio(total, denominator);
    return value === 0 ? 0 : scaleByPower(-direction * value, -price.shift);
  });
  return { status: 'optimal', solution, duals, reducedCosts, iterations };
}
