import { fixed, percent } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import {
  againstEditors,
  amongClass,
  longestName,
  readString,
  storyCount,
  tallyOf,
  unsorted,
  type Coder,
} from './coding.ts';
import { codes, groups, industryName, stories, type Code, type Industry } from './stories.ts';

/** κ 没有定义时说清为什么。 */
export const showKappa = (kappa: number) =>
  Number.isNaN(kappa) ? '没有定义（全都归在同一类）' : fixed(kappa, 2);

export const model = defineWidget({
  id: 'incident-sorting',
  version: 2,
  title: '关键事件分拣',
  english: 'Sorting critical incidents',
  question:
    '顾客说的“态度差”，是从哪里起的头？把二十个故事归成四类，再看看别人和你归得一样不一样。',
  chapter: 'encounter',
  section: 'critical-incidents',
  params: {
    industry: {
      kind: 'choice',
      label: '行业',
      options: [
        { value: 'airline', label: '航空' },
        { value: 'hotel', label: '酒店' },
        { value: 'restaurant', label: '餐饮' },
      ],
      default: 'airline',
      onStage: true,
      meaning: '每个行业二十个故事，全是虚构的。换行业，各自分到哪里都留着。',
    },
    coders: {
      kind: 'list',
      label: '各人的归类',
      own: true,
      item: '人',
      fields: {
        name: { kind: 'text', label: '姓名', longest: longestName, default: '我' },
        codes: { kind: 'text', label: '归类', longest: storyCount, default: unsorted },
      },
      atLeast: 1,
      atMost: 60,
      default: [{ name: '我', codes: unsorted }],
      meaning:
        '第一行是你自己。每人一串二十个字母，依次是二十个故事的归类：A 系统失误，B 特殊需求，C 自发行为，D 顾客不当，x 还没分。',
    },
  },
  scenarios: [
    {
      id: 'airline',
      label: '航空',
      sentence: '一家航空公司（虚构案例）收来二十段讲述，有投诉，有表扬，也有员工自己说的。',
      values: { industry: 'airline' },
    },
    {
      id: 'hotel',
      label: '酒店',
      sentence: '一家酒店（虚构案例）的客人和员工各讲了最难忘的一次，一共二十段。',
      values: { industry: 'hotel' },
    },
    {
      id: 'restaurant',
      label: '餐饮',
      sentence: '沸点火锅（虚构案例）把一个月里的投诉单、表扬信和员工口述摆到一起，挑出二十段。',
      values: { industry: 'restaurant' },
    },
  ],
  compute({ industry, coders }) {
    const list = stories[industry as Industry];
    const people = coders as readonly Coder[];
    const { marks: mine } = readString(people[0]?.codes ?? unsorted);
    const attitude = list.filter((story) => story.attitude);
    return {
      stories: list,
      mine,
      done: mine.filter((mark) => mark !== null).length,
      editors: tallyOf(list.map(({ code }) => code)),
      myTally: tallyOf(mine),
      /** 顾客说成“态度”的：一共几个，其中编辑归为系统失误的几个 */
      attitude: attitude.length,
      attitudeFromSystem: attitude.filter(({ code }) => code === 'A').length,
      withEditors: againstEditors(mine, list),
      class: amongClass(people),
      /** 编码串里看不懂的位置 */
      odd: people.flatMap(({ codes: text }, i) =>
        readString(text).odd.map((position) => ({ row: i + 1, position })),
      ),
    };
  },
  predict: {
    kind: 'choice',
    question: '二十个故事，四类里哪一类最多？先选好，再到上面一个一个地分，分完按“看结果”。',
    options: [
      {
        value: 'A',
        label: `A ${groups.A.name}`,
        explanation:
          '脸色和语气最容易被记住，可往前推一步，常常是延误、缺货、系统死机在先。员工站在失误的下游，接住了就是表扬，没接住就成了“态度差”。',
      },
      {
        value: 'B',
        label: `B ${groups.B.name}`,
        explanation:
          '特殊需求确实不少，而且最难归：顾客自己弄错了算不算，一句“规定就是规定”该怪谁，换个人就有另一种归法。只是在这二十个里，它不是最多的。',
      },
      {
        value: 'C',
        label: `C ${groups.C.name}`,
        explanation:
          '多数人先想到它，因为故事的主角总是某个员工。可是把“事情从哪里起”问一遍，许多所谓态度问题，前面都有一次系统失误。',
      },
      {
        value: 'D',
        label: `D ${groups.D.name}`,
        explanation:
          '一线员工常这样想，他们见得最多。它单独成一类，恰恰因为只问顾客问不到：没有哪位顾客会来投诉自己。',
      },
    ],
    answer: (_values, { editors }) => codes[editors.indexOf(Math.max(...editors))] ?? 'A',
  },
  sentence({ industry }, result) {
    const { editors, attitude, attitudeFromSystem, withEditors, done } = result;
    const list = codes.map((code, j) => `${groups[code].short} ${editors[j]} 个`).join('，');
    const parts = [
      `${industryName[industry as Industry]}二十个故事，照编辑的归类：${list}；顾客说成“态度差”的 ${attitude} 个里，有 ${attitudeFromSystem} 个起因是系统失误`,
    ];
    if (withEditors)
      parts.push(
        `你分了 ${done} 个，和编辑相同的占 ${percent(withEditors.agreement)}，扣掉碰巧，κ ${Number.isNaN(withEditors.kappa) ? '' : '= '}${showKappa(withEditors.kappa)}`,
      );
    if (result.class.kappa) {
      const { people, kappa, mostDivisive, hardestGroup } = result.class;
      parts.push(
        `${people} 个人之间，κ ${Number.isNaN(kappa.kappa) ? '' : '= '}${showKappa(kappa.kappa)}${
          mostDivisive === null
            ? '，人人归得一样'
            : `，最有分歧的是第 ${mostDivisive + 1} 个故事${hardestGroup ? `，最分不清的是“${groups[hardestGroup].short}”` : ''}`
        }`,
      );
    }
    return `${parts.join('。')}。`;
  },
  brief: (_values, { done, withEditors }) =>
    withEditors
      ? `分了 ${done} 个，和编辑相同 ${percent(withEditors.agreement)}`
      : `分了 ${done} 个`,
  table(_values, { stories: list, mine, class: { tallies } }) {
    return {
      caption: '每个故事的归类：编辑的、你的，和全班各归一类的人数',
      columns: [
        { label: '第几个' },
        { label: '故事' },
        { label: '编辑' },
        { label: '你' },
        ...codes.map((code: Code) => ({ label: code, unit: '人' })),
      ],
      rows: list.map((story, i) => [
        i + 1,
        story.text,
        story.code,
        mine[i] ?? '—',
        ...(tallies[i] ?? [0, 0, 0, 0]),
      ]),
      digits: [0, 0, 0, 0, 0, 0, 0, 0],
    };
  },
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
