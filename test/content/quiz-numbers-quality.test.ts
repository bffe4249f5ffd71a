/** 第 7 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { createRandom } from '../../src/calc/core/random.ts';
import { cohenKappa } from '../../src/calc/quality/cohen-kappa.ts';
import { complaintIceberg } from '../../src/calc/quality/complaint-iceberg.ts';
import { capability } from '../../src/calc/quality/control/capability.ts';
import { funnelExperiment } from '../../src/calc/quality/control/funnel-experiment.ts';
import { pChart } from '../../src/calc/quality/control/p-chart.ts';
import { runLength, signalWithin } from '../../src/calc/quality/control/run-length.ts';
import { importancePerformance } from '../../src/calc/quality/importance-performance.ts';
import { classifyKano, kano } from '../../src/calc/quality/kano.ts';
import { pareto } from '../../src/calc/quality/pareto.ts';
import { serviceGuarantee } from '../../src/calc/quality/service-guarantee.ts';
import { servperf } from '../../src/calc/quality/servperf.ts';
import { servqual } from '../../src/calc/quality/servqual.ts';
import { zoneOfTolerance } from '../../src/calc/quality/zone-of-tolerance.ts';
import { percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

interface Spot {
  x: number;
  y: number;
}
interface Item {
  steps: { text: string; why: string }[];
  items: { text: string; group: string }[];
  figure: { marks: (Spot & { text: string })[] };
  answer: Spot;
  wrong: (Spot & { name: string })[];
}
const bank = new Map(readMap('content/quizzes/quality.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));
const item = (id: string) => bank.get(id) as Item;
const numbers = (words: string) =>
  [...words.matchAll(/\d+(?:\.\d+)?/g)].map(([each]) => Number(each));
const descending = (values: readonly number[]) => values.toSorted((a, b) => b - a);

test('back-to-room: as far above the floor as before', () => {
  const before = zoneOfTolerance({ perceived: 5.2, adequate: 4, desired: 6 }).adequacy;
  expect(item('back-to-room').answer.x).toBeCloseTo(4.6 + before, 9);
  expect(text('back-to-room')).toContain(`5.2 − 4 = ${upTo(before, 1)} 分`);
  const now = zoneOfTolerance({ perceived: 5.2, adequate: 4.6, desired: 6.4 }).adequacy;
  expect(text('back-to-room')).toContain(`现在只剩 ${upTo(now, 1)} 分`);
});

test('better-but-lower: faster than last year, slower than the others', () => {
  expect(text('better-but-lower')).toContain(
    `快了 ${42 - 36} 分钟，比现在能得到的却慢 ${36 - 28} 分钟`,
  );
});

test('most-lacking-first: worst by the gap first, and it is not the lowest score', () => {
  const rows = item('most-lacking-first').steps.map(({ text: said }) => numbers(said));
  const perception = rows.map(([each = NaN]) => each);
  const expectation = rows.map(([, each = NaN]) => each);
  const { gaps, orderByGap } = servqual({ perception, expectation });
  expect(orderByGap).toEqual([0, 1, 2, 3, 4]);
  item('most-lacking-first').steps.forEach(({ why }, i) =>
    expect(why).toContain(`差 ${upTo(-(gaps[i] as number), 1)} 分`),
  );
  const { orderByPerformance } = servperf({ perception });
  expect(orderByPerformance[0]).toBe(3);
  expect(orderByPerformance.indexOf(0)).toBe(2);
  expect(orderByPerformance.indexOf(2)).toBe(1);
});

const raters = (good: number, bad: number, apart: readonly [number, number]) => {
  const verdicts = [
    ...Array<[string, string]>(good).fill(['好', '好']),
    ...Array<[string, string]>(bad).fill(['差', '差']),
    ...Array<[string, string]>(apart[0]).fill(['好', '差']),
    ...Array<[string, string]>(apart[1]).fill(['差', '好']),
  ];
  return cohenKappa({ first: verdicts.map(([a]) => a), second: verdicts.map(([, b]) => b) });
};

test('ninety-two-percent: as much agreement, far from as much kappa, however the rest is shared out', () => {
  for (let k = 0; k <= 5; k++) {
    const { agreement, kappa } = raters(54, 1, [k, 5 - k]);
    expect(agreement).toBeCloseTo(0.92, 1);
    expect(kappa).toBeLessThan(0.3);
  }
  for (let k = 0; k <= 6; k++) {
    const { agreement, kappa } = raters(40, 34, [k, 6 - k]);
    expect(agreement).toBeCloseTo(0.92, 1);
    expect(kappa).toBeCloseTo(0.85, 2);
  }
  expect(text('ninety-two-percent')).toContain('甲的 κ 不到 0.3，乙有 0.85 上下');
});

test('grid-of-two-scores: the three marks lie where the figure says, the answer where to begin', () => {
  const { marks } = item('grid-of-two-scores').figure;
  const named = [...marks, { x: 3.5, y: 6.5, text: '讲清怎样吃' }];
  const { quadrants, meanImportance, meanPerformance } = importancePerformance({
    items: named.map(({ x, y }) => ({ importance: y, performance: x })),
  });
  expect(text('grid-of-two-scores')).toContain(
    `四项平均下来重要 ${meanImportance}、表现 ${meanPerformance}`,
  );
  expect(quadrants).toEqual(['keepUp', 'overkill', 'lowPriority', 'concentrate']);
});

test('kano-classes: two answers, one class, by the table', () => {
  const answers = ['喜欢', '理应如此', '无所谓', '能忍受', '不喜欢'];
  const names = { A: '魅力', O: '一维', M: '必备', I: '无差异', R: '反向', Q: '可疑' };
  for (const { text: said, group } of item('kano-classes').items) {
    const [, has = '', lacks = ''] = /：(.+)；没有：(.+)$/.exec(said) ?? [];
    expect(names[classifyKano(answers.indexOf(has), answers.indexOf(lacks))], said).toBe(group);
  }
});

test('place-hot-water: both coefficients, and the three ways to miss them', () => {
  const { better, worse, category } = kano({ A: 10, O: 18, M: 52, I: 20, R: 0, Q: 0 });
  const { answer, wrong } = item('place-hot-water');
  expect([answer.x, answer.y]).toEqual([better, -(worse ?? NaN)]);
  expect(category).toBe('M');
  expect(wrong.map(({ x, y }) => [x, y])).toEqual([
    [0.7, 0.28],
    [0.1, 0.52],
    [0.18, 0.52],
  ]);
});

test('limits-and-promise: in control at 18, and one in fifteen over the promise', () => {
  const { ppm } = capability({ mean: 12, sd: 2, upper: 15 });
  expect(text('limits-and-promise')).toContain(`约 ${percent(ppm / 1e6, 1)} 的杯子超过 15 分钟`);
  expect(text('limits-and-promise')).toContain(`控制限在 ${12 + 3 * 2} 分钟`);
});

test('big-sample: the binomial limits of 6400 a month', () => {
  const [limits] = pChart({ defectives: [640], sizes: 6400, center: 0.1 }).limits;
  expect(text('big-sample')).toContain(
    `限是 ${percent(limits?.lower ?? NaN, 1)} 到 ${percent(limits?.upper ?? NaN, 1)}`,
  );
});

test('adjust-only-when-off: fifty weeks, moved back only beyond 1.5σ, not much better than always', () => {
  let squares = 0;
  const [runs, weeks] = [4000, 50];
  for (let run = 0; run < runs; run++) {
    const random = createRandom(run);
    let position = 0;
    for (let week = 0; week < weeks; week++) {
      const point = position + random.normal(0, 1);
      squares += point * point;
      if (Math.abs(point) > 1.5) position -= point;
    }
  }
  expect(text('adjust-only-when-off')).toContain(
    `${upTo(squares / runs / weeks, 1)} 倍，几乎和天天扳一样坏","correct":true`,
  );
  expect(funnelExperiment({ rule: 2, drops: weeks, seed: 1 }).expectedMeanSquare).toBeCloseTo(
    1.98,
    9,
  );
});

test('one-in-twenty-five: how often a quiet chart rings', () => {
  const some = signalWithin({ shift: 0 }, 25);
  const words = text('one-in-twenty-five');
  expect(words).toContain(
    `每点越限的机会 ${percent(runLength({ shift: 0 }).signalProbability, 2)}`,
  );
  expect(words).toContain(`至少碰巧越限一次的机会也有 ${percent(some, 1)}`);
  expect(words).toContain(
    `0.9973 连乘 25 次是 ${percent(1 - some, 1)}，还有 ${percent(some, 1)} 会误报`,
  );
  expect(percent(1 - some)).toBe('93%');
});

test('which-risk-first: products as printed, from the greatest', () => {
  const products = item('which-risk-first').steps.map(({ text: said }) =>
    numbers(said).reduce((all, each) => all * each, 1),
  );
  expect(products).toEqual(descending(products));
  item('which-risk-first').steps.forEach(({ why }, i) =>
    expect(why).toContain(`乘积 ${products[i]}`),
  );
});

test('pareto-claims: the first two make 85 in a hundred', () => {
  const { cumulativePercent } = pareto([
    { name: '上错菜', count: 60 },
    { name: '算错账', count: 25 },
    { name: '异物', count: 5 },
    { name: '其他', count: 10 },
  ]);
  expect(text('pareto-claims')).toContain(`前两类占 ${cumulativePercent[1]}%`);
});

test('harder-to-claim: less paid, far less kept', () => {
  const [easy, hard] = [0.4, 0.1].map((claimRate) =>
    serviceGuarantee({
      orders: 60000,
      failureRate: 0.05,
      awareness: 0.5,
      claimRate,
      payout: 20,
      abuseRate: 0.002,
      fixedCost: 15000,
      lifetimeValue: 300,
      retentionUnpaid: 0.5,
      retentionPaid: 0.8,
    }),
  ) as [ReturnType<typeof serviceGuarantee>, ReturnType<typeof serviceGuarantee>];
  const tens = (yuan: number, digits = 2) => upTo(yuan / 10000, digits);
  const words = text('harder-to-claim');
  expect(words).toContain(`净赚 ${tens(easy.net, 1)} 万元`);
  expect(words).toContain(`变成亏 ${tens(-hard.net, 1)} 万元`);
  expect(words).toContain(
    `少赔 ${tens(easy.payoutCost - hard.payoutCost)} 万元，多留下的少了 ${tens(easy.savedValue - hard.savedValue)} 万元，从赚 ${tens(easy.net)} 万元变成亏 ${tens(-hard.net)} 万元`,
  );
  expect(words).toContain(`换来的多留下值 ${upTo(easy.savedValue / easy.honestClaims, 0)} 元`);
  expect(words).toContain(`只赚 ${tens(easy.net / 4, 1)} 万元`);
});

test('fix-or-ask: lost as printed, from the fewest', () => {
  const lost = (complaintRate: number, resolutionRate: number) =>
    complaintIceberg({
      failures: 1000,
      complaintRate,
      resolutionRate,
      retentionSilent: 0.45,
      retentionUnresolved: 0.3,
      retentionResolved: 0.9,
    }).lost;
  const all = [lost(0.3, 0.7), lost(0.1, 0.7), lost(0.1, 0.3), lost(0.1, 0.1), lost(0.3, 0.1)];
  expect(all).toEqual(all.toSorted((a, b) => a - b));
  item('fix-or-ask').steps.forEach(({ why }, i) =>
    expect(why).toContain(`走掉 ${upTo(all[i] as number, 0)} 人`),
  );
  expect(text('fix-or-ask')).toContain(
    `处理满意七成时少走 ${upTo(lost(0.1, 0.7) - lost(0.3, 0.7), 0)} 人，满意一成时多走 ${upTo(lost(0.3, 0.1) - lost(0.1, 0.1), 0)} 人`,
  );
  // “三成刚刚够不亏”：处理满意三成时，多请一位来，多留下的不到 0.05 人
  expect(lost(0.1, 0.3) - lost(0.3, 0.3)).toBeGreaterThan(0);
  expect((lost(0.1, 0.3) - lost(0.3, 0.3)) / 200).toBeLessThan(0.05);
});
