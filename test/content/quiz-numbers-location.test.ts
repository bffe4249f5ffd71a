/** 选址题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { centreOfGravity } from '../../src/calc/location/centre-of-gravity.ts';
import { crossMedian } from '../../src/calc/location/cross-median.ts';
import { huff } from '../../src/calc/location/huff.ts';
import { divideMarket } from '../../src/calc/location/line-competition.ts';
import type { Point } from '../../src/calc/location/plane-points.ts';
import { sitesVersusCapacity } from '../../src/calc/location/sites-versus-capacity.ts';
import { fixed, percent } from '../../src/lib/format.ts';
import { defaults, questionText } from '../../src/widget-kit/model.ts';
import { model as trap } from '../../src/widgets/regression-trap/model.ts';
import { addingUp } from '../../src/widgets/sites-or-capacity/model.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(
  readMap('content/quizzes/location.yaml').map(([id, item]) => [id, JSON.stringify(item)]),
);

const towns = (farthest: number) => ({
  points: [0, 2, 3, farthest].map((x): Point => [x, 0]),
  weights: [5, 2, 2, 2],
});
const shares = (beta: number) =>
  huff({ attractiveness: [3000, 1000, 800], distances: [4, 2, 1], beta }).map((each) =>
    percent(each),
  );
const split = (siteCount: number) => {
  const [at] = sitesVersusCapacity({
    servers: 24,
    area: 100,
    speed: 20,
    arrivalRate: 192,
    serviceRate: 10,
    siteCounts: [siteCount],
  });
  const { travel, wait, total } = addingUp({
    travel: (at?.travelTime ?? Number.NaN) * 60,
    total: (at?.totalTime ?? Number.NaN) * 60,
  });
  return { travel: fixed(travel, 2), wait: fixed(wait, 2), total: fixed(total, 2) };
};
const rent = 30_000;
const [margin, days] = [20, 30];

const cases: [id: string, ...says: string[]][] = [
  [
    'dearer-shop',
    `"${fixed(rent / days / margin)} 位"`,
    `"${fixed(rent / margin)} 位"`,
    `"${fixed(rent / days)} 位"`,
    `每天要多付的 ${fixed(rent / days)} 元租金`,
    `${fixed(rent)} ÷ ${days} = ${fixed(rent / days)} 元`,
  ],
  [
    'far-town-moves',
    `挪到 ${fixed(centreOfGravity(towns(20)).x, 1)} 公里处，跟着重心走`,
    `从 ${fixed(centreOfGravity(towns(10)).x, 1)} 公里跑到 ${fixed(centreOfGravity(towns(20)).x, 1)} 公里`,
    `从 ${fixed(centreOfGravity(towns(10)).x, 1)} 公里跑到了 ${fixed(centreOfGravity(towns(20)).x, 1)} 公里`,
    `最好的位置还是 ${crossMedian(towns(20)).x.low} 公里处`,
    '右边 4 万人各少走一公里，左边 7 万人各多走一公里',
  ],
  [
    'lambda-not-constant',
    `从约 ${shares(1)[0]} 掉到约 ${shares(3)[0]}`,
    `${shares(3)[2]} 是小店在 λ = 3 时的份额`,
    `λ = 1 时三家是 ${shares(1).join('、')}`,
    `λ = 3 时是 ${shares(3).join('、')}`,
    `4 分钟的 3 次方是 ${4 ** 3}`,
  ],
  [
    'split-order',
    `来回 ${split(6).travel} 分、排队 ${split(6).wait} 分，合计 ${split(6).total} 分钟`,
    `来回只剩 ${split(12).travel} 分，排队却到了 ${split(12).wait} 分，合计 ${split(12).total} 分钟`,
    `来回要 ${split(1).travel} 分，合计 ${split(1).total} 分钟`,
    `来回 ${split(24).travel} 分，队里要站 ${split(24).wait} 分，合计 ${split(24).total} 分钟`,
  ],
];

describe('numbers written into the bank', () => {
  test.each(cases)('%s', (id, ...says) => {
    const item = bank.get(id);
    expect(item, `题库里没有 ${id}`).toBeDefined();
    for (const words of says) expect(item).toContain(words);
  });

  test('the section, the widget and the quiz measure an error in one way, and name it', () => {
    const values = defaults(trap.params);
    const result = trap.compute(values);
    const told = [
      readFileSync('content/chapters/05-location/04-regression.mdx', 'utf8'),
      trap.sentence(values, result),
      questionText(trap.predict, values, result),
      bank.get('new-city-error') ?? '',
    ];
    for (const words of told) {
      expect(words).toContain('均方根误差');
      expect(words, '每家差多少，说的是平均绝对误差').not.toMatch(/平均每家|每家[猜只]?差/);
    }
  });

  test('far-town-moves: the median stays, and 7 against 4 people decide it', () => {
    for (const farthest of [10, 20])
      expect(crossMedian(towns(farthest)).x).toEqual({ low: 2, high: 2 });
    const { points, weights } = towns(20);
    const of = (side: (x: number) => boolean) =>
      points.reduce((sum, [x], i) => sum + (side(x) ? (weights[i] ?? 0) : 0), 0);
    expect([of((x) => x <= 2), of((x) => x > 2)]).toEqual([7, 4]);
  });

  test('lambda-not-constant: the largest shop has between three and four times the others', () => {
    expect([3000 / 1000, 3000 / 800].map((each) => each >= 3 && each < 4)).toEqual([true, true]);
  });

  test('both-in-the-middle: shares stay at a half, the walk doubles from an eighth to a quarter', () => {
    const apart = divideMarket({ positions: [0.25, 0.75], length: 1 });
    const together = divideMarket({ positions: [0.5, 0.5], length: 1 });
    expect([apart.shares, together.shares]).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect([apart.meanWalk, together.meanWalk]).toEqual([1 / 8, 1 / 4]);
    // 谁先退回四分之一处，谁就少了
    expect(divideMarket({ positions: [0.25, 0.5], length: 1 }).shares[0]).toBeLessThan(0.5);
  });

  test('split-order: six sites are best of the four, and more than six only get worse', () => {
    const totals = [6, 12, 1, 24].map((n) => Number(split(n).total));
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    const beyond = [6, 8, 12, 24].map((n) => Number(split(n).total));
    expect(beyond).toEqual(beyond.toSorted((a, b) => a - b));
  });

  test('fire-areas: the limits rise in the order asked', () => {
    const item = bank.get('fire-areas') ?? '';
    const found = [...item.matchAll(/不(?:宜|应)大于 (\d+) 平方公里/g)].map(([, area]) =>
      Number(area),
    );
    expect(found).toEqual([2, 4, 7, 15]);
  });
});
