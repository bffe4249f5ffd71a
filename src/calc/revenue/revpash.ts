import { atLeast, positive } from '../core/checks.ts';

/** 一段营业时间的餐厅数据。 */
export interface RevpashInput {
  /** 接待客人数，≥ 0，人。 */
  covers: number;
  /** 人均消费，≥ 0，元。 */
  spendPerCover: number;
  /** 座位数，> 0。 */
  seats: number;
  /** 营业时长，> 0，小时。 */
  hours: number;
  /** 平均用餐时长，> 0，小时。 */
  mealHours: number;
}

/** 每座每小时收入及其分解。 */
export interface RevpashResult {
  /** 总收入，元。 */
  revenue: number;
  /** 每可用座位小时收入，元/(座·小时)。 */
  revpash: number;
  /** 座位占用率：客人坐着的座位小时 ÷ 可用座位小时；数据自相矛盾时会超过 1。 */
  seatOccupancy: number;
  /** 翻台率：每座接待人数。 */
  turns: number;
  /** 占用率为 1 时的 RevPASH 上限：人均消费 ÷ 用餐时长。 */
  ceiling: number;
}

/**
 * RevPASH：餐厅每个座位每小时挣多少钱，以及它由占用率与单位时间消费各贡献多少。
 *
 * 假设：一段时间内人均消费、用餐时长取平均；占用按人计，不含空等清台。
 * 符号与单位：RevPASH = 收入/(座位 × 小时) = 占用率 × 人均消费 ÷ 用餐时长，元/(座·小时)。
 * 出处：Kimes 等 1998 提出的餐厅收益管理指标。
 * 边界：没有客人时各项为 0；占用率 > 1 说明输入不合理，如实返回。
 * 复杂度：O(1)。
 *
 * @example
 * revpash({ covers: 240, spendPerCover: 80, seats: 100, hours: 4, mealHours: 1 }) // { revenue: 19200, revpash: 48, seatOccupancy: 0.6, turns: 2.4, ceiling: 80 }
 */
export function revpash(input: RevpashInput): RevpashResult {
  const covers = atLeast('covers', input.covers, 0);
  const spend = atLeast('spendPerCover', input.spendPerCover, 0);
  const seats = positive('seats', input.seats);
  const hours = positive('hours', input.hours);
  const mealHours = positive('mealHours', input.mealHours);
  const revenue = covers * spend;
  return {
    revenue,
    revpash: revenue / (seats * hours),
    seatOccupancy: (covers * mealHours) / (seats * hours),
    turns: covers / seats,
    ceiling: spend / mealHours,
  };
}
