import { hotelling } from '../../calc/location/hotelling.ts';
import { divideMarket, lineCompetition } from '../../calc/location/line-competition.ts';
import { fixed, times, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 三种“街”：同一条线段，换一套说法。 */
const streets = {
  food: { label: '一公里的美食街', length: 1000, unit: '米', go: '走' },
  highway: { label: '一百公里的高速', length: 100, unit: '公里', go: '多开' },
  taste: { label: '从极简到全能的口味', length: 100, unit: '分', go: '将就' },
} as const;
type StreetName = keyof typeof streets;

const params = {
  shops: {
    kind: 'list',
    label: '各店的位置',
    item: '店',
    fields: {
      x: {
        kind: 'number',
        label: '离街头',
        unit: '%',
        min: 0,
        max: 100,
        step: 1,
        default: 50,
      },
    },
    atLeast: 2,
    atMost: 5,
    default: [{ x: 25 }, { x: 75 }],
    meaning: '街头是 0，街尾是 100。也可以直接在街上拖。',
  },
  street: {
    kind: 'choice',
    label: '什么街',
    options: (Object.keys(streets) as StreetName[]).map((value) => ({
      value,
      label: streets[value].label,
    })),
    default: 'food' as StreetName,
    meaning: '顾客沿街住得一样密，各去最近的一家；口味也可以当成一条街。',
  },
  pricing: {
    kind: 'toggle',
    label: '价格竞争',
    default: false,
    meaning: '关：价钱一样，只比远近。开：各店自己定价，顾客比价钱加路费。',
  },
  fare: {
    kind: 'number',
    label: '走完整条街的辛苦，折合',
    unit: '元',
    min: 1,
    max: 50,
    step: 1,
    default: 10,
    meaning: '越怕走路，店家越敢要价。只在价格竞争时起作用。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 计算里街长一律取 100，店址就是百分之几。 */
const length = 100;

/**
 * 谁也不想再挪的摆法，按店数：两家挤在正中；三家没有；四家两两扎堆；五家两头成对、正中一家。
 * 五家的虽有，轮流挪却走不到，见测试。
 */
const restingPlaces: Record<number, readonly number[] | null> = {
  2: [50, 50],
  3: null,
  4: [25, 25, 75, 75],
  5: [length / 6, length / 6, length / 2, (5 * length) / 6, (5 * length) / 6],
};

/** 别家不动，它挪到哪里顾客最多：只用试紧贴每一家的两侧，别处的份额不会更多。 */
function bestMove(positions: readonly number[], shop: number) {
  const share = (x: number) =>
    divideMarket({ positions: positions.map((y, i) => (i === shop ? x : y)), length }).shares[
      shop
    ] as number;
  const here = positions[shop] as number;
  const now = share(here);
  let best = { to: here, share: now, gain: 0 };
  for (const [i, y] of positions.entries()) {
    if (i === shop) continue;
    for (const to of [y - 1, y, y + 1]) {
      if (to < 0 || to > length) continue;
      const then = share(to);
      if (then > best.share + 1e-9) best = { to, share: then, gain: then - now };
    }
  }
  return best;
}

/** 店址不动时各家的定价；两家用霍特林的公式，多家用轮流调价。没有停得住的价钱时是 null。 */
function settlePrices(positions: readonly number[], fare: number): number[] | null {
  if (positions.length === 2) {
    const [left, right] = [...positions].sort((a, b) => a - b) as [number, number];
    const price = hotelling({
      length,
      leftMargin: left,
      rightMargin: length - right,
      transportCost: fare / length,
    });
    if (!price.equilibriumExists) return null;
    return positions[0] === left ? [price.price1, price.price2] : [price.price2, price.price1];
  }
  const war = lineCompetition({
    positions,
    length,
    transportCost: fare / length,
    prices: positions.map(() => fare / 2),
    moves: 'price',
    priceSteps: 30,
    maxPrice: 1.5 * fare,
    maxRounds: 20,
  });
  return war.converged ? war.prices : null;
}

function compute({ shops, street, pricing, fare }: Setting) {
  const positions = shops.map(({ x }) => x);
  const { length: meters, unit, go } = streets[street];
  const prices = pricing ? settlePrices(positions, fare) : null;
  const division = divideMarket({
    positions,
    length,
    ...(prices ? { prices, transportCost: fare / length } : {}),
  });
  const resting = pricing ? null : (restingPlaces[positions.length] ?? null);
  const walk = (share: number) => (share / length) * meters;
  const moves = positions.map((_, shop) => bestMove(positions, shop));
  /** 最想挪的那家 */
  const itch = moves.reduce((most, { gain }, shop) => (gain > moves[most]!.gain ? shop : most), 0);
  return {
    positions,
    prices,
    shares: division.shares,
    territories: division.territories,
    meanWalk: walk(division.meanWalk),
    /** 隔开站匀，人均走 1/(4n) 条街，再省不了 */
    leastWalk: walk(length / 4 / positions.length),
    restingWalk: resting ? walk(divideMarket({ positions: resting, length }).meanWalk) : null,
    resting,
    moves,
    /** 谁也不能靠单独挪店多得顾客时是 null */
    itch: moves[itch]!.gain > 1e-9 ? { shop: itch, ...moves[itch]! } : null,
    meters,
    unit,
    go,
  };
}
export type Outcome = ReturnType<typeof compute>;

/** “250 米” */
export function distance(value: number, unit: string): string {
  return `${unit === '米' ? fixed(value) : upTo(value, 1)} ${unit}`;
}

const names = (count: number) => ['', '', '两家', '三家', '四家', '五家'][count] ?? `${count} 家`;

export const model = defineWidget({
  id: 'hotelling-street',
  version: 2,
  title: '奶茶街',
  english: "Hotelling's street",
  question: '每家店都往顾客多的地方挪一点，挪到最后会挪成什么样？',
  chapter: 'location',
  section: 'competition',
  params,
  scenarios: [
    {
      id: 'milk-tea',
      label: '两家奶茶店',
      sentence:
        '一公里的美食街，住户沿街住得一样密，就近买奶茶。两家店价钱味道都一样，各守四分之一处。',
      values: {},
    },
    {
      id: 'third',
      label: '又来一家',
      sentence: '同一条街上又开了第三家，三家起先隔得匀匀的，各守三分之一条街。',
      values: { shops: [{ x: 17 }, { x: 50 }, { x: 83 }] },
    },
    {
      id: 'highway',
      label: '高速加油站',
      sentence: '一百公里的高速，四家加油站油价一样，起先均匀地排开，司机就近加油。',
      values: { shops: [{ x: 13 }, { x: 38 }, { x: 63 }, { x: 88 }], street: 'highway' },
    },
    {
      id: 'app',
      label: '两个 App',
      sentence:
        '把用户的口味排成一条线，左头要极简，右头要全能。两个记账 App，一个偏左一个偏右，版本一次次更新。',
      values: { shops: [{ x: 20 }, { x: 80 }], street: 'taste' },
    },
    {
      id: 'price-war',
      label: '可以打价格战',
      sentence:
        '还是那两家奶茶店，还在四分之一处，只是各自定价。走完整条街的辛苦，住户看作 10 元钱。',
      values: { pricing: true },
    },
  ],
  compute,
  predict: {
    kind: 'choice',
    question: ({ shops, pricing }) =>
      `${names(shops.length)}店轮流搬${pricing ? '，也轮流改价' : ''}，每次都搬到自己${pricing ? '赚得最多' : '顾客最多'}的地方。最后会怎样？先把店拖到你认为会停下的位置，再选。`,
    options: [
      {
        value: 'middle',
        label: '全挤到正中间',
        explanation: ({ shops, pricing }) => {
          if (pricing)
            return '只比远近，两家确实往中间挤。价钱也能变就站不住了：贴在一起，谁便宜一点就抢走全部的人，价钱一路打下去，打光了就有人躲开。';
          return shops.length === 2
            ? '往中间挪一步，身后的顾客跑不掉，还能从对手那里抢来半步的人，所以两家都只会往中间挪，走到正中才停。'
            : `两家才会都挤到正中。${names(shops.length)}挤在一起，夹在里头的就没有顾客了，非跳出来不可。`;
        },
      },
      {
        value: 'spread',
        label: '隔开站匀，各守一段',
        explanation: ({ pricing }) =>
          pricing
            ? '对顾客最好的正是这样站，人均路程最短，离得远也各自要得上价。可它站不住：往对手那边挪一步，就多得一截顾客；贴近了又要压价。'
            : '对顾客最好的正是这样站，人均路程最短。可它站不住：谁先往对手那边挪一步，谁就多得一截顾客，对手只好跟着挪。对大家最好，和谁也不想动，是两回事。',
      },
      {
        value: 'pairs',
        label: '两两扎堆，散成几堆',
        explanation: ({ shops, pricing }) => {
          if (pricing)
            return '扎了堆的两家，谁便宜一点就抢走另一家全部的人：价钱能变，堆就散。压价压到没有赚头，总有人搬开；搬开了，又有人贴上来。';
          if (shops.length === 4)
            return '四家两两背靠背：每家守着自己身后的一段，前面被同伴挡住，往哪边挪都不多得。';
          return shops.length === 2
            ? '只有两家，两家就是一堆，堆在正中：谁离开正中，谁就让出顾客。'
            : shops.length === 3
              ? '三家凑不成对：落单的那家被夹住就要跳到外侧，它一跳，又夹住别人。'
              : `${names(shops.length)}虽有一种停得住的摆法（两头各一对，正中一家），轮流搬却走不到那里。`;
        },
      },
      {
        value: 'restless',
        label: '停不下来，搬个没完',
        explanation: ({ shops, pricing }) => {
          if (pricing)
            return '能改价的时候，贴近了就压价，压到没有赚头再躲开，躲开了又贴近，没有一个谁也不想动的时候。';
          if (shops.length === 2)
            return '两家只比远近，走到正中就再也不想动了：往哪边挪，都要让出顾客。';
          return shops.length === 4
            ? '四家凑得成对：两两背靠背，停在四分之一和四分之三处，谁往哪边挪都不多得。'
            : '店数凑不成对，落单的那家总会被夹住，它跳到外侧，又把别人夹住，一家接一家地跳。';
        },
      },
    ],
    answer: ({ shops, pricing }) =>
      pricing || shops.length % 2 === 1 ? 'restless' : shops.length === 2 ? 'middle' : 'pairs',
  },
  sentence({ shops, pricing, fare }, result) {
    const { positions, shares, prices, meanWalk, leastWalk, restingWalk, itch, unit, go } = result;
    const all = names(shops.length);
    const portion = (share: number) => `${upTo(share * 100, 1)}%`;
    const where = `${all}店在 ${positions.join('%、')}% 处`;
    const got = `各得 ${shares.map(portion).join('、')} 的顾客`;
    const ratio = meanWalk / leastWalk;
    const walk = `人均${go} ${distance(meanWalk, unit)}，${
      ratio < 1.02 ? '已经是最省的摆法' : `是站匀时的 ${times(ratio, ratio < 1.1 ? 2 : 1)}`
    }`;
    if (pricing) {
      if (!prices)
        return `${where}，离得太近，没有停得住的价钱：谁便宜出两店之间的路费，就能把对手的顾客全抢走，价钱一路往下打。${walk}。`;
      const margins = prices.map((price, i) => upTo(price * (shares[i] ?? 0), 1)).join('、');
      return `${where}，走完整条街折合 ${fare} 元：定价停在 ${prices.map((price) => upTo(price, 1)).join('、')} 元，${got}，平均每来一位过路客各赚 ${margins} 元；${walk}。若还能搬店，又会有人贴上来抢。`;
    }
    const urge = itch
      ? `店 ${itch.shop + 1} 最想搬：搬到 ${fixed(itch.to)}% 处，份额从 ${portion(shares[itch.shop] ?? 0)} 变成 ${portion(itch.share)}。`
      : '谁也不想再搬。';
    const end =
      restingWalk === null
        ? `${all}只比远近，没有谁也不想搬的摆法。`
        : shops.length === 2
          ? `轮流搬下去，两家停在正中，人均${go} ${distance(restingWalk, unit)}，是站匀时的 ${times(restingWalk / leastWalk)}。`
          : shops.length === 4
            ? `轮流搬下去，四家两两停在四分之一和四分之三处，人均${go} ${distance(restingWalk, unit)}，是站匀时的 ${times(restingWalk / leastWalk)}。`
            : `五家有一种谁也不想搬的摆法（两头六分之一处各一对，正中一家），轮流搬却走不到那里。`;
    return `${where}，${got}，${walk}。${urge}${itch || restingWalk === null ? end : ''}`;
  },
  brief: (_values, { meanWalk, leastWalk, unit, go }) =>
    `人均${go} ${distance(meanWalk, unit)}，是站匀时的 ${times(meanWalk / leastWalk, 2)}`,
  table(_values, { positions, shares, territories, moves, prices }) {
    return {
      caption: '各店的位置、份额与地盘；“最好搬到”是别家都不动时它的最优反应',
      columns: [
        { label: '店' },
        { label: '位置', unit: '%' },
        { label: '份额', unit: '%' },
        { label: '地盘从', unit: '%' },
        { label: '到', unit: '%' },
        { label: '最好搬到', unit: '%' },
        { label: '搬后份额', unit: '%' },
        { label: '定价', unit: '元' },
      ],
      rows: positions.map((x, i) => [
        `店 ${i + 1}`,
        x,
        (shares[i] ?? 0) * 100,
        territories[i]?.from ?? '—',
        territories[i]?.to ?? '—',
        prices ? '—' : (moves[i]?.to ?? x),
        prices ? '—' : (moves[i]?.share ?? 0) * 100,
        prices?.[i] ?? '—',
      ]),
      digits: [0, 0, 1, 1, 1, 0, 1, 2],
    };
  },
  monotone: [
    {
      param: 'fare',
      // 越怕走路，停得住的价钱越高
      quantity: ({ prices }) => prices?.reduce((sum, price) => sum + price, 0) ?? 0,
      direction: 'up',
    },
  ],
});

export type Result = ReturnType<typeof model.compute>;
