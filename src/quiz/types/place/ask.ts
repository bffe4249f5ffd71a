import { fill } from '../../fill.ts';
import type { Question } from '../../question.ts';
import { widgetPath, type WidgetLink } from '../../widget-path.ts';
import { sayMark, type Figure, type Spot, type WrongSpot } from './figure.ts';

export interface PlaceQuestion extends Question {
  figure: Figure;
  answer: Spot;
  wrong: readonly WrongSpot[];
  /** 放在没有列出的地方时说的话 */
  otherwise: string;
  generator?: string | undefined;
  options?: Readonly<Record<string, string>> | undefined;
  /** 由生成器出的题才有：带 {名字} 的原文，换一组数时再填一遍 */
  template?:
    | {
        prompt: string;
        explanation: string;
        hints: readonly string[];
        widget?: WidgetLink | undefined;
      }
    | undefined;
}

export const label = '放点';
export const instruction = '点一下图，或拖动圆点；也可以用方向键，或在下面填数。';

export const redraws = (item: object): boolean =>
  (item as { generator?: unknown }).generator !== undefined;

export async function again(question: PlaceQuestion, seed: number): Promise<PlaceQuestion> {
  const { generator, template, options = {} } = question;
  if (generator === undefined || template === undefined) return { ...question, seed };
  // 抽图的代码要换一张图时才取：先做题的读者用不着
  const { drawPlaceFrom } = await import('../../generators/kit/load-place.ts');
  const { shown, numbers, ...drawn } = await drawPlaceFrom(generator, seed, options);
  const { prompt, explanation, hints, widget } = template;
  return {
    ...question,
    ...drawn,
    seed,
    prompt: fill(prompt, shown),
    explanation: fill(explanation, shown),
    hints: hints.map((hint) => fill(hint, shown)),
    widget: widget && widgetPath(widget, numbers),
  };
}

export function face(question: PlaceQuestion): PlaceQuestion {
  return {
    ...question,
    answer: { x: 0 },
    wrong: [],
    otherwise: '',
    options: undefined,
    template: undefined,
  };
}

export function outline({ figure }: PlaceQuestion): string[] {
  return figure.marks.map((mark) => sayMark(figure, mark));
}
