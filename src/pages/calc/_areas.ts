/** 各领域在 src/calc 里的文件夹、名字与一句话；次序随课程的章。 */
export interface Area {
  folder: string;
  title: string;
  text: string;
}

export const areas: readonly Area[] = [
  {
    folder: 'economy',
    title: '服务经济',
    text: '生产率涨得不一样快时，价格、就业份额和全社会的增速往哪里走。',
  },
  {
    folder: 'strategy',
    title: '服务战略',
    text: '顾客值多少钱、凭什么赢得订单、服务利润链怎样传导，以及加盟与自营。',
  },
  {
    folder: 'process',
    title: '流程与前后台',
    text: '瓶颈与流量、利特尔法则、蓝图计时、顾客接触度、交接与前后台分离。',
  },
  {
    folder: 'location',
    title: '选址',
    text: '一个点放哪里、多个点怎么布、客流归谁、一处选址预计赚多少。',
  },
  {
    folder: 'psychology',
    title: '接触与等待的心理',
    text: '峰终、感知等待、期望与感知之差。',
  },
  {
    folder: 'quality',
    title: '服务质量',
    text: '测量、控制图与过程能力、改进次序、承诺与补救、质量成本。',
  },
  {
    folder: 'queueing',
    title: '排队',
    text: '从 M/M/1 到带放弃、带优先、随时间变化的队，连同人员配备与仿真。',
  },
  {
    folder: 'forecasting',
    title: '预测',
    text: '移动平均、指数平滑、霍尔特与霍尔特–温特斯，以及怎样比较预测的好坏。',
  },
  {
    folder: 'workforce',
    title: '人员排班',
    text: '休假安排、班次覆盖、追随与平稳、一专多能。',
  },
  {
    folder: 'revenue',
    title: '收益管理',
    text: '保护座位、超售、网络配置、动态定价、报童与餐位。',
  },
  {
    folder: 'benchmarking',
    title: '标杆与效率评价',
    text: '数据包络分析、规模效率、加权评分与阶段评估。',
  },
  {
    folder: 'improvement',
    title: '改进',
    text: '学习曲线、六西格玛、关键路线、两种改进方式的赛跑与店长的复制。',
  },
  {
    folder: 'core',
    title: '数学工具',
    text: '别的模块用到的分布、求根、线性规划与随机数。',
  },
];

/** 领域里的子文件夹在页面上的小标题。 */
export const groupTitles: Readonly<Record<string, string>> = {
  control: '过程控制',
  simulation: '仿真',
};
