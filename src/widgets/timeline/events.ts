/**
 * 三组文献与学科的四个阶段。每件的年份与 content/references.yaml 里 `source` 那一条相同，测试逐件核对。
 * 次序是打乱过的：读者看到的就是这个次序。
 */

export interface Milestone {
  /** 引用编号 */
  source: string;
  /** 第一作者的姓 */
  by: string;
  year: number;
  /** 写在时间轴上的话，不超过十八个字 */
  title: string;
}

const milestone = (source: string, by: string, year: number, title: string): Milestone => ({
  source,
  by,
  year,
  title,
});

export const sets = {
  works: {
    name: '八件代表作',
    items: [
      milestone('schmenner-1986', 'Schmenner', 1986, '服务过程矩阵，两把尺子分四类'),
      milestone('levitt-1972', 'Levitt', 1972, '像流水线一样做服务'),
      milestone('johnston-1999', 'Johnston', 1999, '喊一声：回到各学科的老本行'),
      milestone('shostack-1984', 'Shostack', 1984, '把服务画成蓝图'),
      milestone('heskett-1994', 'Heskett', 1994, '服务利润链，员工满意连着利润'),
      milestone('chase-1978', 'Chase', 1978, '顾客该放在服务的哪里'),
      milestone('parasuraman-1988', 'Parasuraman', 1988, 'SERVQUAL，二十二题量质量'),
      milestone('lovelock-1983', 'Lovelock', 1983, '从五个角度给服务分类'),
    ],
  },
  questions: {
    name: '八个今天的问题',
    items: [
      milestone('mills-morris-1986', 'Mills', 1986, '顾客算不算半个员工？'),
      milestone('chase-dasu-2001', 'Chase', 2001, '怎样收尾，才让人记得好？'),
      milestone('levitt-1972', 'Levitt', 1972, '机器和标准能不能代替热情？'),
      milestone('maister-1985', 'Maister', 1985, '等得一样久，为什么有人更烦？'),
      milestone('baumol-1967', 'Baumol', 1967, '靠人手的服务为什么越来越贵？'),
      milestone('hart-1988', 'Hart', 1988, '敢不敢承诺不满意就退钱？'),
      milestone('sasser-1976', 'Sasser', 1976, '忙时不够、闲时浪费，怎么办？'),
      milestone('chase-1978', 'Chase', 1978, '顾客在场，是不是拖慢了效率？'),
    ],
  },
  models: {
    name: '八个课里的模型',
    items: [
      milestone('kimes-1989', 'Kimes', 1989, '收益管理用到各行各业'),
      milestone('toregas-1971', 'Toregas', 1971, '急救站的集合覆盖'),
      milestone('little-1961', 'Little', 1961, '排队的人数 = 到达率 × 时间'),
      milestone('frei-2006', 'Frei', 2006, '五种变异与四类应对'),
      milestone('charnes-cooper-rhodes-1978', 'Charnes', 1978, '数据包络分析，比谁最有效率'),
      milestone('huff-1964', 'Huff', 1964, '商圈的引力模型'),
      milestone('schlesinger-heskett-1991', 'Schlesinger', 1991, '服务的失败循环'),
      milestone('littlewood-1972', 'Littlewood', 1972, '座位先卖便宜的，还是留给贵的'),
    ],
  },
} as const satisfies Record<string, { name: string; items: readonly Milestone[] }>;

export type SetId = keyof typeof sets;
export const setIds = Object.keys(sets) as SetId[];
export const count = 8;

/** 时间轴的两头；放在左头就是“还没放”。 */
export const first = 1955;
export const last = 2010;

/** 约翰斯顿（1999）的四个阶段；分界是“约”，不是哪一天的事。 */
export const stages = [
  {
    id: 1,
    name: '服务觉醒',
    from: first,
    to: 1980,
    when: '约 1980 年以前',
    research: '描述',
    theme: '服务对产品',
    outcome: '承认两者不同',
    operations: '渐渐知道服务、顾客和接触要紧',
  },
  {
    id: 2,
    name: '挣脱产品',
    from: 1980,
    to: 1985,
    when: '约 1980–1985 年',
    research: '搭概念',
    theme: '服务的性质与管理',
    outcome: '一批概念框架',
    operations: '质疑原有的范式，发展顾客运营',
  },
  {
    id: 3,
    name: '服务管理',
    from: 1985,
    to: 1995,
    when: '约 1985–1995 年',
    research: '实证检验',
    theme: '跨学科的共同问题',
    outcome: '检验过的模型',
    operations: '与营销、人力资源合流',
  },
  {
    id: 4,
    name: '回归本源',
    from: 1995,
    to: last,
    when: '约 1995 年以后',
    research: '应用',
    theme: '框架与方法怎样用起来',
    outcome: '绩效、设计与改进',
    operations: '各学科拿出看家本领，求严谨',
  },
] as const;
export type Stage = (typeof stages)[number];

export const stageOf = (year: number): Stage =>
  stages.findLast(({ from }) => year >= from) ?? stages[0];
