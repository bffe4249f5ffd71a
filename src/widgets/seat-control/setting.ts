/** 参数，和它们算出的长期平均与这一晚。 */
import { littlewood, wholeSeats } from '../../calc/revenue/littlewood.ts';
import { twoClassBooking } from '../../calc/revenue/two-class-booking.ts';
import type { Values } from '../../widget-kit/model.ts';
import { hindsight, requestsOf, sell } from './night.ts';

export const params = {
  protection: {
    kind: 'number',
    label: '给全价客留',
    symbol: 'y',
    unit: '间',
    min: 0,
    max: 120,
    step: 1,
    default: 60,
    meaning: '剩下的房只有这么多时，折扣客来了不接。',
  },
  order: {
    kind: 'choice',
    label: '谁先来',
    options: [
      { value: 'low-first', label: '折扣客先来' },
      { value: 'mixed', label: '混着来' },
      { value: 'high-first', label: '全价客先来' },
    ],
    default: 'low-first',
    meaning: '同样多的客人，来的次序不同。',
  },
  release: {
    kind: 'toggle',
    label: '全价每卖一间，就少留一间',
    default: true,
    meaning: '关掉，系统只看还剩几间：全价卖出多少，都照旧留满。',
  },
  night: {
    kind: 'number',
    label: '第几晚',
    min: 1,
    max: 99,
    step: 1,
    default: 1,
    meaning: '换一晚，换一批客人；编号一样，客人就一样。',
  },
  capacity: {
    kind: 'number',
    label: '客房',
    symbol: 'C',
    unit: '间',
    min: 20,
    max: 160,
    step: 1,
    default: 120,
    meaning: '今晚能卖的房。',
  },
  fareHigh: {
    kind: 'number',
    label: '全价',
    symbol: 'p₁',
    unit: '元',
    min: 100,
    max: 2000,
    step: 10,
    default: 900,
    meaning: '临近才订的客人付的价。',
  },
  fareLow: {
    kind: 'number',
    label: '折扣价',
    symbol: 'p₂',
    unit: '元',
    min: 50,
    max: 2000,
    step: 10,
    default: 360,
    meaning: '比全价还高时，照全价算。',
  },
  meanHigh: {
    kind: 'number',
    label: '全价客平均',
    symbol: 'μ₁',
    unit: '位',
    min: 0,
    max: 120,
    step: 1,
    default: 40,
    meaning: '一晚想住全价的，正态，取整。',
  },
  sdHigh: {
    kind: 'number',
    label: '全价客的标准差',
    symbol: 'σ₁',
    unit: '位',
    min: 0,
    max: 40,
    step: 1,
    default: 12,
    meaning: '各晚之间差多少。',
  },
  meanLow: {
    kind: 'number',
    label: '折扣客平均',
    symbol: 'μ₂',
    unit: '位',
    min: 0,
    max: 200,
    step: 1,
    default: 150,
    meaning: '一晚想住折扣价的，与全价客互不相干。',
  },
  sdLow: {
    kind: 'number',
    label: '折扣客的标准差',
    symbol: 'σ₂',
    unit: '位',
    min: 0,
    max: 40,
    step: 1,
    default: 30,
    meaning: '各晚之间差多少。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 折扣价不会比全价高。 */
export const lowFare = ({ fareHigh, fareLow }: Setting) => Math.min(fareHigh, fareLow);

/** 照 Littlewood 该留几间，取整，不超过全部。 */
export function littlewoodRooms(values: Setting): number {
  const { protection } = littlewood({ ...values, fareLow: lowFare(values) });
  return Math.min(
    values.capacity,
    Number.isFinite(protection) ? wholeSeats(protection) : values.capacity,
  );
}

/** 长期平均：许多晚的期望。混着来算一次要几毫秒，拖一只旋钮时别的几行不必重算。 */
const remembered = new Map<string, LongRun>();
interface LongRun {
  revenue: number;
  high: number;
  low: number;
}
function longRun(values: Setting, protection: number): LongRun {
  const { capacity, fareHigh, meanHigh, sdHigh, meanLow, sdLow, order, release } = values;
  const fareLow = lowFare(values);
  const key = [
    capacity,
    fareHigh,
    fareLow,
    meanHigh,
    sdHigh,
    meanLow,
    sdLow,
    order,
    release,
    protection,
  ].join();
  let found = remembered.get(key);
  if (found === undefined) {
    const { expectedRevenue, highSales, lowSales } = twoClassBooking({
      capacity,
      fareHigh,
      fareLow,
      meanHigh,
      sdHigh,
      meanLow,
      sdLow,
      protection,
      arrivalOrder: order,
      nesting: release ? 'standard' : 'theft',
    });
    found = { revenue: expectedRevenue, high: highSales, low: lowSales };
    if (remembered.size > 60) remembered.clear();
    remembered.set(key, found);
  }
  return found;
}

export function compute(values: Setting) {
  const { capacity, fareHigh } = values;
  const fareLow = lowFare(values);
  const requests = requestsOf(values);
  const income = ({ high, low }: { high: number; low: number }) => high * fareHigh + low * fareLow;
  const rooms = littlewoodRooms(values);
  const row = (protection: number) => {
    const { high, low } = sell(requests, capacity, { protection, release: values.release }).at(-1)!;
    const run = longRun(values, protection);
    return {
      protection,
      ...run,
      occupancy: (run.high + run.low) / capacity,
      tonight: income({ high, low }),
    };
  };
  const first = row(0);
  return {
    requests,
    rooms,
    /** 先到先得、照 Littlewood、现在的设置 */
    first,
    best: row(rooms),
    mine: row(Math.min(capacity, values.protection)),
    /** 今晚事后诸葛的收入 */
    hindsight: income(hindsight(requests, capacity)),
    /** 留这么多间，长期平均一晚收多少 */
    revenueAt: (protection: number) => longRun(values, protection).revenue,
  };
}
export type Result = ReturnType<typeof compute>;
