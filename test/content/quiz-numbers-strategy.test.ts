/** 第 2 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { lifetimeValue } from '../../src/calc/strategy/customer-lifetime-value.ts';
import { reputationOfMix } from '../../src/calc/strategy/franchise-growth.ts';
import { netPromoterScore } from '../../src/calc/strategy/net-promoter-score.ts';
import { profitChainDynamics } from '../../src/calc/strategy/profit-chain-dynamics.ts';
import { qualifierWinner } from '../../src/calc/strategy/qualifier-winner.ts';
import { strategicCanvas } from '../../src/calc/strategy/strategic-canvas.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/strategy.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));

/** 不丢不损、收费、开到多晚、态度；两个对手都过了线。 */
const parcels = (intact: number, price: number, late: number, manner: number) =>
  qualifierWinner({
    attributes: [
      { threshold: 90 },
      { weight: 0.02 },
      { threshold: 50, weight: 0.03 },
      { weight: 0.05 },
    ],
    competitors: [
      { scores: [intact, price, late, manner] },
      { scores: [95, 60, 60, 70] },
      { scores: [92, 70, 70, 60] },
    ],
  });

test('ten-points-parcel: two points to the line and eight up the slope take the most', () => {
  const share = (intact: number, manner: number) => parcels(intact, 65, 60, manner).shares[0] ?? 0;
  expect(share(88, 75)).toBe(0);
  expect(share(98, 65)).toBe(share(90, 65));
  expect(share(90, 73)).toBeGreaterThan(Math.max(share(98, 65), share(93, 70)));
  expect(share(93, 70)).toBeGreaterThan(share(98, 65));
  expect(text('ten-points-parcel')).toContain('不丢不损 88 分');
});

