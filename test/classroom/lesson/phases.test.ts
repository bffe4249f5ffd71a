import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asking, Deck, Step } from '../../../src/classroom/deck/deck.ts';
import * as phases from '../../../src/classroom/lesson/phases.ts';

const asking = (change: Partial<Asking> = {}): Asking => ({
  kind: 'number',
  question: '几分钟？',
  answers: ['少', '中', '多'].map((label) => ({ label, why: '' })),
  count: 3,
  right: 1,
  answer: '5 分钟',
  explanation: '',
  ...change,
});
const see = { ask: '看到哪一个？', options: ['甲', '乙'], right: 0 };
const step = (id: string, kind: Step['kind'], change: Partial<Step> = {}): Step => ({
  id,
  kind,
  title: id,
  initials: id,
  minutes: 3,
  ...change,
});
const deck: Deck = {
  id: 'queueing',
  title: '排队管理',
  hash: 'h',
  periods: [45],
  steps: [
    step('cover', 'cover'),
    step('vote', 'ask', { asking: asking({ kind: 'choice', right: null }) }),
    step('bet', 'bet', { asking: asking(), see }),
    step('again', 'ask', { asking: asking(), revote: true }),
    step('curve', 'bet', { asking: asking({ kind: 'curve', right: null, answers: [], count: 0 }) }),
    step('run', 'run', { see }),
    step('hidden', 'run', { see, covered: '哪一个高？' }),
    step('talk', 'discuss', { seconds: 60 }),
    step('play', 'game', { game: { id: 'overbooking', question: '多卖几张？' } }),
    step('end', 'explain'),
  ],
};
const start = phases.start(deck);
const at = (id: string, phase: phases.Phase): phases.State => {
  let state = phases.goTo(deck, start, id);
  while (state.phase !== phase) {
    const following = phases.next(deck, state);
    if (following.step !== id) throw new Error(`${id} 没有 ${phase}`);
    state = following;
  }
  return state;
};
const position = ({ step: id, phase }: phases.State) => `${id}.${phase}`;

