import { readNote, type Note } from './notes.ts';
import { emptyRecord, merge, type Attempt, type Given, type LearnerRecord } from './record.ts';

export type RecordReading =
  | {
      ok: true;
      record: LearnerRecord;
      /** 读不懂而略过的条目数 */
      skipped: number;
      /** 略过的头一处在哪里 */
      where: string;
    }
  | { ok: false; reason: string; /** 是更新版本的，不是坏了 */ newer: boolean };

const refused = (reason: string, newer = false): RecordReading => ({ ok: false, reason, newer });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 一次作答写成 JSON 最多这么长；最长的题型也用不到一半 */
export const LONGEST_ANSWER = 2000;

/** 答了什么；没有记是 undefined，不成样子是 null。 */
function readGiven(value: unknown): Given | null | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) return null;
  const { seed, face, answer } = value;
  const sound =
    Number.isSafeInteger(seed) &&
    typeof face === 'string' &&
    KEY.test(face) &&
    answer !== undefined &&
    JSON.stringify(answer).length <= LONGEST_ANSWER;
  return sound ? { seed: seed as number, face, answer } : null;
}

/** 时刻只用来排先后。钟不准的机器上记的也是真做过的，日子再怪也收。 */
function readAttempt(value: unknown): Attempt | null {
  if (!isObject(value)) return null;
  const { at, earned, hinted } = value;
  const sound =
    typeof at === 'number' &&
    Number.isSafeInteger(at) &&
    typeof earned === 'number' &&
    earned >= 0 &&
    earned <= 1 &&
    typeof hinted === 'boolean';
  const given = readGiven(value.given);
  if (!sound || given === null) return null;
  return given ? { at, earned, hinted, given } : { at, earned, hinted };
}

/** 题目编号与散列的写法；别的一概不收，记录里混不进奇怪的键。 */
const KEY = /^[a-z0-9-]{1,200}$/;

/** 读一份来历不明的记录：大体是对的就收，坏的条目略过并数出来。 */
export function readRecord(value: unknown): RecordReading {
  if (!isObject(value)) return refused('内容不是一份学习记录。');
  if (typeof value.version === 'number' && value.version > 2)
    return refused('这份记录来自更新版本的课件，这个版本读不了。', true);
  if ((value.version !== 1 && value.version !== 2) || !isObject(value.items))
    return refused('缺少版本号或题目清单，不像这门课的学习记录。');
  let skipped = 0;
  let where = '';
  const skip = (place: string) => {
    if (skipped === 0) where = place.slice(0, 60);
    skipped += 1;
  };
  const items: Record<string, Record<string, Attempt[]>> = {};
  for (const [id, versions] of Object.entries(value.items)) {
    if (!KEY.test(id) || !isObject(versions)) {
      skip(`题目 ${id}`);
      continue;
    }
    for (const [hash, list] of Object.entries(versions)) {
      if (!KEY.test(hash) || !Array.isArray(list)) {
        skip(`题目 ${id} 的 ${hash}`);
        continue;
      }
      const sound: Attempt[] = [];
      for (const [index, each] of list.entries()) {
        const attempt = readAttempt(each);
        if (attempt) sound.push(attempt);
        else skip(`题目 ${id} 的第 ${index + 1} 次作答`);
      }
      if (sound.length === 0) continue;
      if (!Object.hasOwn(items, id)) items[id] = {};
      (items[id] as Record<string, Attempt[]>)[hash] = sound;
    }
  }
  const notes: Record<string, Note> = {};
  const { notes: listed = {} } = value;
  if (!isObject(listed)) skip('笔记');
  else
    for (const [id, each] of Object.entries(listed)) {
      const note = KEY.test(id) ? readNote(each) : null;
      if (note) notes[id] = note;
      else skip(`笔记 ${id}`);
    }
  return { ok: true, record: merge(emptyRecord, { version: 2, items, notes }), skipped, where };
}

/** 读存着的原文。 */
export function readText(text: string): RecordReading {
  try {
    return readRecord(JSON.parse(text));
  } catch {
    return refused('存着的不是完整的 JSON。');
  }
}

const KIND = 'service-operations-quiz-record';

/**
 * 全课的题都做满十几遍不到两兆，其余留给笔记（浏览器里一共存得下五百来万字）；更大的多半选错了文件。
 * 字节数，也是字符数的上限。
 */
export const LONGEST = 10_000_000;

const UNCHANGED = '什么都没有改动。';

export const tooLarge = (bytes: number): string =>
  `文件有 ${(bytes / 1e6).toFixed(1)} MB，超过 ${LONGEST / 1e6} MB，不像导出的学习记录。${UNCHANGED}`;

export function toFile(record: LearnerRecord): string {
  return JSON.stringify({ kind: KIND, ...record });
}

/** 读导出的文件。有一处坏就整份不收：宁可什么都不改，也不悄悄丢掉一半。 */
export function fromFile(text: string): RecordReading {
  if (text.length > LONGEST) return refused(tooLarge(text.length));
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused(`文件不是完整的 JSON，可能没有下载完，或者选错了文件。${UNCHANGED}`);
  }
  if (!isObject(data) || data.kind !== KIND)
    return refused(`这不是从本课件导出的学习记录，可能选错了文件。${UNCHANGED}`);
  const reading = readRecord(data);
  if (!reading.ok) return refused(`${reading.reason}${UNCHANGED}`, reading.newer);
  if (reading.skipped > 0)
    return refused(
      `文件里有 ${reading.skipped} 处读不懂，头一处是${reading.where}，可能被改动过。${UNCHANGED}`,
    );
  return reading;
}
