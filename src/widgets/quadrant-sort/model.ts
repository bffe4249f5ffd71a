import { fixed, percent } from '../../lib/format.ts';
import { defineWidget, type ChoicePrediction, type NumberParam } from '../../widget-kit/model.ts';
import { codes, quadrants, setIds, sets, type SetId } from './services.ts';
import {
  agreementOf,
  readMarks,
  ruleOf,
  serviceCount,
  startOf,
  tallyOf,
  unsorted,
  type Sorter,
} from './sorting.ts';

/** κ 没有定义时说清为什么。 */
export const showKappa = (kappa: number) =>
  Number.isNaN(kappa) ? '没有定义（全归在同一格）' : fixed(kappa, 2);

/** 离线这么近，线稍一动就换格。 */
const near = 0.1;

function line(label: string, symbol: string, meaning: string) {
  return {
    kind: 'number',
    label,
    symbol,
    min: 0.2,
    max: 0.8,
    step: 0.05,
    default: 0.5,
    percent: true,
    meaning,
  } as const satisfies NumberParam;
}

const params = {
  set: {
    kind: 'choice',
    label: '哪一组',
    options: setIds.map((value) => ({ value, label: sets[value].name })),
    default: 'hospital',
    onStage: true,
    meaning: '每组十项服务。',
  },
  labourLine: line(
    '人工过几成算人手为主',
    'ℓ',
    '人工占（人工 + 设备房屋）成本的几成。五成就是一元设备配一元人工，施曼纳没有给这条线。',
  ),
  customLine: line(
    '过几成算因人而异',
    'c',
    '会因顾客而改的步骤占几成，把互动与定制合成一个数。这条线也是人定的。',
  ),
  sorters: {
    kind: 'list',
    label: '两个人的归类',
    own: true,
    item: '人',
    fields: {
      name: { kind: 'text', label: '姓名', longest: 8, default: '我' },
      codes: { kind: 'text', label: '归类', longest: serviceCount, default: unsorted },
    },
    atLeast: 2,
    atMost: 2,
    default: startOf('hospital'),
    meaning:
      '各是十个字母，依次是十项服务：A 服务工厂，B 服务车间，C 大众服务，D 专业服务，x 还没分。',
  },
} as const;

interface Setting {
  set: string;
  labourLine: number;
  customLine: number;
  sorters: readonly Sorter[];
}

function compute({ set, sorters, ...lines }: Setting) {
  const { name, items } = sets[set as SetId];
  const rule = items.map((item) => ruleOf(item, lines));
  const [mine, second] = [0, 1].map((who) => readMarks(sorters[who]?.codes ?? unsorted));
  const tally = tallyOf(rule);
  return {
    name,
    items,
    rule,
    mine: mine as ReturnType<typeof readMarks>,
    second: second as ReturnType<typeof readMarks>,
    done: tallyOf(mine ?? []).reduce((sum, count) => sum + count, 0),
    tally,
    /** 占了几个象限 */
    spread: tally.filter((count) => count > 0).length,
    /** 离哪一条线不到一成的 */
    borderline: items.flatMap(({ labour, custom }, i) =>
      Math.min(Math.abs(labour - lines.labourLine), Math.abs(custom - lines.customLine)) <
      near - 1e-9
        ? [i]
        : [],
    ),
    withRule: agreementOf(mine ?? [], rule),
    betweenUs: agreementOf(mine ?? [], second ?? []),
    secondWithRule: agreementOf(second ?? [], rule),
  };
}
export type Result = ReturnType<typeof compute>;

const tallyText = ({ tally }: Result) =>
  codes
    .flatMap((code, j) => (tally[j] ? [`${quadrants[code].name} ${tally[j]} 项`] : []))
    .join('，');

const howMany: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (_values, { name }) =>
    `${name}的十项服务，用同一把尺子量，能占四个象限里的几个？先选好，再到上面一项一项地分，分完按“看结果”。`,
  options: [
    {
      value: '1',
      label: '一个：是一家的，就在一格',
      explanation: (_values, result) =>
        `教科书把整个行业放进一格，容易让人以为一家的服务都在那一格。分开一项一项量：${tallyText(result)}。难题跟着服务走，不跟着招牌走。`,
    },
    {
      value: '2',
      label: '两个',
      explanation: (_values, result) =>
        `多半只用了一把尺子：要么只看贵不贵、专不专业，要么只看有没有标准流程。两把一起量：${tallyText(result)}。`,
    },
    {
      value: '3',
      label: '三个',
      explanation: (_values, result) =>
        result.spread === 3
          ? `${tallyText(result)}。空着的一格也有话说：这家没有那一类难题。`
          : `还有一格容易漏掉：${tallyText(result)}。`,
    },
    {
      value: '4',
      label: '四个全占',
      explanation: (_values, result) =>
        result.spread === 4
          ? `${tallyText(result)}。同一家里就有四类难题，一套管法管不住。`
          : `项目不少，可是${tallyText(result)}，有一格是空的。`,
    },
  ],
  answer: (_values, { spread }) => String(spread),
};

