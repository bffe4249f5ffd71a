/** 这趟车：四个站、三段路、六种票，与按需求平均数定的计划。 */
import {
  networkLinearProgram,
  type RevenueNetwork,
} from '../../calc/revenue/network-linear-program.ts';
import type { Values } from '../../widget-kit/model.ts';

export const stations = ['京', '济', '宁', '沪'] as const;
export const legs = ['京—济', '济—宁', '宁—沪'] as const;

/** 一种票：从哪站到哪站，票价与一天的平均需求（自拟）。 */
export interface Product {
  from: number;
  to: number;
  fare: number;
  demand: number;
}
export const nameOf = ({ from, to }: Pick<Product, 'from' | 'to'>) =>
  `${stations[from]}—${stations[to]}`;

const tickets: readonly Product[] = [
  { from: 0, to: 1, fare: 194, demand: 60 },
  { from: 1, to: 2, fare: 290, demand: 40 },
  { from: 2, to: 3, fare: 135, demand: 50 },
  { from: 0, to: 2, fare: 383, demand: 45 },
  { from: 1, to: 3, fare: 424, demand: 55 },
  { from: 0, to: 3, fare: 553, demand: 70 },
];
/** 六种票在表里的次序。 */
export const [jingJi, jiNing, ningHu, jingNing, jiHu, jingHu] = [0, 1, 2, 3, 4, 5] as const;

export const params = {
  order: {
    kind: 'choice',
    label: '谁先来',
    options: [
      { value: 'low-first', label: '便宜的先来' },
      { value: 'mixed', label: '混着来' },
    ],
    default: 'low-first',
    meaning: '便宜的先来，是短途早早订好、长途最后才来；混着来，是各种票在售票期里随时都有人问。',
  },
  demand: {
    kind: 'number',
    label: '需求',
    min: 0.5,
    max: 1.6,
    step: 0.1,
    default: 1,
    percent: true,
    meaning: '各种票的平均需求一起放大或缩小，100% 是表上的数。',
  },
  seats: {
    kind: 'number',
    label: '每段座位',
    unit: '座',
    min: 60,
    max: 180,
    step: 10,
    default: 120,
    meaning: '一列车的座位，三段都是这么多。',
  },
  fareJingNing: {
    kind: 'number',
    label: '京—宁票价',
    unit: '元',
    min: 200,
    max: 600,
    step: 1,
    default: 383,
    meaning: '占前两段。',
  },
  fareJingHu: {
    kind: 'number',
    label: '京—沪票价',
    unit: '元',
    min: 300,
    max: 900,
    step: 1,
    default: 553,
    meaning: '占全部三段。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 一个设置下的六种票。 */
export function productsOf({ demand, fareJingNing, fareJingHu }: Setting): readonly Product[] {
  return tickets.map((ticket, i) => ({
    ...ticket,
    fare: i === jingNing ? fareJingNing : i === jingHu ? fareJingHu : ticket.fare,
    demand: ticket.demand * demand,
  }));
}

/** 占了哪几段：占的写 1。 */
export const usesOf = ({ from, to }: Pick<Product, 'from' | 'to'>): number[] =>
  legs.map((_, leg) => (leg >= from && leg < to ? 1 : 0));

export function networkOf(
  products: readonly Product[],
  capacity: readonly number[],
): RevenueNetwork {
  return {
    fares: products.map(({ fare }) => [fare]),
    demand: products.map(({ demand }) => [demand]),
    uses: products.map(usesOf),
    capacity,
  };
}

/** 三段各值多少、每种票分到几张、最多能收多少。 */
export function planFor(products: readonly Product[], capacity: readonly number[]) {
  const { bidPrices, allocation, objective } = networkLinearProgram(networkOf(products, capacity));
  return { bids: bidPrices, plan: allocation.map(([each]) => each!), revenue: objective };
}

/** 一张票的门槛：占着的几段竞价之和。 */
export const hurdleOf = (product: Pick<Product, 'from' | 'to'>, bids: readonly number[]) =>
  bids.slice(product.from, product.to).reduce((sum, bid) => sum + bid, 0);

/** 票价比门槛高就接，低就拒，正好相等只接计划里的那几张。 */
export function verdictOf(product: Product, bids: readonly number[]): 'take' | 'refuse' | 'some' {
  const over = product.fare - hurdleOf(product, bids);
  if (Math.abs(over) < 1e-6) return 'some';
  return over > 0 ? 'take' : 'refuse';
}
