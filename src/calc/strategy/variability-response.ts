import { atLeast, finite, probability, reject } from '../core/checks.ts';

/** 顾客带来的五种变异：到达、请求、能力、努力、主观偏好。 */
export const variabilities = ['arrival', 'request', 'capability', 'effort', 'preference'] as const;
/** 一种变异的编号。 */
export type Variability = (typeof variabilities)[number];

/** 四类应对：经典迁就、低成本迁就、经典压减、不妥协压减。 */
export const responses = [
  'classic-accommodation',
  'low-cost-accommodation',
  'classic-reduction',
  'uncompromised-reduction',
] as const;
/** 一种应对的编号。 */
export type Response = (typeof responses)[number];

/** 一格对一类顾客的代价，都是 0–10，越大越糟。 */
export interface Toll {
  /** 企业的花费。 */
  cost: number;
  /** 顾客体验的损失。 */
  loss: number;
}

/** 一格的代价：对合适的顾客与对不合适的顾客。 */
export interface CellToll {
  /** 应对正合适的顾客。 */
  suited: Toll;
  /** 应对不合适的顾客。 */
  others: Toll;
}

/** 五种变异 × 四类应对的打分表。 */
export type TollTable = Readonly<Record<Variability, Readonly<Record<Response, CellToll>>>>;

const cell = (
  suited: readonly [cost: number, loss: number],
  others: readonly [cost: number, loss: number] = suited,
): CellToll => ({
  suited: { cost: suited[0], loss: suited[1] },
  others: { cost: others[0], loss: others[1] },
});

/**
 * 默认打分表。示意：Frei 给出的是分类与做法，没有分数；这里的数只为让取舍看得见，不得当作测量结果引用。
 * 方向的依据：经典迁就花费最高、人人舒服；低成本迁就便宜，但不会自己动手的人既费钱又难受（能力变异尤其如此，偏好变异最轻）；
 * 经典压减最省，不肯照规矩来的人损失最大，只有奖惩努力变异时损失较小；不妥协压减对合拍的人几乎没有损失，对别人等于拒之门外。
 */
export const illustrativeTolls: TollTable = {
  arrival: {
    'classic-accommodation': cell([9, 1]),
    'low-cost-accommodation': cell([4, 1.5], [6, 6]),
    'classic-reduction': cell([2, 2], [2, 7]),
    'uncompromised-reduction': cell([4, 0.5], [6, 6]),
  },
  request: {
    'classic-accommodation': cell([9, 1]),
    'low-cost-accommodation': cell([3, 1], [6, 6]),
    'classic-reduction': cell([1, 4], [1, 9]),
    'uncompromised-reduction': cell([3, 1], [5, 9]),
  },
  capability: {
    'classic-accommodation': cell([8, 0.5]),
    'low-cost-accommodation': cell([5, 2], [8, 9]),
    'classic-reduction': cell([2, 5], [2, 10]),
    'uncompromised-reduction': cell([3, 1], [4, 7]),
  },
  effort: {
    'classic-accommodation': cell([8, 2]),
    'low-cost-accommodation': cell([4, 2], [7, 6]),
    'classic-reduction': cell([2, 1], [3, 5]),
    'uncompromised-reduction': cell([2, 1.5], [4, 6]),
  },
  preference: {
    'classic-accommodation': cell([9, 2]),
    'low-cost-accommodation': cell([2, 1], [4, 4]),
    'classic-reduction': cell([2, 5], [2, 9]),
    'uncompromised-reduction': cell([3, 0.5], [5, 8]),
  },
};

/** 每种变异选一类应对。 */
export type ResponsePlan = Readonly<Record<Variability, Response>>;

/** 两个分数都是 0–10，越大越好。 */
export interface ResponseScore {
  /** 效率 = 10 − 花费。 */
  efficiency: number;
  /** 体验 = 10 − 体验损失。 */
  experience: number;
  /** 按权重合成的总分。 */
  score: number;
}

/** 应对变异的输入。 */
export interface VariabilityResponseInput {
  /** 五种变异各有多麻烦，只看相对大小，合计须大于 0。 */
  trouble: Readonly<Record<Variability, number>>;
  /** 现在的安排。 */
  plan: ResponsePlan;
  /** 每类应对对多大比例的顾客合适。 */
  suited: Readonly<Record<Response, number>>;
  /** 体验在总分里占的权重，其余归效率。 */
  experienceWeight: number;
  /** 改用的打分表，默认为示意值。 */
  table?: TollTable | undefined;
}

/** 应对变异的结果。 */
export interface VariabilityResponseResult {
  /** 二十格各自的分数。 */
  cells: Record<Variability, Record<Response, ResponseScore>>;
  /** 现在的安排，按麻烦大小加权。 */
  plan: ResponseScore;
  /** 总分最高的安排；并列时取次序在前的应对。 */
  best: Record<Variability, Response>;
  /** 最好的安排的分数。 */
  bestScore: ResponseScore;
  /** 四类应对都能用时的效率—体验前沿，效率由低到高，只取凸包的顶点。 */
  frontier: ResponseScore[];
  /** 只有经典迁就与经典压减两类时的前沿。 */
  classicFrontier: ResponseScore[];
}

