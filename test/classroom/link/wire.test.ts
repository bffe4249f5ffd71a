import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../../src/classroom/deck/deck.ts';
import * as phases from '../../../src/classroom/lesson/phases.ts';
import { readMessage, written, type Said } from '../../../src/classroom/link/wire.ts';

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
      game: { id: 'funnel', question: '？' },
    },
  ],
};
const from = '0123456789abcdef';
const state: phases.State = {
  ...phases.vote(phases.next(deck, phases.goTo(deck, phases.start(deck), 'bet')), [1, 2, 3]),
  widget: {
    id: 'pooling',
    query: '?s=bank',
    part: '',
    clocks: [{ time: 3, playing: true, speed: 1, at: 5 }],
    own: '{"hand":null}',
  },
};
const played = phases.takeCodes(phases.next(deck, phases.goTo(deck, state, 'play')), ['ABCD2345']);
const view = { code: false, magnified: true };
const all: Said[] = [
  { k: 'state', rev: 7, live: true, state, view },
  { k: 'state', rev: 8, live: true, state: played, view },
  { k: 'need', page: 'desk', taking: false },
  { k: 'point', x: 0.5, y: 1, on: true },
  { k: 'ink', step: 'bet', stroke: { id: 3, points: [0.1, 0.2, 0.3, 0.4] } },
  { k: 'ink', step: 'bet', stroke: { id: 0, points: [] } },
  { k: 'ack', rev: 7, painted: true, shape: 16 / 9 },
  { k: 'ask-next' },
  { k: 'ask-prev' },
  { k: 'bye' },
];
/** 从一个窗口到另一个窗口，只有能抄走的东西过得去。 */
const carried = (said: object) => JSON.parse(JSON.stringify(said)) as Record<string, unknown>;

describe('说得出的都听得懂', () => {
  test.each(all.map((said) => [said.k, said] as const))('%s', (_k, said) => {
    expect(readMessage(deck, carried(written(from, 4, said)))).toEqual({
      from,
      epoch: 4,
      ...said,
    });
  });
});

describe('不像话的一概丢掉', () => {
  const bad: [string, object][] = [
    ['别的版本', { v: 2 }],
    ['没有说是谁', { from: undefined }],
    ['窗口的编号不像', { from: '__proto__' }],
    ['代数不是数', { epoch: '4' }],
    ['代数是负的', { epoch: -1 }],
    ['代数大到加一就不准了', { epoch: Number.MAX_SAFE_INTEGER }],
    ['没有这种话', { k: 'eval' }],
    ['话是原型上的名字', { k: 'constructor' }],
  ];
  test.each(bad)('%s', (_name, change) => {
    for (const said of all)
      expect(readMessage(deck, carried({ ...written(from, 4, said), ...change }))).toBeNull();
  });

  const wrong: [string, Said['k'], object][] = [
    ['版次不是整数', 'state', { rev: 1.5 }],
    ['驾没驾说不清', 'state', { live: 'yes' }],
    ['没有状态', 'state', { state: null }],
    ['别的一章', 'state', { state: { ...state, deck: 'quality' } }],
    ['没有这一步', 'state', { state: { ...state, step: 'gone' } }],
    ['这一步没有这一段', 'state', { state: { ...state, phase: 'again' } }],
    [
      '设置长得离谱',
      'state',
      { state: { ...state, widget: { ...state.widget, query: 'x'.repeat(200_000) } } },
    ],
    [
      '钟走到零以前',
      'state',
      { state: { ...state, widget: { ...state.widget, clocks: [{ time: -1 }] } } },
    ],
    ['钟不是一列', 'state', { state: { ...state, widget: { ...state.widget, clocks: 'x' } } }],
    [
      '手上的东西不是字',
      'state',
      { state: { ...state, widget: { ...state.widget, own: { hand: 1 } } } },
    ],
    [
      '手上的东西长得离谱',
      'state',
      { state: { ...state, widget: { ...state.widget, own: 'x'.repeat(200_000) } } },
    ],
    ['没有样子', 'state', { view: [] }],
    ['没有这种窗口', 'need', { page: 'phone' }],
    ['光点在台面外', 'point', { x: 1.2 }],
    ['光点不是数', 'point', { y: null }],
    ['没有这一步的笔迹', 'ink', { step: '__proto__' }],
    ['笔画缺一半', 'ink', { stroke: { id: 1, points: [0.1] } }],
    ['笔画飞出去', 'ink', { stroke: { id: 1, points: [0.1, 1e9] } }],
    ['笔画长得离谱', 'ink', { stroke: { id: 1, points: Array(20_000).fill(0) } }],
    ['全擦还带着点', 'ink', { stroke: { id: 0, points: [0, 0] } }],
    ['墙的样子离谱', 'ack', { shape: 1e6 }],
    ['画没画说不清', 'ack', { painted: 1 }],
  ];
  test.each(wrong)('%s', (_name, k, change) => {
    const said = all.find((each) => each.k === k) as Said;
    expect(readMessage(deck, carried({ ...written(from, 4, said), ...change }))).toBeNull();
  });

  test('两个窗口的课件不是一版，只说一声，不采用', () => {
    const older = { k: 'state', rev: 1, live: true, state: { ...state, hash: 'old' }, view };
    expect(readMessage(deck, carried(written(from, 1, older as Said)))).toEqual({
      k: 'other',
      from,
      epoch: 1,
      hash: 'old',
    });
  });

  test('频道里什么都可能有：读不坏；读得出的状态，走得动、画得出', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        readMessage(deck, data);
      }),
    );
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        'bet',
        'open',
        'ask',
        'collect',
        'counts',
        'reveal',
        'black',
        'queueing',
        'h',
      ),
    );
    const twisted = fc.record({
      key: fc.constantFrom(...Object.keys(state), 'rev', 'live', 'view', 'from', 'epoch'),
      value: part,
    });
    fc.assert(
      fc.property(fc.array(twisted, { maxLength: 3 }), (changes) => {
        const said = carried(written(from, 4, all[0] as Said));
        const inner = said['state'] as Record<string, unknown>;
        for (const { key, value } of changes) (key in state ? inner : said)[key] = value;
        const message = readMessage(deck, said);
        if (message?.k !== 'state') return;
        const read = message.state;
        expect(deck.steps.map(({ id }) => id)).toContain(read.step);
        expect(phases.phasesOf(deck.steps.find(({ id }) => id === read.step)!)).toContain(
          read.phase,
        );
        expect(['', 'black', 'white']).toContain(read.blank);
        expect(phases.timeLeft(read.timer, 0)).toBeGreaterThanOrEqual(0);
        for (const { rounds } of Object.values(read.bets.steps))
          for (const count of rounds.flat()) expect(count).toBeGreaterThanOrEqual(0);
        phases.next(deck, phases.back(deck, read));
      }),
      { numRuns: 2000 },
    );
  });
});
