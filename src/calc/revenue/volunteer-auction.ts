import { atLeast, integerAtLeast, reject } from '../core/checks.ts';

/** 座位不够时征集自愿者的输入。 */
export interface VolunteerAuctionInput {
  /** 到场的人数 S，非负整数。 */
  arrivals: number;
  /** 要请下几位 k，[0, S] 的整数。 */
  needed: number;
  /** 最不急的人，多少钱肯让座，≥ 0，元。 */
  lowAsk: number;
  /** 最急的人，≥ lowAsk，元。 */
  highAsk: number;
}

/** 拍卖与随机指定，各让人损失多少、公司付多少。 */
export interface VolunteerAuctionResult {
  /** 成交价的期望：第 k + 1 低的要价，让座的都拿这个价；人人都要下时取最高要价，不用请人时为 0，元。 */
  price: number;
  /** 拍卖一共付多少，元。 */
  paid: number;
  /** 拍卖下来的人，损失合计，元。 */
  volunteersLose: number;
  /** 随机指定同样多的人，损失合计，元。 */
  randomLose: number;
}

/**
 * 谁下飞机：出价征集自愿者，与随机指定，差在哪里。
 *
 * 假设：各人让座的损失互相独立，在最低与最高要价之间均匀分布；各报真实的损失（统一价拍卖里照实报对自己最有利）。
 * 符号与单位：S `arrivals` 人；k `needed` 人；要价元。均匀分布的第 j 个次序统计量的期望是 low + (high − low)·j/(S + 1)。
 * 出处：均匀分布的次序统计量；统一价（第 k + 1 价）拍卖。
 * 边界：k = 0 全为 0；k = S 没有下一个要价，价取最高要价；low = high 时与随机指定一样。
 * 复杂度：O(1)。
 *
 * @example
 * volunteerAuction({ arrivals: 9, needed: 1, lowAsk: 0, highAsk: 1000 }).price // 200
 */
export function volunteerAuction(input: VolunteerAuctionInput): VolunteerAuctionResult {
  const arrivals = integerAtLeast('arrivals', input.arrivals, 0);
  const needed = integerAtLeast('needed', input.needed, 0);
  if (needed > arrivals) reject('needed', `at most arrivals (${arrivals})`, needed);
  const lowAsk = atLeast('lowAsk', input.lowAsk, 0);
  const highAsk = atLeast('highAsk', input.highAsk, lowAsk);
  const ask = (rank: number) => lowAsk + ((highAsk - lowAsk) * rank) / (arrivals + 1);
  const price = needed === 0 ? 0 : needed === arrivals ? highAsk : ask(needed + 1);
  return {
    price,
    paid: needed * price,
    volunteersLose: needed * ask((needed + 1) / 2),
    randomLose: (needed * (lowAsk + highAsk)) / 2,
  };
}
