import type { GeneratorName } from '../../generators/kit/load.ts';
import { fill } from '../../fill.ts';
import type { Question } from '../../question.ts';
import { widgetPath, type WidgetLink } from '../../widget-path.ts';
import type { UnitName } from './units.ts';

export interface Slip {
  value: number;
  why: string;
}

export interface NumericQuestion extends Question {
  unit: UnitName;
  key: number;
  /** 讲解里这个答案的写法；答案一行照它写，两处是同一个数 */
  said: string;
  /** 相差在答案的这个比例之内算对；整数题是 0 */
  tolerance: number;
  slips: readonly Slip[];
  generator: GeneratorName;
  options: Readonly<Record<string, string>>;
  /** 带 {名字} 的原文，换一组数时再填一遍 */
  template: {
    prompt: string;
    explanation: string;
    hints: readonly string[];
    widget?: WidgetLink | undefined;
  };
}

export const label = '计算';
export const redraws = () => true;

export async function again(question: NumericQuestion, seed: number): Promise<NumericQuestion> {
  // 抽数的代码要换一组数时才取：先做题的读者用不着
  const { drawFrom } = await import('../../generators/kit/load.ts');
  const drawn = await drawFrom(question.generator, seed, question.options);
  const { prompt, explanation, hints, widget } = question.template;
  return {
    ...question,
    seed,
    unit: drawn.unit,
    key: drawn.key,
    said: drawn.shown['key'] ?? '',
    tolerance: drawn.tolerance,
    slips: drawn.slips,
    prompt: fill(prompt, drawn.shown),
    explanation: fill(explanation, drawn.shown),
    hints: hints.map((hint) => fill(hint, drawn.shown)),
    widget: widget && widgetPath(widget, drawn.numbers),
  };
}

export function face(question: NumericQuestion): NumericQuestion {
  return {
    ...question,
    key: 0,
    said: '',
    slips: [],
    options: {},
    template: { prompt: '', explanation: '', hints: [] },
  };
}

export const outline = (): string[] => [];
