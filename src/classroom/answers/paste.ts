/**
 * 把全班的答案读进来：叫出来的一串数，群聊，弹幕，问卷星、学习通、雨课堂导出的表。
 *
 * 名字只用来认出“同一个人后来又发的”，读完就丢：结果里只有答案与发言人的序号。
 * 答案怎么读由调用者给（数用 `numberAnswer`，游戏的码用 `readCode`），这里只管从哪里读。
 */
import { parseNumber, type Asked } from '../../lib/parse-number.ts';
import { plainText } from '../../lib/table-text.ts';
import { isUnit } from '../../lib/unit-names.ts';
import { readSheet } from './sheet.ts';

/** 读一格或一句话里的答案。 */
export type ReadAnswer<T> = (
  text: string,
) => { ok: true; value: T } | { ok: false; reason: string; suggestion?: string };

export interface Answer<T> {
  value: T;
  /** 第几行，从 1 数起 */
  line: number;
  /** 同一个人是同一个序号；认不出是谁的是 null */
  sender: number | null;
}

export interface Unread {
  line: number;
  /** 去掉了名字的那一句 */
  text: string;
  reason: string;
  suggestion?: string;
}

export interface PasteReading<T> {
  answers: Answer<T>[];
  unread: Unread[];
  /** 同一个人后来又答了，被替下的有几个 */
  replaced: number;
  /** 从表里读的：哪一列；不是表的是 null */
  column: string | null;
}

/** 一行里叫出来的一个数。 */
export interface Called {
  text: string;
  value: number | null;
  /** 读成了什么，或者为什么没读懂 */
  say: string;
}

/** 一串里的各段：逗号、顿号、分号、换行、空格都隔得开；“1 小时 30 分”不拆。 */
function pieces(text: string): string[] {
  return plainText(text)
    .split(/[,，、;；|\n\t]+/)
    .flatMap((chunk) => {
      const joined: string[] = [];
      // 数与它后面的单位中间可以有空格
      const words: string[] = [];
      for (const word of chunk.split(/[\s\u3000]+/)) {
        if (word === '') continue;
        if (isUnit(word) && /[\d０-９]$/.test(words.at(-1) ?? '')) words[words.length - 1] += word;
        else words.push(word);
      }
      for (const word of words) {
        const last = joined.at(-1);
        const longer = last !== undefined && /(小时|时|h|hr|分|分钟|min)$/i.test(last);
        const shorter = /^[\d.０-９]+\s*(分|分钟|秒|min|m|s)$/i.test(word);
        if (last !== undefined && longer && shorter && parseNumber(last + word, { unit: '秒' }).ok)
          joined[joined.length - 1] = last + word;
        else joined.push(word);
      }
      return joined;
    });
}

/**
 * 叫出来的数：`34 8.5 12`，怎么隔都行，全角、汉字数字、分与秒都读；每一个都念回去。
 *
 * @param text 框里的全部文字
 * @param asked 要什么：单位、范围
 */
export function readCalled(text: string, asked: Asked = {}): Called[] {
  return pieces(text).map((piece) => {
    const reading = parseNumber(piece, asked);
    return reading.ok
      ? { text: piece, value: reading.value, say: reading.echo }
      : { text: piece, value: null, say: reading.reason };
  });
}

/** 框里空着的时候按退格：收回最后一个数。 */
export function withoutLast(text: string): string {
  const all = pieces(text);
  return all.slice(0, -1).join(' ');
}

/** 数前后的客套话：我猜、应该是、吧、表情。 */
const lead =
  /^(?:(?:老师|同学们?|我们?组?|大家)[，, ]*)?(?:(?:我)?(?:猜|觉得|选|填|估计|认为|押)|答案?|应该|可能|感觉|估计|结果)?(?:大概|差不多|是|为|应该是)?[:：，, ]*/u;
const tail =
  /(?:吧|呀|啊|呢|哦|噢|嘛|哈+|左右|\[[^\]]{1,8}\]|\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[~～!！。.,，?？\s])+$/gu;

/** 一个数：去掉客套话再交给全站的读数。 */
export function numberAnswer(asked: Asked = {}): ReadAnswer<number> {
  return (text) => {
    const plain = text.replace(tail, '').trim();
    const reading = parseNumber(plain.replace(lead, ''), asked);
    if (reading.ok) return { ok: true, value: reading.value };
    const whole = parseNumber(plain, asked);
    return whole.ok ? { ok: true, value: whole.value } : { ok: false, reason: reading.reason };
  };
}

