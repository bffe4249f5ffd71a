import { fixed } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { lines, seriesOf, shareIn, type LineId, type YearShare } from './series.ts';

const firstYear = 1978;
const lastYear = 2023;

/** 问的时候一律问这一段，别处改了年份也不变。 */
const asked = { from: 1995, to: 2022 };

const nameOf = (id: LineId) => {
  const { place, measure } = lines.find((line) => line.id === id)!;
  return `${place}服务业${measure}占比`;
};

/** 一个占比的百分数，照来源的位数写：取成一位，两个数相减就对不上印出来的升降。 */
export const share = (value: number) => `${fixed(value, 2)}%`;

/** 升了、降了几个百分点。 */
function moved(change: number): string {
  if (Math.abs(change) < 0.005) return '没有动';
  return `${change > 0 ? '升' : '降'}了 ${fixed(Math.abs(change), 2)} 个百分点`;
}

/** 一条线上从哪年到哪年；超出这条线的年份取它的两头。 */
export function spanOf(id: LineId, from: number, to: number) {
  const points = seriesOf(id);
  const ends = points.map(({ year }) => year);
  const within = (year: number) => Math.min(ends.at(-1)!, Math.max(ends[0]!, year));
  const start = within(Math.min(from, to));
  const end = within(Math.max(from, to));
  const shown = points.filter(({ year }) => year >= start && year <= end);
  const by = (better: (a: number, b: number) => boolean) =>
    shown.reduce((best, point) => (better(point.share, best.share) ? point : best));
  return {
    start: shown[0]!,
    end: shown.at(-1)!,
    change: shown.at(-1)!.share - shown[0]!.share,
    highest: by((a, b) => a > b),
    lowest: by((a, b) => a < b),
  };
}

/**
 * 一个端点的字写在线的上面还是下面，才不压着线：字横着占 `from` 到 `to` 这几年，挪得少的那一面好；
 * 写在返回的占比之外。指定了 `side` 就是那一面。
 */
export function clearOf(
  points: readonly YearShare[],
  at: number,
  from: number,
  to: number,
  side?: 'above' | 'below',
): { below: boolean; share: number } {
  const shares = points
    .filter((each) => each.year >= from && each.year <= to)
    .map((each) => each.share);
  const [highest, lowest] = [Math.max(at, ...shares), Math.min(at, ...shares)];
  const below = side ? side === 'below' : at - lowest < highest - at;
  return { below, share: below ? lowest : highest };
}

/** 中国的增加值占比在两年之间升了几点。 */
const rise = (from: number, to: number) => spanOf('china-value', from, to).change;

const world = () => spanOf('world-value', asked.from, asked.to);
const worldJobs = () => spanOf('world-jobs', asked.from, asked.to);

function bucket(change: number): string {
  if (change <= 0) return 'none';
  return change < 3 ? 'little' : change < 10 ? 'some' : 'big';
}

/** 世界的增加值占比没有升：三种“升了”的猜法都要听到的事实。 */
function worldFacts(): string {
  const { start, end, highest, lowest } = world();
  return `${start.year} 年 ${share(start.share)}，${end.year} 年 ${share(end.share)}，中间都在 ${share(lowest.share)} 到 ${share(highest.share)} 之间。`;
}

