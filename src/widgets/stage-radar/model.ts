import { stageAssessment, type Stage } from '../../calc/benchmarking/stage-assessment.ts';
import { fixed } from '../../lib/format.ts';
import { defineWidget, type ChoicePrediction } from '../../widget-kit/model.ts';
import {
  aspects,
  canteen,
  hospital,
  hospitalEast,
  hospitalTaught,
  sheet,
  stageNames,
  type Aspect,
  type Rated,
} from './sheet.ts';

const row = (aspect: Aspect) =>
  ({
    kind: 'choice',
    label: sheet[aspect].name,
    options: sheet[aspect].anchors.map((anchor, k) => ({
      value: String(k + 1),
      label: `${k + 1} ${anchor}`,
    })),
    default: hospital[aspect],
    meaning: '哪一格的话最像，就选哪一格。',
    onStage: true,
  }) as const;

const params = {
  quality: row('quality'),
  backOffice: row('backOffice'),
  customers: row('customers'),
  technology: row('technology'),
  workforce: row('workforce'),
  management: row('management'),
} as const;

function compute(values: Rated) {
  const stages = aspects.map((aspect) => Number(values[aspect]) as Stage);
  const assessment = stageAssessment({
    rows: aspects.map((aspect, k) => ({
      name: sheet[aspect].name,
      stage: stages[k] as Stage,
    })),
  });
  /** 每一行都补到这一级，一共要提几级 */
  const lift = (goal: number) =>
    stages.reduce<number>((sum, stage) => sum + Math.max(0, goal - stage), 0);
  return {
    ...assessment,
    stages,
    /** 到第 2、3、4 级各要提几级，已经到了的是 0 */
    lifts: [2, 3, 4].map((goal) => ({ goal, steps: lift(goal) })),
    /** 高出总体、眼下用不上的一共几级 */
    idle: assessment.ahead.reduce((sum, each) => sum + each, 0),
  };
}
export type Result = ReturnType<typeof compute>;

export const stageName = (stage: number) => `第 ${stage} 级“${stageNames[stage - 1] ?? ''}”`;
export const mean = (result: Pick<Result, 'meanStage'>) => fixed(result.meanStage, 2);
const weakest = ({ weakest: names }: Result) => names.join('、');
const plain = (stage: number) => `第 ${stage} 级`;

const levels = [1, 2, 3, 4] as const;
const choices = (explain: (picked: Stage, result: Result) => string) =>
  levels.map((stage) => ({
    value: String(stage),
    label: `第 ${stage} 级，${stageNames[stage - 1] ?? ''}`,
    explanation: (_values: Rated, result: Result) => explain(stage, result),
  }));

/** 取最弱一行的道理，说的是这一张表上的那几行。 */
const why = (result: Result) =>
  result.stage === 4
    ? '六行都到了 4，没有哪一行拖着。'
    : `六行互相替不了：${weakest(result)}停在 ${result.stage}，别的行再高，顾客碰到它的时候，也只是${stageNames[result.stage - 1] ?? ''}的样子。`;

const overall: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: '六个方面各打了 1 到 4 级。合起来，这一家该算第几级？',
  options: choices((picked, result) => {
    if (picked === result.stage)
      return `总体看最弱的一行，${plain(result.stage)}；平均有 ${mean(result)}。${why(result)}`;
    if (picked === Math.round(result.meanStage) && picked > result.stage)
      return `你大概取了平均，${mean(result)}，四舍五入。取平均，等于许高的一行去抵低的一行。${why(result)}总体算${plain(result.stage)}。`;
    if (picked === Math.max(...result.stages) && picked > result.stage)
      return `你看了最亮的一行。参观的人看见的是它，顾客走完一趟，碰得到每一行。${why(result)}总体算${plain(result.stage)}。`;
    if (picked > Math.max(...result.stages))
      return `六行里没有一行到了${plain(picked)}，合起来不会比最高的一行还高。${why(result)}总体算${plain(result.stage)}。`;
    if (picked > result.stage)
      return `打了折，还不够。${why(result)}总体算${plain(result.stage)}，平均是 ${mean(result)}。`;
    return `太严了：最弱的一行也有 ${result.stage} 级，没有哪一行低过它。总体算${plain(result.stage)}。`;
  }),
  answer: (_values, result) => String(result.stage),
};

