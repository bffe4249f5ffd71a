/** 四个场景的瞬间：实验与正文用的是同一份。感受从 −10（最难受）到 10（最高兴），0 是平淡。 */

// 表的一行要能按列名取，所以是类型别名而不是接口
export type Moment = {
  name: string;
  /** 感受 */
  value: number;
  /** 历时，分钟 */
  minutes: number;
};

const moment = (name: string, value: number, minutes: number): Moment => ({ name, value, minutes });

/** 检查的前半段，两位病人一模一样。 */
const probing = [moment('进镜', -3, 3), moment('过弯', -8, 2), moment('到底', -7, 3)];

const hotpot = [
  moment('等位', -3, 25),
  moment('点单', 1, 8),
  moment('涮锅', 5, 50),
  moment('甩面表演', 8, 4),
  moment('甜品', 4, 10),
  moment('排队结账', -4, 8),
] as const;
const [waiting, ordering, cooking, noodles, dessert, paying] = hotpot;

export const scenes = {
  colonoscopy: {
    original: probing,
    edited: [...probing, moment('镜子停住', -3, 4), moment('慢慢退出', -1, 3)],
  },
  journey: {
    original: [
      moment('挤地铁', -3, 40),
      moment('进站安检', -5, 25),
      moment('候车', -3, 50),
      moment('坐车', 1, 300),
      moment('出站打车', -7, 35),
    ],
    edited: [
      moment('挤地铁', -3, 40),
      moment('进站安检', -4, 10),
      moment('候车', -2, 20),
      moment('坐车', 1, 300),
      moment('出站打车', -7, 35),
    ],
  },
  hotpot: {
    original: [...hotpot],
    edited: [waiting, ordering, cooking, paying, noodles, dessert],
  },
  hospital: {
    original: [
      moment('挂号', -2, 10),
      moment('候诊', -5, 50),
      moment('看诊', 6, 8),
      moment('缴费', -3, 8),
      moment('药师交代', 3, 5),
    ],
    edited: [
      moment('导诊问候', 3, 3),
      moment('挂号', -2, 10),
      moment('候诊', -5, 35),
      moment('看诊', 6, 8),
      moment('缴费', -3, 8),
      moment('药师交代', 3, 5),
      moment('填问卷', -2, 5),
      moment('验停车券', -5, 8),
    ],
  },
} satisfies Record<string, { original: Moment[]; edited: Moment[] }>;

/** 火锅店另一种改法：花钱添人，把等位缩到十分钟，次序不动。 */
export const shorterWait: Moment[] = hotpot.map((one) =>
  one === waiting ? { ...one, minutes: 10 } : one,
);