test('eight-points-rank: shares and gains as printed, from the smallest up', () => {
  const plain = parcels(90, 65, 60, 65);
  expect(plain.utilities.map((each) => upTo(each, 2))).toEqual(['6.35', '6.5', '6.5']);
  const spent = [
    parcels(98, 65, 60, 65),
    parcels(90, 73, 60, 65),
    parcels(90, 65, 68, 65),
    parcels(90, 65, 60, 73),
  ];
  const shares = spent.map((each) => each.shares[0] ?? 0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const { steps } = bank.get('eight-points-rank') as { steps: { why: string }[] };
  steps.forEach(({ why }, i) => {
    expect(why).toContain(percent(shares[i] as number, 1));
    const gain = (spent[i]?.utilities[0] ?? 0) - (plain.utilities[0] ?? 0);
    if (i > 0) expect(why).toContain(`效用加 ${upTo(gain, 2)}`);
  });
  expect(shares[0]).toBe(plain.shares[0]);
});

const salons = (sensitivity: number, profiles?: number[][]) =>
  strategicCanvas({
    profiles: profiles ?? [
      [5, 5, 5, 5],
      [12, 4, 1, 3],
      [4, 13, 1, 2],
      [1, 3, 8, 8],
    ],
    segments: [
      { name: '快', size: 50, weights: [0.4, 0.1, 0.05, 0.1] },
      { name: '便宜', size: 30, weights: [0.1, 0.5, 0.05, 0.05] },
      { name: '环境与陪聊', size: 20, weights: [0.05, 0.1, 0.3, 0.3] },
    ],
    sensitivity,
    budget: 20,
  });

test('even-salon: cheapest of the four, and nobody’s first choice', () => {
  const { costs, firstChoices } = salons(1);
  const others = costs.slice(1);
  expect(text('even-salon')).toContain(
    `平平店成本 ${costs[0]}，别家 ${Math.min(...others)} 到 ${Math.max(...others)}`,
  );
  expect(firstChoices).toEqual([1, 2, 3]);
  expect(text('even-salon')).toContain(
    '5、5、5、5；快剪 12、4、1、3；省钱店 4、13、1、2；会客店 1、3、8、8',
  );
});

test('even-shop-claims: the share hangs on the sensitivity, the first choices do not', () => {
  for (const [sensitivity, said] of [
    [1, '顾客很认准自己看重的，平平店分到'],
    [0.2, '不太认准，分到'],
  ] as const) {
    const { shares, firstChoices } = salons(sensitivity);
    expect(text('even-shop-claims')).toContain(`${said} ${percent(shares[0] as number)}`);
    expect(firstChoices).not.toContain(0);
  }
  expect(salons(1e-9).shares[0]).toBeCloseTo(0.25, 6);
  const same = Array.from({ length: 4 }, () => [5, 5, 5, 5]);
  expect(salons(1, same).shares).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('cut-which: the lobby loses this crowd least', () => {
  expect(text('cut-which')).toContain('权重依次是 0.05、0.02、0.4、0.2');
  expect(Math.min(0.05, 0.02, 0.4, 0.2)).toBe(0.02);
});

test('worst-after-restored: better while it is cut, worst about the tenth month', () => {
  const { profit } = profitChainDynamics({
    stages: [
      { gain: 1, lag: 2 },
      { gain: 1, lag: 3 },
      { gain: 1, lag: 6 },
    ],
    investment: [...Array<number>(6).fill(-1), ...Array<number>(30).fill(0)],
    revenuePerUnit: 2,
  });
  expect(profit.slice(0, 6).every((each) => each > 0)).toBe(true);
  expect(profit.indexOf(Math.min(...profit))).toBe(10);
  expect(text('worst-after-restored')).toContain('第 10 个月前后');
});

test('same-mean-other-score: 8 and 0 against 7.6 and 20', () => {
  const shop = (tens: number, eights: number, fours: number) => {
    const scores = [
      ...Array<number>(tens).fill(10),
      ...Array<number>(eights).fill(8),
      ...Array<number>(fours).fill(4),
    ];
    const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
    return { mean: upTo(mean, 1), score: fixed(netPromoterScore(scores).score) };
  };
  const [one, two] = [shop(0, 20, 0), shop(12, 0, 8)];
  expect(text('same-mean-other-score')).toContain(
    `甲平均 ${one.mean}、净推荐值 ${one.score}；乙平均 ${two.mean}、净推荐值 ${two.score}`,
  );
});

test('longer-not-better: what a customer of either kind is worth', () => {
  const worth = (retention: number) => lifetimeValue({ margin: 60, retention, discount: 0.1 });
  const item = text('longer-not-better');
  expect(item).toContain(`= ${upTo(worth(0.3), 1)} 元，减 40 元是亏的`);
  expect(item).toContain(
    `= ${upTo(worth(0.8), 1)} 元，减 120 元，净 ${upTo(worth(0.8) - 120, 1)} 元`,
  );
});

test('tail-not-mean: the same mean, spread twice as wide', () => {
  const of = (franchiseShare: number) =>
    reputationOfMix({ franchiseShare, ownMean: 88, ownSd: 4, franchiseMean: 88, franchiseSd: 8 });
  const [own, all] = [of(0), of(1)];
  expect(text('tail-not-mean')).toContain(
    `从 ${upTo(own.tailQuality, 1)} 掉到 ${upTo(all.tailQuality, 1)}，口碑从 ${upTo(own.reputation, 1)} 掉到 ${upTo(all.reputation, 1)}`,
  );
  expect(own.reputation - all.reputation).toBeGreaterThan(3);
  expect(own.reputation - all.reputation).toBeLessThan(3.5);
});

test('first-tenths-hurt: each three tenths as printed, from the least up', () => {
  const at = (franchiseShare: number) =>
    reputationOfMix({ franchiseShare, ownMean: 88, ownSd: 4, franchiseMean: 82, franchiseSd: 10 })
      .reputation;
  const drops = [at(0.6) - at(0.9), at(0.3) - at(0.6), at(0) - at(0.3)];
  expect(drops).toEqual(drops.toSorted((a, b) => a - b));
  const { steps } = bank.get('first-tenths-hurt') as { steps: { why: string }[] };
  steps.forEach(({ why }, i) => expect(why).toContain(`掉 ${upTo(drops[i] as number, 1)} 分`));
});
