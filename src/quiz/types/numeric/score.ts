import { parseNumber, toHalfWidth } from '../../../lib/parse-number.ts';
import type { Feedback, Outcome, Score } from '../../question.ts';
import type { NumericQuestion } from './ask.ts';
import { units } from './units.ts';

/** 输入框里的原文。 */
export type NumericAnswer = string;

export const blank = (): NumericAnswer => '';

export type Reading =
  | { kind: 'empty' }
  | { kind: 'unreadable'; reason: string }
  | {
      kind: 'number';
      value: number;
      /** “12.5 分钟” */
      echo: string;
      /** 写了几位有效数字；分数和整数算作精确，无限多位 */
      digits: number;
      /** 去掉百分号约定之前的数：利用率写成 4.5 的人多半忘了除以窗口数 */
      raw: number;
    };

/** 写出来的有效数字位数；末尾没有小数点的零分不清是不是有效，按有效算。 */
function significantDigits(text: string): number {
  if (text.includes('/')) return Number.POSITIVE_INFINITY;
  const mantissa = /[\d.,]+/.exec(text)?.[0]?.replace(/,/g, '') ?? '';
  const digits = mantissa.replace('.', '').replace(/^0+/, '');
  return Math.max(1, digits.length);
}

/** 怎么读的，先念回去，交之前就能看见。 */
export function readAnswer({ unit }: Pick<NumericQuestion, 'unit'>, answer: string): Reading {
  if (answer.trim() === '') return { kind: 'empty' };
  const { accepted, say } = units[unit];
  const reading = parseNumber(answer, accepted);
  if (!reading.ok) return { kind: 'unreadable', reason: reading.reason };
  const text = toHalfWidth(answer);
  // 百分数题里 85、85%、0.85 都有人写：没有百分号而大于 1 的按百分数读。
  const bare = unit === 'percent' && !text.includes('%');
  const value = bare && Math.abs(reading.value) > 1 ? reading.value / 100 : reading.value;
  return {
    kind: 'number',
    value,
    raw: reading.value,
    echo: say(value),
    digits: significantDigits(text),
  };
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
export function score(question: NumericQuestion, answer: NumericAnswer): Score {
  const reading = readAnswer(question, answer);
  const result = (outcome: Outcome, earned: number, ...feedback: Feedback[]): Score => ({
    outcome,
    earned,
    possible: 1,
    feedback,
  });
  if (reading.kind === 'empty') return result('unanswered', 0);
  if (reading.kind === 'unreadable') return result('unreadable', 0, { text: reading.reason });

  const { value, raw, digits } = reading;
  const { key, tolerance, slips, unit } = question;
  if (near(value, key, tolerance))
    return digits < 2 && !Number.isInteger(key) && !near(value, key, 1e-9)
      ? result('right', 1, {
          text: '数值对了，但只保留了一位有效数字；这类结果一般写两三位。',
        })
      : result('right', 1);
  const slip = slips.find(
    (each) => near(value, each.value, Math.max(tolerance, 0.002)) || near(raw, each.value, 0.002),
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
  return result('wrong', 0, {
    text: near(value, -key, Math.max(tolerance, 0.005))
      ? '数值对了，正负号反了。'
      : value > key
        ? '偏大了。不像常见的哪一种算错，看看提示，从第一步重新列一遍。'
        : '偏小了。不像常见的哪一种算错，看看提示，从第一步重新列一遍。',
  });
}

export function answerText({ key, unit }: NumericQuestion): string {
  const digits = Number.isInteger(key) ? 15 : 3;
  return units[unit].say(Number(key.toPrecision(digits)));
}
