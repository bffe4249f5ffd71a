import { demandSample, skillFlexibility } from '../../calc/workforce/skill-flexibility.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type NumberPrediction, type Values } from '../../widget-kit/model.ts';
import {
  everyone,
  inOrder,
  letters,
  mixed,
  netOf,
  pairs,
  pieces,
  ring,
  towards,
  withNet,
  type Crew,
  type Net,
} from './nets.ts';

const crewsOf = (
  names: readonly string[],
  means: readonly number[],
  sds: readonly number[],
  net: Net,
): Crew[] =>
  withNet(
    names.map((name, i) => ({
      name,
      mean: means[i] ?? 10,
      sd: sds[i] ?? 3,
      capacity: 10,
      also: '',
    })),
    net,
  );

const hall = ['社保', '医保', '公积金', '不动产', '税务', '户籍'];
const line = ['话费', '套餐', '宽带', '停机', '漫游', '副卡', '积分', '投诉', '携号', '国际'];
const six = (net: Net) => crewsOf(hall, [], [], net);
/** 差最后一条：末一组没有学头一类 */
const unclosed = ring(inOrder(6)).map((kinds, i) => (i === 5 ? [5] : kinds));

const params = {
  crews: {
    kind: 'list',
    label: '各类业务与各组员工',
    item: '类',
    fields: {
      name: { kind: 'text', label: '业务', longest: 3, default: '业务' },
      mean: { kind: 'number', label: '一天', unit: '件', min: 0, max: 30, step: 1, default: 10 },
      sd: { kind: 'number', label: '标准差', unit: '件', min: 0, max: 6, step: 0.5, default: 3 },
      capacity: {
        kind: 'number',
        label: '本组做',
        unit: '件',
        min: 0,
        max: 30,
        step: 1,
        default: 10,
      },
      also: { kind: 'text', label: '还会', longest: 10, default: '' },
    },
    atLeast: 2,
    atMost: 10,
    default: six(ring(inOrder(6))),
    meaning:
      '第一行是 A 类与 A 组，第二行 B，往下类推。“还会”写字母：A 组写 BC，就是 A 组还会做 B、C 两类。在图上点更快。',
  },
  spread: {
    kind: 'number',
    label: '波动放大',
    unit: '倍',
    min: 0,
    max: 2,
    step: 0.1,
    default: 1,
    meaning: '各类的标准差一起乘上它；0 是天天一样多。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 类多的时候少抽几天，免得跟不上手；误差仍在四分之一件以内。 */
export const daysFor = (kinds: number) => (kinds > 7 ? 1500 : 4000);

/** 需求不随连法变：改线的时候不必重抽。 */
let drawn: { key: string; sample: ReturnType<typeof demandSample> } | null = null;
function sampleOf({ crews, spread }: Setting) {
  const means = crews.map(({ mean }) => mean);
  const sds = crews.map(({ sd }) => sd * spread);
  const key = `${means.join()}|${sds.join()}`;
  if (drawn?.key !== key) {
    const replications = daysFor(crews.length);
    drawn = {
      key,
      sample: demandSample({ demandMeans: means, demandSds: sds, replications, seed: 3 }),
    };
  }
  return drawn.sample;
}

function tryNets(values: Setting, designs: readonly Net[]) {
  return skillFlexibility({
    sample: sampleOf(values),
    capacities: values.crews.map(({ capacity }) => capacity),
    designs,
  });
}

function compute(values: Setting) {
  const net = netOf(values.crews);
  const count = net.length;
  const { dedicated, full, demand, designs } = tryNets(values, [net, ring(inOrder(count))]);
  const [own, chain] = designs as [(typeof designs)[0], (typeof designs)[0]];
  return {
    net,
    count,
    dedicated,
    full,
    demand,
    own,
    chain,
    fullSkills: count * count,
    /** 连线把各组分成几块，块与块之间借不到人 */
    pieces: pieces(net),
    /** 只有本组会做的类 */
    single: inOrder(count).filter(
      (kind) => net.filter((kinds) => kinds.includes(kind)).length === 1,
    ),
    /** 全能比专岗多做得出来 */
    worth: !Number.isNaN(own.gained),
  };
}
export type Result = ReturnType<typeof compute>;

/** 全能好处的几成：没有好处可拿时不写数。 */
export const share = (gained: number) => (Number.isNaN(gained) ? '—' : percent(gained, 1));
const nothing = '各做各的已经做完了做得完的，多学一样也没有多做一件';
const kindName = ({ crews }: Setting, kind: number) =>
  `${letters[kind]} ${crews[kind]?.name ?? ''}`.trim();

/** 为什么没有拿到全部：断成几块，或者有的类没有第二组会做。 */
function whyShort(values: Setting, { pieces, single, count }: Result): string {
  if (pieces > 1) return `连线断成 ${pieces} 块，块里一起忙的时候，外面再闲也伸不进手。`;
  if (single.length > 0)
    return single.length === 1
      ? `${kindName(values, single[0] as number)}类只有本组会做：它忙起来，别组再闲也帮不上。`
      : `有 ${single.length} 类只有本组会做：忙起来，别组再闲也帮不上。`;
  return count > 7
    ? '圈越大，闲人绕到忙处要倒手的组越多，中间哪一组也忙，就断在那里。'
    : '类与类的忙闲隔得远，中间各组一起忙，就传不过去。';
}

const gets: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { own, fullSkills, pieces }) =>
    `图上一共 ${own.skills} 样技能${pieces > 1 ? `，连线分成 ${pieces} 块` : ''}；人人全能要 ${fullSkills} 样。人人全能比各管一摊多做的那些件，图上的连法做到百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.04,
  answer: (_values, { own }) => (Number.isNaN(own.gained) ? 0 : own.gained * 100),
  hit: (values, result) =>
    result.worth
      ? `准。一天平均做完 ${fixed(result.own.meanServed, 2)} 件，专岗 ${fixed(result.dedicated, 2)}，全能 ${fixed(result.full, 2)}。${result.own.gained > 0.98 ? '忙的把活推给下一组，下一组再往下推，推着推着就到了闲的地方。' : whyShort(values, result)}`
      : `是的，${nothing}。`,
  misreads: [
    {
      when: (_guess, _answer, _values, { worth }) => !worth,
      text: () => `${nothing}：好处是零，也就无所谓几成。`,
    },
    {
      when: (guess, answer, _values, { own, fullSkills, count }) =>
        answer > guess &&
        [own.skills / fullSkills, (own.skills - count) / (fullSkills - count)].some(
          (part) => Math.abs(guess - part * 100) <= 2,
        ),
      text: (_values, { own, fullSkills, count }) =>
        `像是按技能数算的：${own.skills} 比 ${fullSkills} 是 ${percent(own.skills / fullSkills)}，只数新学的，${own.skills - count} 比 ${fullSkills - count} 是 ${percent((own.skills - count) / (fullSkills - count))}。好处不照技能数分：一组学会一样，接在后面的各组都跟着腾得开手。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `多了。${whyShort(values, result)}一天平均 ${fixed(result.own.meanServed, 2)} 件，全能是 ${fixed(result.full, 2)}。`,
    },
    {
      when: () => true,
      text: (_values, { own, dedicated, full }) =>
        `少了。一天平均 ${fixed(own.meanServed, 2)} 件，专岗 ${fixed(dedicated, 2)}，全能 ${fixed(full, 2)}。一组不必亲自会做最忙的那类，只要顺着线一组替一组，能传到那里就行。`,
    },
  ],
};

