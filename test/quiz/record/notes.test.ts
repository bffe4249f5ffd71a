/** 笔记：两台设备各改各的，合并不分先后，谁写的也不丢；坏的不收。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isForked,
  isKept,
  mergeNote,
  readNote,
  removed,
  rewritten,
  textOf,
  type Note,
} from '../../../src/quiz/record/notes.ts';
import {
  attemptsOf,
  emptyRecord,
  keptNotes,
  merge,
  withAttempt,
} from '../../../src/quiz/record/record.ts';
import { fromFile, readRecord, toFile } from '../../../src/quiz/record/read-record.ts';

const first: Note = {
  section: 'queueing/pooling',
  kind: 'highlight',
  made: 1_700_000_000_000,
  quote: { text: '合成一队', prefix: '把两个窗口', suffix: '以后', at: 120 },
  heads: { r0: '记住这一句' },
  dead: [],
};

/** 一台设备上的几步：改成一句话，或者删掉。 */
const steps = (device: string) =>
  fc
    .array(fc.option(fc.constantFrom('甲', '乙', '丙', ''), { nil: null }), { maxLength: 4 })
    .map((list) =>
      list.reduce<Note>(
        (note, text, i) => (text === null ? removed(note) : rewritten(note, `${device}${i}`, text)),
        first,
      ),
    );

describe('merging a note', () => {
  test('does not depend on the order, and twice is the same as once', () => {
    fc.assert(
      fc.property(steps('a'), steps('b'), steps('c'), (a, b, c) => {
        expect(mergeNote(a, b)).toEqual(mergeNote(b, a));
        expect(mergeNote(mergeNote(a, b), c)).toEqual(mergeNote(a, mergeNote(b, c)));
        expect(mergeNote(mergeNote(a, b), b)).toEqual(mergeNote(a, b));
      }),
    );
  });

  test('a later version replaces the one it was written over, wherever they meet', () => {
    const later = rewritten(first, 'r1', '改过了');
    expect(textOf(mergeNote(first, later))).toBe('改过了');
    expect(textOf(mergeNote(later, first))).toBe('改过了');
  });

  test('two devices that both rewrote it keep both texts until one of them joins them', () => {
    const both = mergeNote(
      rewritten(first, 'a1', '手机上写的'),
      rewritten(first, 'b1', '电脑上写的'),
    );
    expect(isForked(both)).toBe(true);
    expect(textOf(both)).toBe('手机上写的\n\n电脑上写的');
    const joined = rewritten(both, 'c1', '并好了');
    expect(textOf(mergeNote(joined, both))).toBe('并好了');
  });

  test('what was deleted stays deleted, but a text written meanwhile survives', () => {
    const gone = removed(first);
    expect(isKept(mergeNote(gone, first))).toBe(false);
    expect(textOf(mergeNote(gone, rewritten(first, 'b1', '还要')))).toBe('还要');
    expect(isKept(rewritten(gone, 'a2', '撤销删除'))).toBe(true);
  });
});

describe('the record', () => {
  const record = merge(emptyRecord, { ...emptyRecord, notes: { n1: first } });

  test('takes notes along through a file, beside the answers', () => {
    const reading = fromFile(toFile(record));
    expect(reading).toEqual({ ok: true, record, skipped: 0, where: '' });
    expect(keptNotes(record, 'queueing/pooling').map(({ id }) => id)).toEqual(['n1']);
    expect(keptNotes(record, 'queueing/littles-law')).toEqual([]);
  });

  test('of the version before notes is read as it was', () => {
    const before = { version: 1, items: { cliff: { h0: [{ at: 5, earned: 1, hinted: false }] } } };
    const reading = readRecord(before);
    expect(reading).toMatchObject({ ok: true, skipped: 0, record: { version: 2, notes: {} } });
  });

  test.each<[what: string, bad: unknown]>([
    ['no section', { ...first, section: '../x' }],
    ['an unknown kind', { ...first, kind: 'image' }],
    ['a quote of another shape', { ...first, quote: 'x' }],
    ['an empty quote', { ...first, quote: { ...first.quote, text: '' } }],
    ['a text that is none', { ...first, heads: { r0: 7 } }],
    ['a text of a book', { ...first, heads: { r0: 'x'.repeat(30_000) } }],
    ['an odd version name', { ...first, heads: { '<b>': 'x' } }],
    ['a list of the replaced that is none', { ...first, dead: {} }],
    ['no time', { ...first, made: 'today' }],
  ])('refuses a note with %s, keeps the rest and says where', (_what, bad) => {
    expect(readNote(bad)).toBeNull();
    const reading = readRecord({ version: 2, items: {}, notes: { good: first, bad } });
    expect(reading).toMatchObject({ ok: true, skipped: 1, where: '笔记 bad' });
    expect(reading.ok && Object.keys(reading.record.notes)).toEqual(['good']);
    const file = fromFile(JSON.stringify({ ...JSON.parse(toFile(record)), notes: { bad } }));
    expect(file.ok ? '' : file.reason).toMatch(/笔记 bad.*什么都没有改动/);
  });

  const item = { id: 'cliff', hash: 'h0' };
  const bare = { at: 5, earned: 0, hinted: false };
  const given = { seed: 3, face: 'abc', answer: [1, null] };

  test('keeps what was answered wrong, and counts it once when the other copy lacks it', () => {
    const plain = withAttempt(emptyRecord, item, bare);
    const full = withAttempt(emptyRecord, item, { ...bare, given });
    expect(attemptsOf(merge(plain, full), item)).toEqual([{ ...bare, given }]);
    expect(merge(plain, full)).toEqual(merge(full, plain));
    const reading = fromFile(toFile(full));
    expect(reading.ok && reading.record).toEqual(full);
  });

  test.each([
    { ...given, seed: 'x' },
    { ...given, face: '<img>' },
    { seed: 3, face: 'abc' },
    { ...given, answer: 'x'.repeat(3000) },
    'wrong',
  ])('refuses an answer of another shape: %j', (bad) => {
    const items = { cliff: { h0: [{ ...bare, given: bad }] } };
    expect(readRecord({ version: 2, items, notes: {} })).toMatchObject({ ok: true, skipped: 1 });
  });
});
