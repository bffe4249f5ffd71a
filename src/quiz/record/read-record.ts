import { emptyRecord, merge, type Attempt, type LearnerRecord } from './record.ts';

export type RecordReading =
  | { ok: true; record: LearnerRecord; /** 读不懂而略过的条目数 */ skipped: number }
  | { ok: false; reason: string };

/** 2000 年到 2200 年：再早再晚多半是单位错了或文件坏了。 */
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2200, 0);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readAttempt(value: unknown): Attempt | null {
  if (!isObject(value)) return null;
  const { at, earned, hinted } = value;
  const sound =
    typeof at === 'number' &&
    Number.isSafeInteger(at) &&
    at >= EARLIEST &&
    at <= LATEST &&
    typeof earned === 'number' &&
    earned >= 0 &&
    earned <= 1 &&
    typeof hinted === 'boolean';
  return sound ? { at, earned, hinted } : null;
}

/** 题目编号与散列的写法；别的一概不收，记录里混不进奇怪的键。 */
const KEY = /^[a-z0-9-]{1,80}$/;

/** 读一份来历不明的记录：大体是对的就收，坏的条目略过并数出来。 */
export function readRecord(value: unknown): RecordReading {
  if (!isObject(value)) return { ok: false, reason: '内容不是一份学习记录。' };
  if (typeof value.version === 'number' && value.version > 1)
    return { ok: false, reason: '这份记录来自更新版本的课件，这个版本读不了。' };
  if (value.version !== 1 || !isObject(value.items))
    return { ok: false, reason: '缺少版本号或题目清单，不像这门课的学习记录。' };
  let skipped = 0;
  const items: Record<string, Record<string, Attempt[]>> = {};
  for (const [id, versions] of Object.entries(value.items)) {
    if (!KEY.test(id) || !isObject(versions)) {
      skipped += 1;
      continue;
    }
    for (const [hash, list] of Object.entries(versions)) {
      if (!KEY.test(hash) || !Array.isArray(list)) {
        skipped += 1;
        continue;
      }
      const attempts = list.map(readAttempt);
      skipped += attempts.filter((attempt) => attempt === null).length;
      const sound = attempts.filter((attempt) => attempt !== null);
      if (sound.length === 0) continue;
      if (!Object.hasOwn(items, id)) items[id] = {};
      (items[id] as Record<string, Attempt[]>)[hash] = sound;
    }
  }
  return { ok: true, record: merge(emptyRecord, { version: 1, items }), skipped };
}

const KIND = 'service-operations-quiz-record';

/** 两兆已经是做几千遍题的量；更大的多半选错了文件。 */
const LONGEST = 2_000_000;

export function toFile(record: LearnerRecord): string {
  return JSON.stringify({ kind: KIND, ...record }, null, 1);
}

/** 读导出的文件。有一处坏就整份不收：宁可什么都不改，也不悄悄丢掉一半。 */
export function fromFile(text: string): RecordReading {
  if (text.length > LONGEST)
    return { ok: false, reason: '文件太大，不像导出的学习记录。什么都没有改动。' };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {
      ok: false,
      reason: '文件不是完整的 JSON，可能没有下载完，或者选错了文件。什么都没有改动。',
    };
  }
  if (!isObject(data) || data.kind !== KIND)
    return {
      ok: false,
      reason: '这不是从本课件导出的学习记录，可能选错了文件。什么都没有改动。',
    };
  const reading = readRecord(data);
  if (!reading.ok) return { ok: false, reason: `${reading.reason}什么都没有改动。` };
  if (reading.skipped > 0)
    return {
      ok: false,
      reason: `文件里有 ${reading.skipped} 处读不懂，可能被改动过。什么都没有改动。`,
    };
  return reading;
}
