import { correlation } from '../../calc/core/correlation.ts';
import { individualsChart } from '../../calc/quality/control/individuals-chart.ts';
import { laneyPChart } from '../../calc/quality/control/laney-p-chart.ts';
import { pChart } from '../../calc/quality/control/p-chart.ts';
import { runLength } from '../../calc/quality/control/run-length.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import { country, hospital, hospitalCode, sampled, trusts } from './tables.ts';

const everything = 6500;

const params = {
  look: {
    kind: 'choice',
    label: '看哪里',
    options: [
      { value: 'trusts', label: '130 家' },
      { value: 'hospital', label: '其中一家' },
      { value: 'country', label: '全英格兰' },
    ],
    default: 'trusts',
    onStage: true,
    meaning: '一家一点、一家逐月、全国逐月。',
  },
  months: {
    kind: 'number',
    label: '至少几个月越限才算',
    unit: '个月',
    min: 1,
    max: 36,
    step: 1,
    default: 18,
    meaning: '在 130 家的图上数一数：36 个月里越限这么多个月以上的有几家。',
  },
  chart: {
    kind: 'choice',
    label: '这一家画哪一张图',
    options: [
      { value: 'p', label: 'p 图' },
      { value: 'individuals', label: '单值图' },
      { value: 'laney', label: '莱尼 p′ 图' },
    ],
    default: 'p',
    meaning:
      'p 图照二项分布定限，只认看了几人；单值图照相邻两月差多少定限；莱尼 p′ 图两样都认：看的人多的月份限窄些，整体照相邻两月的差放宽。',
  },
  seen: {
    kind: 'number',
    label: '每月至多查几份病历',
    unit: '份',
    min: 50,
    max: everything,
    step: 50,
    default: everything,
    meaning: `这一家一个月来五六千人；${fixed(everything)} 就是全查。少查是真的从全部病历里随机抽，抽法固定。`,
  },
} as const;
export type Setting = Values<typeof params>;
export type Chart = Setting['chart'];

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** 一直在中心线同一侧，最长连着几点；正在线上的打断。 */
function longestSide(points: readonly number[], center: number): number {
  let [run, longest, before] = [0, 0, 0];
  for (const point of points) {
    const side = Math.sign(point - center);
    run = side !== 0 && side === before ? run + 1 : Math.abs(side);
    before = side;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** 全国：人数与超时的关系。这些数与设置无关。 */
const nation = {
  rate:
    total(country.map(({ breaches }) => breaches)) /
    total(country.map(({ attendances }) => attendances)),
  busiest: country.reduce((most, each) => (each.daily > most.daily ? each : most)),
  quietest: country.reduce((least, each) => (each.daily < least.daily ? each : least)),
  worst: country.reduce((most, each) => (each.rate > most.rate ? each : most)),
  byPeople: correlation(
    country.map(({ daily }) => daily),
    country.map(({ rate }) => rate),
  ),
  byAdmissions: correlation(
    country.map(({ admitted }) => admitted),
    country.map(({ rate }) => rate),
  ),
};

const outside = trusts.map((trust) => trust.outside);
const middle = outside.length / 2;
export const spread = {
  least: outside[0] as number,
  most: outside.at(-1) as number,
  median: ((outside[middle - 1] as number) + (outside[middle] as number)) / 2,
  calmest: Math.min(...trusts.map(({ sd }) => sd)),
  /** 只有机遇时，一家 36 个月平均越限几个 */
  byChance: hospital.length * runLength({ shift: 0 }).signalProbability,
};

function charts(seen: number) {
  const counts = sampled(seen);
  const p = pChart(counts);
  const laney = laneyPChart(counts);
  const individuals = individualsChart({ values: p.points });
  const limits = {
    p: p.limits,
    laney: laney.limits,
    individuals: p.points.map(() => individuals.individuals),
  };
  const signals = { p: p.signals, laney: laney.signals, individuals: individuals.signals };
  return { ...counts, points: p.points, limits, signals, laney, individuals };
}

/** 全部病历的三张图：盖着答案时画它，各场景的问话也从它说起。 */
export const whole = charts(everything);

function compute({ months, chart, seen }: Setting) {
  const now = charts(seen);
  return {
    ...now,
    limitsNow: now.limits[chart],
    signalsNow: now.signals[chart],
    over: outside.filter((count) => count >= months).length,
    /** 单值图没说出来的事 */
    hidden: {
      ranges: now.individuals.rangeSignals.length,
      run: longestSide(now.points, now.individuals.individuals.center),
      neighbours: correlation(now.points.slice(0, -1), now.points.slice(1)).coefficient,
    },
    nation,
    spread,
  };
}
export type Result = ReturnType<typeof compute>;

export const chartNames: Readonly<Record<Chart, string>> = {
  p: 'p 图',
  individuals: '单值图',
  laney: '莱尼 p′ 图',
};
const people = (thousands: number) => `${fixed(thousands * 1000)} 人`;

/** 越限个数说成一句。 */
const counted = (count: number) => (count === 0 ? '一个月也没有越限' : `${count} 个月越限`);

/** 越限少不等于受控：单值图没说出来的三件事。 */
function notControlled({ hidden }: Result): string {
  const found = [
    hidden.ranges > 0 && `相邻两月的差有 ${hidden.ranges} 次越限`,
    hidden.run >= 8 && `最长连着 ${hidden.run} 个月在中心线同一侧`,
    hidden.neighbours > 0.33 && `前后两月的相关有 ${fixed(hidden.neighbours, 2)}`,
  ].filter(Boolean);
  return found.length === 0 ? '' : `可别说它受控：${found.join('，')}，冬天与趋势都在里面。`;
}

/** 最闲的一月与最忙的一月。 */
const bothEnds = ({ nation: { busiest, quietest, rate } }: Result) =>
  `最忙的 ${busiest.month}超时 ${percent(busiest.rate, 1)}，低于三年合起来的 ${percent(rate, 1)}；最闲的 ${quietest.month}每天 ${people(quietest.daily)}，超时 ${percent(quietest.rate, 1)}。`;

/** 门口与出口，各与超时有多少相关：都照平均一天几人算，月有大小。 */
const doorAndBed = ({ nation: { byPeople, byAdmissions } }: Result) =>
  `36 个月，每天来多少人与超时率的相关是 ${fixed(byPeople.coefficient, 2)}，每天收住院多少人与超时率是 ${fixed(byAdmissions.coefficient, 2)}（95% 区间 ${fixed(byAdmissions.lower, 2)} 到 ${fixed(byAdmissions.upper, 2)}，照各月独立算，嫌窄）。`;
const outOfBeds = '像是堵在等床位的出口，不在门口；不过冬天两头一起动，相关不是因果。';

/** 单值图的限。 */
const widerLimits = ({ individuals: { individuals } }: Result) =>
  `${percent(Math.max(0, individuals.lower), 1)} 到 ${percent(individuals.upper, 1)}`;

export const model = defineWidget({
  id: 'ae-chart',
  version: 2,
  title: '几家该拉警报',
  english: 'How many should sound the alarm?',
  question: '英格兰 130 家医院的急诊，照教科书各画一张控制图，几家算失控？',
  chapter: 'quality',
  section: 'control',
  params,
  scenarios: [
    {
      id: 'trusts',
      label: '130 家',
      sentence:
        '英格兰的规矩：到了急诊，四小时以内要收住院、转走或者离开，办不完就算超时。130 家医院的大急诊，2016 年 4 月起 36 个月，每月来几千到两三万人。真实的数。',
      values: {},
    },
    {
      id: 'hospital',
      label: '同一家，换张图',
      sentence: `代号 ${hospitalCode} 的一家，每月来五六千人，三年平均一百人里十一人超时。同样 36 个点，定限的办法不止一种。`,
      values: { look: 'hospital', chart: 'individuals' },
      predict: {
        kind: 'number',
        question: (_values, { signals }) =>
          `这一家的 p 图，36 个月里越限 ${signals.p.length} 个。数一个不改，换成单值图：不问看了几人，只照相邻两月差多少来定限。越限的还有几个月？`,
        unit: '个月',
        min: 0,
        max: 36,
        digits: 0,
        answer: (_values, { signals }) => signals.individuals.length,
        hit: (_values, result) =>
          `单值图的限是 ${widerLimits(result)}，比 p 图宽得多。少越限，甚至一个也不越限，不等于受控：它只说明限不再窄得荒唐。`,
        misreads: [
          {
            when: (guess, answer, _values, { signals }) =>
              guess > answer && guess >= signals.p.length - 4,
            text: (_values, result) =>
              `数没有变，限变了：p 图的限约 ${percent(result.limits.p[0]?.lower ?? 0, 1)} 到 ${percent(result.limits.p[0]?.upper ?? 0, 1)}，单值图 ${widerLimits(result)}。p 图只认抽样的运气，几千人里运气几乎抹平了；急诊的月份之间本来就有冷热、流感、床位。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (_values, result) =>
              `少下来的比你想的多：限放宽到 ${widerLimits(result)}，${counted(result.signals.individuals.length)}。这不等于受控，只说明限不再窄得荒唐。`,
          },
          {
            when: () => true,
            text: (_values, result) =>
              `单值图上还有 ${result.signals.individuals.length} 个月越限：限照相邻两月的差来定，跳得特别远的仍在外面。`,
          },
        ],
      },
    },
    {
      id: 'few-records',
      label: '少查些病历',
      sentence: `还是 ${hospitalCode}，还是 p 图。质控科人手紧，不再把病历全翻一遍，每月随机抽 100 份来看。医院一点没变。`,
      values: { look: 'hospital', seen: 100 },
      predict: {
        kind: 'number',
        question: ({ seen }) =>
          `全部病历画出来，36 个月越限 ${whole.signals.p.length} 个。同一家、同样的月份，每月只抽 ${fixed(seen)} 份，p 图上越限几个月？`,
        unit: '个月',
        min: 0,
        max: 36,
        digits: 0,
        tolerance: 0.5,
        answer: (_values, { signals }) => signals.p.length,
        hit: ({ seen }, { signals }) =>
          `抽 ${fixed(seen)} 份，${signals.p.length} 个；全查，${whole.signals.p.length} 个。医院是同一家。把“每月至多查几份”慢慢往右拖，看点怎样一个个跑到限外。`,
        misreads: [
          {
            when: (guess, answer) => guess > answer && guess > whole.signals.p.length,
            text: ({ seen }, { signals }) =>
              `抽得少，点是跳得厉害；可限也照 ${fixed(seen)} 份来定，放得更宽。越限的不是多了，是从 ${whole.signals.p.length} 个变成 ${signals.p.length} 个：月与月真有的起落，装进限里去了。`,
          },
          {
            when: (guess, answer) => guess > answer && guess >= whole.signals.p.length - 4,
            text: ({ seen }) =>
              `医院没变，图变了。p 图的限按 1/√n 变窄：抽 ${fixed(seen)} 份，限有 ±${upTo(300 * Math.sqrt((whole.laney.center * (1 - whole.laney.center)) / seen), 1)} 个百分点；五六千份，只剩 ±1.3。限越宽，月与月真有的起落装进去的越多。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ seen }, { signals }) =>
              `少得比你想的还多：抽 ${fixed(seen)} 份，只剩 ${signals.p.length} 个。抽得少，运气的起落大，限就宽，真有的起落也藏进去了。`,
          },
          {
            when: () => true,
            text: ({ seen }, { signals }) =>
              `低了一点：抽 ${fixed(seen)} 份还有 ${signals.p.length} 个。月与月真有的起落大，抽得少也会漏出来。`,
          },
        ],
      },
    },
    {
      id: 'busiest',
      label: '最忙的一月',
      sentence:
        '把全英格兰的急诊加在一起，36 个月，每月平均一天来六七万人。人多就看不过来，看不过来就超时，听着顺理成章。',
      values: { look: 'country' },
      predict: {
        kind: 'choice',
        question: (_values, { nation: { busiest, rate } }) =>
          `${busiest.month}是三年里来人最多的一月，每天 ${people(busiest.daily)}。三年合起来，超时的占 ${percent(rate, 1)}。这个月呢？`,
        options: [
          {
            value: 'top',
            label: '三年里超时最多的一月',
            explanation: (_values, result) =>
              `${bothEnds(result)}超时最多的是 ${result.nation.worst.month}，${percent(result.nation.worst.rate, 1)}。${outOfBeds}`,
          },
          {
            value: 'above',
            label: '比三年合起来的高',
            explanation: (_values, result) => `${bothEnds(result)}人多不等于超时多。${outOfBeds}`,
          },
          {
            value: 'below',
            label: '反倒比三年合起来的低',
            explanation: (_values, result) => `${bothEnds(result)}${outOfBeds}`,
          },
        ],
        answer: (_values, { nation: { busiest, worst, rate } }) =>
          busiest === worst ? 'top' : busiest.rate > rate ? 'above' : 'below',
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ months }) =>
      `每家拿自己三年的平均超时率作中心线，画一张 p 图，上下各 3σ。36 个月里${months === 18 ? '至少有一半' : `至少 ${months} 个`}月份越限的，有几家？`,
    unit: '家',
    whole: true,
    min: 0,
    max: 130,
    digits: 0,
    tolerance: 0.08,
    answer: (_values, { over }) => over,
    hit: (_values, { spread: { least, median, byChance, calmest } }) =>
      `最安稳的一家也有 ${least} 个月越限，中间的一家 ${upTo(median, 1)} 个。只有抽样的运气，一家平均 ${fixed(byChance, 1)} 个。130 家不会一齐失控，是二项分布的限不合用：各月之间本来的起落，最小的一家也有运气的 ${upTo(calmest, 1)} 倍。`,
    misreads: [
      {
        when: (guess, answer) => guess < answer && guess <= 5,
        text: (_values, { over, spread: { least, byChance } }) =>
          `书上说 3σ 之外只有千分之三，36 个月平均 ${fixed(byChance, 1)} 个，照这样一家也不该有。这话有个前提：每个月的概率不变，起落全是抽样的运气。急诊有冬夏、有流感，前提不成立：${over} 家够数，最少的一家也有 ${least} 个月越限。`,
      },
      {
        when: (guess, answer) => guess < answer && guess >= 0.75 * answer,
        text: (_values, { over, spread: { least, most, median } }) =>
          `还要多：数下来 ${over} 家，最少的越限 ${least} 个月，中间的 ${upTo(median, 1)} 个，最多的 ${most} 个。一张图说这么多家一齐失控，该疑心的是图：每月几千人，二项分布的限窄到装不下一个平常的冬天。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: (_values, { over, spread: { least, most, median } }) =>
          `你想的大概是其中管得差的那些。数下来 ${over} 家：最少的越限 ${least} 个月，中间的 ${upTo(median, 1)} 个，最多的 ${most} 个。一张图说人人都失控，该疑心的是图：每月几千人，二项分布的限窄到装不下一个平常的冬天。`,
      },
      {
        when: () => true,
        text: (_values, { over, spread: { median } }) =>
          `多了。够这个数的有 ${over} 家，中间的一家越限 ${upTo(median, 1)} 个月。`,
      },
    ],
  },
  sentence({ look, months, chart, seen }, result) {
    const { spread: all, over, signalsNow, limitsNow, laney } = result;
    if (look === 'trusts')
      return `130 家里 ${over} 家至少 ${months} 个月越限；最少的 ${all.least} 个月，中间的 ${upTo(all.median, 1)} 个，最多的 ${all.most} 个。只有抽样的运气，一家平均 ${fixed(all.byChance, 1)} 个。`;
    if (look === 'country') return `${bothEnds(result)}${doorAndBed(result)}`;
    const searched = seen >= everything ? '病历全查' : `每月查 ${fixed(seen)} 份`;
    const lowest = Math.max(0, Math.min(...limitsNow.map(({ lower }) => lower)));
    const highest = Math.max(...limitsNow.map(({ upper }) => upper));
    const stretch =
      chart === 'laney' ? `，照相邻两月的差放宽到 ${upTo(laney.inflation, 1)} 倍` : '';
    return `${hospitalCode}，${searched}，${chartNames[chart]}：限在 ${percent(lowest, 1)} 到 ${percent(highest, 1)} 之间${stretch}，36 个月里，${counted(signalsNow.length)}。${chart === 'p' ? '' : notControlled(result)}`;
  },
  brief: ({ look, months, chart }, { over, signalsNow, nation: { busiest } }) =>
    look === 'trusts'
      ? `${over} 家至少 ${months} 个月越限`
      : look === 'country'
        ? `最忙的一月超时 ${percent(busiest.rate, 1)}`
        : `${chartNames[chart]}：36 个月里越限 ${signalsNow.length} 个`,
  table({ look, chart }, { points, sizes, limitsNow, signalsNow }) {
    if (look === 'trusts')
      return {
        caption:
          '130 家医院的大急诊，各 36 个月：p 图（自家平均作中心线，3σ）越限几个月的各有几家；逐家的在“来源”里下载',
        columns: [
          { label: '越限', unit: '个月' },
          { label: '几家' },
          { label: '超时率，最低', unit: '%' },
          { label: '超时率，最高', unit: '%' },
        ],
        rows: [...new Set(outside)].map((count) => {
          const rates = trusts.filter((trust) => trust.outside === count).map(({ rate }) => rate);
          return [count, rates.length, Math.min(...rates) * 100, Math.max(...rates) * 100];
        }),
        digits: [0, 0, 1, 1],
      };
    if (look === 'country')
      return {
        caption: '全英格兰急诊，逐月：平均一天来几人、收住院几人，超时率',
        columns: [
          { label: '月' },
          { label: '每天到诊', unit: '千人' },
          { label: '每天收住院', unit: '千人' },
          { label: '超时率', unit: '%' },
        ],
        rows: country.map(({ month, daily, admitted, rate }) => [
          month,
          daily,
          admitted,
          rate * 100,
        ]),
        digits: [0, 1, 1, 1],
      };
    return {
      caption: `${hospitalCode}，逐月的超时率与${chartNames[chart]}的限`,
      columns: [
        { label: '月' },
        { label: '看了', unit: '份' },
        { label: '超时率', unit: '%' },
        { label: '下限', unit: '%' },
        { label: '上限', unit: '%' },
        { label: '越限' },
      ],
      rows: points.map((point, i) => [
        hospital[i]?.month ?? '',
        sizes[i] ?? 0,
        point * 100,
        Math.max(0, limitsNow[i]?.lower ?? 0) * 100,
        (limitsNow[i]?.upper ?? 0) * 100,
        signalsNow.includes(i + 1) ? '越限' : '',
      ]),
      digits: [0, 0, 1, 1, 1, 0],
    };
  },
  monotone: [{ param: 'months', quantity: ({ over }) => over, direction: 'down' }],
});
