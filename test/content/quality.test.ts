/** 第 7 章：正文里用话说的结论，拿表、模型和模拟重算一遍；同一个案例，处处是同一组数。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/calc/core/random.ts';
import { ewmaRunLength } from '../../src/calc/quality/control/ewma.ts';
import { individualsChart } from '../../src/calc/quality/control/individuals-chart.ts';
import { laneyPChart } from '../../src/calc/quality/control/laney-p-chart.ts';
import { overAdjustment } from '../../src/calc/quality/control/over-adjustment.ts';
import { pChart } from '../../src/calc/quality/control/p-chart.ts';
import { runLength, signalWithin } from '../../src/calc/quality/control/run-length.ts';
import { gapModel } from '../../src/calc/quality/gap-model.ts';
import { kano, type KanoCounts } from '../../src/calc/quality/kano.ts';
import { pareto } from '../../src/calc/quality/pareto.ts';
import { servperf } from '../../src/calc/quality/servperf.ts';
import { servqual } from '../../src/calc/quality/servqual.ts';
import { serviceGuarantee } from '../../src/calc/quality/service-guarantee.ts';
import { recoveryParadox } from '../../src/calc/quality/service-recovery.ts';
import { hotpot } from '../../src/widgets/empowerment-limit/model.ts';
import { readCourse } from './course.ts';
import { given, numbers } from './written-numbers.ts';

const root = join(import.meta.dirname, '../..');
const section = (name: string, chapter = '07-quality') =>
  readFileSync(join(root, `content/chapters/${chapter}/${name}.mdx`), 'utf8');
const table = (name: string) =>
  readFileSync(join(root, `content/data/${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));
describe('one case, one set of numbers', () => {
  test('the waiting scores of the opening are those of 7.1', () => {
    for (const name of ['index', '01-who-judges'])
      for (const scores of [
        'perceived: 4.8, adequate: 4.2, desired: 6 ',
        'perceived: 5.2, adequate: 5.4, desired: 6.6',
      ])
        expect(section(name), `${name}.mdx：候诊的三个分数要与章首一样`).toContain(scores);
  });

  test('the promise of the closing is that of 7.7', () => {
    const names = [
      'orders',
      'failureRate',
      'awareness',
      'payout',
      'abuseRate',
      'fixedCost',
      'lifetimeValue',
      'retentionUnpaid',
      'retentionPaid',
    ];
    const [text, closing] = [section('07-guarantee'), section('closing')];
    for (const name of names)
      expect(given(closing, name), `小结里 ${name} 与 7.7 节不一样`).toBe(given(text, name));
  });

  test('the wait after the call is the same in 7.5, in 7.6 and in the closing', () => {
    expect(section('05-control')).toContain('export const wait = { mean: 7, sd: 2, limit: 10 }');
    for (const name of ['06-prevent', 'closing'])
      expect(section(name), `${name}.mdx`).toContain('capability({ mean: 7, sd: 2, upper: 10 })');
  });

  test('7.8: guests of the hot-pot chain stay and are worth what chapter 6 says', () => {
    const [text, before] = [section('08-recover'), section('09-relationship', '06-encounter')];
    expect(given(text, 'lifetimeValue')).toBeCloseTo(hotpot.lifetimeValue, 6);
    const unhappy = /unhappy = \{ guests: \d+, rate: ([\d.]+), lift: ([\d.]+) \}/.exec(before);
    expect(given(text, 'retentionWithout')).toBe(Number(unhappy?.[1]));
    expect(given(text, 'retentionWith')).toBe(Number(unhappy?.[1]) + Number(unhappy?.[2]));
    expect(given(text, 'flawless')).toBe(Number(/call = \{[^}]*rate: ([\d.]+)/.exec(before)?.[1]));
  });
});

test('7.2: subtracting makes one dimension the worst, not subtracting another', () => {
  const text = section('02-measure');
  const [perception, expectation, importance] = ['perception', 'expectation', 'importance'].map(
    (name) => numbers(text, name),
  ) as [number[], number[], number[]];
  const gaps = servqual({ perception, expectation, importance });
  const plain = servperf({ perception });
  expect(gaps.orderByGap[0], '正文说减期望最差的是可靠').toBe(1);
  expect(gaps.orderByWeightedGap?.[0], '加权也是可靠').toBe(1);
  expect(plain.orderByPerformance[0], '正文说只看感知最差的是响应').toBe(2);
  expect(text).toContain('两个“最差”');
});

test('7.3: promising too much stays the main cause under both sets of coefficients', () => {
  const text = section('03-gaps');
  const [gaps, coefficients] = [numbers(text, 'gaps'), numbers(text, 'weights')];
  for (const set of [undefined, coefficients])
    expect(gapModel({ gaps, coefficients: set }).rootCause, '正文说主因仍是差距四').toBe(4);
  const turning = ((coefficients[1] as number) * (gaps[1] as number)) / (gaps[3] as number);
  const near = (last: number) => [...coefficients.slice(0, 3), last];
  expect(gapModel({ gaps, coefficients: near(turning - 0.01) }).rootCause).toBe(2);
  expect(gapModel({ gaps, coefficients: near(turning + 0.01) }).rootCause).toBe(4);
});

describe('7.4', () => {
  const text = section('04-kano');
  const votes = (name: string): KanoCounts => {
    const found = new RegExp(String.raw`(?<!\w)${name}(?: =|:) \{([^}]*)\}`).exec(text)?.[1] ?? '';
    const count = (key: string) => Number(new RegExp(`${key}: (\\d+)`).exec(found)?.[1] ?? 0);
    return {
      A: count('A'),
      O: count('O'),
      M: count('M'),
      I: count('I'),
      R: count('R'),
      Q: count('Q'),
    };
  };
  const all = ['叫号准时', '茶水', '态度', '刷脸签到'];

  test('a hundred patients vote on each', () => {
    for (const name of all)
      expect(
        Object.values(votes(name)).reduce((sum, each) => sum + each, 0),
        name,
      ).toBe(100);
  });

  test('the young and the old add up to the whole', () => {
    const [young, old, whole] = [votes('young'), votes('old'), votes('刷脸签到')];
    for (const key of ['A', 'O', 'M', 'I', 'R'] as const)
      expect(young[key] + old[key], `刷脸签到的 ${key}`).toBe(whole[key]);
    expect((young.A + young.O) / 50, '正文说年轻的一半想要').toBeGreaterThanOrEqual(0.5);
    expect(old.R / 50, '正文说年老的近一半讨厌').toBeCloseTo(0.5, 1);
  });

  test('calling on time and manners hurt most when missing, tea and faces least', () => {
    const order = all.toSorted((a, b) => (kano(votes(a)).worse ?? 0) - (kano(votes(b)).worse ?? 0));
    expect(order.slice(0, 2)).toEqual(['叫号准时', '态度']);
    expect(kano(votes('茶水')).worse, '正文说缺着只有一成多的人更不满').toBeGreaterThan(-0.2);
    expect(kano(votes('叫号准时')).worse, '正文说八成多').toBeLessThan(-0.8);
  });
});

describe('7.5', () => {
  const text = section('05-control');

  /** 越出 k 个 σ 才把靶子按偏差扳回来，方差是不扳的几倍。 */
  const picky = (limit: number, points: number, runs: number) => {
    const random = createRandom(20_240);
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      let position = 0;
      for (let t = 0; t < points; t++) {
        const point = position + random.normal(0, 1);
        squares += point * point;
        if (Math.abs(point) > limit) position -= point;
      }
    }
    return squares / (points * runs);
  };

  test.each([1, 2, 3])('moving the target only beyond %i sigma, simulated', (limit) => {
    for (const [drops, runs] of [
      [30, 20_000],
      [2000, 400],
    ] as const)
      expect(picky(limit, drops, runs), `正文的 ${drops} 点`).toBeCloseTo(
        overAdjustment({ beyond: limit, drops }).ratio,
        1,
      );
    expect(text, '正文要说做了多少点').toMatch(/三十点之内[\s\S]*做到两千点/);
  });

  test('whatever the limit, the target ends up as far off as one chance value', () => {
    // 位置的分布若是标准正态：从 m 扳走、落到 −ε，与从 −ε 扳走、落到 m 一样多，所以不再变；方差是 1 + 1
    for (const beyond of [0.5, 1, 2, 3]) {
      const { meanSquares } = overAdjustment({ beyond, drops: 4000 });
      expect(meanSquares.at(-1), `正文说不论几个 σ 都到 2 倍：${beyond}σ`).toBeCloseTo(2, 1);
    }
  });

  test('an average with a fifth of the newest is as quiet as three sigma, and quicker', () => {
    expect(text).toContain('ewmaRunLength({ shift: 1, lambda: 0.2, sigmas: 2.86 })');
    const quiet = [
      ewmaRunLength({ shift: 0, lambda: 0.2, sigmas: 2.86 }),
      runLength({ shift: 0 }).averageRunLength,
    ];
    for (const length of quiet) expect(length, '正文说误报一样稀').toBeCloseTo(370.7, 0);
    expect(2 * 0.5 ** 8, '正文说八点同侧的机会是 1/128').toBe(1 / 128);
  });

  test('every one of the emergency departments is out of limits for half of the months', () => {
    const outside = table('nhs-ae-trust-pchart').map((row) => Number(row[3]));
    expect(outside).toHaveLength(130);
    expect(Math.min(...outside), '正文说 130 家全部至少一半').toBeGreaterThanOrEqual(18);
  });

  test('wider limits quieten the one trust, without making it in control', () => {
    const rows = table('nhs-ae-one-trust').map(([, size, late]) => [Number(size), Number(late)]);
    const sizes = rows.map(([size = 0]) => size);
    const defectives = rows.map(([, late = 0]) => late);
    const plain = pChart({ defectives, sizes });
    const single = individualsChart({ values: plain.points });
    const prime = laneyPChart({ defectives, sizes });
    expect(rows).toHaveLength(36);
    expect(Math.min(...sizes), '正文说一个月五六千人').toBeGreaterThan(5000);
    expect(Math.max(...sizes)).toBeLessThan(6500);
    expect([plain.signals.length, single.signals.length]).toEqual([31, 0]);
    expect(single.rangeSignals, '正文说相邻两月之差有一处越限').toHaveLength(1);
    expect(prime.inflation, '正文说若是二项分布该是 1').toBeGreaterThan(5);
    /* 前后两月相关，正文才说月份不独立 */
    const mean = plain.points.reduce((sum, point) => sum + point, 0) / 36;
    const off = plain.points.map((point) => point - mean);
    const lag = off.slice(1).reduce((sum, each, i) => sum + each * (off[i] as number), 0);
    expect(lag / off.reduce((sum, each) => sum + each * each, 0)).toBeGreaterThan(0.4);
  });

  test('thirty points or thirty shops in a year are likely to cry wolf', () => {
    expect(signalWithin({ shift: 0 }, 30)).toBeCloseTo(0.078, 3);
    expect(360 * signalWithin({ shift: 0 }, 1), '小结的提示说平均约一次').toBeCloseTo(1, 1);
  });
});