/** 街上问的是：谁和律师事务所同格。 */
const lawyer = sets.street.items.findIndex(({ name }) => name === '律师事务所');
const neighbour: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: '下面四家，哪一家和律师事务所落在同一个象限？',
  options: [
    {
      value: '综合医院',
      label: '综合医院',
      explanation:
        '医生和律师都是专业人士，多数人先想到它。单看专家门诊确实同格；把整家医院当一个整体，楼和设备占了大头，它就成了服务车间，难题在设备投资和排程。',
    },
    {
      value: '大班课',
      label: '大班课',
      explanation:
        '老师也靠学问吃饭，可是两百人听同一堂课，内容不因人而异。靠人手而照单办，是大众服务。身份高不高不是一把尺子。',
    },
    {
      value: '汽车修理厂',
      label: '汽车修理厂',
      explanation:
        '一车一个修法，因人而异这一头和律师一样；另一头不同：举升机、烤漆房是大头，它和医院同格，叫服务车间。',
    },
    {
      value: '理发店',
      label: '理发店',
      explanation:
        '一位师傅、一把剪子，剪成什么样坐下来商量：人手为主，因人而异。矩阵不看学历和收费，只看这两样，所以它和律所有同样的难题：人走了手艺也走了，质量全看谁来做。',
    },
  ],
  answer: (_values, { items, rule }) =>
    ['综合医院', '大班课', '汽车修理厂', '理发店'].find(
      (name) => rule[items.findIndex((item) => item.name === name)] === rule[lawyer],
    ) ?? '理发店',
};

export const model = defineWidget({
  id: 'quadrant-sort',
  version: 2,
  title: '四象限分拣台',
  english: 'Sorting into the service process matrix',
  question: '两把尺子，四个格子：先自己分，再和写明的规则比，和另一个人比。',
  chapter: 'economy',
  section: 'classify',
  directional: true,
  params,
  scenarios: [
    {
      id: 'hospital',
      label: '一家医院',
      sentence: '江城人民医院（虚构案例）的十项服务，从体检中心到导诊台。',
      values: { set: 'hospital', sorters: startOf('hospital') },
    },
    {
      id: 'street',
      label: '一条街',
      sentence: '从高铁站走到政务大厅，路上十家：每一家都当一个整体看。',
      values: { set: 'street', sorters: startOf('street') },
      predict: neighbour,
    },
    {
      id: 'bank',
      label: '一家银行',
      sentence: '江城银行（虚构案例）的十项服务，有机器办的，有人办的。',
      values: { set: 'bank', sorters: startOf('bank') },
    },
    {
      id: 'hotpot',
      label: '火锅连锁',
      sentence: '沸点火锅（虚构案例）的十项服务，有前厅的，有后厨的，有店外的。',
      values: { set: 'hotpot', sorters: startOf('hotpot') },
    },
  ],
  compute,
  predict: howMany,
  sentence({ labourLine, customLine, sorters }, result) {
    const { name, withRule, betweenUs, done, borderline } = result;
    const lines =
      labourLine === 0.5 && customLine === 0.5
        ? '两条线都在五成'
        : `人工过 ${percent(labourLine)}、因人而异过 ${percent(customLine)} 算高`;
    const parts = [
      `${name}十项服务，${lines}，占 ${result.spread} 个象限：${tallyText(result)}；${borderline.length === 0 ? '没有一项贴着线' : `${borderline.length} 项离线不到一成，线一动就可能换格`}`,
    ];
    const say = (who: string, same: NonNullable<typeof withRule>) =>
      `和${who}相同的占 ${percent(same.agreement)}，扣掉碰巧，κ ${Number.isNaN(same.kappa) ? '' : '= '}${showKappa(same.kappa)}`;
    if (withRule) parts.push(`你分了 ${done} 项，${say('规则', withRule)}`);
    if (betweenUs) parts.push(say(sorters[1]?.name || '另一个人', betweenUs));
    return `${parts.join('。')}。`;
  },
  brief: (_values, { spread, withRule }) =>
    `占 ${spread} 个象限${withRule ? `，你和规则相同 ${percent(withRule.agreement)}` : ''}`,
  table({ sorters }, { name, items, rule, mine, second }) {
    return {
      caption: `${name}：两个坐标（本课件设的，示意）与三方的归类`,
      columns: [
        { label: '服务' },
        { label: '人工占', unit: '%' },
        { label: '因人而异', unit: '%' },
        { label: '规则' },
        { label: '我' },
        { label: sorters[1]?.name || '另一个人' },
      ],
      rows: items.map((item, i) => [
        item.name,
        item.labour * 100,
        item.custom * 100,
        quadrants[rule[i] ?? 'A'].name,
        wordOf(mine[i]),
        wordOf(second[i]),
      ]),
      digits: [0, 0, 0, 0, 0, 0],
    };
  },
});

function wordOf(mark: Result['mine'][number] | undefined): string {
  return mark ? quadrants[mark].name : '—';
}
