import { operationalTransparency } from '../../calc/psychology/operational-transparency.ts';
import { fixed } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { tasks, type TaskId } from './trial.ts';

/** 三种给法各有多透明；示意，只保证次序。 */
export const shownAs = {
  work: { label: '看得见在做什么', transparency: 1 },
  bar: { label: '只有进度条', transparency: 0.4 },
  blank: { label: '只有转圈', transparency: 0 },
} as const;
export type Shown = keyof typeof shownAs;

/** 马上给时的价值分；只是一把尺的起点。 */
export const instant = 5;
export const longest = 90;
/** 画曲线取的等待，一秒（分、天）一点，折线才看不出棱角。 */
const everySecond = Array.from({ length: longest + 1 }, (_, at) => at);
/** 数据表列出的等待；前面弯得急，列得密。 */
export const grid = [0, 2, 4, 6, 8, 10, 13, 16, 20, 25, 30, 36, 42, 50, 60, 70, 80, 90];

interface Curve {
  impatience: number;
  effortTime: number;
}

function valueOf(shown: Shown, wait: number, { impatience, effortTime }: Curve) {
  return operationalTransparency({
    wait,
    transparency: shownAs[shown].transparency,
    baseValue: instant,
    waitCost: impatience,
    effortTime,
  });
}

