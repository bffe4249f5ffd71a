/** 超售的讲评：空座与坐不下各亏多少，全班离最省的那一点多远。 */
import { createRandom } from '../../../calc/core/random.ts';
import { overbookingAverage } from '../../../calc/revenue/overbooking-average.ts';
import { overbookingBinomial } from '../../../calc/revenue/overbooking-binomial.ts';
import { showUpOutcome } from '../../../calc/revenue/show-ups.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { mean, median } from '../numbers.ts';
import { deniedCost, fare, mostExtra, seats, showChance } from './model.ts';

/** 这一班车，卖出 `sold` 张来了几位；各人来不来是定好的，多卖一张只添后面那一位。 */
export function showed(round: number, sold: number): number {
  const random = createRandom(4200 + round);
  let came = 0;
  for (let i = 0; i < sold; i++) if (random.uniform() < showChance) came++;
  return came;
}

export function debrief(round: number, decisions: readonly (readonly number[])[]) {
  const denied = deniedCost(round);
  const costs = Array.from({ length: mostExtra + 1 }, (_, extra) => {
    const outcome = showUpOutcome({
      reservations: seats + extra,
      capacity: seats,
      showProbability: showChance,
    });
    return {
      extra,
      empty: fare * outcome.expectedEmpty,
      refused: denied * outcome.expectedDenied,
      total: fare * outcome.expectedEmpty + denied * outcome.expectedDenied,
      chance: outcome.probabilityDenied,
    };
  });
  const optimum = overbookingBinomial({
    capacity: seats,
    showProbability: showChance,
    deniedCost: denied,
    spoilageCost: fare,
  });
  const best = optimum.authorization - seats;
  const costOf = (extra: number) => (costs[extra] as (typeof costs)[number]).total;
  const extras = decisions.map(([extra = 0]) => extra);
  const middle = median(extras);
  const sold = seats + Math.round(middle);
  return {
    denied,
    costs,
    best,
    bestCost: optimum.expectedCost,
    bestChance: optimum.probabilityDenied,
    extras,
    middle,
    cost: mean(extras.map(costOf)),
    left: mean(extras.map((extra) => costOf(extra) - optimum.expectedCost)),
    more: extras.filter((extra) => extra > best).length,
    fewer: extras.filter((extra) => extra < best).length,
    none: extras.filter((extra) => extra === 0).length,
    /** 平均法：让来的人数平均正好坐满 */
    average: overbookingAverage({ capacity: seats, noShowRate: 1 - showChance }) - seats,
    sold,
    came: showed(round, sold),
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话。 */
export function sentences(result: Debrief): string[] {
  const {
    denied,
    best,
    bestCost,
    bestChance,
    middle,
    cost,
    left,
    more,
    fewer,
    none,
    average,
    sold,
    came,
  } = result;
  const today =
    came > seats
      ? `${came - seats} 位坐不下，赔 ${fixed((came - seats) * denied)} 元`
      : came === seats
        ? '正好坐满'
        : `空 ${seats - came} 个座，少收 ${fixed((seats - came) * fare)} 元`;
  return [
    `空一个座亏 ${fare} 元，坐不下一位亏 ${denied} 元。一张一张往上加，加到再多卖一张不合算为止：多卖 ${best} 张，平均亏 ${fixed(bestCost)} 元，${percent(bestChance)} 的班次有人坐不下。`,
    `平均十个人来 ${upTo(showChance * 10, 1)} 个，照平均数补，是多卖 ${upTo(average, 1)} 张；${best < average ? '拒人贵，所以补得比平均少' : '拒人不贵，所以补得不比平均少'}。`,
    `全班的中位数是 ${upTo(middle, 1)} 张：${more} 人多卖了，${fewer} 人少卖了${none > 0 ? `，其中 ${none} 人一张也不敢多卖` : ''}。全班平均一班亏 ${fixed(cost)} 元，比最省的多亏 ${fixed(left)} 元。`,
    `这一班车照中位数卖了 ${sold} 张，来了 ${came} 位，${today}。${came > seats ? '碰上一回人多，不等于定错了。' : '碰上一回人少，不等于定对了。'}`,
  ];
}
