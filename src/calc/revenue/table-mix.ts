import FlatQueue from 'flatqueue';
import { atLeast, each, integerAtLeast, nonEmpty, positive, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';
import type { Random } from '../core/random.ts';

/** 一种桌型配置。 */
export interface TableMix {
  /** 名称，只用于结果。 */
  name: string;
  /** 桌型：几人桌、几张。 */
  tables: readonly { seats: number; count: number }[];
}

/** 桌型仿真的输入。 */
export interface TableMixInput {
  /** 要比较的桌型配置。 */
  mixes: readonly TableMix[];
  /** `partySizeWeights[k]` 来 k + 1 人一桌的相对频率，≥ 0。 */
  partySizeWeights: readonly number[];
  /** 到店批次率，> 0，批/小时。 */
  partiesPerHour: number;
  /** 接客时长，> 0，小时；之后不再接客，已入座的吃完。 */
  hours: number;
  /** 平均用餐时长，> 0，小时。 */
  mealHours: number;
  /** 用餐时长的变异系数，≥ 0；对数正态。 */
  mealVariation: number;
  /** 平均耐心，≥ 0，小时；指数分布，等过耐心就走；0 表示不等。 */
  patienceHours: number;
  /** 人均消费，≥ 0，元。 */
  spendPerCover: number;
  /** 重复次数，正整数。 */
  replications: number;
  /** 随机种子。 */
  seed: number;
}

/** 一种配置的结果。 */
export interface TableMixOutcome {
  /** 配置名称。 */
  name: string;
  /** 总座位数。 */
  seats: number;
  /** 平均收入，元。 */
  meanRevenue: number;
  /** 平均收入的标准误，元。 */
  standardError: number;
  /** 每座每小时收入，元。 */
  revpash: number;
  /** 按人计的座位占用率（只算接客时段内）。 */
  seatOccupancy: number;
  /** 批次接待率：入座批数 ÷ 到店批数；无人到店时为 NaN。 */
  servedShare: number;
  /** 入座者的平均等待，小时；无人入座时为 NaN。 */
  meanWait: number;
}

interface Party {
  arrival: number;
  size: number;
  meal: number;
  deadline: number;
}

interface Night {
  revenue: number;
  seatHours: number;
  served: number;
  waited: number;
}

function arrivingParties(input: TableMixInput, random: Random): Party[] {
  const total = input.partySizeWeights.reduce((sum, weight) => sum + weight, 0);
  const logVariance = Math.log1p(input.mealVariation ** 2);
  const parties: Party[] = [];
  let clock = 0;
  for (;;) {
    clock += random.exponential(1 / input.partiesPerHour);
    if (clock >= input.hours) return parties;
    let draw = random.uniform() * total;
    let size = 1;
    for (const weight of input.partySizeWeights) {
      if (draw < weight) break;
      draw -= weight;
      size++;
    }
    size = Math.min(size, input.partySizeWeights.length);
    const noise = random.normal(0, 1);
    const meal = input.mealHours * Math.exp(Math.sqrt(logVariance) * noise - logVariance / 2);
    parties.push({
      arrival: clock,
      size,
      meal,
      deadline: clock + random.exponential(input.patienceHours),
    });
  }
}

function serve(parties: readonly Party[], mix: TableMix, hours: number): Night {
  const kinds = mix.tables
    .map(({ seats, count }) => ({ seats, free: count }))
    .sort((a, b) => a.seats - b.seats);
  const night: Night = { revenue: 0, seatHours: 0, served: 0, waited: 0 };
  const departures = new FlatQueue<number>();
  let waiting: Party[] = [];
  const seat = (party: Party, kind: number, now: number): void => {
    kinds[kind]!.free--;
    departures.push(kind, now + party.meal);
    night.served++;
    night.waited += now - party.arrival;
    night.revenue += party.size;
    night.seatHours += party.size * (Math.min(hours, now + party.meal) - now);
  };
  const release = (until: number): void => {
    while (departures.length > 0 && departures.peekValue()! <= until) {
      const now = departures.peekValue()!;
      const kind = departures.pop()!;
      kinds[kind]!.free++;
      // 队里第一个坐得下又还在的先坐；大桌空出来时小批也可坐，但只在没有更小的空桌时才会排在这里
      waiting = waiting.filter((party) => party.deadline > now);
      const next = waiting.findIndex((party) => party.size <= kinds[kind]!.seats);
      if (next >= 0) seat(waiting.splice(next, 1)[0]!, kind, now);
    }
  };
  for (const party of parties) {
    release(party.arrival);
    const kind = kinds.findIndex(({ seats, free }) => free > 0 && seats >= party.size);
    if (kind >= 0) seat(party, kind, party.arrival);
    else if (kinds.some(({ seats }) => seats >= party.size)) waiting.push(party);
  }
  release(hours);
  return night;
}

/**
 * 桌型仿真：座位总数一样，摆成两人桌还是四人桌、六人桌，一晚能多挣多少。
 *
 * 假设：批次泊松到店，人数独立；坐得下的最小空桌优先；没有空桌就按到店次序等，哪张桌先空、队里第一个坐得下的批次先坐；不拼桌、不并桌；耐心指数分布；人数超过最大桌的批次离开。
 * 符号与单位：时间小时；收入元；RevPASH 元/(座·小时)。
 * 出处：Kimes & Thompson 2004 对餐厅桌型组合的研究所用的离散事件仿真思路；各配置共用同一批客人。
 * 边界：打烊时还在等的批次不入座；没有任何桌子的配置收入为 0、RevPASH 为 NaN。
 * 复杂度：O(重复次数 × 批数 × 队长)。
 *
 * @example
 * simulateTableMix({ mixes: [{ name: '无桌', tables: [] }], partySizeWeights: [0, 1], partiesPerHour: 10, hours: 4, mealHours: 1, mealVariation: 0.3, patienceHours: 0.25, spendPerCover: 80, replications: 2, seed: 1 })[0].meanRevenue // 0
 */
export function simulateTableMix(input: TableMixInput): TableMixOutcome[] {
  const { mixes, partySizeWeights, hours, spendPerCover, replications, seed } = input;
  nonEmpty('mixes', mixes);
  mixes.forEach(({ tables }, m) =>
    tables.forEach(({ seats, count }, k) => {
      integerAtLeast(`mixes[${m}].tables[${k}].seats`, seats, 1);
      integerAtLeast(`mixes[${m}].tables[${k}].count`, count, 0);
    }),
  );
  each('partySizeWeights', partySizeWeights, (name, value) => atLeast(name, value, 0));
  if (!partySizeWeights.some((weight) => weight > 0))
    reject('partySizeWeights', 'weights with a positive sum', partySizeWeights);
  positive('partiesPerHour', input.partiesPerHour);
  positive('hours', hours);
  positive('mealHours', input.mealHours);
  atLeast('mealVariation', input.mealVariation, 0);
  atLeast('patienceHours', input.patienceHours, 0);
  atLeast('spendPerCover', spendPerCover, 0);
  integerAtLeast('replications', replications, 1);
  const random = createRandom(seed);
  const totals = mixes.map(() => ({ sum: 0, squares: 0, seatHours: 0, served: 0, waited: 0 }));
  let arrived = 0;
  for (let replication = 0; replication < replications; replication++) {
    const parties = arrivingParties(input, random);
    arrived += parties.length;
    mixes.forEach((mix, m) => {
      const night = serve(parties, mix, hours);
      const revenue = night.revenue * spendPerCover;
      const total = totals[m]!;
      total.sum += revenue;
      total.squares += revenue * revenue;
      total.seatHours += night.seatHours;
      total.served += night.served;
      total.waited += night.waited;
    });
  }
  return mixes.map(({ name, tables }, m) => {
    const { sum, squares, seatHours, served, waited } = totals[m]!;
    const seats = tables.reduce((count, table) => count + table.seats * table.count, 0);
    const meanRevenue = sum / replications;
    const variance = Math.max(0, squares - sum * meanRevenue) / (replications - 1);
    return {
      name,
      seats,
      meanRevenue,
      standardError: Math.sqrt(variance / replications),
      revpash: meanRevenue / (seats * hours),
      seatOccupancy: seatHours / replications / (seats * hours),
      servedShare: served / arrived,
      meanWait: waited / served,
    };
  });
}
