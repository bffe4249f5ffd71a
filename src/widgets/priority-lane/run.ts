/** 一段忙期里的同一批顾客按两种次序各走一遍，以及“仿真对照”用的一次重复。时间单位：分钟。 */
import {
  createCustomers,
  customersFrom,
  serve,
  type Customers,
} from '../../calc/queueing/simulation/common-customers.ts';
import type { CustomerRecord } from '../../calc/queueing/simulation/customer-record.ts';
import type { Rule } from './model.ts';

interface Setting {
  arrivalsPerHour: number;
  fastShare: number;
  fastMinutes: number;
  slowMinutes: number;
  vipShare: number;
  rule: string;
}

function arrive(setting: Setting, count: number, seed: number): Customers {
  const { arrivalsPerHour, fastShare, fastMinutes, slowMinutes } = setting;
  return createCustomers({
    arrivals: { kind: 'renewal', interval: { kind: 'exponential', mean: 60 / arrivalsPerHour } },
    classes: [
      { share: fastShare, service: { kind: 'exponential', mean: fastMinutes } },
      { share: 1 - fastShare, service: { kind: 'exponential', mean: slowMinutes } },
    ],
    customers: count,
    seed,
  });
}

/** 每位顾客排在第几等：0 先办。买不买 VIP 由一个与服务时间无关的均匀数定。 */
function ranksUnder(
  rule: string,
  { count, customerClass, lineDraw }: Customers,
  vipShare: number,
): number[] {
  return Array.from({ length: count }, (_, i) => {
    if (rule === 'vip') return lineDraw[i]! < vipShare ? 0 : 1;
    return rule === 'long' ? 1 - customerClass[i]! : customerClass[i]!;
  });
}

/** 一屏画得下、又看得出名堂的人数 */
const slots = { least: 18, most: 28 };
/** 选得让各场景挑出的那段忙期与长期平均相像 */
const seed = 387;

/** 忙期从窗口空着时来的第一个人开始，到再次空下来为止；次序不改变它的起止。返回 [起, 止) 的编号。 */
function busyPeriods({ count, arrival, service }: Customers): [number, number][] {
  const periods: [number, number][] = [];
  let from = 0;
  let clear = 0;
  for (let i = 0; i < count; i++) {
    if (arrival[i]! >= clear && i > from) {
      periods.push([from, i]);
      from = i;
    }
    clear = Math.max(clear, arrival[i]!) + service[i]!;
  }
  // 过载时忙期没有尽头，最后这段也算上
  periods.push([from, count]);
  return periods;
}

export interface Walk {
  record: CustomerRecord;
  /** 两群人各自在这一段里的平均等待 */
  waits: [number, number];
}

/** 挑一段两群人都不少、一屏画得下的忙期；太长的取开头一截。 */
export function createWalks(setting: Setting) {
  const customers = arrive(setting, 600, seed);
  const ranks = ranksUnder(setting.rule, customers, setting.vipShare);
  const worth = ([from, to]: [number, number]) => {
    const own = ranks.slice(from, Math.min(to, from + slots.most));
    const later = own.filter((rank) => rank === 1).length;
    const whole = to - from <= slots.most ? 6 : 0;
    return Math.min(own.length, slots.least) + 2 * Math.min(4, later, own.length - later) + whole;
  };
  const periods = busyPeriods(customers);
  const [from, to] = periods.reduce((best, each) => (worth(each) > worth(best) ? each : best));
  const end = Math.min(to, from + slots.most);
  const opens = customers.arrival[from]!;
  const own = ranks.slice(from, end);
  const same = customersFrom({
    arrivals: Array.from(customers.arrival.slice(from, end), (time) => time - opens),
    services: Array.from(customers.service.slice(from, end)),
    classes: own,
  });
  const walk = (rule: Rule): Walk => {
    const { record } = serve(same, {
      servers: 1,
      priority: rule === 'fcfs' ? 'none' : 'non-preemptive',
    });
    const mean = (rank: number) => {
      const waits = [...record.wait].filter((_, i) => own[i] === rank);
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    };
    return { record, waits: [mean(0), mean(1)] };
  };
  const before = walk('fcfs');
  return {
    rule: setting.rule as Rule,
    ranks: own,
    before,
    after: walk(setting.rule as Rule),
    closes: Math.max(...before.record.departure),
  };
}

const perRun = 4000;
const skipped = 400;

/** 一次独立仿真里两群人各自的平均等待；不稳定时没有可比的数，返回 null。 */
export function simulation(
  setting: Setting,
  stable: boolean,
): ((run: number) => [number, number]) | null {
  if (!stable) return null;
  const done = new Map<number, [number, number]>();
  return (run) => {
    const known = done.get(run);
    if (known) return known;
    const customers = arrive(setting, perRun, 5000 + run);
    const ranks = ranksUnder(setting.rule, customers, setting.vipShare);
    const { record } = serve(
      { ...customers, customerClass: Uint8Array.from(ranks) },
      { servers: 1, priority: setting.rule === 'fcfs' ? 'none' : 'non-preemptive' },
    );
    const total = [0, 0];
    const count = [0, 0];
    for (let i = skipped; i < perRun; i++) {
      const rank = ranks[i]!;
      total[rank]! += record.wait[i]!;
      count[rank]!++;
    }
    const means: [number, number] = [total[0]! / count[0]!, total[1]! / count[1]!];
    done.set(run, means);
    return means;
  };
}
