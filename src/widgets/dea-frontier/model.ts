import { fixed } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { branches, count, indexOf, nameOf, total } from './branches.ts';
import { corner, evaluation, ownScores, ratios, scaleParts, type Returns } from './efficiency.ts';
import { ownWeightsAsked, dearTransactionAsked, targetAsked, whySmallAsked } from './questions.ts';
import { params, weightsOf, type Setting } from './setting.ts';

function compute(values: Setting) {
  const weights = weightsOf(values);
  const at = indexOf(values.branch);
  /** 产出全记 0 分，或投入全记 0 分，就没法比 */
  const comparable = total(weights.outputs) > 0 && total(weights.inputs) > 0;
  const all = comparable ? ratios(weights) : branches.map(() => 0);
  const most = Math.max(...all);
  const scores = all.map((ratio) => (comparable ? ratio / most : 0));
  const ranks = scores.map((score) => 1 + scores.filter((other) => other > score + 1e-9).length);
  const own = ownScores(values.returns);
  const parts = weights.outputs.map((weight, r) => weight * (branches[at]?.outputs[r] ?? 0));
  return {
    at,
    comparable,
    /** 照现在的权重，各家的得分与名次 */
    scores,
    ranks,
    /** 排第一的，并列的都算 */
    leaders: ranks.flatMap((rank, j) => (comparable && rank === 1 ? [j] : [])),
    /** 各家自己挑权重，最高能得几分 */
    own,
    full: own.flatMap((score, j) => (score === 1 ? [j] : [])),
    /** 被评的这一家，产出分里三类各占几成 */
    shares: parts.map((part) => part / total(parts)),
  };
}
export type Result = ReturnType<typeof compute>;

export const score3 = (score: number) => fixed(score, 3);
export const namesOf = (list: readonly number[]) => list.map(nameOf).join('、');

export const model = defineWidget({
  id: 'dea-frontier',
  version: 2,
  title: '换一把尺，谁是差网点',
  english: 'Whose weights, whose frontier',
  question: '同样的十七个网点，权重由谁来挑，名次会变多少？',
  chapter: 'world-class',
  section: 'benchmark',
  params,
  scenarios: [
    {
      id: 'own',
      label: '每家自己挑',
      sentence:
        '希腊一家银行的 17 个网点，真实数据。先照最顺手的一把尺子：不管哪类，一笔记一分，投入只算人工时。',
      values: {},
    },
    {
      id: 'k8',
      label: '替 K8 说话',
      sentence: 'K8 说：我这里 C 类多，C 类费工。别的都不动，只把 C 类一笔记得重一点。',
      values: {},
      predict: dearTransactionAsked,
    },
    {
      id: 'k16',
      label: 'K16 该学谁',
      sentence: 'K16 每个工时办的笔数垫底。不问名次，问它该去看谁、能省多少。',
      values: { branch: 'K16' },
      predict: targetAsked,
    },
    {
      id: 'k14',
      label: 'K14 差在哪',
      sentence: 'K14 每个工时办的笔数倒数第二，自己挑权重也到不了 1。差在哪一头？',
      values: { branch: 'K14', returns: 'variable' },
      predict: whySmallAsked,
    },
  ],
  compute,
  predict: ownWeightsAsked,
  sentence(values, result) {
    const { at, comparable, scores, ranks, leaders, own, full } = result;
    const name = nameOf(at);
    const picked = `${values.returns === 'variable' ? '只和大小相当的比，' : ''}让每家自己挑权重，${count} 家里 ${full.length} 家得 1：${namesOf(full)}；${name} 最高 ${score3(own[at] ?? 0)}。`;
    if (!comparable) return `产出或投入全记了 0 分，比不成，至少各留一样。${picked}`;
    const place =
      ranks[at] === 1
        ? `${namesOf(leaders)} 排第一`
        : `第一是 ${namesOf(leaders)}，${name} 第 ${ranks[at] ?? 0}，得 ${score3(scores[at] ?? 0)}`;
    return `照现在的权重，${place}。${picked}`;
  },
  brief: (_values, { at, comparable, scores, ranks, own }) =>
    comparable
      ? `${nameOf(at)}：得 ${score3(scores[at] ?? 0)}，第 ${ranks[at] ?? 0}；自己挑最高 ${score3(own[at] ?? 0)}`
      : '产出或投入全记了 0 分，比不成',
  table(values, { scores, own, comparable }) {
    return {
      caption: `${count} 个网点每个工时办的笔数与得分`,
      columns: [
        { label: '网点' },
        { label: '每工时 A 类', unit: '笔' },
        { label: '每工时 C 类', unit: '笔' },
        { label: '照现在的权重' },
        { label: values.returns === 'variable' ? '自己挑，大小相当' : '自己挑' },
      ],
      rows: corner().points.map(({ x, y }, j) => [
        nameOf(j),
        x,
        y,
        comparable ? (scores[j] ?? 0) : '—',
        own[j] ?? 0,
      ]),
      digits: [0, 2, 2, 3, 3],
    };
  },
});

function reckon(at: number, returns: Returns) {
  const { overall, pureTechnical, scale, returnsToScale } = scaleParts();
  return {
    ...evaluation(at, returns),
    overall: overall[at] ?? 0,
    pure: pureTechnical[at] ?? 0,
    scale: scale[at] ?? 0,
    size: { increasing: '偏小', constant: '正合适', decreasing: '偏大' }[
      returnsToScale[at] ?? 'constant'
    ],
  };
}
const reckoned = new Map<string, ReturnType<typeof reckon>>();
/** 账目里说的：标杆与目标、规模。与六个权重无关：同一家给同一份，拖滑块时那两张表就不必重排。 */
export function account({ returns }: Pick<Setting, 'returns'>, at: number) {
  const key = `${at} ${returns}`;
  const made = reckoned.get(key) ?? reckon(at, returns);
  reckoned.set(key, made);
  return made;
}
