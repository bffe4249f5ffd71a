/** 订座保护的讲评：各人的期望收入比最好的少多少，今晚的运气又给了谁。 */
import { createRandom } from '../../../calc/core/random.ts';
import { littlewood } from '../../../calc/revenue/littlewood.ts';
import { twoClassRevenue } from '../../../calc/revenue/two-class-revenue.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { mean, median } from '../numbers.ts';
import { fareHigh, fareLow, meanHigh, rooms, sdHigh } from './model.ts';

/** 这一晚来了几位商务客；全班一样，换一轮就换。 */
export function demandOf(round: number): number {
  const drawn = Math.round(createRandom(3100 + round).normal(meanHigh, sdHigh));
  return Math.min(rooms, Math.max(0, drawn));
}

export function debrief(round: number, decisions: readonly (readonly number[])[]) {
  const fares = { fareHigh, fareLow: fareLow(round), meanHigh, sdHigh, capacity: rooms };
  const expected = (protection: number) =>
    twoClassRevenue({ ...fares, protection }).expectedRevenue;
  const curve = Array.from({ length: rooms + 1 }, (_, held) => [held, expected(held)] as const);
  const [best, bestRevenue] = curve.reduce((top, each) => (each[1] > top[1] ? each : top));
  const held = decisions.map(([first = 0]) => first);
  const regrets = held.map((each) => bestRevenue - expected(each));
  const demand = demandOf(round);
  const tonight = (each: number) =>
    fares.fareLow * (rooms - each) + fareHigh * Math.min(each, demand);
  return {
    fareLow: fares.fareLow,
    rule: littlewood(fares),
    curve,
    best,
    bestRevenue,
    held,
    regrets,
    middle: median(held),
    left: mean(regrets),
    more: held.filter((each) => each > best).length,
    fewer: held.filter((each) => each < best).length,
    none: held.filter((each) => each === 0).length,
    demand,
    tonight: mean(held.map(tonight)),
    tonightBest: tonight(Math.min(rooms, demand)),
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话。 */
export function sentences(result: Debrief): string[] {
  const {
    rule,
    fareLow: low,
    best,
    bestRevenue,
    held,
    middle,
    left,
    more,
    fewer,
    demand,
    tonight,
    tonightBest,
  } = result;
  const chance = low / fareHigh;
  const lean =
    middle > best + 1
      ? `全班的中位数是 ${upTo(middle, 1)} 间，比最优的 ${best} 间多留了 ${upTo(middle - best, 1)} 间；${more} 人留多了，${fewer} 人留少了。多留的那几间，多半空着过夜。`
      : middle < best - 1
        ? `全班的中位数是 ${upTo(middle, 1)} 间，比最优的 ${best} 间少留了 ${upTo(best - middle, 1)} 间；${fewer} 人留少了，${more} 人留多了。少留的那几间，等来的 ${fareHigh} 元按 ${low} 元卖掉了。`
        : `全班的中位数是 ${upTo(middle, 1)} 间，离最优的 ${best} 间很近；可一个一个看，${more} 人留多了，${fewer} 人留少了。`;
  return [
    `留不留第 y 间，看等得来的机会：${fareHigh} 元乘上机会，要抵得过现在就能到手的 ${low} 元，机会至少 ${percent(chance)}。照 Littlewood 规则留 ${upTo(rule.protection, 1)} 间，${low < fareHigh / 2 ? '比平均需求多，低价便宜，空着也不心疼' : '比平均需求少，低价不低，空一间就丢一份'}。`,
    lean,
    `许多个晚上平均下来，留 ${best} 间收 ${fixed(bestRevenue)} 元；全班 ${held.length} 人平均每晚少收 ${fixed(left)} 元。`,
    `这一晚来了 ${demand} 位商务客，全班平均收 ${fixed(tonight)} 元，事后看最多能收 ${fixed(tonightBest)} 元。一晚的输赢是运气，定得好不好要看许多个晚上。`,
  ];
}