/**
 * 顾客带来的变异该怎样应对（示意）：每格按合适与不合适的顾客混合出花费与体验损失，五种变异按麻烦大小加权。
 *
 * 假设：各种变异互不影响，代价可加；一类应对合不合适只看顾客，与别的应对无关；打分表为示意值。
 * 符号与单位：分数 0–10；比例与权重 0–1。花费 = p·合适的花费 +(1 − p)·不合适的花费，体验损失同；总分 =(1 − w)·效率 + w·体验。
 * 出处：五种变异与四类应对见 Frei (2006)；打分表与算式为教学设定。
 * 边界：某种变异的麻烦为 0 时它不影响合计，但仍给出各格分数；并列取次序在前者。
 * 复杂度：O(变异数 × 应对数²) 次比较，前沿再乘断点数。
 * 目标：max Σ 麻烦占比 × 总分，逐种变异可分，所以每行各自取最大。
 * 约束：每种变异恰好选一类应对。
 *
 * @example
 * variabilityResponse({ trouble: { arrival: 1, request: 0, capability: 0, effort: 0, preference: 0 }, plan: { arrival: 'classic-reduction', request: 'classic-reduction', capability: 'classic-reduction', effort: 'classic-reduction', preference: 'classic-reduction' }, suited: { 'classic-accommodation': 1, 'low-cost-accommodation': 0.5, 'classic-reduction': 0.5, 'uncompromised-reduction': 0.5 }, experienceWeight: 0.5 }).plan.score // 6.75
 */
export function variabilityResponse({
  trouble,
  plan,
  suited,
  experienceWeight,
  table = illustrativeTolls,
}: VariabilityResponseInput): VariabilityResponseResult {
  probability('experienceWeight', experienceWeight);
  for (const response of responses) probability(`suited.${response}`, suited[response]);
  let total = 0;
  for (const variability of variabilities) {
    total += atLeast(`trouble.${variability}`, trouble[variability], 0);
    if (!responses.includes(plan[variability]))
      reject(`plan.${variability}`, `one of ${responses.join(', ')}`, plan[variability]);
  }
  if (!(total > 0) || !Number.isFinite(total))
    reject('trouble', 'positive and finite in total', total);

  const cells = eachOf(variabilities, (variability) =>
    eachOf(responses, (response) => {
      const { suited: fit, others } = table[variability][response];
      const share = suited[response];
      const blend = (kind: keyof Toll) =>
        share * finite(`table.${variability}.${response}.${kind}`, fit[kind]) +
        (1 - share) * finite(`table.${variability}.${response}.${kind}`, others[kind]);
      return score(10 - blend('cost'), 10 - blend('loss'), experienceWeight);
    }),
  );

  const whole = (choice: ResponsePlan): ResponseScore => {
    let efficiency = 0;
    let experience = 0;
    for (const variability of variabilities) {
      const share = trouble[variability] / total;
      efficiency += share * cells[variability][choice[variability]].efficiency;
      experience += share * cells[variability][choice[variability]].experience;
    }
    return score(efficiency, experience, experienceWeight);
  };
  /** 体验权重为 w 时每行的最佳。 */
  const bestAt = (weight: number, allowed: readonly Response[]): Record<Variability, Response> =>
    eachOf(variabilities, (variability) =>
      allowed.reduce((best, response) =>
        gain(cells[variability][response], weight) > gain(cells[variability][best], weight) + 1e-12
          ? response
          : best,
      ),
    );
  const frontierOf = (allowed: readonly Response[]): ResponseScore[] => {
    // 权重从 0 到 1，最佳安排只在两格打平的权重处改变；每两个断点之间取一个权重就不会漏
    const turns = variabilities.flatMap((variability) =>
      allowed.flatMap((one) =>
        allowed.flatMap((other) => {
          const a = cells[variability][one];
          const b = cells[variability][other];
          const thrift = a.efficiency - b.efficiency;
          const comfort = b.experience - a.experience;
          return thrift > 0 && comfort > 0 ? [thrift / (thrift + comfort)] : [];
        }),
      ),
    );
    const stops = [0, ...[...turns].sort((a, b) => a - b), 1];
    const points: ResponseScore[] = [];
    for (let i = 1; i < stops.length; i++) {
      const low = stops[i - 1] as number;
      const high = stops[i] as number;
      if (high - low < 1e-9) continue;
      const point = whole(bestAt((low + high) / 2, allowed));
      const last = points.at(-1);
      if (!last || Math.abs(last.experience - point.experience) > 1e-9) points.push(point);
    }
    return points.reverse();
  };

  const best = bestAt(experienceWeight, responses);
  return {
    cells,
    plan: whole(plan),
    best,
    bestScore: whole(best),
    frontier: frontierOf(responses),
    classicFrontier: frontierOf(['classic-accommodation', 'classic-reduction']),
  };
}

function score(efficiency: number, experience: number, weight: number): ResponseScore {
  return { efficiency, experience, score: (1 - weight) * efficiency + weight * experience };
}

function gain({ efficiency, experience }: ResponseScore, weight: number): number {
  return (1 - weight) * efficiency + weight * experience;
}

function eachOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
