import { z } from 'astro/zod';

/** 研究笔记里的核实记号；出现在内容里就会被读者看见。 */
const researchMarks = /[◇✔⚠]|【算】|【资料】/u;

/**
 * 一段必填文字。`remedy` 是给作者看的补救办法：出错时连同字段名一起显示，
 * 因为作者看到的只有这句话，看不到类型名。
 */
export function text(label: string, remedy: string) {
  return z
    .string({
      error: (issue) =>
        // YAML 里冒号后面空着的一行读出来是 null
        (issue.input ?? null) === null
          ? `缺少${label}：${remedy}`
          : `${label}必须是文字（数字和日期请加引号）：${remedy}`,
    })
    .refine((value) => value.trim() !== '', { error: `${label}是空的：${remedy}` })
    .refine((value) => !researchMarks.test(value), {
      error: `${label}里有研究记号（◇ ✔ ⚠ 【算】【资料】）：核实后删去记号，未核实的内容不要写进来`,
    })
    .describe(`${label}。${remedy}`);
}

/** 英文小写短横线编号，用在网址和引用里，定了就不再改。 */
export function slug(label: string, remedy: string) {
  return text(label, remedy).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: `${label}只能用小写英文字母、数字和短横线：${remedy}`,
  });
}

/** 从固定的几个词里选一个。 */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  label: string,
  words: Words,
  remedy: string,
) {
  return z
    .enum(words, { error: `${label}只能是 ${words.join('、')} 之一：${remedy}` })
    .describe(`${label}。${remedy}`);
}

/** 一列文字；至少一项。 */
export function textList(label: string, remedy: string) {
  return z
    .array(text(label, remedy), { error: `${label}必须是一列，如 [甲, 乙]：${remedy}` })
    .min(1, { error: `${label}至少要有一项：${remedy}` })
    .describe(`${label}。${remedy}`);
}

/** 不认识的字段一律报错：多半是拼错了名字，放过去就会悄悄失效。 */
export function entry<Shape extends z.ZodRawShape>(kind: string, shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${kind}里不认识的字段 ${issue.keys.join('、')}：请改正拼写或删去；可用的字段是 ${Object.keys(shape).join('、')}`
        : `${kind}必须写成“字段: 内容”的若干行`,
  });
}