export const model = defineWidget({
  id: 'services-share',
  version: 2,
  title: '服务业占多大',
  english: 'How big are services?',
  question: '四十多年，服务业在经济里占的份额是怎样走过来的？',
  chapter: 'economy',
  section: 'how-big',
  params: {
    line: {
      kind: 'choice',
      label: '看哪一条线',
      options: lines.map(({ id, place, measure }) => ({
        value: id,
        label: `${place}·${measure}`,
      })),
      default: 'china-value',
      meaning: '增加值按钱算，就业按人算。来源不同的线不放在一张图上。',
    },
    from: {
      kind: 'number',
      label: '从哪一年',
      unit: '年',
      year: true,
      min: firstYear,
      max: lastYear,
      step: 1,
      default: firstYear,
      meaning: '这条线没有这一年，就从它的头一年算。',
    },
    to: {
      kind: 'number',
      label: '到哪一年',
      unit: '年',
      year: true,
      min: firstYear,
      max: lastYear,
      step: 1,
      default: asked.to,
      meaning: '换一个终点，“升了几点”可能就换了正负号。',
    },
  },
  compute({ line, from, to }) {
    const span = spanOf(line, from, to);
    return {
      ...span,
      name: nameOf(line),
      points: seriesOf(line),
      /** 起止年份被挪到这条线的两头了 */
      clipped: span.start.year !== Math.min(from, to) || span.end.year !== Math.max(from, to),
    };
  },
  scenarios: [
    {
      id: 'china',
      label: '中国·增加值',
      sentence: '下馆子、寄快递、挂专家号，都算服务业。它占多少，一年一个数。',
      values: {},
    },
    {
      id: 'world',
      label: '世界·增加值',
      sentence: '全世界的增加值加在一起，服务业占的那一份，世界银行从 1995 年算起。',
      values: { line: 'world-value', ...asked },
      predict: {
        kind: 'choice',
        question: `从 ${asked.from} 年到 ${asked.to} 年，互联网、物流、旅游都长大了。世界服务业增加值的占比，升了几个百分点？`,
        options: [
          {
            value: 'big',
            label: '升了 10 个百分点以上',
            explanation: () =>
              `中国升得快，容易以为全世界都这样。${worldFacts()}各国的份量也在变：中国这样工业占得多的国家越来越重，把合起来的份额往下拉了一截。`,
          },
          {
            value: 'some',
            label: '升了 3 到 10 个百分点',
            explanation: () =>
              `听着最稳妥，也不对。${worldFacts()}“占比只升不降”在不少国家像是成立，合成世界就不成立。`,
          },
          {
            value: 'little',
            label: '升了不到 3 个百分点',
            explanation: () =>
              `很接近，可是按这两年算，一点也没升。${worldFacts()}终点换成 2020 年倒升了一点，所以只说“没升”，不说“一路在降”。`,
          },
          {
            value: 'none',
            label: '没有升，还低了一点',
            explanation: () =>
              `${worldFacts()}也别说成“一路在降”：把终点拖到 2020 年看看。份额是相对的，服务业大了许多，别的也没有停。`,
          },
        ],
        answer: () => bucket(world().change),
      },
    },
    {
      id: 'world-jobs',
      label: '世界·就业',
      sentence: '同样这些年，不按钱算，按人算：全世界上班的人里，做服务的占几成（模型估计）。',
      values: { line: 'world-jobs', ...asked },
      predict: {
        kind: 'number',
        question: `增加值的占比已经看过了。同样从 ${asked.from} 年到 ${asked.to} 年，世界服务业就业的占比变了几个百分点？（降就写负数）`,
        unit: '个百分点',
        min: -50,
        max: 50,
        digits: 2,
        tolerance: 0.15,
        answer: () => worldJobs().change,
        // 两个倍数由 calc/economy/sector-shares 算过，测试里再算一遍；为两个数取一个模块，用起来就太重
        hit: '准。钱的份额没有升，人的份额升了这么多：服务业平均每人的增加值，1995 年是其余部门的 3.03 倍，2022 年只有 1.63 倍。其余部门走掉的多是种地的人，平均数就抬高了。',
        misreads: [
          {
            when: (guess) => guess <= 1,
            text: '多半是照着增加值猜的。增加值看钱，就业看人：其余部门走掉了许多种地的人，人均产出追上来，服务业的人多了，钱的份额却没有多。',
          },
          {
            when: (guess, answer) => guess < answer,
            text: '方向对，低估了。许多人离开了农业，做了服务；这是按人算，每走一个都算数。',
          },
          {
            when: () => true,
            text: () =>
              `方向对，高估了。从 ${share(worldJobs().start.share)} 到 ${share(worldJobs().end.share)}，二十多年才走到一半：各国份额的变化都是慢的。`,
          },
        ],
      },
    },
    {
      id: 'china-jobs',
      label: '中国·就业',
      sentence:
        '中国上班的人里，做服务的占几成（国际劳工组织的模型估计，比国家统计局公布的低两三个百分点）。',
      values: { line: 'china-jobs', from: 1991, to: asked.to },
      predict: {
        kind: 'number',
        question: () =>
          `${asked.to} 年，服务业产出了中国 ${share(shareIn('china-value', asked.to)!)} 的增加值。一百个上班的人里，几个在服务业？`,
        unit: '个',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.06,
        answer: () => shareIn('china-jobs', asked.to)!,
        hit: '准。人的份额比钱的份额小：平均起来，服务业每人的增加值比其余部门高，那里面还有许多种地的人。',
        misreads: [
          {
            when: (guess) => Math.abs(guess - shareIn('china-value', asked.to)!) < 3,
            text: '把两个占比当成了一个。一个按钱算，一个按人算，每人产的钱不一样，就不会相等。',
          },
          {
            when: (guess) => guess > shareIn('china-value', asked.to)!,
            text: '大概是想：服务业效率低，人多钱少。中国的数正好相反，服务业每人的增加值比其余部门高：其余部门里还有许多种地的人。',
          },
          {
            when: (guess, answer) => guess < answer,
            text: '低了。1991 年还不到两成，此后每年差不多多一个人，三十年添了二十多个。',
          },
          {
            when: () => true,
            text: '高了一点，方向没错：就业占比低于增加值占比。',
          },
        ],
      },
    },
  ],
  predict: {
    kind: 'curve',
    question:
      '中国服务业增加值占国内生产总值的份额：1978 年的 24.60% 已经标好，后面四个点，你画在哪里？',
    x: {
      label: '年份',
      min: 1976,
      max: 2024,
      ticks: [1978, 1990, 2000, 2010, 2022],
      year: true,
    },
    y: { label: '占国内生产总值（%）', min: 0, max: 100, ticks: [0, 20, 40, 60, 80, 100] },
    at: [1978, 1990, 2000, 2010, 2022],
    answer: (_values, _result, x) => shareIn('china-value', x)!,
    digits: 1,
    tolerance: 0.1,
    hit: () => {
      const { highest, end } = spanOf('china-value', firstYear, lastYear);
      return `走势抓得很准：四十多年，平均一年只走 ${fixed(rise(1978, 2022) / 44, 1)} 个百分点。还有一处不容易想到，${highest.year} 年到过 ${share(highest.share)}，${end.year} 年又落回 ${share(end.share)}。`;
    },
    misreads: [
      {
        when: (guess, answer) => guess.at(-1)! > answer.at(-1)! + 8,
        text: () =>
          `终点画高了。七成以上是美国的样子（${share(shareIn('usa-value', 2021)!)}）。中国到 2015 年才过半，工业至今还占着一大块。`,
      },
      {
        when: (guess, answer) => guess.at(-1)! < answer.at(-1)! - 8,
        text: '终点容易画低：“世界工厂”的印象太深，可外卖、医院、学校、银行加在一起，2015 年就过了半。',
      },
      {
        when: (guess, answer) => guess[1]! < answer[1]! - 6,
        text: () =>
          `前面画平了。个体户、集市、小饭馆一放开，头十二年就升了 ${fixed(rise(1978, 1990), 1)} 个百分点。`,
      },
      {
        when: (guess, answer) => guess[2]! > answer[2]! + 6 || guess[3]! > answer[3]! + 6,
        text: () =>
          `中段画急了。2002 年到 2012 年，工业和建筑也在飞跑，服务业的份额十年只挪了 ${fixed(rise(2002, 2012), 1)} 个百分点。`,
      },
      {
        when: () => true,
        text: () =>
          `大势对，细处有出入。份额是慢变量，平均一年只走 ${fixed(rise(1978, 2022) / 44, 1)} 个百分点，单看一年，起落常常比这还大。`,
      },
    ],
  },
  sentence({ line }, { name, start, end, change, highest, clipped, points }) {
    const ends = clipped ? `（这条线从 ${points[0]!.year} 年到 ${points.at(-1)!.year} 年）` : '';
    if (start.year === end.year)
      return `${name}，${start.year} 年是 ${share(start.share)}${ends}；起止是同一年，没有升降可说。`;
    const source = line.endsWith('jobs') ? '国际劳工组织模型估计' : '世界银行 2023 年版';
    return `${name}（${source}）：${start.year} 年 ${share(start.share)}，${end.year} 年 ${share(end.share)}，${moved(change)}；其间最高 ${share(highest.share)}（${highest.year} 年）${ends}。`;
  },
  brief: (_values, { start, end, change }) =>
    `${start.year} 到 ${end.year} 年${start.year === end.year ? '是同一年' : moved(change)}`,
  table(_values, { name, points }) {
    return {
      caption: `${name}，逐年`,
      columns: [{ label: '年份' }, { label: '占比', unit: '%' }],
      // 年份写成文字，表里才不会分节成 1,978
      rows: points.map(({ year, share }) => [String(year), share]),
      digits: [0, 2],
    };
  },
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
