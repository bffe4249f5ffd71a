import type { GeneratorName } from '../../generators/kit/load.ts';
import { load } from '../../generators/kit/load.ts';
import { draw } from '../../generators/kit/draw.ts';
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
export const redraws = true;

/** 把 {名字} 换成这一组数的写法。名字写错时抛错：题库检验会指出是哪一题。 */
export function fill(template: string, shown: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const text = shown[name];
    if (text === undefined)
      throw new Error(
        `生成器没有名叫 {${name}} 的数；可用的是 ${Object.keys(shown)
          .map((each) => `{${each}}`)
          .join('、')}`,
      );
    return text;
  });
}

export async function again(question: NumericQuestion, seed: number): Promise<NumericQuestion> {
  const generator = await load(question.generator);
  const drawn = draw(generator, seed, question.options);
  const { prompt, explanation, hints, widget } = question.template;
  return {
    ...question,
    seed,
    unit: generator.unit,
    key: drawn.key,
    tolerance: generator.tolerance,
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
    slips: [],
    options: {},
    template: { prompt: '', explanation: '', hints: [] },
  };
}