export const model = defineWidget({
  id: 'visible-work',
  version: 2,
  title: '看得见的后台',
  english: 'Visible work',
  question: '结果一模一样，马上给你，和让你看着它忙一阵再给你，哪个更值？',
  chapter: 'encounter',
  section: 'visible-work',
  directional: true,
  params: {
    task: {
      kind: 'choice',
      label: '什么服务',
      options: (Object.keys(tasks) as TaskId[]).map((value) => ({
        value,
        label: tasks[value].name,
      })),
      default: 'flights',
      meaning: '机票以秒计，外卖以分钟计，审批以小时计；曲线的形状是同一条。',
    },
    wait: {
      kind: 'number',
      label: '等待',
      symbol: 't',
      min: 0,
      max: longest,
      step: 1,
      default: 30,
      meaning: '单位随服务走。课堂 A/B 里一律按秒，最多等 40 秒。',
    },
    shown: {
      kind: 'choice',
      label: '等的时候看见什么',
      options: (Object.keys(shownAs) as Shown[]).map((value) => ({
        value,
        label: shownAs[value].label,
      })),
      default: 'work',
      meaning: '点名在做哪一步、进度条、只有转圈，透明度由高到低。',
    },
    impatience: {
      kind: 'number',
      label: '有多急',
      symbol: 'a',
      unit: '分',
      min: 0.005,
      max: 0.06,
      step: 0.005,
      default: 0.02,
      meaning: '每多等一个单位扣多少价值分（示意）。',
    },
    effortTime: {
      kind: 'number',
      label: '多久看得出努力',
      symbol: 'τ',
      min: 2,
      max: 40,
      step: 1,
      default: 10,
      meaning: '活儿要演一会儿才看得出门道：过这么久，看出六成多。',
    },
    against: {
      kind: 'choice',
      label: '课堂 A/B：A 版怎么给',
      options: [
        { value: 'instant', label: '马上给' },
        { value: 'blank', label: '等一样久，只转圈' },
      ],
      default: 'instant',
      meaning: 'B 版总是等一阵，看得见在做什么。两版给的结果相同。',
    },
    part: {
      kind: 'choice',
      label: '课堂 A/B：打开链接以后',
      options: [
        { value: 'none', label: '看实验' },
        { value: 'coin', label: '抛硬币进一版' },
        { value: 'a', label: '进 A 版' },
        { value: 'b', label: '进 B 版' },
      ],
      default: 'none',
      meaning: '给学生的链接和二维码，下面的“两半班级，两个版本”里有现成的。',
    },
  },
  scenarios: [
    {
      id: 'flights',
      label: '机票比价',
      sentence:
        '一个比价网站（虚构案例）可以马上给出最便宜的三张票，也可以先演 30 秒它查了哪几家。',
      values: { task: 'flights', wait: 30 },
    },
    {
      id: 'kitchen',
      label: '外卖后厨直播',
      sentence:
        '沸点火锅外卖（虚构案例）平常要 40 分钟。店里想把后厨的镜头接到点单页上，从洗菜播到封条。',
      values: { task: 'kitchen', wait: 40, impatience: 0.03, effortTime: 8 },
    },
    {
      id: 'permit',
      label: '政务审批进度',
      sentence:
        '小吃店开业登记（虚构案例）要 72 小时。办事大厅把“办理中”三个字换成了走到哪个窗口、谁在复核。',
      values: { task: 'permit', wait: 72, impatience: 0.02, effortTime: 20 },
    },
  ],
  compute(values) {
    const { wait } = values;
    const shown = values.shown as Shown;
    const chosen = valueOf(shown, wait, values);
    return {
      unit: tasks[values.task as TaskId].unit,
      value: chosen.value,
      blank: chosen.blankValue,
      instant: chosen.instantValue,
      work: valueOf('work', wait, values).value,
      visibleEffort: chosen.visibleEffort,
      bestWait: chosen.bestWait,
      bestValue: valueOf(shown, chosen.bestWait, values).value,
      curves: (Object.keys(shownAs) as Shown[]).map((id) => ({
        id,
        points: everySecond.map((at) => ({ wait: at, value: valueOf(id, at, values).value })),
      })),
    };
  },
  predict: {
    kind: 'choice',
    question: ({ task, wait }) =>
      `同样的结果，三种给法：0 ${tasks[task as TaskId].unit}马上给；等 ${wait} ${tasks[task as TaskId].unit}，看得见它在做什么；等 ${wait} ${tasks[task as TaskId].unit}，只有转圈。人觉得哪一种更值？`,
    options: [
      {
        value: 'instant',
        label: '马上给的那一种',
        explanation:
          '想的是时间就是成本，空等确实每一刻都在扣分。可马上也有代价：一眨眼就出来的东西，看不出谁替你忙过，人会疑心它有没有认真找。两股力哪股大，要看等多久、看见什么、人有多急。',
      },
      {
        value: 'work',
        label: '看得见它在做什么的那一种',
        explanation:
          '看得见的努力会给同样的结果添分，运营透明说的就是它。也别忘了它有尽头：努力看够以后，再等就只剩扣分，急的人尤其快。',
      },
      {
        value: 'blank',
        label: '只有转圈的那一种',
        explanation:
          '等得一样久而什么也看不见，是三种里唯一只扣不添的。转圈告诉人的只有一件事：你还在等。',
      },
      {
        value: 'same',
        label: '一样，反正结果相同',
        explanation:
          '结果一样，觉得的却不一样：人评的不只是拿到什么，还有它是怎么来的。只有一点不用等时，三种才没有分别。',
      },
    ],
    answer: ({ wait }, { work, blank, instant: now }) => {
      if (wait === 0) return 'same';
      if (work > now) return 'work';
      return now >= blank ? 'instant' : 'blank';
    },
  },
  sentence({ wait, shown }, { unit, value, blank, instant: now, bestWait, bestValue }) {
    const how = shownAs[shown as Shown].label;
    if (wait === 0)
      return `不用等：马上给，示意价值 ${fixed(now, 1)} 分；没有等待，也就没有工夫让人看见努力。`;
    const gap = value - now;
    const against = Math.abs(gap) < 0.05 ? '和马上给差不多' : gap > 0 ? '胜过马上给' : '不如马上给';
    const own =
      shown === 'blank'
        ? `等 ${wait} ${unit}、${how}，示意价值 ${fixed(value, 1)} 分，${against}的 ${fixed(now, 1)} 分`
        : `等 ${wait} ${unit}、${how}，示意价值 ${fixed(value, 1)} 分，${against}的 ${fixed(now, 1)} 分；同样久而只有转圈，${fixed(blank, 1)} 分`;
    // 四舍五入到一样的数，就不再说第二遍
    const most =
      fixed(bestValue, 1) === fixed(value, 1)
        ? '只比现在多不到 0.1 分'
        : `${fixed(bestValue, 1)} 分`;
    const best =
      bestWait <= 0
        ? '这样的给法，等一刻都不值'
        : bestWait > longest
          ? `照这组数，等到 ${longest} ${unit}还在往上走`
          : fixed(bestWait) === fixed(wait)
            ? '这差不多就是最值的等待'
            : `等到约 ${fixed(bestWait)} ${unit}最高，${most}`;
    return `${own}。${best}。`;
  },
  brief: (_values, { value, instant: now }) =>
    `示意价值 ${fixed(value, 1)} 分，马上给 ${fixed(now, 1)} 分`,
  table(_values, { unit, curves }) {
    return {
      caption: '等待与感知价值（示意：方向有实验支持，形状和系数是本课件设的）',
      columns: [
        { label: '等待', unit },
        ...curves.map(({ id }) => ({ label: shownAs[id].label, unit: '分' })),
      ],
      rows: grid.map((wait) => [
        wait,
        ...curves.map(({ points }) => points[wait]?.value ?? instant),
      ]),
      digits: [0, 2, 2, 2],
    };
  },
  monotone: [
    { param: 'wait', quantity: ({ blank }) => blank, direction: 'down' },
    { param: 'impatience', quantity: ({ value }) => value, direction: 'down' },
    { param: 'effortTime', quantity: ({ value }) => value, direction: 'down' },
    { param: 'impatience', quantity: ({ bestWait }) => bestWait, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
