import {
  atLeast,
  integerAtLeast,
  nonEmpty,
  probability,
  reject,
  sameLength,
  within,
} from '../core/checks.ts';

/** 最多几种业务：前沿逐种业务合并，再多就慢了。 */
const mostBusinesses = 8;

/** 一种接触方式的两个分数，都是 0–10，越大越好。 */
export interface ContactMode {
  /** 生产效率：10 是几乎不用人工，0 是最费人工；人工 = 10 − 效率。 */
  efficiency: number;
  /** 销售机会：办事的当口能多谈成一笔的机会。 */
  opportunity: number;
}

/**
 * 默认打分表，接触由浅到深：信函推送、App 自助、电话、面对面照章办、面对面可商量、面对面量身做。
 * 示意：次序与方向有出处，分数没有，只为让取舍看得见，不得当作测量结果引用。
 */
export const illustrativeModes: readonly ContactMode[] = [
  { efficiency: 9.5, opportunity: 0.5 },
  { efficiency: 9, opportunity: 2 },
  { efficiency: 6, opportunity: 4.5 },
  { efficiency: 5, opportunity: 5.5 },
  { efficiency: 3, opportunity: 8 },
  { efficiency: 1, opportunity: 10 },
];

/** 一种业务。 */
export interface MatrixBusiness {
  /** 占多少活：只看相对大小，≥ 0。 */
  work: number;
  /** 占多少可谈的生意：只看相对大小，≥ 0。 */
  value: number;
  /** 最浅要到哪一种接触方式才办得成：`modes` 的下标。 */
  needs: number;
}

/** 设计矩阵的输入。 */
export interface DesignMatrixInput {
  /** 各种接触方式，接触由浅到深；默认为示意值。 */
  modes?: readonly ContactMode[] | undefined;
  /** 各种业务。 */
  businesses: readonly MatrixBusiness[];
  /** 各种业务现在放在哪一种接触方式上：`modes` 的下标。 */
  placement: readonly number[];
  /** 每浅一级，多少比例的人办不成、要回到 `needs` 再办一遍，0–1。 */
  returnPerLevel: number;
  /** 比 `needs` 深到第几级为止，还会多出销售机会；再深不再多，非负整数，默认 1。 */
  usefulDepth?: number | undefined;
}

/** 一种业务放在一种接触方式上。 */
export interface MatrixCell {
  /** 办不成、回头再来的比例。 */
  returns: number;
  /** 连回头的一遍算上的效率；两遍的人工加起来可能超过 10，效率就小于 0。 */
  efficiency: number;
  /** 销售机会；回头的人不另算机会，比用得着的更深也不再多。 */
  opportunity: number;
}

/** 一种放法的合计。 */
export interface MatrixPoint {
  /** 按活的多少加权的效率。 */
  efficiency: number;
  /** 按生意的多少加权的销售机会。 */
  opportunity: number;
  /** 各业务放在哪里。 */
  placement: readonly number[];
}

/** 设计矩阵的结果。 */
export interface DesignMatrixResult {
  /** `cells[i][m]`：第 i 种业务放在第 m 种方式上。 */
  cells: MatrixCell[][];
  /** 现在的放法。 */
  now: MatrixPoint;
  /** 一律用同一种方式，次序同 `modes`。 */
  uniform: MatrixPoint[];
  /** 前沿：效率与机会不能再同时不减而有一样增加的全部放法，效率由高到低；两样都相同的只留一种。 */
  frontier: MatrixPoint[];
}

/**
 * 服务系统设计矩阵：几种业务各用哪一种接触方式，效率与销售机会各是多少（示意）。
 *
 * 假设：两个分数可加，各业务互不影响；渠道比业务所需的浅，每浅一级就有一定比例的人办不成，回到所需的方式再办一遍，
 * 人工加上一遍，销售机会不再加；比所需的深 `usefulDepth` 级以上，机会到头（来挂失的人，替他量身定做也谈不成更多）。
 * 符号与单位：分数 0–10；比例 0–1。第 m 级的机会 = 打分表第 min(m, 所需级 + usefulDepth) 级的机会；回头比例 b = min(1, 级差 × 每级比例)；人工 = 本渠道的人工 + b × 所需方式的人工；效率 = 10 − 人工。
 * 目标：前沿上，给定效率，销售机会最大。
 * 约束：每种业务恰好用一种方式。
 * 出处：接触越深、可谈生意的机会越大而效率越低，见 Chase & Tansik (1983)；六种方式的排列见教材里的服务系统设计矩阵；分数与回头的算式为教学设定。
 * 边界：活或生意的合计须大于 0；占 0 的业务不影响那一项；业务不超过 8 种。
 * 复杂度：逐种业务合并前沿，O(业务数 × 前沿点数 × 方式数)，点数视分数而定，五种业务六种方式约一二百点。
 *
 * @example
 * designMatrix({ businesses: [{ work: 1, value: 1, needs: 4 }], placement: [1], returnPerLevel: 0.25 }).now.efficiency // 3.75
 */
