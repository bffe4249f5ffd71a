import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet, codeLength, writeCode } from '../../../src/classroom/answers/code.ts';
import type { Deck } from '../../../src/classroom/deck/deck.ts';
import { game as overbooking } from '../../../src/classroom/games/overbooking/model.ts';
import * as phases from '../../../src/classroom/lesson/phases.ts';
import { readInk, readState } from '../../../src/classroom/lesson/recovery.ts';

const deck: Deck = {
  id: 'queueing',
  title: '排队管理',
  hash: 'h',
  periods: [45],
  steps: [
    { id: 'open', kind: 'cover', title: '', initials: '', minutes: 1 },
    {
      id: 'bet',
      kind: 'bet',
      title: '',
      initials: '',
      minutes: 3,
      widget: { id: 'pooling', scenario: 'bank', label: '', setting: '' },
      asking: {
        kind: 'number',
        question: '？',
        answers: [],
        count: 3,
        right: 1,
        answer: '',
        explanation: '',
      },
    },
    {
      id: 'play',
      kind: 'game',
      title: '',
      initials: '',
      minutes: 4,
      game: { id: 'overbooking', question: '？' },
    },
  ],
};

test('存了再读，一个样', () => {
  let state = phases.goTo(deck, phases.start(deck), 'bet');
  state = phases.vote(phases.next(deck, state), [1, 2, 3]);
  state = {
    ...phases.next(deck, phases.next(deck, phases.next(deck, state))),
    widget: { id: 'pooling', query: '?s=bank', part: 'even' },
    contrast: true,
    bets: { ...state.bets, group: '2301', size: 60 },
  };
  expect(readState(deck, JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test('游戏的轮数与码存了再读，一个样；不像码的、不是这一步的，一个也不要', () => {
  const code = writeCode(overbooking, { round: 3, decision: [7], tag: 1 });
  const at = phases.next(deck, phases.goTo(deck, phases.start(deck), 'play'));
  const played = phases.takeCodes(phases.nextRound(phases.nextRound(at)), [code]);
  expect(readState(deck, JSON.parse(JSON.stringify(played)))).toEqual(played);
  const codesOf = (game: unknown, id = 'play') =>
    readState(deck, {
      ...played,
      bets: { group: '', size: 0, steps: { [id]: { rounds: [], game } } },
    })?.bets.steps[id]?.game;
  expect(codesOf({ round: 3, codes: [code] })).toEqual({ round: 3, codes: [code] });
  for (const game of [
    { round: 0, codes: [] },
    { round: 1e9, codes: [] },
    { round: 1.5, codes: [] },
    { round: 1, codes: 'ABCD2345' },
    { round: 1, codes: [code, 7] },
    { round: 1, codes: ['<b>ABCD'] },
    { round: 1, codes: [`${code}\n`] },
    { round: 1, codes: ['O1I0O1I0'] },
    { round: 1, codes: Array.from({ length: phases.mostCodes + 1 }, () => code) },
    [code],
    null,
  ])
    expect(codesOf(game), JSON.stringify(game)?.slice(0, 60)).toBeUndefined();
  expect(codesOf({ round: 1, codes: [] }, 'bet')).toBeUndefined();
});

test('码的样子与写码的字母表是一样的', () => {
  const codesOf = (codes: readonly string[]) =>
    readState(deck, {
      ...phases.goTo(deck, phases.start(deck), 'play'),
      bets: { steps: { play: { game: { round: 1, codes } } } },
    })?.bets.steps.play?.game?.codes;
  for (let code = 33; code < 127; code++) {
    const letter = String.fromCharCode(code);
    const taken = codesOf([letter.repeat(codeLength)]) !== undefined;
    expect(taken, letter).toBe(alphabet.includes(letter));
  }
});

test('步没有了、不是这一套的，不接着；段、票、实验对不上的丢掉', () => {
  const stored = phases.goTo(deck, phases.start(deck), 'bet');
  expect(readState(deck, { ...stored, step: 'gone' })).toBeNull();
  expect(readState(deck, { ...stored, deck: 'quality' })).toBeNull();
  expect(readState(deck, { ...stored, phase: 'again' })?.phase).toBe('ask');
  expect(
    readState(deck, { ...stored, widget: { id: 'kingman', query: '', part: '' } })?.widget,
  ).toBeUndefined();
  const bets = { group: '', size: 0, steps: { bet: { rounds: [[1, 2]] }, gone: { rounds: [] } } };
  expect(readState(deck, { ...stored, bets })?.bets.steps).toEqual({ bet: { rounds: [] } });
});

test('存储里什么都可能有：读不坏', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (bets, widget, timer) => {
      const state = readState(deck, {
        deck: 'queueing',
        step: 'bet',
        phase: bets,
        bets,
        widget,
        timer,
      });
      expect(state).not.toBeNull();
      phases.next(deck, state as phases.State);
      phases.timeLeft((state as phases.State).timer, 0);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      readState(deck, stored);
    }),
  );
});

test('笔迹存了再读，一个样；没有这一步的、不像笔画的丢掉', () => {
  const stroke = { id: 2, points: [0.1, 0.2, 0.3, 0.4] };
  expect(readInk(deck, { bet: [stroke], gone: [stroke] })).toEqual({ bet: [stroke] });
  expect(
    readInk(deck, { bet: [stroke, null, { id: 'x' }, { id: 1, points: [Infinity, 0] }] }),
  ).toEqual({
    bet: [stroke],
  });
  for (const stored of [null, 7, [], { bet: 'x' }]) expect(readInk(deck, stored)).toEqual({});
});
