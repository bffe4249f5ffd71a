/** 一问一答：提问的人只管问，答案来自键盘还是文件，由实现决定。 */

/** 答得不合要求；信息直接给作者看，要说清怎么改。 */
export class Refusal extends Error {
  override name = 'Refusal';
}

export interface Option {
  value: string;
  label: string;
}

export interface Question<T> {
  /** 答案文件里的名字 */
  name: string;
  ask: string;
  example?: string;
  /** 直接回车时的答案 */
  preset?: string;
  /** 供挑选的几项，问的时候列出来 */
  options?: readonly Option[];
  /** 把敲进来的字读成答案；不合要求就抛 Refusal */
  read: (text: string) => T;
}

export interface ListQuestion<T> {
  name: string;
  /** 一项叫什么：“学习目标” */
  each: string;
  min: number;
  max?: number;
  /** 已有的还不够时说为什么；够了返回 null */
  lacking?: (soFar: readonly T[]) => string | null;
}

export interface Dialogue {
  say(text: string): void;
  ask<T>(question: Question<T>): Promise<T>;
  /** 同属一组的几问，答案文件里也写成一组 */
  part(name: string): Dialogue;
  list<T>(
    question: ListQuestion<T>,
    one: (dialogue: Dialogue, soFar: readonly T[]) => Promise<T>,
  ): Promise<T[]>;
}

/** 从几项里挑一项：写序号、写值或写名字都行。 */
export function choose<const V extends string>(question: {
  name: string;
  ask: string;
  options: readonly { value: V; label: string }[];
  preset?: NoInfer<V> | undefined;
}): Question<V> {
  const { preset, ...rest } = question;
  return {
    ...rest,
    ...(preset === undefined ? {} : { preset }),
    read: (text) => pickOne(text, question.options),
  };
}

/** 从几项里挑若干项，用空格或顿号隔开。 */
export function chooseSome(question: {
  name: string;
  ask: string;
  options: readonly Option[];
  min: number;
  preset?: readonly string[];
}): Question<string[]> {
  const { preset, min, ...rest } = question;
  return {
    ...rest,
    ask: `${question.ask}（可以选几项，用空格隔开）`,
    ...(preset === undefined ? {} : { preset: preset.join(' ') || '无' }),
    read(text) {
      const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '' && part !== '无');
      const picked = [...new Set(parts.map((part) => pickOne(part, question.options)))];
      if (picked.length < min) throw new Refusal(`至少选 ${min} 项。`);
      return picked;
    },
  };
}

function pickOne<V extends string>(
  text: string,
  options: readonly { value: V; label: string }[],
): V {
  const wanted = text.normalize('NFKC').trim();
  const found =
    options.find(({ value, label }) => value === wanted || label === wanted) ??
    (/^\d+$/.test(wanted) ? options[Number(wanted) - 1] : undefined);
  if (!found) {
    const known = options.map(({ value }, i) => `${i + 1} ${value}`).join('、');
    throw new Refusal(`没有“${wanted.slice(0, 20)}”这一项，可以写序号或名字：${known}`);
  }
  return found.value;
}

export function yesOrNo(name: string, ask: string, preset: boolean): Question<boolean> {
  return {
    name,
    ask: `${ask}（是/否）`,
    preset: preset ? '是' : '否',
    read(text) {
      const word = text.normalize('NFKC').trim().toLowerCase();
      if (['是', 'y', 'yes', '对', '好', 'true'].includes(word)) return true;
      if (['否', 'n', 'no', '不', '不是', 'false'].includes(word)) return false;
      throw new Refusal('请答“是”或“否”（也可以写 y 或 n）。');
    },
  };
}
