import { criticalPath } from '../../calc/improvement/critical-path.ts';
import {
  classicPert,
  projectOutcomes,
  stratifiedDurations,
  type ProjectOutcomes,
  type UncertainTask,
} from '../../calc/improvement/project-outcomes.ts';
import { percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import { clinic, fields, inWeeks, lift, nameOf, onePath, readTasks } from './tasks.ts';

/** 把整张计划抽多少遍。 */
export const runs = 4000;
const seed = 71;

const params = {
  deadline: {
    kind: 'number',
    label: '许下的期限',
    unit: '周',
    min: 1,
    max: 60,
    step: 0.5,
    default: 15,
    meaning: '第几周末以前全部做完算按期；图上的竖线也能拖。',
  },
  tasks: {
    kind: 'list',
    label: '任务与三点估计',
    item: '任务',
    fields,
    atLeast: 1,
    atMost: 10,
    default: clinic,
    meaning:
      '“先做完”写排在上面的任务名，几件用顿号隔开。三个数写乱了，按从小到大算。可以填进你自己的方案。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 一件任务的样本只看它自己的三个数：拖一根横条，别的不必重抽。 */
const drawn = new Map<string, number[]>();
function sampleOf(task: UncertainTask, i: number): number[] {
  const key = [i, task.optimistic, task.mostLikely, task.pessimistic].join();
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size > 60) drawn.clear();
  const sample = stratifiedDurations({ task, count: runs, seed: seed + i });
  drawn.set(key, sample);
  return sample;
}

interface Walked extends ProjectOutcomes {
  /** 从小到大 */
  sorted: readonly number[];
  /** 只看均值最长的那条路，各次要多久 */
  alone: readonly number[];
  mean: number;
}
let walked: { key: string; found: Walked } | null = null;
/** 期限怎么动，走网络的结果都一样。 */
function walk(tasks: readonly UncertainTask[], path: readonly string[]): Walked {
  const key = JSON.stringify(tasks);
  if (walked?.key !== key) {
    const samples = tasks.map(sampleOf);
    const outcomes = projectOutcomes({ tasks, samples });
    const onPath = samples.filter((_, i) => path.includes(String(i)));
    walked = {
      key,
      found: {
        ...outcomes,
        sorted: outcomes.durations.toSorted((a, b) => a - b),
        alone: Array.from({ length: runs }, (_, run) =>
          onPath.reduce((sum, sample) => sum + (sample[run] as number), 0),
        ),
        mean: outcomes.durations.reduce((sum, each) => sum + each, 0) / runs,
      },
    };
  }
  return walked.found;
}

/** 不超过期限的占几成；按期限自己的舍入误差放一点。 */
const within = (durations: readonly number[], deadline: number) =>
  durations.filter((each) => each <= deadline + 1e-9).length / durations.length;

function compute({ tasks: rows, deadline }: Setting) {
  const { tasks, unknown } = readTasks(rows);
  const plan = criticalPath(
    tasks.map(({ id, mostLikely, after }) => ({ id, duration: mostLikely, after })),
  );
  const classic = classicPert({ tasks, deadline });
  const { sorted, alone, mean, criticality } = walk(tasks, classic.path);
  const at = (share: number) => sorted[Math.ceil(share * runs) - 1] as number;
  return {
    tasks,
    unknown,
    plan,
    /** 照最可能的工期，要几周 */
    likely: plan.duration,
    sorted,
    criticality,
    mean,
    chance: within(sorted, deadline),
    /** 只看那一条路：抽出来的，与按正态算的 */
    aloneChance: within(alone, deadline),
    classic,
    classicChance: classic.onTimeProbability as number,
    /** 那条路照最可能的工期相加 */
    pathLikely: classic.path.reduce((sum, id) => sum + (tasks[Number(id)]?.mostLikely ?? 0), 0),
    path: classic.path.map((id) =>
      nameOf(rows[Number(id)] as Setting['tasks'][number], Number(id)),
    ),
    half: at(0.5),
    ninety: at(0.9),
  };
}
export type Result = ReturnType<typeof compute>;

/** 2.5%、52%。 */
export const chance = (value: number) => percent(value, value > 0 && value < 0.1 ? 1 : 0);

/** 为什么比想的低：顺利快不了多少，几条路要等齐。 */
function whySays({ deadline }: Setting, result: Result): string {
  const { pathLikely, classic, aloneChance, chance: all } = result;
  const skewed =
    classic.mean > pathLikely + 0.05
      ? `顺利快不了多少，不顺要慢很多：平均最长的那条路，照最可能是 ${inWeeks(pathLikely)}，平均要 ${inWeeks(classic.mean)}`
      : `平均最长的那条路要 ${inWeeks(classic.mean)}`;
  const merged =
    aloneChance - all > 0.005
      ? `；几条路还要等齐，一样快没有用，一样慢就拖住，整张图只剩 ${chance(all)}`
      : '';
  return `${skewed}，光是它，${inWeeks(deadline)}以内的占 ${chance(aloneChance)}${merged}。`;
}

type Band = 'rare' | 'some' | 'half' | 'most';
export const bandOf = (share: number): Band =>
  share < 0.1 ? 'rare' : share < 0.35 ? 'some' : share < 0.65 ? 'half' : 'most';

const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;

const chancePrediction = (
  question: (values: Setting, result: Result) => string,
  special: readonly {
    when: (guess: number, answer: number, values: Setting, result: Result) => boolean;
    text: (values: Setting, result: Result) => string;
  }[],
) => ({
  kind: 'number' as const,
  question,
  unit: '%',
  min: 0,
  max: 100,
  digits: 0,
  tolerance: 0.2,
  answer: (_values: Setting, result: Result) => result.chance * 100,
  hit: (values: Setting, result: Result) => `准。${whySays(values, result)}`,
  misreads: [
    ...special,
    {
      when: (guess: number, answer: number) => guess > answer,
      text: (values: Setting, result: Result) => `高了。${whySays(values, result)}`,
    },
    {
      when: () => true,
      text: (values: Setting, result: Result) => `低了。${whySays(values, result)}`,
    },
  ],
});

export const model = defineWidget({
  id: 'plan-gantt',
  version: 2,
  title: '一张计划图',
  english: 'The plan on a Gantt chart',
  question: '每一步都照最可能的估，几成把握按期？',
  chapter: 'world-class',
  section: 'programme',
  params,
  scenarios: [
    {
      id: 'fifteen',
      label: '皮肤科预约改造',
      sentence:
        '江城人民医院（虚构）皮肤科要改预约，信息科列了八件事，每件估了最快、最可能、最慢三个数。照最可能的排下来，最长的一条正好十五周，就许了十五周。',
      values: {},
    },
    {
      id: 'eighteen',
      label: '宽三周',
      sentence:
        '院长嫌悬，期限放宽到十八周。信息科照课本的老办法重算：挑出平均最长的一条路，均值相加、方差相加，按正态分布查表。',
      values: { deadline: 18 },
      predict: chancePrediction(
        ({ deadline }, { classicChance }) =>
          `只看平均最长的那条路、按正态分布算，${inWeeks(deadline)}做完的把握是 ${chance(classicChance)}。把整张图抽 ${upTo(runs, 0)} 遍，按期的占百分之几？`,
        [
          {
            when: (guess, answer, _values, { classicChance }) =>
              guess > answer && near(guess, classicChance * 100, 2),
            text: (values, result) =>
              `老办法只看了一条路（${chance(result.classicChance)} 是按正态算的，照三点估计抽出来是 ${chance(result.aloneChance)}）。别的路也可能成了最长的，它看不见。${whySays(values, result)}`,
          },
        ],
      ),
    },
    {
      id: 'one-path',
      label: '只剩一条路',
      sentence:
        '另一家分院晚半年开工：流程有了，员工训过了，标准也写好了，只剩改系统这一条路。照最可能的排，还是十五周，许的也是十五周。',
      values: { tasks: onePath },
      predict: chancePrediction(
        ({ deadline }, { likely, tasks }) =>
          `只剩 ${tasks.length} 件事，一件接一件，照最可能的还是 ${inWeeks(likely)}。许 ${inWeeks(deadline)}，按期的把握百分之几？`,
        [
          {
            when: (guess, answer, { deadline }, { likely }) =>
              guess > answer && guess >= 40 && near(deadline, likely, 0.6),
            text: (values, result) =>
              `最可能的那个数，是最常见的，不是一半一半的。${whySays(values, result)}`,
          },
          {
            when: (guess, answer) => guess < answer && guess < 5,
            text: (values, result) => `没有别的路要等齐了，总要好一些。${whySays(values, result)}`,
          },
        ],
      ),
    },
    {
      id: 'lift',
      label: '五处点头',
      sentence:
        '老小区加装电梯（虚构），规划、消防、燃气、供电、住户五处分头去跑，每处最快两周、最可能四周、最慢十周，五处都点头才发许可。居委会许了八周。',
      values: { tasks: lift, deadline: 8 },
      predict: chancePrediction(
        ({ deadline }, { aloneChance }) =>
          `要是只跑一处，${inWeeks(deadline)}以内办完的把握是 ${chance(aloneChance)}。五处同时跑，互不牵连，都要点头，把握百分之几？`,
        [
          {
            when: (guess, answer, _values, { aloneChance }) =>
              guess > answer && near(guess, aloneChance * 100, 5),
            text: (values, result) =>
              `这是一处的。五处里有一处慢，就都等它。${whySays(values, result)}`,
          },
        ],
      ),
    },
  ],
  compute,
  predict: {
    kind: 'choice',
    question: ({ deadline }, { likely, tasks }) =>
      `${tasks.length} 件事都照最可能的工期，最长的一条路是 ${inWeeks(likely)}。许 ${inWeeks(deadline)}，按期做完的机会有几成？`,
    options: [
      {
        value: 'most',
        label: '六成半以上',
        explanation: (values, result) =>
          `每件都照最可能的估，听着像多半做得到。${whySays(values, result)}`,
      },
      {
        value: 'half',
        label: '五成上下',
        explanation: (values, result) =>
          `“最可能”是最常见的那个数，不是一半一半的那个数。${whySays(values, result)}`,
      },
      {
        value: 'some',
        label: '一成到三成半',
        explanation: (values, result) =>
          `${result.aloneChance >= 0.1 && result.chance < 0.1 ? '只有一条路，倒差不多是这么多。' : ''}${whySays(values, result)}`,
      },
      {
        value: 'rare',
        label: '不到一成',
        explanation: (values, result) => whySays(values, result),
      },
    ],
    answer: (_values, result) => bandOf(result.chance),
  },
  sentence({ deadline }, result) {
    const { likely, chance: all, mean, ninety, aloneChance, classicChance } = result;
    return `照最可能的工期是 ${inWeeks(likely)}。整张图抽 ${upTo(runs, 0)} 遍，${inWeeks(deadline)}以内做完的占 ${chance(all)}，平均 ${inWeeks(mean)}，九成把握要 ${inWeeks(ninety)}。只看“${result.path.join('—')}”一条路是 ${chance(aloneChance)}，经典 PERT 说 ${percent(classicChance, 1)}。`;
  },
  brief: ({ deadline }, { chance: all, likely }) =>
    `最可能 ${inWeeks(likely)}；${inWeeks(deadline)}按期 ${chance(all)}`,
  table({ tasks: rows }, { plan, tasks, criticality }) {
    const weeks = tasks
      .flatMap(({ optimistic, mostLikely, pessimistic }) => [optimistic, mostLikely, pessimistic])
      .every(Number.isInteger)
      ? 0
      : 1;
    return {
      caption: '各件任务：照最可能的工期排，以及抽样里落在最长那条路上的机会',
      columns: [
        { label: '任务' },
        { label: '最快', unit: '周' },
        { label: '最可能', unit: '周' },
        { label: '最慢', unit: '周' },
        { label: '最早开始', unit: '周' },
        { label: '最早完成', unit: '周' },
        { label: '能拖', unit: '周' },
        { label: '拖住全局的机会', unit: '%' },
      ],
      rows: plan.tasks.map(({ earliestStart, earliestFinish, slack }, i) => {
        const task = tasks[i] as UncertainTask;
        return [
          nameOf(rows[i] as Setting['tasks'][number], i),
          task.optimistic,
          task.mostLikely,
          task.pessimistic,
          earliestStart,
          earliestFinish,
          slack,
          100 * (criticality[i] as number),
        ];
      }),
      digits: [0, weeks, weeks, weeks, weeks, weeks, weeks, 0],
    };
  },
  monotone: [
    { param: 'deadline', quantity: (result) => result.chance, direction: 'up' },
    { param: 'deadline', quantity: ({ classicChance }) => classicChance, direction: 'up' },
  ],
});
