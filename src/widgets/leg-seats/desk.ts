/** 售票台上的一天：一批十张地来问，接还是不接。 */
import { createRandom } from '../../calc/core/random.ts';
import { hurdleOf, legs, planFor, productsOf, usesOf, type Product, type Setting } from './line.ts';

/** 一批几张：三段各 120 座画成 12 行，一行十座。 */
export const batch = 10;

export interface Request {
  /** 第几种票 */
  product: number;
  /** 售票期走过了几成才来 */
  time: number;
}

/** 一天里来问的人；同一天、同一个设置，来的总是同样的人。 */
export function requestsOf(values: Setting, day: number): readonly Request[] {
  const products = productsOf(values);
  const random = createRandom(day);
  const all = products.flatMap(({ demand }, product) => {
    // 一张一张地来是泊松，按单位间隔数；凑成十张一批，零头四舍五入
    let count = 0;
    for (let clock = random.exponential(1); clock < demand; clock += random.exponential(1)) count++;
    return Array.from({ length: Math.round(count / batch) }, () => ({
      product,
      time: random.uniform(),
    }));
  });
  const fare = ({ product }: Request) => products[product]!.fare;
  return all.toSorted((a, b) =>
    values.order === 'mixed' ? a.time - b.time : fare(a) - fare(b) || a.time - b.time,
  );
}

/** 卖到现在：各种票几批、各段还剩几批。 */
export interface Sold {
  counts: readonly number[];
  left: readonly number[];
  revenue: number;
}

export function soldBy(
  values: Setting,
  requests: readonly Request[],
  decisions: readonly boolean[],
): Sold {
  const products = productsOf(values);
  const counts = products.map(() => 0);
  decisions.forEach((taken, i) => {
    if (taken) counts[requests[i]!.product]! += 1;
  });
  const left = legs.map(
    (_, leg) =>
      values.seats / batch -
      products.reduce((sum, product, i) => sum + usesOf(product)[leg]! * counts[i]!, 0),
  );
  const revenue = products.reduce((sum, { fare }, i) => sum + fare * counts[i]! * batch, 0);
  return { counts, left, revenue };
}

export const fits = ({ from, to }: Product, left: readonly number[]) =>
  left.slice(from, to).every((rows) => rows >= 1);

/** 到第 `index` 位为止，往后还会来多少：各种票的平均数里还没有来的。 */
function stillToCome(values: Setting, requests: readonly Request[], index: number): Product[] {
  const products = productsOf(values);
  const { product: asking, time } = requests[index]!;
  return products.map((product, i) => {
    const mean = product.demand / batch;
    if (values.order === 'mixed') return { ...product, demand: mean * (1 - time) };
    const cheaper = product.fare < products[asking]!.fare;
    const seen = requests.slice(0, index + 1).filter((each) => each.product === i).length;
    return { ...product, demand: cheaper ? 0 : Math.max(0, mean - seen) };
  });
}

/** 此刻三段的竞价，照还剩的座位与还没来的人重算。 */
export function bidsAt(
  values: Setting,
  requests: readonly Request[],
  decisions: readonly boolean[],
): number[] {
  const index = Math.min(decisions.length, requests.length - 1);
  if (index < 0) return legs.map(() => 0);
  const { left } = soldBy(values, requests, decisions);
  return planFor(stillToCome(values, requests, index), left).bids;
}

export type Rule = 'first-come' | 'opening-bids' | 'live-bids';

/** 照一条规矩从现在办到底。 */
export function finish(
  values: Setting,
  requests: readonly Request[],
  decisions: readonly boolean[],
  rule: Rule,
): boolean[] {
  const products = productsOf(values);
  const rows = legs.map(() => values.seats / batch);
  const opening = planFor(
    products.map((product) => ({ ...product, demand: product.demand / batch })),
    rows,
  );
  const quota = [...opening.plan];
  const all = [...decisions];
  while (all.length < requests.length) {
    const index = all.length;
    const asking = requests[index]!.product;
    const product = products[asking]!;
    const { left } = soldBy(values, requests, all);
    let take = fits(product, left);
    if (take && rule === 'opening-bids') {
      const over = product.fare - hurdleOf(product, opening.bids);
      take = over > 1e-6 || (over > -1e-6 && quota[asking]! >= 0.5);
      if (take) quota[asking]! -= 1;
    }
    if (take && rule === 'live-bids') {
      // 票价正好等于门槛的，看把它算进来时计划肯不肯给它座位
      const coming = stillToCome(values, requests, index).map((each, i) =>
        i === asking ? { ...each, demand: each.demand + 1 } : each,
      );
      const { bids, plan } = planFor(coming, left);
      const over = product.fare - hurdleOf(product, bids);
      take = over > 1e-6 || (over > -1e-6 && plan[asking]! >= 0.5);
    }
    all.push(take);
  }
  return all;
}

/** 一天下来，几种办法各收多少；事后看，是把这一天来的人都知道了再排。 */
export function settle(values: Setting, requests: readonly Request[]) {
  const revenue = (rule: Rule) =>
    soldBy(values, requests, finish(values, requests, [], rule)).revenue;
  const came = productsOf(values).map((product, i) => ({
    ...product,
    demand: requests.filter((each) => each.product === i).length,
  }));
  const hindsight = planFor(
    came,
    legs.map(() => values.seats / batch),
  );
  return {
    firstCome: revenue('first-come'),
    openingBids: revenue('opening-bids'),
    liveBids: revenue('live-bids'),
    hindsight: hindsight.revenue * batch,
  };
}