describe('7.6', () => {
  const rows = [
    ...section('06-prevent').matchAll(/\{ name: '([^']+)', count: (\d+), weight: (\d+) \}/g),
  ].map(([, name = '', count, weight]) => ({ name, count: Number(count), weight: Number(weight) }));
  const ranked = (scald: number) =>
    pareto(
      rows.map(({ name, count, weight }) => ({
        name,
        count: count * (name === '烫伤' ? scald : weight),
      })),
    ).order;

  test('weights turn the ranking over', () => {
    expect(rows).toHaveLength(6);
    expect(pareto(rows).order[0], '正文说按次数催菜第一').toBe('催菜才上');
    expect(ranked(40).indexOf('催菜才上') + 1, '正文说催菜掉到第四').toBe(4);
    expect(ranked(40).indexOf('烫伤') + 1, '正文说烫伤排到第三').toBe(3);
    expect(ranked(20).indexOf('烫伤') + 1, '正文说改成 20 分就排到第五').toBe(5);
  });

  test('three scores from 1 to 10 have 120 products, and the two modes share one', () => {
    const scores = Array.from({ length: 10 }, (_, i) => i + 1);
    const products = new Set(
      scores.flatMap((s) => scores.flatMap((o) => scores.map((d) => s * o * d))),
    );
    expect(products.size, '正文说只有 120 种').toBe(120);
    const modes = [
      ...section('06-prevent').matchAll(/severity: (\d+), occurrence: (\d+), detection: (\d+)/g),
    ].map(([, s, o, d]) => Number(s) * Number(o) * Number(d));
    expect(modes, '例题说两个都是 72 分').toEqual([72, 72]);
  });
});

