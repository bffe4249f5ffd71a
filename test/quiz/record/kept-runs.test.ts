/** 做到一半的卷子：坏的不收，两个标签页各做一段，并起来谁也不丢。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isTouched,
  mergeRun,
  readRun,
  readRuns,
  settleRuns,
  type KeptRun,
  type KeptRunTurn,
} from '../../../src/quiz/record/kept-runs.ts';

const turn = (id: string, more: Partial<KeptRunTurn> = {}): KeptRunTurn => ({
  id,
  seed: 7,
  face: 'f0',
  answer: null,
  edit: 0,
  first: null,
  hints: 0,
  locked: false,
  ...more,
});
const run = (more: Partial<KeptRun> = {}): KeptRun => ({
  id: 'abc',
  started: 1_700_000_000_000,
  step: 0,
  stage: 'answering',
  layout: 'one',
  openBook: false,
  anchor: '',
  turns: [turn('a'), turn('b')],
  ...more,
});

describe('reading', () => {
  test('what was stored is read back the same', () => {
    const runs = [run({ turns: [turn('a', { answer: ['1', '2'], edit: 3, first: 'wrong' })] })];
    expect(readRuns(JSON.parse(JSON.stringify({ version: 1, runs })))).toEqual({
      kind: 'runs',
      runs,
      skipped: 0,
    });
  });

  test.each<[what: string, value: unknown, kind: string]>([
    ['nothing', undefined, 'broken'],
    ['a list', [], 'broken'],
    ['another version of old', { version: 0, runs: [] }, 'broken'],
    ['a newer version', { version: 2, runs: [] }, 'newer'],
    ['no runs', { version: 1 }, 'broken'],
    ['an empty shelf', { version: 1, runs: [] }, 'runs'],
  ])('%s', (_what, value, kind) => expect(readRuns(value).kind).toBe(kind));

  test.each<[what: string, broken: unknown]>([
    ['an odd id', { ...run(), id: '<img>' }],
    ['an odd stage', { ...run(), stage: 'toString' }],
    ['no turns', run({ turns: [] })],
    ['the same question twice', run({ turns: [turn('a'), turn('a')] })],
    ['a negative step', run({ step: -1 })],
    ['a turn without a seed', { ...run(), turns: [{ ...turn('a'), seed: 'x' }] }],
    ['a turn with an odd outcome', { ...run(), turns: [{ ...turn('a'), first: 'good' }] }],
  ])('a paper with %s is passed over and counted', (_what, broken) => {
    expect(readRun(broken)).toBeNull();
    expect(readRuns({ version: 1, runs: [run(), broken] })).toEqual({
      kind: 'runs',
      runs: [run()],
      skipped: 1,
    });
  });

  test('any JSON at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readRuns(value);
        readRuns({ version: 1, runs: value });
        readRuns({ version: 1, runs: [{ ...run(), turns: value }] });
      }),
    );
  });
});

describe('two tabs', () => {
  test('each having answered another question: both answers are there', () => {
    const mine = run({ turns: [turn('a', { answer: 1, edit: 1 }), turn('b')] });
    const theirs = run({ turns: [turn('a'), turn('b', { answer: 2, edit: 1 })] });
    for (const merged of [mergeRun(mine, theirs), mergeRun(theirs, mine)])
      expect(merged.turns.map(({ answer }) => answer)).toEqual([1, 2]);
  });

  test('the later change to one question wins, whatever the clock says', () => {
    const older = run({ turns: [turn('a', { answer: 1, edit: 4 })] });
    const newer = run({ turns: [turn('a', { answer: 2, edit: 5 })] });
    for (const merged of [mergeRun(older, newer), mergeRun(newer, older)])
      expect(merged.turns[0]?.answer).toBe(2);
  });

  test('once handed in, it is handed in for both; a hint seen in one is seen', () => {
    const open = run({ turns: [turn('a', { hints: 2, edit: 9 })] });
    const marked = run({ step: 1, stage: 'checked', turns: [turn('a', { locked: true })] });
    expect(mergeRun(open, marked)).toEqual(marked);
    expect(mergeRun(marked, open)).toEqual(marked);
    const seen = run({ turns: [turn('a', { hints: 1, edit: 10 })] });
    expect(mergeRun(open, seen).turns[0]).toMatchObject({ hints: 2, edit: 10 });
  });

  test('done again after handing in goes before the earlier handing in', () => {
    const marked = run({ step: 1, stage: 'checked' });
    const again = run({ step: 2, stage: 'answering' });
    expect(mergeRun(marked, again).stage).toBe('answering');
    expect(mergeRun(again, marked).stage).toBe('answering');
  });
});

describe('the shelf', () => {
  test('keeps all that are unfinished, newest first, and of those looked through the one given first', () => {
    const runs = [
      run({ id: 'seen', stage: 'revealed', started: 1 }),
      run({ id: 'old', started: 2 }),
      run({ id: 'before', stage: 'revealed', started: 3 }),
      run({ id: 'new', started: 4 }),
    ];
    expect(settleRuns(runs).map(({ id }) => id)).toEqual(['new', 'old', 'seen']);
  });

  test('takes a paper only once something was done on it', () => {
    expect(isTouched(run())).toBe(false);
    expect(isTouched(run({ turns: [turn('a', { edit: 1 })] }))).toBe(true);
    expect(isTouched(run({ turns: [turn('a', { hints: 1 })] }))).toBe(true);
    expect(isTouched(run({ stage: 'checked' }))).toBe(true);
  });
});