const clock = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AaPp][Mm])?`;
const date = String.raw`(?:\d{4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?`;
const when = String.raw`(?:(?:${date}|昨天|今天|星期.|周.|上午|下午|晚上)\s*)*${clock}`;
/** 张三 2026/11/29 10:02:33；群里的名字后面常带号码 */
const nameThenTime = new RegExp(
  String.raw`^(.{1,40}?)\s*(?:[(（<]\S{1,40}[)）>])?\s+[[(（]?${when}[\])）]?$`,
  'u',
);
const timeThenName = new RegExp(String.raw`^[[(（]?${when}[\])）]?\s+([^\d\s][^:：]{0,30})$`, 'u');
const onlyTime = new RegExp(String.raw`^[-—\s]*[[(（]?${when}[\])）]?[-—\s]*$`, 'u');
const leadingTime = new RegExp(String.raw`^[[(（]?${when}[\])）]?\s*(?=\S)`, 'u');
const named = /^[[【<(（]?([^:：\]】>]{1,30}?)[\]】>)）]?\s*(?:说|回复.{0,20}?)?\s*[:：]\s*(.*)$/u;
const bracketed = /^[[【<]([^\]】>]{1,30})[\]】>]\s*(\S.*)$/u;
const serial = /^\d{1,3}\s*[.、．)）]\s*(?=[^\d\s])/u;
const mention = /@\S{1,30}\s+/gu;
/** 聊天里自己写的，不是谁说的 */
const system =
  /^(?:[-—=_*·\s]{2,}.*|.*以[上下](?:为|是).{0,4}消息.*|.*(?:撤回了一条消息|加入了群聊|邀请.{1,20}加入.*|拍了拍.*)|#?接龙.*|\[(?:图片|表情|语音|动画表情)\])$/u;

/** 名字里有字；“34 分钟”“我的码”“答案”不是谁的名字。 */
const isName = (text: string) =>
  /\p{L}/u.test(text) &&
  !/^\d+\s*(?:分|秒|小时|时|人|元|%)/u.test(text) &&
  !/^(?:我|俺|咱|答案?|码|代码|编码|应该|可能|大概|估计|感觉)/u.test(text);

/** 读群聊、弹幕、一行一个：一句话去掉时间与名字。 */
function readLines<T>(text: string, read: ReadAnswer<T>): PasteReading<T> {
  const answers: Answer<T>[] = [];
  const unread: Unread[] = [];
  const ids = new Map<string, number>();
  const idOf = (name: string) => {
    const key = name.trim();
    if (!ids.has(key)) ids.set(key, ids.size);
    return ids.get(key) as number;
  };
  let speaker: number | null = null;
  plainText(text)
    .split('\n')
    .forEach((raw, index) => {
      const line = index + 1;
      let rest = raw.trim();
      if (rest === '' || onlyTime.test(rest) || system.test(rest)) return;
      const header = nameThenTime.exec(rest)?.[1] ?? timeThenName.exec(rest)?.[1];
      if (header !== undefined && isName(header)) {
        speaker = idOf(header);
        return;
      }
      rest = rest.replace(leadingTime, '');
      let sender = speaker;
      const said = named.exec(rest) ?? bracketed.exec(rest);
      if (said && isName(said[1] ?? '')) {
        sender = idOf(said[1] ?? '');
        if ((said[2] ?? '').trim() === '') {
          speaker = sender;
          return;
        }
        rest = (said[2] ?? '').trim();
      }
      rest = rest.replace(mention, '').trim() || rest;
      const whole = read(rest);
      if (whole.ok) {
        answers.push({ value: whole.value, line, sender });
        return;
      }
      // 12. 张三 34；张三 34
      const listed = rest.replace(serial, '');
      const [, name = '', last = ''] = /^(.*\S)[\s\u3000]+(\S+)$/u.exec(listed) ?? [];
      const reply = isName(name) && !/\d\s*$/.test(name) ? read(last) : whole;
      if (reply.ok) {
        answers.push({ value: reply.value, line, sender: sender ?? idOf(name) });
        return;
      }
      // 一行里好几个，个个读得懂
      const many = sender === null ? pieces(rest).map(read) : [];
      const values = many.flatMap((one) => (one.ok ? [one.value] : []));
      if (many.length > 1 && values.length === many.length)
        answers.push(...values.map((value) => ({ value, line, sender: null })));
      else
        unread.push({
          line,
          text: rest,
          reason: whole.reason,
          ...(whole.suggestion === undefined ? {} : { suggestion: whole.suggestion }),
        });
    });
  return { ...lastWins(answers), unread, column: null };
}

/** 同一个人只算他最后答的。 */
export function lastWins<T>(answers: readonly Answer<T>[]): {
  answers: Answer<T>[];
  replaced: number;
} {
  const final = new Map<number, Answer<T>>();
  for (const answer of answers) if (answer.sender !== null) final.set(answer.sender, answer);
  const kept = answers.filter(
    (answer) => answer.sender === null || final.get(answer.sender) === answer,
  );
  return { answers: kept, replaced: answers.length - kept.length };
}

/**
 * 贴进来的一段：先看是不是一张表，不是就一行一句地读。
 *
 * @param text 剪贴板里的文字，或者 `lib/decode-text` 读出来的文件
 * @param read 一格、一句话里的答案怎么读
 */
export function readPaste<T>(text: string, read: ReadAnswer<T>): PasteReading<T> {
  const sheet = readSheet(text, (cell) => read(cell).ok);
  if (sheet === null) return readLines(text, read);
  const answers: Answer<T>[] = [];
  const unread: Unread[] = [];
  const ids = new Map<string, number>();
  for (const { line, answer, name } of sheet.rows) {
    const key = name.trim();
    if (key !== '' && !ids.has(key)) ids.set(key, ids.size);
    if (answer.trim() === '') continue;
    const reading = read(answer.trim());
    if (reading.ok) answers.push({ value: reading.value, line, sender: ids.get(key) ?? null });
    else
      unread.push({
        line,
        text: answer.trim(),
        reason: reading.reason,
        ...(reading.suggestion === undefined ? {} : { suggestion: reading.suggestion }),
      });
  }
  return { ...lastWins(answers), unread, column: sheet.column };
}

/** “读到 57 个；3 行没看懂” */
export function countSentence({
  answers,
  unread,
  replaced,
  column,
}: PasteReading<unknown>): string {
  const parts = [`读到 ${answers.length} 个`];
  if (column !== null) parts[0] += `（表里“${column}”这一列）`;
  if (replaced > 0) parts.push(`${replaced} 个是同一个人先前答的，只算最后一个`);
  if (unread.length > 0) parts.push(`${unread.length} 行没看懂`);
  return `${parts.join('；')}。`;
}
