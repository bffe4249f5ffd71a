import { fixed, percent } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import {
  defineWidget,
  scenarioValues,
  type ChoicePrediction,
  type NumberPrediction,
} from '../../widget-kit/model.ts';
import {
  both,
  busyGain,
  busyRate,
  change,
  compute,
  learn,
  shown,
  sitting,
  undecided,
  type Result,
} from './outcome.ts';
import { eveningOf, params, realHalf, scenarios, type Setting } from './setting.ts';
import { stored } from './stored.ts';

const afterSwap: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (values, { before, after }) => {
    const { old, fresh } = both(values);
    return spaced`每小时来 ${values.partiesPerHour} 批。${old}，一晚接待 ${fixed(before.covers.mean)} 位；换成${fresh}，${before.seats === after.seats ? '座位一个不多' : `座位从 ${before.seats} 个变成 ${after.seats} 个`}，接待几位？`;
  },
  unit: '位',
  min: 0,
  max: 5000,
  digits: 0,
  tolerance: 0.06,
  answer: (_values, { after }) => after.covers.mean,
  hit: (_values, result) =>
    `准。换桌以后${change(result)}。原来${sitting(result)}：桌子占着，椅子空着。`,
  misreads: [
    {
      when: (guess, answer, _values, { before }) =>
        guess < before.covers.mean / 2 && answer > before.covers.mean / 2,
      text: (_values, result) =>
        `问的是换桌以后一共接待几位，不是差几位：原来已有 ${shown(result).before} 位，换过以后${change(result)}。`,
    },
    {
      when: (guess, _answer, _values, { before }) =>
        Math.abs(guess - before.covers.mean) <= 0.04 * before.covers.mean,
      text: (_values, result) =>
        `座位一样，接待的人可不一样：换桌以后${change(result)}。一对客人占一张四人桌，就有两个座位卖不出去；${sitting(result)}。`,
    },
    {
      when: (guess, answer, _values, { before }) =>
        guess < before.covers.mean && answer > before.covers.mean,
      text: (_values, result) =>
        `你大概担心人多的几批没处坐。担心得对：等不到桌、坐不下就走的批次确实有；可小批更多，省出来的桌子一晚上能多接好几轮，算下来还是${change(result)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `多猜了，实际${change(result)}。桌子再合身，也总有人等不及走掉，还有的椅子要空着：换过以后座位占用率是 ${percent(result.after.occupancy)}，到不了 100%。${values.parties.length > 4 ? '大桌少了，人多的几批也更难坐下。' : ''}`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `少猜了，实际${change(result)}。${sitting(result)}，占用率 ${percent(result.before.occupancy)}；桌子换得合身，升到 ${percent(result.after.occupancy)}，等不及走掉的也少了。`,
    },
  ],
};

const inSlack: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: ({ partiesPerHour, ...values }) =>
    spaced`周六换桌能多接三成多。淡季每小时只来 ${partiesPerHour} 批，从${both({ ...values, partiesPerHour }).old}换成${both({ ...values, partiesPerHour }).fresh}，接待的人会怎样？`,
  options: [
    {
      value: 'more',
      label: '照样多三成左右',
      explanation: (values, result) =>
        `实际${change(result)}。周六小批多得坐不下，一张桌拆成两张，多出来的马上有人坐；淡季小批等得少，拆出来的两人桌常常空着。${slackWhy(values, result)}`,
    },
    {
      value: 'little',
      label: '多一点',
      explanation: (values, result) =>
        `实际${change(result)}。小桌添过了头，省不出客人来。${slackWhy(values, result)}`,
    },
    {
      value: 'less',
      label: '略少一点',
      explanation: (values, result) => `实际${change(result)}。${slackWhy(values, result)}`,
    },
  ],
  answer: (_values, { gain }) =>
    gain !== null && gain > 0.1 ? 'more' : gain !== null && gain > 0 ? 'little' : 'less',
};
function slackWhy(values: Setting, result: Result): string {
  return result.more.mean >= 0
    ? '把两人桌减一半、四人桌加一倍，再比比看。'
    : `四人桌从 ${values.before.reduce((sum, { seats, count }) => sum + (seats >= 4 ? count : 0), 0)} 张减到 ${values.fours + values.sixes} 张，三四个人的批次反而要等。把两人桌减一半、四人桌加一倍，比哪一种都好；再留两张六人桌看看。`;
}

const halfBusy: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (values) => {
    const gain = busyGain(values);
    return `${gain === null ? '' : `忙夜每小时 ${busyRate} 批，换桌多接待 ${percent(gain)}。`}平常夜每小时 ${values.partiesPerHour} 批，同一次换桌，多接待百分之几？`;
  },
  unit: '%',
  min: -100,
  max: 200,
  digits: 1,
  tolerance: 0.3,
  answer: (_values, { gain }) => (gain ?? 0) * 100,
  hit: (_values, result) =>
    `准。同一次换桌，值多少看有多忙：平常夜桌子大半够用，${change(result)}。`,
  misreads: [
    {
      when: (guess, _answer, values) => guess >= 0.8 * 100 * (busyGain(values) ?? 0.3),
      text: (_values, result) =>
        `你大概把忙夜的数照搬过来了。换桌的好处是让桌子多接几批；平常夜没有那么多批在等，实际只${change(result)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (_values, result) =>
        `按客流打对折，还是高了：实际${change(result)}。客流减半，等桌的人不是减半，是几乎没有了；没有人等，小桌就省不出客人。`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `也没有那么少，实际${change(result)}。平常夜里仍有一阵一阵的高峰，小桌多，那一阵就多接几批。`,
    },
  ],
};

