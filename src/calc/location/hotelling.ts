import { atLeast, positive, reject } from '../core/checks.ts';

/** 霍特林双寡头价格均衡。 */
export interface HotellingEquilibrium {
  /** 左店价格。 */
  price1: number;
  /** 右店价格。 */
  price2: number;
  /** 左店顾客量（线段长度）。 */
  quantity1: number;
  /** 右店顾客量。 */
  quantity2: number;
  /** 左店在两店之间占的长度。 */
  inner1: number;
  /** 右店在两店之间占的长度。 */
  inner2: number;
  /** 左店利润。 */
  profit1: number;
  /** 右店利润。 */
  profit2: number;
  /** 纯策略价格均衡是否真的存在；为 false 时上面各值只是一阶条件的解，有一方会压价抢光对手。 */
  equilibriumExists: boolean;
}

/**
 * 霍特林线性城市：两店位置固定时的价格均衡。
 *
 * 假设：顾客沿线段均匀分布、每人买一份、运费与距离成正比且由顾客付；店无成本；两店同时定价。
 * 符号与单位：l `length` 街长；a `leftMargin` 左店到左端；b `rightMargin` 右店到右端；c `transportCost` 每单位距离运费；
 *   价格与运费同币种，顾客量以长度计；p₁=c(l+(a−b)/3)，p₂=c(l−(a−b)/3)。
 * 出处：Hotelling 1929；均衡存在条件 d'Aspremont, Gabszewicz & Thisse 1979。
 * 边界：a+b=l 时两店同址，价格战到 0、各得一半；a+b>l 报错；两店太近时均衡不存在，`equilibriumExists` 为 false。
 * 复杂度：O(1)。
 *
 * @example
 * hotelling({ length: 35, leftMargin: 4, rightMargin: 1, transportCost: 1 }).profit1 // 648
 */
export function hotelling(input: {
  /** 街长。 */
  length: number;
  /** 左店到左端的距离。 */
  leftMargin: number;
  /** 右店到右端的距离。 */
  rightMargin: number;
  /** 每单位距离运费。 */
  transportCost: number;
}): HotellingEquilibrium {
  const length = positive('length', input.length);
  const a = atLeast('leftMargin', input.leftMargin, 0);
  const b = atLeast('rightMargin', input.rightMargin, 0);
  const c = positive('transportCost', input.transportCost);
  if (a + b > length) reject('leftMargin', 'such that leftMargin + rightMargin ≤ length', a);
  if (a + b === length)
    return {
      price1: 0,
      price2: 0,
      quantity1: length / 2,
      quantity2: length / 2,
      inner1: 0,
      inner2: 0,
      profit1: 0,
      profit2: 0,
      equilibriumExists: true,
    };
  const tilt = (a - b) / 3;
  const price1 = c * (length + tilt);
  const price2 = c * (length - tilt);
  const quantity1 = (length + tilt) / 2;
  const quantity2 = (length - tilt) / 2;
  return {
    price1,
    price2,
    quantity1,
    quantity2,
    inner1: quantity1 - a,
    inner2: quantity2 - b,
    profit1: price1 * quantity1,
    profit2: price2 * quantity2,
    equilibriumExists:
      (length + tilt) ** 2 >= (4 / 3) * length * (a + 2 * b) &&
      (length - tilt) ** 2 >= (4 / 3) * length * (b + 2 * a),
  };
}
