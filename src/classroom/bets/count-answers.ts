/**
 * 叫出来的、贴进来的答案，数成各段、各选项几票。
 * 一行的照“叫出来的”读：`34 8.5 12`、`A B B C`；几行的照群聊、弹幕、问卷的表读，同一个人只算最后一个。
 */
import { binsFrom, countIn } from '../answers/bins.ts';
import {
  countSentence,
  numberAnswer,
  readCalled,
  readPaste,
  type ReadAnswer,
} from '../answers/paste.ts';
import { letters, type Asking } from '../deck/deck.ts';

export interface Counted {
  counts: number[];
  /** “读到 57 个；3 行没看懂。” */
  sentence: string;
  /** 没看懂的几处，照原样 */
  unread: { text: string; reason: string }[];
}

const folded = (text: string) => text.normalize('NFKC').trim().toUpperCase();

/** 一个选项：字母，或者选项的字；前后的客套话不要紧。 */
function letterAnswer(labels: readonly string[]): ReadAnswer<number> {
  const known: readonly string[] = letters.slice(0, labels.length);
  return (text) => {
    const plain = folded(text);
    const named = labels.findIndex((label) => folded(label) === plain);
    if (named >= 0) return { ok: true, value: named };
    const found = /^(?:我?(?:选|猜|押)|答案是?|应该是)?\s*([A-Z])(?![A-Z])/.exec(plain)?.[1];
    const at = found === undefined ? -1 : known.indexOf(found);
    return at >= 0
      ? { ok: true, value: at }
      : { ok: false, reason: `写 ${known[0]} 到 ${known.at(-1)}` };
  };
}

const tally = (places: readonly number[], size: number) => {
  const counts = Array.from({ length: size }, () => 0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
};

export function countAnswers(
  { kind, cuts = [], unit = '' }: Pick<Asking, 'kind' | 'cuts' | 'unit'>,
  labels: readonly string[],
  text: string,
): Counted {
  const lines = text.trim().includes('\n');
  if (kind === 'number') {
    const bins = binsFrom(cuts, unit);
    const asked = unit === '' ? {} : { unit };
    if (lines) {
      const reading = readPaste(text, numberAnswer(asked));
      return {
        counts: countIn(
          bins,
          reading.answers.map(({ value }) => value),
        ),
        sentence: countSentence(reading),
        unread: reading.unread,
      };
    }
    const called = readCalled(text, asked);
    const values = called.flatMap(({ value }) => (value === null ? [] : [value]));
    return {
      counts: countIn(bins, values),
      sentence: `读到 ${values.length} 个。`,
      unread: called.flatMap(({ value, text: piece, say }) =>
        value === null ? [{ text: piece, reason: say }] : [],
      ),
    };
  }
  const read = letterAnswer(labels);
  if (lines) {
    const reading = readPaste(text, read);
    return {
      counts: tally(
        reading.answers.map(({ value }) => value),
        labels.length,
      ),
      sentence: countSentence(reading),
      unread: reading.unread,
    };
  }
  // 一串字母里，隔不隔开都行
  const pieces = folded(text)
    .split(/[\s,、;]+/)
    .flatMap((piece) => (/^[A-Z]+$/.test(piece) ? [...piece] : piece === '' ? [] : [piece]));
  const readings = pieces.map((piece) => ({ piece, reading: read(piece) }));
  const places = readings.flatMap(({ reading }) => (reading.ok ? [reading.value] : []));
  return {
    counts: tally(places, labels.length),
    sentence: `读到 ${places.length} 个。`,
    unread: readings.flatMap(({ piece, reading }) =>
      reading.ok ? [] : [{ text: piece, reason: reading.reason }],
    ),
  };
}