export const model = defineWidget({
  id: 'table-mix',
  version: 2,
  title: '同样的座位，不同的桌子',
  english: 'The table mix',
  question: '四人桌拆成两人桌，座位一个不多，一晚能多接待几位客人？',
  chapter: 'delivery-design',
  section: 'tables',
  params,
  scenarios: [
    scenarios[0],
    scenarios[1],
    { ...scenarios[2], predict: inSlack },
    scenarios[3],
    { ...realHalf, predict: halfBusy },
  ],
  compute,
  predict: afterSwap,
  sentence(values, result) {
    const { old, fresh } = both(values);
    const { before, after, more, nights, rough } = result;
    const covers = shown(result);
    const seats =
      before.seats === after.seats
        ? `同样 ${before.seats} 座`
        : `座位从 ${before.seats} 个变成 ${after.seats} 个，不是同样大的地方`;
    const verdict = undecided(result)
      ? `同一批客人试了 ${fixed(nights)} 夜，分不出高下`
      : `同一批客人试了 ${fixed(nights)} 夜，${change(result)}，95% 区间 ${fixed(more.low, 1)} 到 ${fixed(more.high, 1)} 位`;
    return `每小时来 ${values.partiesPerHour} 批，${seats}：${old}一晚接待 ${covers.before} 位，${fresh}接待 ${covers.after} 位。${verdict}${rough ? '；这是粗算' : ''}。`;
  },
  brief: (_values, result) => {
    const { before, after } = shown(result);
    return `原来 ${before} 位，换桌后 ${after} 位`;
  },
  table({ partiesPerHour }, { before, after, more, curve, rough, nights }) {
    return {
      caption: `一晚四小时接待的人数：第一行是现在的客流（${rough ? '粗算 ' : ''}${fixed(nights)} 夜），其余各 150 到 1,200 夜；两种摆法接待同一批客人`,
      columns: [
        { label: '来客', unit: '批/小时' },
        { label: '原来', unit: '位' },
        { label: '换桌后', unit: '位' },
        { label: '多接待', unit: '位' },
        { label: '95% 区间低' },
        { label: '95% 区间高' },
      ],
      rows: [
        [partiesPerHour, before.covers.mean, after.covers.mean, more.mean, more.low, more.high],
        ...(curve ?? []).map(({ rate, ...point }) => [
          rate,
          point.before,
          point.after,
          point.more.mean,
          point.more.low,
          point.more.high,
        ]),
      ],
      digits: [0, 1, 1, 1, 1, 1],
    };
  },
});

// 几个场景预先细算好，一打开就是准数；测试照样重算一遍
for (const [id, run] of Object.entries(stored)) learn(scenarioValues(model, id), run);

export type { Result } from './outcome.ts';
export type { Setting } from './setting.ts';

/** 一个场景的一晚，换成这样几张桌子；正文与实验同一次仿真。 */
export const eveningIn = (
  scenario: string,
  tables: Partial<Pick<Setting, 'twos' | 'fours' | 'sixes'>>,
) => eveningOf({ ...scenarioValues(model, scenario), ...tables });