/** 忙闲不均时的四种连法，各拿到几成。 */
function rivals(values: Setting) {
  const count = values.crews.length;
  const { designs } = tryNets(values, [
    ring(inOrder(count)),
    ring(mixed(values.crews)),
    towards(values.crews),
    pairs(count),
  ]);
  const [order, mix, star, pair] = designs as [
    (typeof designs)[0],
    (typeof designs)[0],
    (typeof designs)[0],
    (typeof designs)[0],
  ];
  return { order, mix, star, pair };
}
function rivalsSay(values: Setting): string {
  const { order, mix, star, pair } = rivals(values);
  return `忙闲相间的圈 ${share(mix.gained)}，照次序的圈 ${share(order.gained)}，都学最忙的 ${share(star.gained)}，两两结对 ${share(pair.gained)}。`;
}

export const model = defineWidget({
  id: 'specialist-generalist',
  version: 2,
  title: '专人还是通才',
  english: 'Specialists or generalists',
  question: '人人全能太贵，各管一摊又不够用。多学几样、学给谁用，才划算？',
  chapter: 'front-back-office',
  section: 'who-can-do',
  params,
  scenarios: [
    {
      id: 'hall',
      label: '连成一圈',
      sentence:
        '江城政务大厅（虚构案例）六个专窗，各办一类，一窗就是一组，一天做 10 件，来的也是 10 件上下（标准差 3）。现在每组多学一样：A 学 B 的，B 学 C 的……F 学回 A 的。',
      values: {},
    },
    {
      id: 'gap',
      label: '差最后一条',
      sentence: '还是那个大厅。学到第六组，经费用完了：F 组没有去学 A 的活，圈差一条没有合上。',
      values: { crews: six(unclosed) },
      predict: gets,
    },
    {
      id: 'pairs',
      label: '两两结对',
      sentence:
        '还是那个大厅，还是每组多学一样、一共 12 样。科长说转圈太乱，改成两两结对：A 与 B 互学，C 与 D 互学，E 与 F 互学。',
      values: { crews: six(pairs(6)) },
      predict: gets,
    },
    {
      id: 'uneven',
      label: '忙闲不均',
      sentence:
        '隔壁区的大厅（虚构案例），六组人一样多，活不一样多：A 类一天 16 件，往下 12、10、8、8、6，忙的波动也大。',
      values: {
        crews: crewsOf(hall, [16, 12, 10, 8, 8, 6], [5, 4, 4, 3, 3, 2], ring(inOrder(6))),
      },
      predict: {
        kind: 'choice',
        question: ({ crews }) =>
          `${crews.length} 组，每组至多多学一样。哪一种学法，一天做完的最多？`,
        options: [
          {
            value: 'star',
            label: '都去学最忙的那一类',
            explanation: (values) =>
              `${rivalsSay(values)}都去帮 A，A 是有救了，可别的类忙起来照样没有第二组会做，哪天忙的不是它，全队就使不上劲。`,
          },
          {
            value: 'pair',
            label: '两两结对，相邻的互学',
            explanation: (values) =>
              `${rivalsSay(values)}最忙的两类结成了一对，互相帮不上；闲的也结成了一对，没有人可帮。`,
          },
          {
            value: 'order',
            label: '照 A 到 F 的次序连成一圈',
            explanation: (values) =>
              `${rivalsSay(values)}圈是圈，只是忙的挨着忙的，闲的挨着闲的，人手要绕远路才到得了忙处，路上容易堵。`,
          },
          {
            value: 'mix',
            label: '忙的挨着闲的，连成一圈',
            explanation: (values) =>
              `${rivalsSay(values)}同样是一圈，忙的两边都是闲的，一步就借得到人。`,
          },
        ],
        answer: (values) => {
          const all = Object.entries(rivals(values));
          const best = all.reduce((a, b) => (b[1].meanServed > a[1].meanServed + 1e-9 ? b : a));
          return best[0];
        },
      },
    },
    {
      id: 'ten',
      label: '十类一圈',
      sentence:
        '一家通信公司的热线（虚构案例），十类来电，十组人，各 10 件上下，标准差 4。还是每组多学一样，连成一圈，一共 20 样。',
      values: {
        crews: crewsOf(line, [], Array(10).fill(4) as number[], ring(inOrder(10))),
      },
      predict: gets,
    },
  ],
  compute,
  predict: gets,
  sentence(values, result) {
    const { own, dedicated, full, fullSkills, chain, worth, count } = result;
    const start = `${count} 组 ${count} 类，图上 ${own.skills} 样技能，一天平均做完 ${fixed(own.meanServed, 2)} 件；专岗 ${fixed(dedicated, 2)} 件，人人全能（${fullSkills} 样）${fixed(full, 2)} 件`;
    if (!worth) return `${start}。${nothing}。`;
    const reason = own.gained < 0.98 ? whyShort(values, result) : '';
    const compare =
      Math.abs(own.gained - chain.gained) < 1e-9
        ? ''
        : `照次序连成一圈（${chain.skills} 样）是 ${share(chain.gained)}。`;
    return `${start}。拿到全能好处的 ${share(own.gained)}。${reason}${compare}`;
  },
  brief: (_values, { own, worth }) =>
    worth
      ? `${own.skills} 样技能，拿到全能好处的 ${share(own.gained)}`
      : `${own.skills} 样技能，做完 ${fixed(own.meanServed, 2)} 件`,
  table(_values, { own, chain, dedicated, full, fullSkills, count, worth }) {
    const row = (name: string, skills: number, served: number, gained: number) => [
      name,
      skills,
      served,
      served - dedicated,
      worth ? gained * 100 : '—',
    ];
    return {
      caption: `一天平均做完多少件（抽 ${upTo(daysFor(count))} 天，各种连法用同一批需求）`,
      columns: [
        { label: '谁会做什么' },
        { label: '技能', unit: '样' },
        { label: '做完', unit: '件' },
        { label: '比专岗多', unit: '件' },
        { label: '全能好处的', unit: '%' },
      ],
      rows: [
        row('专岗', count, dedicated, 0),
        row('图上', own.skills, own.meanServed, own.gained),
        row('照次序连成一圈', chain.skills, chain.meanServed, chain.gained),
        row('人人全能', fullSkills, full, 1),
      ],
      digits: [0, 0, 2, 2, 1],
    };
  },
});

/** 图下面现成的几种连法。 */
export function readyNets(
  crews: readonly Crew[],
): readonly { id: string; label: string; net: Net }[] {
  const count = crews.length;
  const uneven = crews.some(
    ({ mean, capacity }) => mean - capacity !== (crews[0]?.mean ?? 0) - (crews[0]?.capacity ?? 0),
  );
  return [
    { id: 'ring', label: '连成一圈', net: ring(inOrder(count)) },
    ...(uneven ? [{ id: 'mix', label: '忙闲相间一圈', net: ring(mixed(crews)) }] : []),
    { id: 'pairs', label: '两两结对', net: pairs(count) },
    { id: 'star', label: uneven ? '都学最忙的' : '都学 A 类', net: towards(crews) },
    { id: 'full', label: '人人全能', net: everyone(count) },
    { id: 'none', label: '全擦掉', net: inOrder(count).map((i) => [i]) },
  ];
}
