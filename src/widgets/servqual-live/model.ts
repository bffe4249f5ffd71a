import { importancePerformance } from '../../calc/quality/importance-performance.ts';
import { servperf } from '../../calc/quality/servperf.ts';
import { servqual } from '../../calc/quality/servqual.ts';
import { fixed, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import { fields, survey, type Dimension } from './dimensions.ts';

const params = {
  dimensions: {
    kind: 'list',
    label: '各维的均分',
    item: '维',
    fields,
    atLeast: 2,
    atMost: 7,
    default: survey([10, 34, 20, 21, 15], [5.4, 6.6, 5.3, 6.2, 5.5], [5.2, 5.6, 4.4, 5.9, 5]),
    meaning: '期望与感知 1 到 7 分；重要性按比例用，合计不必是 100。全班的答卷在下面读。',
  },
  perceptionRise: {
    kind: 'number',
    label: '明年各项感知涨',
    unit: '分',
    min: 0,
    max: 2,
    step: 0.1,
    default: 0.5,
    meaning: '到 7 分封顶。',
  },
  expectationRise: {
    kind: 'number',
    label: '明年各项期望涨',
    unit: '分',
    min: 0,
    max: 2,
    step: 0.1,
    default: 0.8,
    meaning: '见过好的，期望也会涨；到 7 分封顶。',
  },
} as const;
export type Setting = Values<typeof params>;

export const quadrantNames = {
  concentrate: '集中改进',
  keepUp: '继续保持',
  lowPriority: '优先级低',
  overkill: '可能过度',
} as const;

const split = (dimensions: readonly Dimension[]) => ({
  importance: dimensions.map(({ importance }) => importance),
  expectation: dimensions.map(({ expectation }) => expectation),
  perception: dimensions.map(({ perception }) => perception),
});
/** 最低的是哪几个；差不到一点零头的算并列。 */
const lowest = (values: readonly number[]) => {
  const least = Math.min(...values);
  return values.flatMap((value, i) => (value <= least + 1e-9 ? [i] : []));
};
/** 从最差数起第几名；并列的名次一样。 */
export const ranks = (values: readonly number[]) =>
  values.map((value) => 1 + values.filter((other) => other < value - 1e-9).length);

function compute({ dimensions, perceptionRise, expectationRise }: Setting) {
  const scores = split(dimensions);
  const gap = servqual(scores);
  const performance = servperf(scores);
  const plane = importancePerformance({
    items: dimensions.map(({ importance, perception }) => ({
      importance,
      performance: perception,
    })),
  });
  const grown = dimensions.map((each) => ({
    ...each,
    expectation: Math.min(7, each.expectation + expectationRise),
    perception: Math.min(7, each.perception + perceptionRise),
  }));
  const { orderByPerformance } = performance;
  const worst = {
    gap: lowest(gap.gaps),
    weighted: gap.weightedGaps ? lowest(gap.weightedGaps) : null,
    perception: lowest(scores.perception),
  };
  return {
    gap,
    performance,
    plane,
    grown,
    later: servqual(split(grown)),
    laterPerformance: servperf(split(grown)),
    worst,
    /** 差距最大的那一维，只看感知排在从低数起第几 */
    place: orderByPerformance.indexOf(gap.orderByGap[0] as number) + 1,
    concentrate: plane.quadrants.filter((each) => each === 'concentrate').length,
  };
}
export type Result = ReturnType<typeof compute>;

/** +0.3、−1.0 */
export const signed = (value: number, digits = 2) =>
  `${Number(value.toFixed(digits)) > 0 ? '+' : ''}${fixed(value, digits)}`;
const namesOf = (dimensions: readonly Dimension[], which: readonly number[]) =>
  which.map((i) => dimensions[i]?.name).join('、');

/** 三种算法各认哪一维最差。 */
function worstSays({ dimensions }: Setting, { gap, performance, worst }: Result): string {
  const least = (values: readonly number[], which: readonly number[]) => values[which[0] ?? 0] ?? 0;
  const perceived = dimensions[performance.orderByPerformance[0] ?? 0]?.perception ?? 0;
  const weighted =
    worst.weighted === null || gap.weightedGaps === null
      ? '重要性合计是 0，加不了权'
      : `再乘重要性，${namesOf(dimensions, worst.weighted)}（${signed(least(gap.weightedGaps, worst.weighted))}）`;
  return `感知减期望，最差的是${namesOf(dimensions, worst.gap)}（${signed(least(gap.gaps, worst.gap))}）；${weighted}；只看感知，${namesOf(dimensions, worst.perception)}（${upTo(perceived)}）`;
}

const total = ({ gap }: Result) => gap.weighted ?? gap.unweighted;
const laterTotal = ({ later }: Result) => later.weighted ?? later.unweighted;

type Place = 'same' | 'second' | 'middle' | 'high';
const placeOf = ({ dimensions }: Setting, { place, worst }: Result): Place =>
  worst.gap.some((i) => worst.perception.includes(i))
    ? 'same'
    : place === 2
      ? 'second'
      : place > dimensions.length - 2
        ? 'high'
        : 'middle';

/** 猜的与实际的各是哪一档，说清差在哪一步。 */
const explains = (guess: Place) => (values: Setting, result: Result) => {
  const answer = placeOf(values, result);
  const lead =
    guess === answer
      ? ''
      : guess === 'same'
        ? '感知最低的，期望也可能不高，差得就不多。'
        : answer === 'same'
          ? '这一回没有换。'
          : '是换了一维，换的不是它。';
  const lesson =
    answer === 'same'
      ? '这里两样恰好是同一维，换一组期望就未必。'
      : '期望高的一维，感知不低也会差得多；只看感知，看不见这一层。';
  return `${lead}${worstSays(values, result)}。${lesson}`;
};

export const model = defineWidget({
  id: 'servqual-live',
  version: 2,
  title: '同一份问卷，几种算法',
  english: 'One survey, several scores',
  question: '同样的答卷，减不减期望、乘不乘重要性，最差的会是同一维吗？',
  chapter: 'quality',
  section: 'measure',
  params,
  scenarios: [
    {
      id: 'canteen',
      label: '学校食堂',
      sentence:
        '学生会（虚构案例）问食堂的五个方面，各打两个分：一家好食堂应当几分（期望），咱们的食堂实际几分（感知）。',
      values: {},
    },
    {
      id: 'raise',
      label: '明年再量',
      sentence:
        '后勤处照单改进，一年以后再发同样的问卷。五项的感知都涨了。别的学校也在改，同学们的期望也涨了。',
      values: {},
      predict: {
        kind: 'number',
        question: ({ perceptionRise, expectationRise }, result) =>
          `五项感知各涨 ${upTo(perceptionRise)} 分，期望各涨 ${upTo(expectationRise)} 分，都到 7 分封顶。加权的总分今年是 ${fixed(total(result), 2)}，明年是多少？`,
        unit: '分',
        min: -6,
        max: 6,
        digits: 2,
        tolerance: 0.08,
        answer: (_values, result) => laterTotal(result),
        hit: (_values, result) =>
          `准。只看感知，平均从 ${fixed(result.performance.unweighted, 2)} 到 ${fixed(result.laterPerformance.unweighted, 2)}。减出来的分追着期望走，所以感知要单独再报一次。`,
        misreads: [
          {
            when: (guess, _answer, _values, result) =>
              guess > total(result) && laterTotal(result) < total(result),
            text: ({ expectationRise }, result) =>
              `服务改好了，分总该上去，可是它减着期望：期望涨了 ${upTo(expectationRise)} 分。只看感知，平均从 ${fixed(result.performance.unweighted, 2)} 到 ${fixed(result.laterPerformance.unweighted, 2)}，顾客确实觉得好了。`,
          },
          {
            when: (guess, _answer, { perceptionRise, expectationRise }, result) =>
              Math.abs(guess - total(result) - perceptionRise + expectationRise) < 0.03,
            text: ({ perceptionRise, expectationRise }) =>
              `涨的差是 ${fixed(perceptionRise - expectationRise, 1)} 分，这一步对；可是期望已经很高的，涨到 7 分就封了顶，没有涨足。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (_values, result) =>
              `猜高了。各项先封顶，再相减、加权，是 ${fixed(laterTotal(result), 2)}。`,
          },
          {
            when: () => true,
            text: (_values, result) =>
              `猜低了。各项先封顶，再相减、加权，是 ${fixed(laterTotal(result), 2)}。`,
          },
        ],
      },
    },
    {
      id: 'hotel',
      label: '样样都好的酒店',
      sentence:
        '一家酒店（虚构案例）五项感知都在 6.3 分以上，满分 7 分。店长还是照重要性—表现分析，把五项分进四格。',
      values: {
        dimensions: survey(
          [12, 30, 25, 18, 15],
          [6.4, 6.8, 6.6, 6.7, 6.3],
          [6.5, 6.3, 6.4, 6.8, 6.6],
        ),
      },
      predict: {
        kind: 'number',
        question: ({ dimensions }) =>
          `${dimensions.length} 项感知，最低 ${upTo(Math.min(...dimensions.map(({ perception }) => perception)))} 分。有几项落进“集中改进”（重要，而表现低）？`,
        unit: '项',
        min: 0,
        max: 7,
        digits: 0,
        tolerance: 0.01,
        answer: (_values, { concentrate }) => concentrate,
        hit: (_values, { plane }) =>
          `准。分界取的是平均（感知 ${fixed(plane.meanPerformance, 2)}），只要不是项项一样，再好的店也有落在线下的。`,
        misreads: [
          {
            when: (guess, answer) => guess < answer,
            text: (_values, { plane }) =>
              `你拿 7 分的尺子量，样样都好。这张图不认好坏，只认高低：分界取的是平均，感知 ${fixed(plane.meanPerformance, 2)}、重要性 ${fixed(plane.meanImportance, 1)}，只要不是项项一样，总有落在线下的。`,
          },
          {
            when: () => true,
            text: (_values, { plane }) =>
              `猜多了。要重要性不低于 ${fixed(plane.meanImportance, 1)}、感知又低于 ${fixed(plane.meanPerformance, 2)} 的才算，两样都占的没有那么多。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'choice',
    question: ({ dimensions }, { worst }) =>
      `感知的均分：${dimensions.map(({ name, perception }) => `${name} ${upTo(perception)}`).join('，')}。只看感知，最差的是${namesOf(dimensions, worst.perception)}。减去期望以后，最差的是哪一维？`,
    options: [
      { value: 'same', label: '还是感知最低的', explanation: explains('same') },
      { value: 'second', label: '换成感知第二低的', explanation: explains('second') },
      { value: 'middle', label: '换成感知居中的', explanation: explains('middle') },
      { value: 'high', label: '换成感知最高、次高的', explanation: explains('high') },
    ],
    answer: (values, result) => placeOf(values, result),
  },
  sentence(values, result) {
    const { gap, performance } = result;
    const sum =
      gap.weighted === null
        ? `总分（不加权）${fixed(gap.unweighted, 2)}`
        : `加权的总分 ${fixed(gap.weighted, 2)}`;
    return `${worstSays(values, result)}。${sum}，感知平均 ${fixed(performance.unweighted, 2)}。`;
  },
  brief: ({ dimensions }, { worst }) =>
    `最差：减期望${namesOf(dimensions, worst.gap.slice(0, 2))}，只看感知${namesOf(dimensions, worst.perception.slice(0, 2))}`,
  table({ dimensions }, { gap, plane }) {
    return {
      caption: '各维的分数与几种算法；差距是感知减期望',
      columns: [
        { label: '维度' },
        { label: '重要性' },
        { label: '期望' },
        { label: '感知' },
        { label: '差距' },
        { label: '加权差距' },
        { label: '重要性—表现' },
      ],
      rows: dimensions.map(({ name, importance, expectation, perception }, i) => [
        name,
        importance,
        expectation,
        perception,
        gap.gaps[i] as number,
        gap.weightedGaps?.[i] ?? '—',
        quadrantNames[plane.quadrants[i] ?? 'lowPriority'],
      ]),
      digits: [0, 1, 2, 2, 2, 2, 0],
    };
  },
  monotone: [
    {
      param: 'perceptionRise',
      quantity: ({ later }) => later.unweighted,
      direction: 'up',
    },
    {
      param: 'expectationRise',
      quantity: ({ later }) => later.unweighted,
      direction: 'down',
    },
  ],
});
