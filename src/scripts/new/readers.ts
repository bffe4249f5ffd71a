/** 把敲进来的字读成答案；规矩与内容检查用的是同一套，所以写进去的东西通得过检查。 */
import type { z } from 'astro/zod';
import { punctuationSlips } from '../../lib/chinese-punctuation.ts';
import { parseNumber } from '../../lib/parse-number.ts';
import { nearest } from '../../widget-kit/model.ts';
import { Refusal } from './dialogue.ts';

function accept<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(result.error.issues.map(({ message }) => message).join('；'));
}

/** 一行文字，中文标点照中文的规矩。 */
export function words(schema?: z.ZodType<string>, ...more: ((text: string) => void)[]) {
  return (input: string): string => {
    const text = input.trim();
    if (text === '') throw new Refusal('这一项不能空着。');
    if (/\p{Cc}|\p{Cs}|\uFFFD|\uFFFC/u.test(text))
      throw new Refusal('里面有看不见的控制字符或乱码，请重新敲一遍，写成一行。');
    if (/[◇✔⚠]|【算】|【资料】/u.test(text))
      throw new Refusal('里面有研究记号（◇ ✔ ⚠ 【算】【资料】），核实后删去记号再写。');
    const [slip] = punctuationSlips(text);
    if (slip) throw new Refusal(`${slip.advice}。`);
    for (const check of more) check(text);
    return schema ? accept(schema, text) : text;
  };
}

/** 说得完整的中文，太短多半是随手敲的。 */
export function chinese(
  schema?: z.ZodType<string>,
  least = 2,
  ...more: ((text: string) => void)[]
) {
  const long = (text: string) => {
    const count = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (count < least) throw new Refusal(`请用中文写，至少 ${least} 个汉字。`);
  };
  return words(schema, long, ...more);
}

/** 名字不与别处的重复：搜索结果和浏览器标签里要分得清。 */
export function unlike(taken: readonly string[]) {
  return (text: string): void => {
    if (taken.includes(text)) throw new Refusal(`“${text}”已经有了，请换一个名字。`);
  };
}

export function english(schema?: z.ZodType<string>) {
  return words(schema, (text) => {
    if (!/[A-Za-z]{2}/.test(text) || /\p{Script=Han}/u.test(text))
      throw new Refusal('这里写英文，例如 The Utilization Cliff。');
  });
}

/** 编号：英文小写短横线，以字母开头，不与已有的重复。 */
export function id(taken: Iterable<string>, schema?: z.ZodType<string>) {
  const known = new Set(taken);
  return (input: string): string => {
    const text = input.normalize('NFKC').trim();
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
      throw new Refusal('编号只用小写英文字母、数字和连字符，以字母开头，例如 utilization-cliff。');
    if (text.length > 48) throw new Refusal('编号太长了，控制在 48 个字母以内。');
    if (known.has(text)) throw new Refusal(`${text} 已经有了，请换一个编号。`);
    return schema ? accept(schema, text) : text;
  };
}

export function number(schema?: z.ZodType<number>, ...more: ((value: number) => void)[]) {
  return (input: string): number => {
    const parsed = parseNumber(input);
    if (!parsed.ok) throw new Refusal(parsed.reason);
    for (const check of more) check(parsed.value);
    return schema ? accept(schema, parsed.value) : parsed.value;
  };
}

/** 实验控件能到的数。 */
export function onGrid(grid: { min: number; max: number; step: number }) {
  return number(undefined, (value) => {
    const snapped = nearest({ ...grid, default: 0 }, value);
    if (snapped !== value)
      throw new Refusal(
        `要在 ${grid.min} 到 ${grid.max} 之间、按 ${grid.step} 一格取，最近的是 ${snapped}。`,
      );
  });
}

/** 在 MDX 里另有含义的字符。 */
function plain(text: string): void {
  const mark = /[<>{}$[\]`\\|*_~]/.exec(text)?.[0];
  if (mark) throw new Refusal(`先写平实的文字，不用 ${mark}；公式、实验、链接写进文件以后再加。`);
}

/** 写进标签属性的一句话。 */
export function attribute(least: number) {
  return chinese(undefined, least, plain, (text) => {
    if (text.includes('"')) throw new Refusal('这里的引号用中文引号 “ ”。');
  });
}

export function heading(taken: readonly string[]) {
  return chinese(undefined, 2, plain, unlike([...taken, '考考自己', '资料来源']), (text) => {
    if (/[。，；：]$/.test(text)) throw new Refusal('小标题末尾不用句号、逗号、分号和冒号。');
  });
}

/** 正文里平实的话；组件、公式、链接写进文件以后再加。 */
function prose(least: number) {
  const long = chinese(undefined, least, plain);
  return (input: string): string => {
    const text = long(input);
    if (/^(#|[-*+] |\d+[.)] |import\b|export\b|={3}|~{3})/.test(text))
      throw new Refusal('写成普通的一段话，不要用标题、列表的记号或 import 开头。');
    if (!/[。！？…”）]$/.test(text)) throw new Refusal('一段话要以句号、问号或叹号收尾。');
    return text;
  };
}

export const paragraph = prose(20);
export const sentence = prose(8);
