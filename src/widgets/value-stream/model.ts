import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { fasterAsked, inHandAsked, withoutWaitsAsked } from './questions.ts';
import { claim, isGone, loanWithoutWaits } from './steps.ts';
import { compute, inHand, kindOf, lasts, long, params, share } from './stream.ts';

export const model = defineWidget({
  id: 'value-stream',
  version: 2,
  title: '跟着一份材料走',
  english: 'A value stream on one line',
  question: '从交件到办成，时间都去了哪里？先去掉哪一段？',
  chapter: 'world-class',
  section: 'lean',
  params,
  scenarios: [
    {
      id: 'loan',
      label: '王老板的贷款',
      sentence:
        '面馆的王老板向江城银行（虚构案例）借二十万，交齐材料十二天以后钱到账。信贷部说：人手不够，个个从早忙到晚。',
      values: {},
    },
    {
      id: 'faster',
      label: '办得快一倍',
      sentence: '换了新系统，每一步有人在办的时间都省一半；各张桌上压着的件数没有变。',
      values: { speed: 2 },
      predict: fasterAsked,
    },
    {
      id: 'waitless',
      label: '等全去掉',
      sentence: '假如做得到：六段等、退全去掉，一步办完立刻有人接着办下一步。',
      values: { steps: loanWithoutWaits },
      predict: withoutWaitsAsked,
    },
    {
      id: 'claim',
      label: '一张报销单',
      sentence:
        '江城大学的一张报销单（虚构案例），从贴票到钱到卡。换成你自己跟过的一份，一段一段填。',
      values: { steps: claim },
    },
  ],
  compute,
  predict: inHandAsked,
  sentence({ speed, office, steps }, { before, after, calendar, cut }) {
    const rule = office ? '只算上班的八小时，' : '';
    const start = `从头到尾 ${long(calendar.before)}，增值 ${fixed(before.valueTime)} 分钟，必要 ${fixed(before.necessaryTime)} 分钟，${rule}增值比 ${share(before.valueAddedRatio)}`;
    if (cut === 0 && speed === 1) {
      const longest = steps.reduce((most, step) => (step.minutes > most.minutes ? step : most));
      return `${start}；最长的一段是“${longest.name}”，${long(longest.minutes)}。`;
    }
    const how = [cut > 0 && `去掉 ${cut} 段`, speed > 1 && `办的速度 ${upTo(speed, 1)} 倍`]
      .filter(Boolean)
      .join('，');
    if (calendar.after === 0) return `${start}；${how}，什么也没有剩下：没有一段是有人在办的。`;
    return `${start}；${how}，剩 ${long(calendar.after)}，增值比 ${share(after.valueAddedRatio)}。`;
  },
  brief: (_values, { calendar, before, after, cut }) =>
    cut > 0 || calendar.after < calendar.before
      ? `${long(calendar.before)} → ${long(calendar.after)}，增值比 ${share(after.valueAddedRatio)}`
      : `${long(calendar.before)}里增值 ${fixed(before.valueTime)} 分钟，${share(before.valueAddedRatio)}`,
  table({ speed, steps }, { before, after, calendar }) {
    const ratio = (value: number) => (Number.isNaN(value) ? '—' : percent(value, 2));
    return {
      caption: '一段一段的时间与种类',
      columns: [
        { label: '哪一段' },
        { label: '种类' },
        { label: '现在', unit: '分钟' },
        { label: '改后', unit: '分钟' },
      ],
      rows: [
        ...steps.map((step) => [
          step.name,
          kindOf(step).label,
          step.minutes,
          isGone(step) ? 0 : lasts(step, speed),
        ]),
        ['从头到尾', '按日历', calendar.before, calendar.after],
        ['有人在办', '增值加必要', inHand(before), inHand(after)],
        ['增值比', '', ratio(before.valueAddedRatio), ratio(after.valueAddedRatio)],
      ],
      digits: [0, 0, 0, speed > 1 ? 1 : 0],
    };
  },
  monotone: [{ param: 'speed', quantity: ({ calendar }) => calendar.after, direction: 'down' }],
});