test('7.7: making claims hard saves little and loses more', () => {
  const text = section('07-guarantee');
  const at = (claimRate: number) =>
    serviceGuarantee({
      orders: given(text, 'orders'),
      failureRate: given(text, 'failureRate'),
      awareness: given(text, 'awareness'),
      claimRate,
      payout: given(text, 'payout'),
      abuseRate: given(text, 'abuseRate'),
      fixedCost: given(text, 'fixedCost'),
      lifetimeValue: given(text, 'lifetimeValue'),
      retentionUnpaid: given(text, 'retentionUnpaid'),
      retentionPaid: given(text, 'retentionPaid'),
    });
  expect(at(0.1).net).toBeLessThan(0);
  expect(at(0.5).net).toBeGreaterThan(0);
  expect(at(0.9).net).toBeGreaterThan(at(0.5).net);
  /* 减半失误省下的，比承诺一年净赚的多好几倍 */
  const paid = given(text, 'awareness') * 0.5;
  const lost = paid * (0.2 * 200 + 10) + (1 - paid) * 0.45 * 200;
  expect((lost * 4000) / 2 / at(0.5).net).toBeGreaterThan(4);
});

test('7.8: only satisfaction, and only the first time, rises above no failure at all', () => {
  const spill = { severity: 0.4, speed: 1, compensation: 0.9, apology: 1 };
  const [first, second] = [1, 2].map((failureCount) => recoveryParadox({ ...spill, failureCount }));
  expect(first?.satisfaction).toBeGreaterThan(0);
  expect(first?.repurchase).toBeLessThan(0);
  expect(second?.satisfaction, '正文说比头一次不补还低').toBeLessThan(-spill.severity);
  expect(section('08-recover')).toContain('照这个算式');
});

test('7.9: the reported figures are those of the sources', () => {
  const text = section('09-iceberg');
  const { references } = readCourse(root);
  const known = (id: string) => JSON.stringify(references[id]);
  for (const [id, said, inText] of [
    ['cca-2025', '32.62%', '32.62%'],
    ['cca-2025', '68.75%', '68.75%'],
    ['cba-call-center-2023', '99.46%', '99.46%'],
    ['cba-call-center-2023', '92.88%', '92.88%'],
    ['beijing-12345-2020', '55.24%', '55.24%'],
    ['post-2021', '26605', '26,605'],
    ['post-2021', '2554', '2,554'],
    ['oca-1979', '69%', '69%'],
  ] as const) {
    expect(known(id), `资料 ${id} 里没有 ${said}`).toContain(said);
    expect(text, `7.9 节没有写 ${inText}`).toContain(inText);
  }
});
