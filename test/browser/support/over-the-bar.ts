/**
 * 还没有减到预算以内的页面，各有多少字节。预算本身不改：名单外的一律照预算；
 * 名单里的只许变轻，重了不行；减到预算以内就要从这里划掉，测试会提醒。
 */
export type OverTheBar = Readonly<Record<string, number>>;

/** 一页读者动手之前，预算 25 kB。 */
export const heavyAtFirst: OverTheBar = {};

/** 依次读完一章。 */
export const heavyInOrder: OverTheBar = {};

/** 用过实验以后，预算 105 kB。 */
export const heavyOnceUsed: OverTheBar = {};

/** 散列与压缩会差几个字节。 */
const slack = 300;

/** 这一页现在能有多重：预算，或者名单里记着的。 */
export const barFor = (list: OverTheBar, name: string, bar: number): number =>
  name in list ? (list[name] as number) + slack : bar;

/** 已经减到预算以内、却还在名单里：该划掉了。 */
export const struckOff = (list: OverTheBar, name: string, bytes: number, bar: number): boolean =>
  name in list && bytes <= bar;
