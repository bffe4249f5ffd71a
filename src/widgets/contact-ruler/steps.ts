/** 三段流程（都是虚构案例）：每一步多久，顾客在不在，现在怎样、改后怎样。 */

/** 顾客在这一步里：不在，在等，在办。列表的格子里只能放数，所以用 0、1、2。 */
export const absent = 0;
export const waits = 1;
export const acts = 2;
export const presences = [
  { value: absent, label: '不在' },
  { value: waits, label: '在等' },
  { value: acts, label: '在办' },
] as const;

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Step = {
  name: string;
  minutes: number;
  now: number;
  after: number;
};

const step = (name: string, minutes: number, now: number, after = now): Step => ({
  name,
  minutes,
  now,
  after,
});

export const processes = {
  /** 检验的 55 分钟人已经离院；坐在院里等报告，就要改成“在等” */
  hospital: [
    step('网上约号', 3, absent),
    step('报到', 4, acts),
    step('候诊', 52, waits, absent),
    step('就诊', 8, acts),
    step('缴费', 6, acts),
    step('抽血', 7, acts),
    step('检验', 55, absent),
    step('看报告', 6, acts),
    step('取药', 9, acts),
  ],
  bank: [
    step('填单', 10, acts, absent),
    step('排队', 18, waits),
    step('核验', 6, acts),
    step('录入', 9, waits, absent),
    step('后台审批', 40, absent),
    step('签字领卡', 5, acts),
  ],
  parcel: [
    step('手机下单', 2, absent),
    step('揽收', 3, acts),
    step('分拣运输', 2160, absent),
    step('派送', 120, absent),
    step('签收', 1, acts, absent),
  ],
} as const satisfies Record<string, readonly Step[]>;
