/** 三家公司（都是虚构案例）的五种业务，和六种接触方式；分数与占比都是本课件设的。 */
import { illustrativeModes } from '../../calc/process/design-matrix.ts';

/** 用别名而不用 interface：这样它们也就是列表参数的一行。 */
export type Mode = { name: string; efficiency: number; opportunity: number };
export type Business = { name: string; work: number; value: number; needs: number };

const names = ['信函推送', 'App 自助', '电话', '柜面照章', '面谈商量', '量身定做'];
export const modes: readonly Mode[] = illustrativeModes.map(({ efficiency, opportunity }, i) => ({
  name: names[i] as string,
  efficiency,
  opportunity,
}));
/** 搬到 App，搬到电话：问句里要用 */
export const app = 1;
export const phone = 2;

const business = (name: string, work: number, value: number, needs: number): Business => ({
  name,
  work,
  value,
  needs,
});
/** `needs` 从 1 数起：1 信函推送……6 量身定做 */
export const bank: readonly Business[] = [
  business('查余额流水', 30, 3, 2),
  business('转账汇款', 20, 5, 2),
  business('挂失改密', 15, 4, 4),
  business('贷款申请', 20, 28, 5),
  business('理财咨询', 15, 60, 5),
];
export const insurer: readonly Business[] = [
  business('缴续期保费', 30, 10, 2),
  business('改地址电话', 20, 2, 2),
  business('报案理赔', 25, 8, 3),
  business('到期续保', 15, 35, 3),
  business('保单体检', 10, 45, 5),
];
export const broadband: readonly Business[] = [
  business('查账单', 20, 5, 2),
  business('报修排障', 35, 5, 3),
  business('移机', 15, 10, 4),
  business('换套餐', 20, 45, 3),
  business('装新宽带', 10, 35, 5),
];
