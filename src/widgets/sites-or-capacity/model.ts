import { sitesVersusCapacity } from '../../calc/location/sites-versus-capacity.ts';
import { duration, fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 路程与等待都在几分钟到几十分钟，一位小数正好；不到一分钟说秒，太长说小时。 */
export function minutes(value: number): string {
  if (value === 0) return '0 分钟';
  return value >= 0.95 && value < 100 ? `${fixed(value, 1)} 分钟` : duration(value);
}

/** 要让读者当场相加的几个数，多留一位 */
export const exact = (value: number) =>
  value > 0 && value < 100 ? `${fixed(value, 2)} 分钟` : minutes(value);

/** 路上与合计取到百分之一分钟，排队取两者之差：摆出来的数加得起来 */
export function addingUp({ travel, total }: { travel: number; total: number }) {
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  const [on, all] = [hundredth(travel), hundredth(total)];
  return { travel: on, wait: hundredth(all - on), total: all };
}

const params = {
  sites: {
    kind: 'number',
    label: '网点数',
    symbol: 'n',
    unit: '处',
    min: 1,
    max: 40,
    step: 1,
    default: 1,
    meaning: '全部窗口分到几处。每处至少一个窗口，多出来的网点不算。',
  },
  servers: {
    kind: 'number',
    label: '总窗口数',
    symbol: 'C',
    unit: '个',
    min: 2,
    max: 40,
    step: 1,
    default: 24,
    meaning: '手里一共有多少个窗口（人手），怎么分都是这么多。',
  },
  area: {
    kind: 'number',
    label: '城区面积',
    symbol: 'A',
    unit: '平方公里',
    min: 0,
    max: 400,
    step: 1,
    default: 100,
    meaning: '顾客均匀地住在这么大一片地方，去自己那一片的网点。0 就是不用出门。',
  },
  speed: {
    kind: 'number',
    label: '出行速度',
    symbol: 'v',
    unit: '公里/小时',
    min: 1,
    max: 60,
    step: 1,
    default: 20,
    meaning: '步行约 5，骑车约 15，市区坐车约 20。路程按直线算，来回都算。',
  },
  arrivalRate: {
    kind: 'number',
    label: '全城来办事的人',
    symbol: 'λ',
    unit: '人/小时',
    min: 10,
    max: 600,
    step: 2,
    default: 192,
    meaning: '各处加起来，每小时平均来多少人，随到随办。一直这么密，等待按稳态算。',
  },
  serviceMinutes: {
    kind: 'number',
    label: '每人平均办理',
    symbol: 'τ',
    unit: '分钟',
    min: 0.5,
    max: 20,
    step: 0.5,
    default: 6,
    meaning: '一位顾客平均占用窗口多久，有快有慢（指数分布）。',
  },
  targetWait: {
    kind: 'number',
    label: '答应顾客平均只等',
    unit: '分钟',
    min: 0.5,
    max: 10,
    step: 0.5,
    default: 1,
    meaning: '换一个问法：要守住这个等待，分成几处各要多少窗口。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 同样大小的几处网点。 */
interface Group {
  windows: number;
  count: number;
}

/** 一样多地分，分不匀时相差一个。 */
export function split(servers: number, sites: number): Group[] {
  const fewer = Math.floor(servers / sites);
  const larger = servers - fewer * sites;
  return [
    { windows: fewer, count: sites - larger },
    { windows: fewer + 1, count: larger },
  ].filter(({ count }) => count > 0);
}

/**
 * 分成 n 处的账。窗口分不匀时，划片也跟着窗口走：多一个窗口的那处多管一点地方、多接一点人，
 * 各处一样忙。若硬让各处管一样大，少一个窗口的那处会先挤垮，那不是网点多的错，是片划错了。
 */
function outcome({ servers, area, speed, arrivalRate, serviceMinutes }: Setting, sites: number) {
  let travel = 0;
  let wait = 0;
  for (const { windows, count } of split(servers, sites)) {
    const share = windows / servers;
    const [each] = sitesVersusCapacity({
      servers: windows,
      area: area * share,
      speed,
      arrivalRate: arrivalRate * share,
      serviceRate: 60 / serviceMinutes,
      siteCounts: [1],
    });
    travel += count * share * 60 * (each?.travelTime ?? 0);
    wait += count * share * 60 * (each?.waitTime ?? 0);
  }
  return { sites, travel, wait, total: travel + wait };
}

/** 每种分法的账：与此刻选了几处无关，拖网点数时不必重算。 */
function ledger(values: Setting) {
  const siteCounts = Array.from({ length: values.servers }, (_, i) => i + 1);
  const needed = sitesVersusCapacity({
    servers: values.servers,
    area: values.area,
    speed: values.speed,
    arrivalRate: values.arrivalRate,
    serviceRate: 60 / values.serviceMinutes,
    siteCounts,
    targetWait: values.targetWait / 60,
  });
  return siteCounts.map((sites, i) => ({
    ...outcome(values, sites),
    needed: needed[i]?.serversForTarget ?? 0,
    neededUtilization: needed[i]?.utilizationAtTarget ?? 0,
  }));
}
export type Ledger = ReturnType<typeof ledger>;

let last: { key: string; curve: Ledger } | undefined;
function curveOf(values: Setting): Ledger {
  const key = JSON.stringify({ ...values, sites: 1 });
  if (last?.key !== key) last = { key, curve: ledger(values) };
  return last.curve;
}

function compute(values: Setting) {
  const { servers, arrivalRate, serviceMinutes } = values;
  const curve = curveOf(values);
  const sites = Math.min(values.sites, servers);
  const now = curve[sites - 1] as Ledger[number];
  const one = curve[0] as Ledger[number];
  const each = curve[servers - 1] as Ledger[number];
  // 来得比办得快时，怎么分都没有“最短”；按路程说就是越多越近
  const best = curve.reduce((shortest, row) => (row.total < shortest.total ? row : shortest));
  const flat = curve.filter(({ total }) => total <= best.total * 1.05).map((row) => row.sites);
  return {
    ...now,
    groups: split(servers, sites),
    utilization: (arrivalRate * serviceMinutes) / 60 / servers,
    curve,
    one,
    each,
    best,
    /** 合计与最短相差不到 5% 的一段 */
    flat: { from: flat[0] ?? 1, to: flat.at(-1) ?? 1 },
    /** 利特尔法则：此刻正在来回路上的人、正在排队的人 */
    onTheRoad: (arrivalRate * now.travel) / 60,
    inLine: (arrivalRate * now.wait) / 60,
  };
}
export type Outcome = ReturnType<typeof compute>;

/** “4 处各 6 个” “1 处 4 个、4 处各 5 个” */
function layout(groups: readonly Group[]): string {
  return groups
    .map(({ windows, count }) => `${count} 处${count > 1 ? '各' : ''} ${windows} 个`)
    .join('、');
}

/** 分成这么多处的一行；处数照窗口数收着。 */
const splitInto = (sites: number, curve: Ledger) =>
  curve[Math.min(curve.length, Math.max(1, Math.round(sites))) - 1] as Ledger[number];

export const model = defineWidget({
  id: 'sites-or-capacity',
  version: 2,
  title: '多网点还是大网点',
  english: 'More sites or bigger sites',
  question: '窗口就这么多：拢在一处，少排队；散到各处，少走路。散到几处最好？',
  chapter: 'location',
  section: 'sites-or-capacity',
  params,
  scenarios: [
    {
      id: 'government',
      label: '政务中心',
      sentence:
        '新区一座政务大厅，24 个综合窗口，管 100 平方公里；每小时来 192 人，每人办 6 分钟，坐车来的多。要不要拆到各个街道去？',
      values: {},
    },
    {
      id: 'bank',
      label: '银行支行',
      sentence:
        '老城 36 平方公里，一家银行有 12 个柜台，每小时 108 位客户，每人 5 分钟，多半骑车来。开一家大支行，还是几家小的？',
      values: { servers: 12, area: 36, speed: 15, arrivalRate: 108, serviceMinutes: 5 },
    },
    {
      id: 'clinic',
      label: '社区医院',
      sentence:
        '江城人民医院（虚构案例）把 30 间全科诊室往社区放。60 平方公里，来的多是老人，走着来；每小时 150 位，每位看 10 分钟。',
      values: {
        servers: 30,
        area: 60,
        speed: 5,
        arrivalRate: 150,
        serviceMinutes: 10,
        targetWait: 5,
      },
    },
    {
      id: 'parcel',
      label: '快递驿站',
      sentence:
        '一个 4 平方公里的大社区，6 个取件台，每小时 288 人来取，每件 1 分钟，都是走路。一个大驿站，还是几个小的？',
      values: {
        servers: 6,
        area: 4,
        speed: 5,
        arrivalRate: 288,
        serviceMinutes: 1,
        targetWait: 0.5,
      },
    },
    {
      id: 'phone',
      label: '客服坐席',
      sentence:
        '还是那 24 个人、那 192 位顾客，改成打电话，谁也不用出门。坐席集中在一处，还是分到几个城市各接各的？',
      values: { area: 0 },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ servers, arrivalRate, serviceMinutes, area }) =>
      `${servers} 个窗口，每小时来 ${arrivalRate} 人，每人办 ${upTo(serviceMinutes, 1)} 分钟，${
        area === 0 ? '谁也不用走路' : `住在 ${area} 平方公里上`
      }。一个窗口也不加，分到几处，${area === 0 ? '等得最短' : '顾客来回路上加排队的时间合起来最短'}？`,
    unit: '处',
    min: 1,
    max: 100,
    answer: (_values, { best }) => best.sites,
    digits: 0,
    whole: true,
    tolerance: 0.34,
    hit: ({ area }, { flat, best, one }) =>
      area === 0
        ? '正是。不用走路，分开就只剩坏处：这边有人等，那边有人闲。'
        : best.sites === 1
          ? '正是。地方小、走得快，拆开省不了几步路，排队却要长出一截。'
          : `看得准。谷底是平的：${flat.from === flat.to ? `${flat.from} 处前后` : `${flat.from} 到 ${flat.to} 处`}相差不到 5%；全拢在一处要 ${minutes(one.total)}，这里是 ${minutes(best.total)}。`,
    misreads: [
      {
        when: (_guess, _answer, _values, { utilization }) => utilization >= 1,
        text: '这组数来得比办得快，怎么分队伍都只长不消；先得加窗口，才谈得上分几处。',
      },
      {
        when: (guess, _answer, { servers }) => guess > servers,
        text: ({ servers }) =>
          `一共 ${servers} 个窗口，每处至少要有一个，最多只能分 ${servers} 处。`,
      },
      {
        when: (guess, answer) => answer === 1 && guess > 1,
        text: ({ area }, { best, curve }, guess) => {
          const yours = splitInto(guess, curve);
          return area === 0
            ? `没有路可省，分开只有坏处：分成 ${guess} 处，等待就从 ${minutes(best.wait)}变成 ${minutes(yours.wait)}。`
            : `这里路本来就近，拆成 ${guess} 处只省 ${minutes(best.travel - yours.travel)}，排队却多出 ${minutes(yours.wait - best.wait)}。`;
        },
      },
      {
        when: (guess, answer, { servers }) => guess > answer && guess === servers,
        text: (_values, { one, each }) =>
          `“开到家门口”确实最省腿，来回只要 ${minutes(each.travel)}。可每处孤零零一个窗口，前面的人一慢，谁也接不上手，要排 ${minutes(each.wait)}：路上省了 ${minutes(one.travel - each.travel)}，队里赔进去 ${minutes(each.wait - one.wait)}。`,
      },
      {
        when: (guess) => guess === 1,
        text: (_values, { one, best }) =>
          `只看排队，拢在一处最好，只等 ${minutes(one.wait)}。可是人人来回要走 ${minutes(one.travel)}；分成 ${best.sites} 处，路上省 ${minutes(one.travel - best.travel)}，排队只多 ${minutes(best.wait - one.wait)}。`,
      },
      {
        when: (guess, _answer, _values, { flat }) => guess >= flat.from && guess <= flat.to,
        text: (_values, { best, flat, curve }, guess) =>
          `已经在谷底了：${guess} 处合计 ${minutes(splitInto(guess, curve).total)}，最短的 ${best.sites} 处是 ${minutes(best.total)}，${flat.from} 到 ${flat.to} 处相差都不到 5%。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (_values, { best, flat, curve }, guess) =>
          `散过头了：${guess} 处合计 ${minutes(splitInto(guess, curve).total)}，${best.sites} 处只要 ${minutes(best.total)}。网点变成四倍，路程才减一半，越往后省得越少；排队却一处比一处长，过了 ${flat.to} 处就明显亏了。`,
      },
      {
        when: (_guess, answer, { servers }) => answer === servers,
        text: (_values, { each, best, curve }) =>
          `散得还不够。这里办得快、走得慢，拆到底也不亏：一窗一处只排 ${minutes(each.wait)}，比少开一处多等 ${minutes(each.wait - (curve[best.sites - 2]?.wait ?? 0))}，路上却又省了 ${minutes((curve[best.sites - 2]?.travel ?? 0) - each.travel)}。`,
      },
      {
        when: () => true,
        text: (_values, { best, flat }) =>
          `方向对，散得还不够。头几处最划算：从一处到 ${best.sites} 处，每处的窗口还够互相接手，路却近了一大截；不到 ${flat.from} 处都还在走冤枉路。`,
      },
    ],
  },
  sentence(values, { sites, groups, one, each, best, ...rest }) {
    const { servers, targetWait } = values;
    const { utilization, needed, neededUtilization } = rest;
    const capped = values.sites > servers ? `窗口只有 ${servers} 个，最多分 ${servers} 处。` : '';
    const where = sites === 1 ? `${servers} 个窗口全在一处` : `分成 ${layout(groups)}窗口`;
    if (utilization >= 1)
      return `${capped}${where}：要 ${percent(utilization)} 的能力才接得住，来得比办得快，分几处队伍都只长不消。平均等 ${upTo(targetWait, 1)} 分钟以内，${sites} 处共需 ${needed} 个窗口。`;
    const { travel, wait, total } = addingUp(rest);
    const verdict =
      sites === best.sites
        ? '正是合计最短的分法'
        : `最短的是分 ${best.sites} 处，${exact(best.total)}`;
    const ends = [
      sites > 1 && best.sites > 1 ? `全在一处要 ${exact(one.total)}` : '',
      sites < servers && servers > 2 ? `一窗一处要 ${exact(each.total)}` : '',
    ].filter(Boolean);
    return `${capped}${where}：来回路上 ${exact(travel)}，排队 ${exact(wait)}，合计 ${exact(total)}，${verdict}${
      ends.length > 0 ? `；${ends.join('，')}` : ''
    }。若答应平均只等 ${upTo(targetWait, 1)} 分钟，${sites} 处共需 ${needed} 个窗口，忙 ${percent(neededUtilization)}。`;
  },
  brief: (_values, result) => `${result.sites} 处，合计 ${minutes(result.total)}`,
  table({ servers, targetWait }, { curve }) {
    return {
      caption: `${servers} 个窗口分成 n 处：来回路上、排队与合计；以及平均等待不超过 ${upTo(targetWait, 1)} 分钟共需几个窗口`,
      columns: [
        { label: '网点数' },
        { label: '来回路上', unit: '分钟' },
        { label: '排队', unit: '分钟' },
        { label: '合计', unit: '分钟' },
        { label: '达标共需窗口', unit: '个' },
        { label: '达标时利用率', unit: '%' },
      ],
      rows: curve.map(({ sites, needed, neededUtilization, ...times }) => {
        const { travel, wait, total } = addingUp(times);
        return [sites, travel, wait, total, needed, neededUtilization * 100];
      }),
      digits: [0, 2, 2, 2, 0, 0],
    };
  },
  monotone: [
    { param: 'sites', quantity: ({ travel }) => travel, direction: 'down' },
    { param: 'sites', quantity: ({ wait }) => wait, direction: 'up' },
    { param: 'servers', quantity: ({ best }) => best.total, direction: 'down' },
    { param: 'area', quantity: ({ travel }) => travel, direction: 'up' },
    { param: 'area', quantity: ({ best }) => best.sites, direction: 'up' },
    { param: 'speed', quantity: ({ travel }) => travel, direction: 'down' },
    { param: 'speed', quantity: ({ best }) => best.sites, direction: 'down' },
    { param: 'arrivalRate', quantity: ({ wait }) => wait, direction: 'up' },
    { param: 'arrivalRate', quantity: ({ needed }) => needed, direction: 'up' },
    { param: 'serviceMinutes', quantity: ({ wait }) => wait, direction: 'up' },
    { param: 'targetWait', quantity: ({ needed }) => needed, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
