/** 课堂 A/B：查询页上演什么，谁看哪一版。评分怎么读、怎么比在 ratings。 */
export type TaskId = 'flights' | 'kitchen' | 'permit';
export type Version = 'a' | 'b';
/** 没有看得见的工序时，B 版和 A 版没有差别，所以 B 总是看得见的那一版。 */
export type Against = 'instant' | 'blank';

export interface Task {
  name: string;
  /** 模型里等待的单位 */
  unit: string;
  /** 参加者一打开看见的请求 */
  request: string;
  waiting: string;
  /** 看得见的工序，一步一行；名字都是虚构的 */
  steps: readonly string[];
  outcome: readonly string[];
}

export const tasks: Record<TaskId, Task> = {
  flights: {
    name: '机票比价',
    unit: '秒',
    request: '江城 → 海州，下周五，一人',
    waiting: '正在查询',
    steps: [
      '东湖航空：查到 6 班',
      '云岭航空：查到 4 班',
      '海州航空：查到 9 班',
      '北岸航空：没有直飞',
      '红杉旅行网：比了 38 个价',
      '一叶旅行：比了 30 个价',
      '学生票：您不符合条件',
      '退改条件：逐班核对',
      '行李额：逐班核对',
      '从 87 个报价里挑最便宜的三个',
    ],
    outcome: ['东湖航空 07:40　620 元', '海州航空 12:15　655 元', '云岭航空 19:30　690 元'],
  },
  kitchen: {
    name: '外卖后厨',
    unit: '分钟',
    request: '沸点火锅外卖：番茄锅底、毛肚、虾滑、青菜拼盘',
    waiting: '正在备餐',
    steps: [
      '接单，打印小票',
      '番茄锅底出锅，尝一口',
      '毛肚冲洗三遍',
      '虾滑现挤，一份 12 块',
      '青菜择好，沥水',
      '称重，核对份量',
      '装盒，汤和料分开',
      '贴封条，拍照',
      '少葱的备注，再看一眼',
      '交给骑手',
    ],
    outcome: ['骑手已取餐，12:36 送到', '四样齐全，封条完好', '合计 148 元'],
  },
  permit: {
    name: '审批进度',
    unit: '小时',
    request: '小吃店开业登记（虚构的办事大厅）',
    waiting: '正在办理',
    steps: [
      '收件，编号',
      '核对身份证',
      '查重名：没有同名店',
      '核对租约和门牌',
      '经营范围：逐条对照',
      '食品许可：转卫生窗口',
      '卫生窗口：材料齐',
      '复核签字',
      '制证',
      '通知取件',
    ],
    outcome: ['已核准：江城李记小吃店', '证照可在三号窗口领取', '也可以寄到店里'],
  },
};

/** 课堂上一律按秒走，再久就没有人等了。 */
export const longestTrial = 40;

/** 这一版等几秒、看不看得见。 */
export function conditionOf({
  version,
  against,
  wait,
}: {
  version: Version;
  against: Against;
  wait: number;
}): { seconds: number; visible: boolean } {
  const seconds = Math.min(wait, longestTrial);
  if (version === 'b') return { seconds, visible: true };
  return { seconds: against === 'instant' ? 0 : seconds, visible: false };
}

/** 参加者念给老师听的代码：B6。 */
export const codeOf = (version: Version, rating: number) => `${version.toUpperCase()}${rating}`;
