/** 两份材料的路（都是虚构案例）：一段一行，多久，是哪一种，去不去掉。 */

/** 列表的格子里只能放数，所以用 0、1、2。 */
export const waste = 0;
export const necessary = 1;
export const value = 2;
export const kinds = [
  { kind: waste, label: '浪费', tone: 'waste' },
  { kind: necessary, label: '必要', tone: 'necessary' },
  { kind: value, label: '增值', tone: 'value' },
] as const;

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Step = {
  name: string;
  minutes: number;
  kind: number;
  /** 1 是打算去掉；只有浪费才去得掉 */
  gone: number;
};
export const isGone = ({ kind, gone }: Step) => kind === waste && gone === 1;

type Line = readonly [name: string, minutes: number, kind: number];
const steps = (lines: readonly Line[]): Step[] =>
  lines.map(([name, minutes, kind]) => ({ name, minutes, kind, gone: 0 }));

export const loan = steps([
  ['收件登记', 10, necessary],
  ['等分派', 1318, waste],
  ['查征信', 25, necessary],
  ['等征信回话', 1440, waste],
  ['退回重填', 4320, waste],
  ['核收入', 15, value],
  ['等审批', 5760, waste],
  ['定额度', 12, value],
  ['复核', 20, necessary],
  ['等签字', 2880, waste],
  ['签约', 14, value],
  ['留档', 20, necessary],
  ['等放款', 1440, waste],
  ['放款', 6, value],
]);
export const loanWithoutWaits: Step[] = loan.map((step) => ({
  ...step,
  gone: step.kind === waste ? 1 : 0,
}));
export const claim = steps([
  ['贴票填单', 20, necessary],
  ['等导师签字', 2880, waste],
  ['签字', 2, necessary],
  ['等初审', 4320, waste],
  ['核金额', 8, value],
  ['等院里签字', 1440, waste],
  ['查预算', 5, necessary],
  ['等打款', 4282, waste],
  ['打款', 3, value],
]);
