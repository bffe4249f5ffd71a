/** 实验要读者先猜的那个数，前面的文字里有没有说出来。 */
import { fixed, upTo } from '../../src/lib/format.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type WidgetModel,
} from '../../src/widget-kit/model.ts';

const digits = '零一二三四五六七八九';

/** 8 → 八，24 → 二十四；只管两位以内。 */
function han(value: number): string[] {
  if (!Number.isInteger(value) || value < 0 || value > 99) return [];
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return value === 2 ? ['二', '两'] : [digits[value] as string];
  return [`${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`];
}

/** 一个数的各种写法，带着单位。 */
function spellings(value: number, unit: string, places: number): string[] {
  const shown = new Set([fixed(value, places), upTo(value, places), ...han(value)]);
  const rounded = Math.round(value);
  if (unit === '%' && rounded > 9 && rounded < 100)
    shown.add(
      `${han(Math.floor(rounded / 10))[0]}成${rounded % 10 > 0 ? han(rounded % 10)[0] : ''}`,
    );
  return [...shown].map((text) => (text.includes('成') ? text : `${text}${unit}`));
}

const plain = (text: string) => text.replace(/[\s\u00a0\u2060,，]/g, '');

/** 一句结论里带单位的数：“平均等 20 分钟”→“20分钟”。 */
const amounts = (text: string) =>
  plain(text).match(/\d+(?:\.\d+)?(?:\p{Script=Han}{1,2}|%)/gu) ?? [];

/** 读者要猜的答案写得出来的样子。 */
export function answersOf(model: WidgetModel, scenario?: string): string[] {
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  const predict = predictionOf(model, scenario ?? null);
  if (predict.kind === 'number')
    return spellings(predict.answer(values, result), predict.unit, predict.digits).map(plain);
  if (predict.kind === 'choice') {
    const answer = predict.answer(values, result);
    const label = predict.options.find(({ value }) => value === answer)?.label ?? '';
    // 甲、乙、A、一样 这样短的说法，哪里都有
    return label.length > 3 ? [plain(label)] : [];
  }
  // 曲线：结论句里的数，除去题目和场景自己给的
  const question = questionText(predict, values, result);
  const setting = model.scenarios.find(({ id }) => id === scenario) ?? model.scenarios[0];
  const given = new Set(amounts(`${question}${setting?.sentence ?? ''}`));
  return amounts(model.sentence(values, result)).filter(
    (amount) => /分钟|小时|倍/.test(amount) && !given.has(amount),
  );
}

/** 文字里已经说出来的答案；空的才对。前面还有数字的不算：28 公里不是 8 公里。 */
export function givenAway(text: string, answers: readonly string[]): string[] {
  const before = plain(text);
  return answers.filter((answer) => {
    for (let at = before.indexOf(answer); at >= 0; at = before.indexOf(answer, at + 1))
      if (!/[\d.十]/.test(before[at - 1] ?? '')) return true;
    return false;
  });
}
