import { percent, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { outcome, type Outcome } from './outcomes.ts';
import { auctioned, dearer, howMany, inGroups, trueNights, whoBumps } from './questions.ts';
import { compute, money } from './result.ts';
import { params, wordsOf } from './setting.ts';

export const model = defineWidget({
  id: 'overbooking',
  version: 2,
  title: '多卖几张',
  english: 'Overbooking',
  question: '订了票的人总有几位不来。座位有限，卖多少张才算够？',
  chapter: 'capacity-revenue',
  section: 'overbook',
  params,
  scenarios: [
    {
      id: 'flight',
      label: '江城航空',
      sentence:
        '江城航空（虚构案例）的早班机，180 个座位，一张票 900 元。订了票的人平均来 92%，谁也不跟谁商量。',
      values: {},
    },
    {
      id: 'dearer',
      label: '拒人贵五倍',
      sentence: '同一班飞机。拒载的代价涨到 9,000 元一位，别的都没有变。',
      values: { deniedCost: 9000, extra: 14 },
      predict: dearer,
    },
    {
      id: 'groups',
      label: '旅行团',
      sentence: '同一条航线的旅游旺季：订票的多是旅行团，到场率的平均还是 92%，ρ = 0.1。',
      values: { correlation: 0.1, extra: 14 },
      predict: inGroups,
    },
    {
      id: 'auction',
      label: '出价征集',
      sentence:
        '还是各来各的早班机。人多了不随机指定，在登机口征集自愿者；各人的损失从 360 元到 3,240 元均匀散开，平均还是 1,800 元（自拟）。',
      values: { bump: 'auction', extra: 14 },
      predict: auctioned,
    },
    {
      id: 'lisbon',
      label: '里斯本的酒店',
      sentence:
        '里斯本一家城市酒店的真日子：提前 7 天还在手上的订单，当天来了几成。酒店设为 60 间，空一间少收 105 欧元，送走一位 200 欧元（这三个数自拟）。',
      values: { days: 'lisbon', capacity: 60, emptyCost: 105, deniedCost: 200, extra: 4 },
      predict: trueNights,
    },
    {
      id: 'no-overbooking',
      label: '不超售的航空公司',
      sentence: '美国的真账。2016 年，捷蓝航空说自己不超售，达美航空照常超售。',
      values: { extra: 0 },
      predict: whoBumps,
    },
  ],
  compute,
  predict: howMany,
  sentence(values, { now, best }) {
    const { seat, ticket, taken, when, sell } = wordsOf(values);
    const people = values.days === 'lisbon' ? '位' : '人';
    const how = values.bump === 'auction' ? '征集自愿者，' : '';
    const refused =
      now.chance < 0.0005
        ? '没有客人要请走，平均'
        : `${percent(now.chance, 1)} 的${when}有客人要请走，平均请走 ${upTo(now.denied, 2)} ${people}、`;
    const first = `${values.capacity} ${seat}${sell} ${now.sold} ${taken}：${refused}空 ${upTo(now.empty, 2)} 个，${how}两样损失合计 ${money(values, now.cost)}`;
    return now.sold === best.sold
      ? `${first}；再多再少都更贵。`
      : `${first}；损失最少的是 ${best.sold} ${ticket}，${money(values, best.cost)}。`;
  },
  brief: (values, { now }) =>
    `${wordsOf(values).sell} ${now.sold}，损失 ${money(values, now.cost)}，${percent(now.chance)} 有人被请走`,
  table(values, { curve, best, now, naive }) {
    const { money: unit, ticket } = wordsOf(values);
    const thin = Math.ceil(curve.length / 14);
    const picked = new Map<number, Outcome>();
    for (const each of [...curve.filter((_, i) => i % thin === 0), now, best])
      picked.set(each.sold, each);
    if (naive) picked.set(naive.best.sold, outcome(values, naive.best.sold));
    return {
      caption: `卖多少${ticket}，损失多少：损失最少的是 ${best.sold} ${ticket}`,
      columns: [
        { label: '卖出', unit: ticket },
        { label: '损失合计', unit },
        { label: '平均被请走', unit: '位' },
        { label: '平均空', unit: '个' },
        { label: '有人被请走', unit: '%' },
      ],
      rows: [...picked.values()]
        .toSorted((a, b) => a.sold - b.sold)
        .map(({ sold, cost, denied, empty, chance }) => [sold, cost, denied, empty, chance * 100]),
      digits: [0, 0, 2, 2, 1],
    };
  },
  monotone: [
    { param: 'deniedCost', quantity: ({ best }) => best.cost, direction: 'up' },
    { param: 'emptyCost', quantity: ({ best }) => best.cost, direction: 'up' },
    { param: 'extra', quantity: ({ now }) => now.denied, direction: 'up' },
    { param: 'extra', quantity: ({ now }) => now.empty, direction: 'down' },
  ],
});

export type { Result } from './result.ts';
export type { Setting } from './setting.ts';