export function designMatrix({
  modes = illustrativeModes,
  businesses,
  placement,
  returnPerLevel,
  usefulDepth = 1,
}: DesignMatrixInput): DesignMatrixResult {
  nonEmpty('modes', modes);
  nonEmpty('businesses', businesses);
  sameLength('placement', placement, 'businesses', businesses);
  if (businesses.length > mostBusinesses)
    reject('businesses', `a list of at most ${mostBusinesses}`, businesses.length);
  probability('returnPerLevel', returnPerLevel);
  integerAtLeast('usefulDepth', usefulDepth, 0);
  modes.forEach(({ efficiency, opportunity }, m) => {
    within(`modes[${m}].efficiency`, efficiency, 0, 10);
    within(`modes[${m}].opportunity`, opportunity, 0, 10);
  });
  const index = (name: string, value: number) => {
    if (!Number.isInteger(value) || value < 0 || value >= modes.length)
      reject(name, `an index of modes, 0 to ${modes.length - 1}`, value);
  };
  let [work, value] = [0, 0];
  businesses.forEach((business, i) => {
    work += atLeast(`businesses[${i}].work`, business.work, 0);
    value += atLeast(`businesses[${i}].value`, business.value, 0);
    index(`businesses[${i}].needs`, business.needs);
    index(`placement[${i}]`, placement[i]!);
  });
  if (!(work > 0) || !Number.isFinite(work))
    reject('businesses', 'a list with positive and finite work in total', work);
  if (!(value > 0) || !Number.isFinite(value))
    reject('businesses', 'a list with positive and finite value in total', value);

  const cells = businesses.map(({ needs }) =>
    modes.map(({ efficiency }, m): MatrixCell => {
      const returns = Math.min(1, Math.max(0, needs - m) * returnPerLevel);
      return {
        returns,
        efficiency: efficiency - returns * (10 - modes[needs]!.efficiency),
        opportunity: modes[Math.min(m, needs + usefulDepth)]!.opportunity,
      };
    }),
  );
  const whole = (choice: readonly number[]): MatrixPoint => {
    let [efficiency, opportunity] = [0, 0];
    businesses.forEach((business, i) => {
      const cell = cells[i]![choice[i]!]!;
      efficiency += (business.work / work) * cell.efficiency;
      opportunity += (business.value / value) * cell.opportunity;
    });
    return { efficiency, opportunity, placement: choice };
  };

  let frontier: MatrixPoint[] = [{ efficiency: 0, opportunity: 0, placement: [] }];
  businesses.forEach((business, i) => {
    frontier = undominated(
      frontier.flatMap((point) =>
        cells[i]!.map((cell, m) => ({
          efficiency: point.efficiency + (business.work / work) * cell.efficiency,
          opportunity: point.opportunity + (business.value / value) * cell.opportunity,
          placement: [...point.placement, m],
        })),
      ),
    );
  });

  return {
    cells,
    now: whole(placement),
    uniform: modes.map((_, m) => whole(businesses.map(() => m))),
    frontier,
  };
}

/** 没有被别的点比下去的，效率由高到低；差在二进制尾巴上的算相同。 */
function undominated(points: MatrixPoint[]): MatrixPoint[] {
  points.sort((a, b) => b.efficiency - a.efficiency || b.opportunity - a.opportunity);
  const kept: MatrixPoint[] = [];
  for (const point of points)
    if (point.opportunity > (kept.at(-1)?.opportunity ?? -Infinity) + 1e-9) kept.push(point);
  return kept;
}
