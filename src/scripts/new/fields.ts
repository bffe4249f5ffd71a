/** 要答的几项：怎么问，怎样才算答好。答案来自键盘还是 JSON，规矩是同一套。 */
import type { Readable, Writable } from 'node:stream';
import { isCancel, multiline, multiselect, select, text } from '@clack/prompts';
import type { z } from 'astro/zod';
import { punctuationSlips } from '../../lib/chinese-punctuation.ts';
import { bloomLevels } from '../../schemas/chapter.ts';

/** 答得不合要求；信息直接给作者看，要说清怎么改。 */
export class Refusal extends Error {}

/** 已经答了的；选了几项的用空格隔开，写了几行的用换行隔开。 */
export type Got = Record<string, string>;

const forms = {
  chinese: [/\p{Script=Han}/u, '请用中文写。'],
  english: [/^(?!.*\p{Script=Han}).*[A-Za-z]{2}/u, '这里写英文，例如 The Utilization Cliff。'],
  id: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '编号只用小写英文字母、数字和连字符，以字母开头。'],
  number: [/^\d+$/, '写一个整数。'],
  objective: [
    new RegExp(`^[a-z][a-z0-9-]* (${bloomLevels.join('|')}) .*\\p{Script=Han}{5}`, 'u'),
    `一行写成“编号 认知层次 学完能做什么”，认知层次是 ${bloomLevels.join('、')}`,
  ],
} as const;

export interface Field {
  ask: string;
  /** 该写成什么样；不写是中文 */
  form?: keyof typeof forms;
  schema?: z.ZodType;
  /** 别处用过、不能再用的 */
  taken?: (got: Got) => readonly string[];
  /** 先替作者填上的答案 */
  preset?: (got: Got) => string | undefined;
  options?: (got: Got) => { value: string; label: string }[];
  /** 一项都没得选时说什么；不写就不问了 */
  none?: string;
  /** 要选几项、写几行以上；不写就只答一个 */
  many?: number;
}

/** 内容检查用的是同一份 schema，所以写进去的东西通得过检查。 */
function faultIn(field: Field, answer: string, got: Got): string | undefined {
  const { options, form = 'chinese', schema, taken, many } = field;
  const items =
    many === undefined
      ? [answer]
      : answer.split(options ? ' ' : '\n').filter((each) => each.trim());
  if (items.length < (many ?? 1)) return `至少要 ${many} 项。`;
  const keys = items.map((each) => each.split(' ', 1).join());
  if (new Set(keys).size < keys.length) return '编号有重复，请换一个。';
  const known = options?.(got).map(({ value }) => value);
  for (const item of items) {
    if (known?.includes(item)) continue;
    if (known) return `没有“${item}”这一项，可以写 ${known.join('、')}`;
    if (item === '') return '这一项不能空着。';
    if (/\p{Cc}|\p{Cs}|\uFFFD|\uFFFC/u.test(item)) return '里面有控制字符或乱码，请写成一行。';
    if (/[◇✔⚠]|【算】|【资料】/u.test(item)) return '里面有研究记号，核实后删去记号再写。';
    const [pattern, advice] = forms[form];
    if (!pattern.test(item)) return advice;
    if (taken?.(got).includes(item)) return `“${item}”已经有了，请换一个。`;
    const [slip] = punctuationSlips(item);
    if (slip) return slip.advice;
    const issue = schema?.safeParse(form === 'number' ? Number(item) : item).error?.issues[0];
    if (issue?.code === 'too_small') return `至少 ${issue.minimum}：${schema?.description}`;
    if (issue)
      return `${issue.code === 'too_big' ? `最多 ${issue.maximum}` : issue.message}：${schema?.description}`;
  }
  return undefined;
}

/** 测试时从别处读键盘、往别处写字。 */
export interface Desk {
  input?: Readable;
  output?: Writable;
}

async function prompt(field: Field, got: Got, desk: Desk | undefined): Promise<string> {
  const { ask: message, many } = field;
  const shared = { message, maxItems: 12, showInstructions: false, ...desk };
  const options = field.options?.(got);
  const initialValue = field.preset?.(got);
  const validate = (value = '') => faultIn(field, value.trim(), got);
  const typed = { ...shared, initialValue, validate };
  const answer = !options
    ? await (many === undefined ? text(typed) : multiline(typed))
    : many === undefined
      ? await select({ ...shared, options, initialValue })
      : await multiselect({ ...shared, options, required: many > 0 });
  if (isCancel(answer)) throw new Refusal('停下了。');
  return [answer as string | string[]].flat().join(' ').trim();
}

/** 一项一项收齐。给了 `given` 就从里面取，否则在键盘前问。 */
export async function collect<Name extends string>(
  fields: Record<Name, Field>,
  given?: Readonly<Record<string, unknown>>,
  desk?: Desk,
): Promise<Record<Name, string>> {
  const got: Got = {};
  for (const [name, field] of Object.entries<Field>(fields)) {
    if (field.options?.(got).length === 0) {
      if (field.none !== undefined) throw new Refusal(field.none);
      continue;
    }
    if (!given) {
      got[name] = await prompt(field, got, desk);
      continue;
    }
    const value = given[name] ?? field.preset?.(got) ?? (field.many === 0 ? [] : undefined);
    if (value === undefined) throw new Refusal(`${name}：没有写。要答的是“${field.ask}”`);
    const answer = [value]
      .flat()
      .join(field.options ? ' ' : '\n')
      .trim();
    const fault = faultIn(field, answer, got);
    if (fault !== undefined) throw new Refusal(`${name}：${fault}`);
    got[name] = answer;
  }
  const extra = Object.keys(given ?? {}).filter((name) => !Object.hasOwn(got, name));
  if (extra.length > 0)
    throw new Refusal(`没有问到 ${extra.join('、')}；问到的是 ${Object.keys(got).join('、')}`);
  return got as Record<Name, string>;
}
