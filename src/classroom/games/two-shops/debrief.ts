/** 街上两家店的讲评：两两配对分顾客，再看对付这个班，站在哪里、赚多少最划算。 */
import { createRandom } from '../../../calc/core/random.ts';
import { divideMarket } from '../../../calc/location/line-competition.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { mean, median } from '../numbers.ts';
import { customers, mostMargin, perStep, street } from './model.ts';

const middleOf = street / 2;

/** 两家店各分到几成，顾客平均走几格。 */
const split = (positions: readonly [number, number], prices?: readonly [number, number]) =>
  divideMarket({
    positions,
    length: street,
    transportCost: perStep,
    ...(prices ? { prices } : {}),
  });

/** 对付全班每一个人，站在 `at`、一杯赚 `margin` 元，平均一天赚几元。 */
function against(rivals: readonly (readonly number[])[], at: number, margin: number): number {
  const shares = rivals.map(
    ([, position = 0, price = 1]) => split([at, position], [margin, price]).shares[0] as number,
  );
  return mean(shares) * customers * margin;
}

/** 第几个人与第几个人是对手；单出来的一个，与排在头里的再比一场。 */
export function pairsOf(round: number, people: number): [number, number][] {
  if (people < 2) return [];
  const order = createRandom(5300 + round).shuffle(Array.from({ length: people }, (_, i) => i));
  return Array.from({ length: Math.ceil(people / 2) }, (_, i) => [
    order[2 * i] as number,
    order[2 * i + 1] ?? (order[0] as number),
  ]);
}

export function debrief(round: number, decisions: readonly (readonly number[])[]) {
  const first = decisions.map(([position = 0]) => position);
  const pairs = pairsOf(round, decisions.length);
  const matches = pairs.map(([a, b]) => {
    const [left, right] = [first[a] as number, first[b] as number];
    const { shares, meanWalk } = split([left, right]);
    const nearer = Math.sign(Math.abs(right - middleOf) - Math.abs(left - middleOf));
    const won = Math.sign(Math.round(((shares[0] as number) - (shares[1] as number)) * 1e9));
    return { walk: meanWalk, decided: nearer !== 0, nearerWon: nearer !== 0 && nearer === won };
  });
  const decided = matches.filter((match) => match.decided);
  const centreShare = mean(
    first.map((position) => split([middleOf, position]).shares[0] as number),
  );
  const spots = decisions.map(([, position = 0, margin = 1]) => ({ position, margin }));
  // 每五格、每一元试一遍：再细，图上也看不出
  const tries = Array.from({ length: street / 5 + 1 }, (_, i) => i * 5).flatMap((position) =>
    Array.from({ length: mostMargin }, (_, i) => {
      const margin = i + 1;
      return { position, margin, profit: against(decisions, position, margin) };
    }),
  );
  const best = tries.reduce((top, each) => (each.profit > top.profit ? each : top));
  const profits = pairs.flatMap(([a, b]) => {
    const [, x = 0, p = 1] = decisions[a] as readonly number[];
    const [, y = 0, q = 1] = decisions[b] as readonly number[];
    const { shares } = split([x, y], [p, q]);
    return [(shares[0] as number) * customers * p, (shares[1] as number) * customers * q];
  });
  return {
    first,
    pairs: pairs.length,
    walk: matches.length === 0 ? Number.NaN : mean(matches.map(({ walk }) => walk)),
    bestWalk: split([street / 4, (3 * street) / 4]).meanWalk,
    middleWalk: split([middleOf, middleOf]).meanWalk,
    decided: decided.length,
    nearerWon: decided.filter(({ nearerWon }) => nearerWon).length,
    centreShare,
    near: first.filter((position) => Math.abs(position - middleOf) <= 5).length,
    spots,
    best,
    margin: median(spots.map(({ margin }) => margin)),
    spread: mean(spots.map(({ position }) => Math.abs(position - middleOf))),
    firstSpread: mean(first.map((position) => Math.abs(position - middleOf))),
    profit: profits.length === 0 ? Number.NaN : mean(profits),
  };
}
export type Debrief = ReturnType<typeof debrief>;

/** 讲评的几句话。 */
export function sentences(result: Debrief): string[] {
  const {
    first,
    pairs,
    walk,
    bestWalk,
    middleWalk,
    decided,
    nearerWon,
    centreShare,
    near,
    best,
    margin,
    spread,
    firstSpread,
    profit,
  } = result;
  const said = [
    `只选位置：${first.length} 人里有 ${near} 人站在正中五格以内。站在正中，对全班每一个人平均分到 ${percent(centreShare)} 的顾客，无论对谁都不少于一半，所以两家店都往中间挤。`,
  ];
  if (pairs === 0) return [...said, '只有一份码，配不成对。再收一份就能比。'];
  const apart =
    spread > firstSpread + 2
      ? `自己定价以后，离正中的平均距离从 ${upTo(firstSpread, 1)} 格变成 ${upTo(spread, 1)} 格，往两边散开了：挨得近，只好比谁便宜。`
      : spread < firstSpread - 2
        ? `自己定价以后，离正中的平均距离从 ${upTo(firstSpread, 1)} 格变成 ${upTo(spread, 1)} 格，挤得更紧。挨得近，只好比谁便宜。`
        : `自己定价以后，离正中的平均距离是 ${upTo(spread, 1)} 格，与先前的 ${upTo(firstSpread, 1)} 格差不多。挨得近，只好比谁便宜。`;
  return [
    ...said,
    decided === 0
      ? `随机配成 ${pairs} 对，每一对离正中都一样远，各分一半。`
      : `随机配成 ${pairs} 对，${decided} 对分得出谁离正中近，近的那一家赢了 ${nearerWon} 对。`,
    `顾客平均走 ${upTo(walk, 1)} 格。一家在 25、一家在 75，只要走 ${upTo(bestWalk, 1)} 格；两家都在正中，要走 ${upTo(middleWalk, 1)} 格。对店好的位置，对顾客未必好。`,
    apart,
    `全班一杯赚 ${upTo(margin, 1)} 元（中位数），配对以后平均一天赚 ${fixed(profit)} 元。对付这个班，站在第 ${best.position} 格、一杯赚 ${best.margin} 元最划算，平均一天 ${fixed(best.profit)} 元；可人人都这么做，又该换地方了：位置与价钱一起定，没有一个谁也不想动的定局。`,
  ];
}
