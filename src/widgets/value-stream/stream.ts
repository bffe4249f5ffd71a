/** 一段一段的路怎样量：参数、两种口径、改前改后。 */
import { valueAdded, type ValueClass } from '../../calc/process/value-added.ts';
import { percent, upTo } from '../../lib/format.ts';
import { isGone, kinds, loan, waste, type Step } from './steps.ts';

export const day = 24 * 60;
const officeDay = 8 * 60;

/** 一天以上说天，十小时以上说小时，其余说分钟。 */
export function long(minutes: number): string {
  if (minutes >= day) return `${upTo(minutes / day, 2)} 天`;
  return minutes >= 600 ? `${upTo(minutes / 60, 1)} 小时` : `${upTo(minutes, 1)} 分钟`;
}
/** 不到百分之一的，多写一位才看得出不是零。 */
export const share = (ratio: number) => percent(ratio, ratio > 0 && ratio < 0.01 ? 2 : 1);
export const kindOf = ({ kind }: Pick<Step, 'kind'>) => kinds[kind] ?? kinds[waste];

export const params = {
  speed: {
    kind: 'number',
    label: '办的速度',
    unit: '倍',
    min: 1,
    max: 4,
    step: 0.5,
    default: 1,
    meaning: '有人在办的每一段都是原来的几倍快；手里压着的件照旧，等的照旧。',
  },
  office: {
    kind: 'toggle',
    label: '只算上班的八小时',
    default: false,
    meaning: '关着是按日历，夜里也算，顾客心里是这一种；打开，一天只算 480 分钟。',
  },
  steps: {
    kind: 'list',
    label: '一段一段的路',
    item: '段',
    fields: {
      name: { kind: 'text', label: '名字', longest: 6, default: '新的一段' },
      minutes: {
        kind: 'number',
        label: '多久',
        unit: '分钟',
        min: 1,
        max: 20000,
        step: 1,
        default: 10,
      },
      kind: { kind: 'number', label: '哪一种', min: 0, max: 2, step: 1, default: 0 },
      gone: { kind: 'number', label: '去掉', min: 0, max: 1, step: 1, default: 0 },
    },
    atLeast: 1,
    atMost: 24,
    ordered: true,
    default: loan,
    meaning: '哪一种：0 是浪费，1 是必要，2 是增值。去掉：1 是去掉，只有浪费去得掉。',
  },
} as const;

export interface Setting {
  speed: number;
  office: boolean;
  steps: readonly Step[];
}

/** 一段有多久：有人在办的，除以快几倍。 */
export const lasts = ({ minutes, kind }: Step, speed: number) =>
  kind === waste ? minutes : minutes / speed;

/** 三种时间各多少；`hours` 是口径：日历，还是只算上班。 */
function measure(steps: readonly Step[], speed: number, office: boolean) {
  const parts = steps.map((step) => ({
    name: step.name,
    time: lasts(step, speed),
    kind: kindOf(step).tone satisfies ValueClass,
  }));
  const whole = valueAdded(parts.length > 0 ? parts : [{ time: 0, kind: 'waste' }]);
  if (!office) return whole;
  // 上班口径：十二天就是十二个 480 分钟；办的时间照旧，等的是剩下的
  const useful = whole.valueTime + whole.necessaryTime;
  const worked = parts.filter(({ kind }) => kind !== 'waste');
  const rest = Math.max(0, (whole.totalTime * officeDay) / day - useful);
  return valueAdded([...worked, { time: rest, kind: 'waste' }]);
}

export function compute({ speed, office, steps }: Setting) {
  const kept = steps.filter((step) => !isGone(step));
  return {
    /** 照现在的走法 */
    before: measure(steps, 1, office),
    /** 去掉打算去掉的，办得快几倍 */
    after: measure(kept, speed, office),
    /** 日历上从头到尾，分钟 */
    calendar: {
      before: steps.reduce((sum, { minutes }) => sum + minutes, 0),
      after: kept.reduce((sum, step) => sum + lasts(step, speed), 0),
    },
    waits: steps.filter(({ kind }) => kind === waste).length,
    cut: steps.length - kept.length,
  };
}
export type Result = ReturnType<typeof compute>;

export const inHand = ({ valueTime, necessaryTime }: Result['before']) => valueTime + necessaryTime;
