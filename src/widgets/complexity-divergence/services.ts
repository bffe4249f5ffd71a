/** 三家店（都是虚构案例）：八步各做不做、留多少余地，和上门的几种客人各要什么。 */

/** 一步的四种做法。列表的格子里只能放数，所以用 0 到 3；从 1 起，余地依次是 0、一半、全部。 */
export const ways = [
  { value: 0, label: '不做' },
  { value: 1, label: '照单' },
  { value: 2, label: '几种' },
  { value: 3, label: '随他' },
] as const;
export const [skipped, fixedWay, someWays, freeWay] = [0, 1, 2, 3] as const;
export const stepCount = 8;

/** 用别名而不用 interface：这样它们也就是列表参数的一行。 */
export type Step = { name: string; minutes: number; now: number; after: number };
/** `needs` 是八个数字，依次是八步各至少要哪种做法；`limit` 是他等得起的分钟。 */
export type Customer = { name: string; share: number; limit: number; needs: string };
export interface Service {
  steps: readonly Step[];
  customers: readonly Customer[];
}

const step = (name: string, minutes: number, now: number, after = now): Step => ({
  name,
  minutes,
  now,
  after,
});
const customer = (name: string, share: number, limit: number, needs: string): Customer => ({
  name,
  share,
  limit,
  needs,
});

export const services = {
  /** 不洗不吹：砍的三步都是照单做的，起伏本来就不在那里 */
  barber: {
    steps: [
      step('登记换衣', 5, fixedWay),
      step('洗头', 12, fixedWay, skipped),
      step('商量发型', 6, freeWay),
      step('剪发', 25, freeWay),
      step('再冲一次', 8, fixedWay, skipped),
      step('吹干', 10, fixedWay, skipped),
      step('定型', 5, someWays),
      step('结账', 3, fixedWay),
    ],
    customers: [
      customer('赶时间的', 30, 70, '00020001'),
      customer('修一修就好', 35, 120, '10120011'),
      customer('要洗要吹', 20, 120, '11220111'),
      customer('换个样子', 15, 150, '11330121'),
    ],
  },
  /** 午市处处随他：快的做不快了，赶时间的先走 */
  hotpot: {
    steps: [
      step('领位', 2, fixedWay, freeWay),
      step('选锅底', 3, someWays, freeWay),
      step('点菜', 5, someWays, freeWay),
      step('调蘸料', 3, freeWay),
      step('上菜', 8, fixedWay, freeWay),
      step('涮和吃', 30, fixedWay, freeWay),
      step('加菜', 4, someWays, freeWay),
      step('结账', 3, fixedWay, freeWay),
    ],
    customers: [
      customer('上班的午饭', 40, 68, '11111101'),
      customer('三五好友', 30, 150, '12221121'),
      customer('带老人孩子', 20, 150, '12332221'),
      customer('忌口过敏', 10, 120, '13312111'),
    ],
  },
  /** 一站式：客人要的是一整串，单添一步接不住谁 */
  law: {
    steps: [
      step('接待登记', 10, fixedWay),
      step('听案情', 40, freeWay),
      step('出主意', 30, freeWay),
      step('代写诉状', 90, skipped, someWays),
      step('代办立案', 60, skipped, fixedWay),
      step('出庭', 180, skipped, freeWay),
      step('催执行', 60, skipped, fixedWay),
      step('结案归档', 15, fixedWay),
    ],
    customers: [
      customer('只问一问', 30, 1000, '12200000'),
      customer('自己打官司', 10, 1000, '12220000'),
      customer('打一场官司', 40, 1000, '12321301'),
      customer('要把钱要回来', 20, 1000, '12321311'),
    ],
  },
} as const satisfies Record<string, Service>;
