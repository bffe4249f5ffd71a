import { withUnit } from '../../../lib/format.ts';
import { parseNumber } from '../../../lib/parse-number.ts';
import type { Feedback, Outcome, Score } from '../../question.ts';
import type { NumericQuestion } from './ask.ts';
import { units, type UnitName } from './units.ts';

/** 输入框里的原文。 */
export type NumericAnswer = string;

export const blank = (): NumericAnswer => '';

/** 再长也不会是一个数。 */
export const fits = (_: NumericQuestion, answer: unknown): answer is NumericAnswer =>
  typeof answer === 'string' && answer.length <= 200;

export type Reading =
  | { kind: 'empty' }
  | { kind: 'unreadable'; reason: string }
  | {
      kind: 'number';
      value: number;
      /** “12.5 分钟” */
      echo: string;
      /** 写了几位有效数字；分数算作精确，无限多位 */
      digits: number;
      /** 百分数题里写 0.9：按比例读是 90%，也可能就是 0.9%；两样对上一样就算对 */
      otherwise?: { value: number; echo: string };
      /** 当作比例的数，不除以 100：利用率写成 4.5 的人多半忘了除以窗口数 */
      asWritten: number;
    };

/** 怎么读的，先念回去，交之前就能看见。 */
export function readAnswer({ unit }: Pick<NumericQuestion, 'unit'>, answer: string): Reading {
  const { label, also } = units[unit];
  const reading = parseNumber(answer, { unit: label, also });
  if (reading.kind === 'empty') return { kind: 'empty' };
  if (!reading.ok) return { kind: 'unreadable', reason: reading.reason };
  const { value, echo, digits, asShare } = reading;
  if (unit !== 'percent') return { kind: 'number', value, echo, digits, asWritten: value };
  const percent = { value: value / 100, echo };
  if (asShare === undefined) return { kind: 'number', ...percent, digits, asWritten: value };
  const share = { value, echo: withUnit(asShare, label) };
  const [first, otherwise] = Math.abs(value) < 1 ? [share, percent] : [percent, share];
  return { kind: 'number', ...first, digits, asWritten: value, otherwise };
}

export function near(value: number, target: number, tolerance: number): boolean {
  return Math.abs(value - target) <= tolerance * Math.abs(target) + 1e-9;
}

/** 把答案按读者写的位数舍入，正好是读者写的那个数。 */
function isRounding(value: number, key: number, digits: number): boolean {
  if (!Number.isFinite(digits) || digits > 15 || key === 0) return false;
  // 题目里的百分数与原数的有效数字相同，换算不影响位数。
  return near(value, Number(key.toPrecision(digits)), 1e-9);
}

/** 位数少到相差一成以上，就分不清是舍入还是算错。 */
const COARSEST = 0.1;

/**
 * 数值在允差内得 1 分；舍入得太狠（差得出了允差，但确实是答案四舍五入来的）得 0.5 分，单独说明；
 * 像哪一种典型的算错，就说是哪一种。空着不算错，没看懂也不算错。
 */
export function score(
  question: Pick<NumericQuestion, 'key' | 'tolerance' | 'slips' | 'unit'>,
  answer: NumericAnswer,
): Score {
  const reading = readAnswer(question, answer);
  const result = (outcome: Outcome, earned: number, ...feedback: Feedback[]): Score => ({
    outcome,
    earned,
    possible: 1,
    feedback,
  });
  if (reading.kind === 'empty') return result('unanswered', 0);
  if (reading.kind === 'unreadable') return result('unreadable', 0, { text: reading.reason });

  const { digits, otherwise, asWritten } = reading;
  const { key, tolerance, slips, unit } = question;
  // 0.9 旁边就印着“%”，照 0.9% 写的人没有错
  const value =
    otherwise && near(otherwise.value, key, tolerance) ? otherwise.value : reading.value;
  if (near(value, key, tolerance))
    return digits < 2 && !Number.isInteger(key) && !near(value, key, 1e-9)
      ? result('right', 1, {
          text: '数值对了，但只保留了一位有效数字；这类结果一般写两三位。',
        })
      : result('right', 1);
  const slip = slips.find(
    (each) =>
      near(value, each.value, Math.max(tolerance, 0.002)) || near(asWritten, each.value, 0.002),
  );
  if (slip) return result('wrong', 0, { text: slip.why });
  if (isRounding(value, key, digits) && near(value, key, COARSEST))
    return result('coarse', 0.5, {
      text: `算法看来是对的，但只保留了 ${digits} 位有效数字，差得有点多。请多写一两位。`,
    });
  const confusion = units[unit].confusions?.find(({ factor }) =>
    near(value, key * factor, Math.max(tolerance, 0.005)),
  );
  if (confusion) return result('wrong', 0, { text: confusion.why });
  const advice = `不像常见的哪一种算错，从第一步重新列一遍。`;
  return result('wrong', 0, {
    text: near(value, -key, Math.max(tolerance, 0.005))
      ? '数值对了，正负号反了。'
      : `${value > key ? '偏大了' : '偏小了'}。${advice}`,
  });
}

/** 讲解里写着几，答案就写几；讲解换了单位、没有写的，照数自己写。 */
export function answerText({ key, unit, said, tolerance }: NumericQuestion): string {
  const share = unit === 'percent';
  const text = said.replace(/%$/, '');
  const value = /^[−-]?[\d,]+(\.\d+)?$/.test(text)
    ? Number(text.replaceAll(',', '').replace('−', '-')) / (share ? 100 : 1)
    : Number.NaN;
  if (!near(value, key, tolerance) || (said !== text && !share))
    return sayIn(unit, brief(key, unit));
  const { label } = units[unit];
  return share || label === '' ? text + label : `${text} ${label}`;
}

/** 三位有效数字；整数部分不止三位的，整数照写：8,667 不写成 8,670。 */
export function brief(value: number, unit: UnitName): number {
  if (Number.isInteger(value)) return value;
  const shown = Math.abs(unit === 'percent' ? value * 100 : value);
  const whole = shown < 1 ? 0 : Math.floor(Math.log10(shown)) + 1;
  return Number(value.toPrecision(Math.max(3, whole)));
}

/** 题目里的数说给人听；百分数题里的数是比例。 */
export function sayIn(unit: UnitName, value: number): string {
  return withUnit(unit === 'percent' ? value * 100 : value, units[unit].label);
}
