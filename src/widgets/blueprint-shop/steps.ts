/** 蓝图上的一步一步：在哪一道带，失败了退回哪里；挪动、增删以后，退回的去处跟着改。 */
import { spaced } from '../../lib/spaced.ts';
import type { CellOf, NumberField, TextField } from '../../widget-kit/model.ts';

/** 一步要填的几样；一步就是一行。 */
export const fields = {
  name: { kind: 'text', label: '名字', longest: 4, default: '新一步' },
  seen: { kind: 'text', label: '有形展示', longest: 4, default: '' },
  band: { kind: 'number', label: '哪一道带', min: 1, max: 4, step: 1, default: 2 },
  minutes: {
    kind: 'number',
    label: '做一遍',
    unit: '分钟',
    min: 0,
    max: 60,
    step: 0.1,
    default: 5,
  },
  failure: { kind: 'number', label: '失败', unit: '%', min: 0, max: 30, step: 0.5, default: 0 },
  extra: {
    kind: 'number',
    label: '失败一次另花',
    unit: '分钟',
    min: 0,
    max: 60,
    step: 0.1,
    default: 0,
  },
  back: { kind: 'number', label: '退回第几步', min: 0, max: 12, step: 1, default: 12 },
} as const satisfies Record<string, NumberField | TextField>;

export type Step = { readonly [K in keyof typeof fields]: CellOf<(typeof fields)[K]> };

/** 名字、有形展示长过一格的，只留前几个字：说出留下的是什么；不长就不说。 */
export function sayCut(field: 'name' | 'seen', typed: string): string {
  const { label, longest } = fields[field];
  const letters = [...typed];
  return letters.length > longest
    ? `图上一格写得下 ${longest} 个字，${label}只留“${letters.slice(0, longest).join('')}”。`
    : '';
}

/** 第 1 到第 4 道；有形展示那一道不是步骤，写在各步的 `seen` 里。 */
export const bands = ['顾客', '前台', '后台', '支持系统'] as const;
export const bandName = (band: number) => bands[band - 1] ?? '';
/** 可视线以上：顾客自己的，和他看得见的。 */
export const isSeen = ({ band }: Pick<Step, 'band'>) => band <= 2;

export const nameOf = (steps: readonly Step[], i: number) => steps[i]?.name || `第 ${i + 1} 步`;

/** 失败了退回哪一步的下标；写得比自己还晚的，退回自己。`null` 是补一下就过去，不重做。 */
export const backTo = ({ back }: Step, i: number): number | null =>
  back === 0 ? null : Math.min(back - 1, i);

/** 照新的次序排好；`order` 是各步原来的下标。退回的那一步没了，或者跑到后面去了，就退回自己。 */
export function arranged(steps: readonly Step[], order: readonly number[]): Step[] {
  return order.map((old, i) => {
    const step = steps[old] as Step;
    const target = backTo(step, old);
    if (target === null) return step;
    const now = order.indexOf(target);
    return { ...step, back: (now < 0 ? i : Math.min(now, i)) + 1 };
  });
}

const inOrder = (steps: readonly Step[]) => steps.map((_, i) => i);

export function moved(steps: readonly Step[], from: number, to: number): Step[] {
  const order = inOrder(steps);
  order.splice(to, 0, ...order.splice(from, 1));
  return arranged(steps, order);
}
export function removed(steps: readonly Step[], at: number): Step[] {
  return arranged(
    steps,
    inOrder(steps).filter((i) => i !== at),
  );
}
/** 在第 `after` 步后面添一步。 */
export function inserted(steps: readonly Step[], after: number, step: Step): Step[] {
  const order = inOrder(steps);
  order.splice(after + 1, 0, steps.length);
  return arranged([...steps, step], order);
}

/** 图上一道一道的回头箭头，叠得开的放一排。 */
export interface Return {
  from: number;
  to: number;
  lane: number;
}
export function returns(steps: readonly Step[]): Return[] {
  /** 各排上占到了哪一列 */
  const taken: number[] = [];
  return steps
    .flatMap((step, from) => {
      const to = step.failure > 0 ? backTo(step, from) : null;
      return to !== null && to < from ? [{ from, to }] : [];
    })
    .toSorted((a, b) => a.to - b.to || a.from - b.from)
    .map(({ from, to }) => {
      const free = taken.findIndex((end) => end < to);
      const lane = free < 0 ? taken.length : free;
      taken[lane] = from;
      return { from, to, lane };
    });
}

/** 失败了怎么办，给人看的话。 */
export function sayBack(steps: readonly Step[], i: number): string {
  const to = backTo(steps[i] as Step, i);
  if (to === null) return '补一下就过去';
  return to === i ? '本步重做' : spaced`退回${nameOf(steps, to)}`;
}
