/** 卖出 n 张以后会怎样：几个人被请下、几个座位空着、各要花多少。 */
import { integerBisect } from '../../calc/core/integer-bisect.ts';
import { showUpDistribution, showUpsByDay } from '../../calc/revenue/show-up-distribution.ts';
import { volunteerAuction } from '../../calc/revenue/volunteer-auction.ts';
import { average, rates } from './days.ts';

export interface Plan {
  capacity: number;
  showProbability: number;
  correlation: number;
  emptyCost: number;
  deniedCost: number;
  /** 到场照模型，还是照里斯本的真日子 */
  days: 'model' | 'lisbon';
  /** 人多了：随机指定，还是出价征集 */
  bump: 'assigned' | 'auction';
}

export interface Outcome {
  sold: number;
  /** 两样损失合计的期望 */
  cost: number;
  denied: number;
  empty: number;
  /** 有人要被请下的机会 */
  chance: number;
  /** 到场人数的标准差 */
  sd: number;
  /** 被请下的人平均拿到多少；没有人被请下是 null */
  price: number | null;
  /** 被请下的人平均损失多少 */
  loss: number | null;
}

/** 各人的损失从平均的两成到十八成，均匀散开。 */
const asks = ({ deniedCost }: Plan) => ({ lowAsk: 0.2 * deniedCost, highAsk: 1.8 * deniedCost });

/** 平均到场率；真日子用它自己的。 */
export const meanRate = ({ days, showProbability }: Plan) =>
  days === 'lisbon' ? average : showProbability;

/** 卖出 n 张，来 0 到 n 个人的机会。 */
export function showUps(plan: Plan, sold: number): Float64Array {
  if (plan.days === 'lisbon') return showUpsByDay({ reservations: sold, rates });
  const { showProbability, correlation } = plan;
  return showUpDistribution({ reservations: sold, showProbability, correlation });
}

export function outcome(plan: Plan, sold: number): Outcome {
  const { capacity, emptyCost, deniedCost, bump } = plan;
  const ask = asks(plan);
  const chances = showUps(plan, sold);
  let [mean, square, denied, empty, chance, paid, lost] = [0, 0, 0, 0, 0, 0, 0];
  chances.forEach((p, come) => {
    if (p === 0) return;
    mean += p * come;
    square += p * come * come;
    const over = come - capacity;
    if (over <= 0) {
      empty -= p * over;
      return;
    }
    denied += p * over;
    chance += p;
    if (bump === 'auction') {
      const auction = volunteerAuction({ arrivals: come, needed: over, ...ask });
      paid += p * auction.paid;
      lost += p * auction.volunteersLose;
    } else {
      paid += p * over * deniedCost;
      lost += p * over * deniedCost;
    }
  });
  return {
    sold,
    cost: paid + emptyCost * empty,
    denied,
    empty,
    chance: Math.min(1, chance),
    sd: Math.sqrt(Math.max(0, square - mean * mean)),
    price: denied > 0 ? paid / denied : null,
    loss: denied > 0 ? lost / denied : null,
  };
}

/** 损失最少时卖几张。真日子四舍五入成整间，损失不是处处往一边弯，在折半找到的地方左右再看一看。 */
export function cheapest(plan: Plan): Outcome {
  const { capacity } = plan;
  const cost = (sold: number) => outcome(plan, sold).cost;
  const found =
    integerBisect({
      predicate: (sold) => cost(sold + 1) >= cost(sold),
      low: capacity,
      high: 20 * capacity,
    }) ?? capacity;
  let best = outcome(plan, found);
  if (plan.days === 'lisbon') {
    const from = Math.max(capacity, found - 12);
    for (let sold = from; sold <= found + 12; sold++) {
      const each = outcome(plan, sold);
      if (each.cost < best.cost) best = each;
    }
  }
  return best;
}

/** 以为各来各的、也不征集自愿者的人，眼里的同一趟。 */
export const believed = (plan: Plan): Plan => ({
  ...plan,
  days: 'model',
  correlation: 0,
  bump: 'assigned',
  showProbability: meanRate(plan),
});