const before = compute(hospital);
const taught: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: '员工这一行从 1 一路提到 4，别的一行也不动。总体到了第几级？',
  options: choices((picked, result) => {
    const now = `总体从${plain(before.stage)}到${plain(result.stage)}：补上了这一行，最弱的换成了${weakest(result)}。`;
    if (picked === result.stage) return `${now}前一级立刻见效，后两级要等别的行跟上来才用得着。`;
    if (picked === 4)
      return `${now}提了三级，总体只动了 ${result.stage - before.stage} 级；要到第 4 级，还差 ${result.lifts[2]?.steps ?? 0} 级。`;
    if (picked > result.stage)
      return `${now}平均是 ${mean(result)}，可${weakest(result)}停在 ${result.stage}，总体就停在那里。`;
    return `${now}最弱的一行补上了，总体一定动，动几级看下一个最弱的。`;
  }),
  answer: (_values, result) => String(result.stage),
};

const even = compute({ ...hospitalEast, workforce: '3' });
const slipped: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: `东院区六行都是 3。带教的老人走了，员工一行掉到 1，平均从 ${fixed(even.meanStage, 2)} 掉到 ${fixed(compute(hospitalEast).meanStage, 2)}。总体掉到第几级？`,
  options: choices((picked, result) => {
    const fell = `平均只少了 ${fixed(even.meanStage - result.meanStage, 2)}，总体从${plain(even.stage)}掉到${plain(result.stage)}。`;
    if (picked === result.stage)
      return `${fell}上去要六行都上，下来一行就够；好在回来也只要补这一行，${result.lifts[1]?.steps ?? 0} 级。`;
    if (picked === even.stage)
      return `${fell}平均掉得少，看着像没有事；可导诊台上站的是谁，病人一进门就知道。`;
    if (picked > even.stage) return `${fell}没有哪一行往上走，总体不会升。`;
    return `${fell}掉几级看的是那一行现在在哪里，不是掉得多快。`;
  }),
  answer: (_values, result) => String(result.stage),
};

export const model = defineWidget({
  id: 'stage-radar',
  version: 2,
  title: '给自己定级',
  english: 'Which stage are we in?',
  question: '六个方面各选一格，合成一个级：怎么合？',
  chapter: 'world-class',
  section: 'four-stages',
  params,
  scenarios: [
    {
      id: 'hospital',
      label: '江城人民医院',
      sentence:
        '江城人民医院（虚构案例）的自评：服务质量 3，后台 3，顾客 3，新技术 4，员工 1，一线管理 2。刷脸挂号、送药机器人都有；导诊台的护工走了一半，新来的培训半天就上岗。',
      values: hospital,
    },
    {
      id: 'taught',
      label: '员工补到 4',
      sentence: '医院下了决心，只抓员工这一行：师傅带、能参与改流程，一年里从 1 提到 4。',
      values: hospitalTaught,
      predict: taught,
    },
    {
      id: 'slipped',
      label: '老人走了',
      sentence: '江城人民医院的东院区（虚构案例）原来六行都是 3，不算亮，也不缺哪一块。',
      values: hospitalEast,
      predict: slipped,
    },
    {
      id: 'canteen',
      label: '评自己那一家',
      sentence: '先摆着一家学校食堂（虚构案例）。换成你要评的那一家，一行一行照格里的话选。',
      values: canteen,
    },
  ],
  compute,
  predict: overall,
  sentence(_values, result) {
    if (result.stage === 4) return `六行都是 4，总体在${stageName(4)}；往后是天天保住它。`;
    const level = result.weakest.length === aspects.length;
    const now = level
      ? `六行都是 ${result.stage}`
      : `六行平均 ${mean(result)}，最弱的是${weakest(result)}`;
    const rows = level ? '每一行各' : `${weakest(result)}${result.weakest.length > 1 ? '各' : ''}`;
    return `${now}，总体在${stageName(result.stage)}；先把${rows}提一级，总体到第 ${result.nextStage} 级。`;
  },
  brief: (_values, result) => `平均 ${mean(result)}，总体第 ${result.stage} 级`,
  table(_values, result) {
    return {
      caption: '六行的自评与合起来的级',
      columns: [
        { label: '方面' },
        { label: '自评', unit: '级' },
        { label: '高出总体', unit: '级' },
      ],
      rows: [
        ...aspects.map((aspect, k) => {
          const stage = result.stages[k] ?? 1;
          return [sheet[aspect].name, stage, result.ahead[k] ?? 0];
        }),
        ['总体（最弱的一行）', result.stage, 0],
        ['平均，只供对照', fixed(result.meanStage, 2), '—'],
      ],
      digits: [0, 0, 0],
    };
  },
});
