/** 开户分几步，线画在第几步之后；其余是人手与快慢。 */
import type { Values } from '../../widget-kit/model.ts';

/** 开户的几步，各几分钟（虚构）；头一步总在前台，末一步总在后台。 */
export const steps = [
  ['核身', 1],
  ['需求', 1.5],
  ['签字', 1.5],
  ['录入', 2],
  ['复核', 2.5],
  ['建档', 1.5],
] as const;

export const params = {
  line: {
    kind: 'number',
    label: '线画在第几步之后',
    unit: '步',
    min: 1,
    max: steps.length - 1,
    step: 1,
    default: 3,
    meaning: '线左边当着顾客的面做，右边拿到后台做。图里的线也能拖。',
  },
  front: {
    kind: 'number',
    label: '前台',
    symbol: 'c₁',
    unit: '人',
    min: 1,
    max: 8,
    step: 1,
    default: 3,
    meaning: '只做线左边的活。',
  },
  back: {
    kind: 'number',
    label: '后台',
    symbol: 'c₂',
    unit: '人',
    min: 1,
    max: 8,
    step: 1,
    default: 3,
    meaning: '只做线右边的活；不分的时候，前后台这些人都从头办到底。',
  },
  faster: {
    kind: 'number',
    label: '后台每件缩短',
    min: 0,
    max: 0.6,
    step: 0.005,
    default: 0,
    percent: true,
    meaning: '专做一样、没人打断，每件比从前少用几成时间。',
  },
  returns: {
    kind: 'number',
    label: '退件',
    symbol: 'r',
    min: 0,
    max: 0.25,
    step: 0.01,
    default: 0,
    percent: true,
    meaning: '后台做完才发现材料不对，请顾客再来一趟、从前台重办的比例。',
  },
  perHour: {
    kind: 'number',
    label: '来的顾客',
    symbol: 'λ',
    unit: '位/小时',
    min: 6,
    max: 60,
    step: 1,
    default: 30,
    meaning: '随到随办，谁也没约谁。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 第几步做完是第几分钟。 */
export const edges = steps.map((_, i) =>
  steps.slice(0, i + 1).reduce((sum, [, minutes]) => sum + minutes, 0),
);
/** 从头到尾几分钟。 */
export const whole = edges.at(-1)!;

/** 交给 `decoupling` 的一份。 */
export function inputOf(values: Setting) {
  const frontTime = edges[values.line - 1]!;
  const backTime = whole - frontTime;
  return {
    arrivalRate: values.perHour / 60,
    frontTime,
    backTime,
    frontServers: values.front,
    backServers: values.back,
    specializedBackTime: backTime * (1 - values.faster),
    returnToFront: values.returns,
  };
}
