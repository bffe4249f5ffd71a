/** 食堂报童的讲评：全班备的数与最优比，往中间靠了多少，追着昨天跑的有几成。 */
import { newsvendorEmpirical } from '../../../calc/revenue/newsvendor-empirical.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { mean, median } from '../numbers.ts';
import { demandsOf } from './demands.ts';
import { dishOf, least, most } from './model.ts';

const everyDemand = Array.from({ length: most - least + 1 }, (_, i) => least + i);
export const meanDemand = (least + most) / 2;

/** 一次改动：比昨天备的多了几份，昨天来的人比备的多几个。 */
export interface Move {
  gap: number;
  change: number;
}

export function debrief(round: number, decisions: readonly (readonly number[])[]) {
  const dish = dishOf(round);
  const demands = demandsOf(round);
  const expected = (quantity?: number) =>
    newsvendorEmpirical({ ...dish, demands: everyDemand, quantity });
  const best = expected();
  const orders = decisions.flat();
  const average = mean(orders);
  const earned = mean(orders.map((order) => expected(order).expectedProfit));
  const moves: Move[] = decisions.flatMap((order) =>
    order.slice(1).map((now, i) => ({
      gap: (demands[i] as number) - (order[i] as number),
      change: now - (order[i] as number),
    })),
  );
  const toward = moves.filter(({ gap, change }) => gap * change > 0).length;
  const away = moves.filter(({ gap, change }) => gap * change < 0).length;
  return {
    dish,
    demands,
    ratio: best.criticalRatio,
    best: best.quantity,
    bestProfit: best.expectedProfit,
    orders,
    average,
    middle: median(orders),
    earned,
    left: best.expectedProfit - earned,
    /** 平均落在平均需求与最优之间的哪里：0 是平均需求，1 是最优 */
    pull: (average - meanDemand) / (best.quantity - meanDemand),
    moves,
    toward,
    away,
    still: moves.length - toward - away,
    chased: moves.length === 0 ? 0 : toward / moves.length,
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话：先说全班的数，再说为什么。 */
export function sentences(result: Debrief): string[] {
  const {
    dish,
    ratio,
    best,
    average,
    middle,
    left,
    earned,
    bestProfit,
    pull,
    toward,
    away,
    still,
    chased,
    moves,
  } = result;
  const under = dish.price - dish.cost;
  const over = dish.cost - dish.salvage;
  const centre =
    pull >= 0 && pull < 0.9
      ? `全班平均备 ${upTo(average, 1)} 份，落在平均需求 ${meanDemand} 与最优 ${best} 之间：心里念着平均数，往最优只挪了 ${percent(pull)} 的路。`
      : pull >= 0.9 && pull <= 1.1
        ? `全班平均备 ${upTo(average, 1)} 份，离最优 ${best} 很近。这不多见，问问他们是怎么定的。`
        : `全班平均备 ${upTo(average, 1)} 份，平均需求是 ${meanDemand}，最优是 ${best}：这一回没有往最优那边挪。`;
  const chase =
    toward > away
      ? `第二、三天一共改了 ${moves.length - still} 次，${toward} 次是朝着昨天的人数改的，占全部 ${moves.length} 次机会的 ${percent(chased)}。可昨天来多少人，同今天没有关系。`
      : `第二、三天的 ${moves.length} 次机会里，朝昨天的人数改的 ${toward} 次，反着改的 ${away} 次，没动的 ${still} 次：这个班不怎么追着昨天跑。`;
  return [
    `少备一份，丢掉 ${under} 元；多备一份，亏掉 ${over} 元。备到“够卖的机会”等于 ${under} ÷ (${under} + ${over}) = ${percent(ratio)}，就是 ${best} 份。`,
    centre,
    chase,
    `照全班备的数，平均一天赚 ${fixed(earned)} 元；天天备 ${best} 份，平均赚 ${fixed(bestProfit)} 元。每人每天少赚 ${upTo(left, 1)} 元，中位数是 ${upTo(middle, 1)} 份。`,
  ];
}