describe('走法', () => {
  test('一步走哪几段，由它是什么、有没有答案、要不要重投定', () => {
    const of = (id: string) =>
      phases.phasesOf(deck.steps.find((each) => each.id === id) as Step).join(' ');
    expect(of('cover')).toBe('show');
    expect(of('vote')).toBe('ask collect counts');
    expect(of('bet')).toBe('ask collect counts reveal watch see explain');
    expect(of('again')).toBe('ask collect discuss again counts reveal');
    expect(of('curve')).toBe('ask collect reveal explain');
    expect(of('run')).toBe('run see told');
    expect(of('hidden')).toBe('covered run see told');
    expect(of('play')).toBe('brief codes board debrief');
  });

  test('从头走到尾，每一段都到过，到头不动；再从尾走回头，原路', () => {
    const seen = [position(start)];
    let state = start;
    for (;;) {
      const following = phases.next(deck, state);
      if (following === state) break;
      state = following;
      seen.push(position(state));
    }
    expect(seen.at(-1)).toBe('end.show');
    expect(new Set(seen).size).toBe(seen.length);
    const returned = [position(state)];
    for (;;) {
      const before = phases.back(deck, state);
      if (before === state) break;
      state = before;
      returned.push(position(state));
    }
    expect(returned).toEqual(seen.toReversed());
  });

  test('随便怎么走：后退总是撤回前进', () => {
    const act = fc.oneof(
      fc.constantFrom('next', 'back', 'revote', 'uncover'),
      fc.constantFrom(...deck.steps.map(({ id }) => `go ${id}`)),
      fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let state = start;
        for (const each of acts) {
          if (Array.isArray(each)) state = phases.vote(state, each);
          else if (each === 'next') state = phases.next(deck, state);
          else if (each === 'back') state = phases.back(deck, state);
          else if (each === 'revote') state = phases.toggleRevote(deck, state);
          else if (each === 'uncover') state = phases.uncover(deck, state);
          else state = phases.goTo(deck, state, each.slice(3));
          const found = deck.steps.find(({ id }) => id === state.step) as Step;
          expect(phases.phasesOf(found, phases.betsOf(state, state.step))).toContain(state.phase);
          const forward = phases.next(deck, state);
          if (forward !== state) expect(position(phases.back(deck, forward))).toBe(position(state));
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('黑屏时往后先亮回来，不往后走', () => {
    const dark = { ...start, blank: 'black' as const };
    expect(position(phases.next(deck, dark))).toBe(position(start));
    expect(phases.next(deck, dark).blank).toBe('');
  });

  test('R 直接亮答案，再按盖回去；没有答案的亮票数；不押注的不动', () => {
    const bet = at('bet', 'ask');
    const shown = phases.uncover(deck, bet);
    expect(shown.phase).toBe('reveal');
    expect(phases.uncover(deck, shown).phase).toBe('collect');
    expect(phases.uncover(deck, at('vote', 'ask')).phase).toBe('counts');
    expect(phases.uncover(deck, start)).toBe(start);
    expect(phases.uncover(deck, at('run', 'run')).phase).toBe('run');
    const hidden = at('hidden', 'covered');
    expect(phases.uncover(deck, hidden).phase).toBe('run');
    expect(phases.uncover(deck, at('hidden', 'told')).phase).toBe('covered');
  });
});

describe('游戏', () => {
  test('收到的码跟着这一步；再来一轮从念题起，码是空的，别的步不动', () => {
    const codes = ['ABCD2345', 'EFGH2345'];
    let state = phases.takeCodes(at('play', 'codes'), codes);
    expect(phases.gameOf(state)).toEqual({ round: 1, codes });
    state = phases.next(deck, phases.next(deck, state));
    expect(position(state)).toBe('play.debrief');
    expect(phases.gameOf(state).codes).toEqual(codes);
    const again = phases.nextRound(state);
    expect(position(again)).toBe('play.brief');
    expect(phases.gameOf(again)).toEqual({ round: 2, codes: [] });
    expect(phases.gameOf(phases.goTo(deck, state, 'bet'))).toEqual({ round: 1, codes: [] });
    expect(phases.gameOf(phases.goTo(deck, phases.goTo(deck, state, 'bet'), 'play')).codes).toEqual(
      codes,
    );
  });

  test('码再多也有个头；不收票，R 不动', () => {
    const many = Array.from({ length: 900 }, () => 'ABCD2345');
    const state = phases.takeCodes(at('play', 'codes'), many);
    expect(phases.gameOf(state).codes).toHaveLength(phases.mostCodes);
    expect(phases.ballotOf(state)).toBeNull();
    expect(phases.vote(state, [1])).toBe(state);
    expect(phases.uncover(deck, state)).toBe(state);
  });
});

describe('票', () => {
  test('头一轮与再投的各记各的，看到的另记', () => {
    let state = phases.vote(at('again', 'collect'), [1, 2, 3]);
    state = phases.next(deck, phases.next(deck, state));
    expect(state.phase).toBe('again');
    state = phases.vote(state, [0, 6, 0]);
    expect(phases.betsOf(state, 'again').rounds).toEqual([
      [1, 2, 3],
      [0, 6, 0],
    ]);
    const seen = phases.vote(at('bet', 'see'), [4, 1]);
    expect(phases.betsOf(seen, 'bet').seen).toEqual([4, 1]);
    expect(phases.betsOf(seen, 'bet').rounds).toEqual([]);
  });

  test('答案亮过以后敲的不算押注，退回去也不算', () => {
    const counted = phases.vote(at('bet', 'collect'), [1, 2, 3]);
    let state = phases.next(deck, phases.next(deck, counted));
    expect(state.phase).toBe('reveal');
    state = phases.back(deck, phases.back(deck, state));
    expect(state.phase).toBe('collect');
    expect(phases.ballotOf(state)).toBeNull();
    expect(phases.vote(state, [9, 9, 9])).toBe(state);
    expect(phases.betsOf(state, 'bet').rounds).toEqual([[1, 2, 3]]);
  });

  test('讨论后重投可以临时加上，也可以临时免去', () => {
    const bet = phases.toggleRevote(deck, at('bet', 'collect'));
    expect(phases.next(deck, bet).phase).toBe('discuss');
    const again = phases.toggleRevote(deck, at('again', 'collect'));
    expect(phases.next(deck, again).phase).toBe('counts');
    const curve = at('curve', 'collect');
    expect(phases.toggleRevote(deck, curve)).toBe(curve);
  });

  test('票数最多的错答，与三成、七成两道线', () => {
    expect(phases.fullestWrong([3, 9, 5], 1)).toBe(2);
    expect(phases.fullestWrong([0, 9, 0], 1)).toBeNull();
    expect(phases.advice([80, 20, 0], 1)).toBe('hint');
    expect(phases.advice([50, 50, 0], 1)).toBe('discuss');
    expect(phases.advice([10, 90, 0], 1)).toBe('reveal');
    expect(phases.advice([0, 0, 0], 1)).toBeNull();
    expect(phases.advice([5, 5], null)).toBeNull();
  });

  test('画的线最多五条，揭晓以后不再收', () => {
    const lines = Array.from({ length: 7 }, () => [1, 2]);
    const drawn = phases.drawCurves(at('curve', 'collect'), lines);
    expect(phases.betsOf(drawn, 'curve').curves).toHaveLength(phases.mostCurves);
    const shown = phases.next(deck, drawn);
    expect(phases.drawCurves(shown, [])).toBe(shown);
  });
});

describe('倒计时', () => {
  test('开始、停住、接着走、走完了从头来；钟往回拨也不多给', () => {
    let state = phases.toggleTimer(start, 60_000, 1000);
    expect(phases.timeLeft(state.timer, 31_000)).toBe(30_000);
    state = phases.toggleTimer(state, 60_000, 31_000);
    expect(phases.timeLeft(state.timer, 99_000)).toBe(30_000);
    state = phases.toggleTimer(state, 60_000, 99_000);
    expect(phases.timeLeft(state.timer, 98_000)).toBe(30_000);
    expect(phases.timeLeft(state.timer, 999_000)).toBe(0);
    state = phases.toggleTimer(state, 60_000, 999_000);
    expect(phases.timeLeft(state.timer, 999_000)).toBe(60_000);
  });

  test('换了步，倒计时与台上的实验都换下', () => {
    const state = {
      ...phases.toggleTimer(start, 60_000, 0),
      widget: { id: 'pooling', query: '', part: '' },
    };
    const moved = phases.next(deck, state);
    expect(moved.widget).toBeUndefined();
    expect(moved.timer.since).toBeNull();
  });
});
