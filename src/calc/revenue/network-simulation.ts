import { integerAtLeast, nonEmpty, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';
import type { Random } from '../core/random.ts';
import { acceptsAtBidPrice, checkNetwork, networkLinearProgram } from './network-linear-program.ts';
import type { RevenueNetwork } from './network-linear-program.ts';

/** 网络订座策略：先到先得，或按竞价接受与拒绝。 */
export type NetworkPolicy = 'first-come' | 'bid-price';

/** 网络订座仿真的输入。 */
export interface NetworkSimulationInput {
  /** 网络；`demand` 作泊松均值用。 */
  network: RevenueNetwork;
  /** 要比较的策略。 */
  policies: readonly NetworkPolicy[];
  /** 请求到达次序：随机混合，或低价先到。 */
  arrivalOrder: 'mixed' | 'lowest-fare-first';
  /** 售票期内按剩余座位与剩余需求重算竞价的次数，含开头一次，≥ 1。 */
  updates?: number;
  /** 重复次数，正整数。 */
  replications: number;
  /** 随机种子。 */
  seed: number;
}

/** 一种策略的仿真结果。 */
export interface NetworkPolicyOutcome {
  /** 策略。 */
  policy: NetworkPolicy;
  /** 平均收入，元。 */
  meanRevenue: number;
  /** 平均收入的标准误，元；只重复一次时为 NaN。 */
  standardError: number;
  /** 各航段平均占用率；能力为 0 的航段为 0。 */
  loadFactors: number[];
}

interface Request {
  itinerary: number;
  class: number;
  fare: number;
  time: number;
}

function poissonCount(mean: number, random: Random): number {
  // 按单位时间的指数间隔逐个数：均值几百以内足够快，且与求和顺序无关
  let count = 0;
  for (let clock = random.exponential(1); clock < mean; clock += random.exponential(1)) count++;
  return count;
}

/**
 * 网络订座仿真：同一批请求分别用“先到先得”与“竞价控制”来接，看收入差多少。
 *
 * 假设：各产品请求数为独立泊松；`mixed` 时到达时刻均匀分布在售票期内，`lowest-fare-first` 时按票价由低到高；不退票。
 * 符号与单位：收入元；占用率无量纲。票价高于所占航段竞价之和就接，恰好相等时只接到规划分给该产品的件数；竞价在售票期的 `updates` 个等分点重算，用剩余座位与还没到的需求。
 * 出处：竞价控制见 Talluri & van Ryzin 2004 第 3 章；各策略共用随机数。
 * 边界：需求全为 0 时收入为 0；平均收入不超过以均值求出的 DLP 上界（抽样误差之内）。
 * 复杂度：O(重复次数 × 请求数 × 航段数)，另加 `updates` > 1 时每次重算一个线性规划。
 *
 * @example
 * simulateNetworkBooking({ network: { fares: [[100]], demand: [[0]], uses: [[1]], capacity: [5] }, policies: ['first-come'], arrivalOrder: 'mixed', replications: 3, seed: 1 })[0].meanRevenue // 0
 */
export function simulateNetworkBooking(input: NetworkSimulationInput): NetworkPolicyOutcome[] {
  const { network, policies, arrivalOrder, updates = 1, replications, seed } = input;
  checkNetwork(network);
  nonEmpty('policies', policies);
  for (const policy of policies) {
    if (policy !== 'first-come' && policy !== 'bid-price')
      reject('policies', "'first-come' or 'bid-price'", policy);
  }
  if (arrivalOrder !== 'mixed' && arrivalOrder !== 'lowest-fare-first')
    reject('arrivalOrder', "'mixed' or 'lowest-fare-first'", arrivalOrder);
  integerAtLeast('updates', updates, 1);
  integerAtLeast('replications', replications, 1);
  const { fares, demand, uses, capacity } = network;
  const initial = networkLinearProgram(network);
  const random = createRandom(seed);
  const totals = policies.map(() => ({ sum: 0, squares: 0, seats: capacity.map(() => 0) }));

  const play = (policy: NetworkPolicy, requests: readonly Request[]) => {
    const left = [...capacity];
    let plan = initial;
    let quota = initial.allocation.map((row) => [...row]);
    let stage = 0;
    let revenue = 0;
    for (const request of requests) {
      const { itinerary, fare } = request;
      const now = Math.min(updates - 1, Math.floor(request.time * updates));
      if (policy === 'bid-price' && now > stage) {
        stage = now;
        // 低价先到时，比眼前便宜的都已来过、不便宜的还没来；混合到达时各产品按时间同比例折减
        const remaining = (product: number): number =>
          arrivalOrder === 'mixed' ? 1 - now / updates : product < fare ? 0 : 1;
        plan = networkLinearProgram({
          ...network,
          capacity: left,
          demand: demand.map((row, i) => row.map((mean, j) => mean * remaining(fares[i]![j]!))),
        });
        quota = plan.allocation.map((row) => [...row]);
      }
      const needed = uses[itinerary]!;
      if (needed.some((seats, l) => seats > left[l]!)) continue;
      if (policy === 'bid-price') {
        const { bidPrices } = plan;
        if (!acceptsAtBidPrice({ fare, uses: needed, bidPrices })) continue;
        // 竞价恰等于票价的产品正是定出竞价的那些，全收会挤掉别人，只收到规划分给它的件数
        const hurdle = needed.reduce((sum, seats, l) => sum + seats * bidPrices[l]!, 0);
        const quotaRow = quota[itinerary]!;
        const marginal = fare <= hurdle + 1e-9 * Math.max(1, hurdle);
        if (marginal && quotaRow[request.class]! < 1e-9) continue;
        quotaRow[request.class]! -= 1;
      }
      needed.forEach((seats, l) => (left[l]! -= seats));
      revenue += fare;
    }
    return { revenue, left };
  };

  for (let replication = 0; replication < replications; replication++) {
    const requests: Request[] = [];
    fares.forEach((row, itinerary) =>
      row.forEach((fare, j) => {
        const count = poissonCount(demand[itinerary]![j]!, random);
        for (let k = 0; k < count; k++)
          requests.push({ itinerary, class: j, fare, time: random.uniform() });
      }),
    );
    if (arrivalOrder === 'mixed') requests.sort((a, b) => a.time - b.time);
    else {
      requests.sort((a, b) => a.fare - b.fare || a.time - b.time);
      requests.forEach((request, k) => (request.time = k / requests.length));
    }
    policies.forEach((policy, p) => {
      const { revenue, left } = play(policy, requests);
      const total = totals[p]!;
      total.sum += revenue;
      total.squares += revenue * revenue;
      capacity.forEach((seats, l) => (total.seats[l]! += seats - left[l]!));
    });
  }
  return policies.map((policy, p) => {
    const { sum, squares, seats } = totals[p]!;
    const meanRevenue = sum / replications;
    const variance = (squares - sum * meanRevenue) / (replications - 1);
    return {
      policy,
      meanRevenue,
      standardError: Math.sqrt(Math.max(0, variance) / replications),
      loadFactors: seats.map((used, l) =>
        capacity[l]! > 0 ? used / replications / capacity[l]! : 0,
      ),
    };
  });
}
