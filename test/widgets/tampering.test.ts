import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ewmaRunLength } from '../../src/calc/quality/control/ewma.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { Asking } from '../../src/widgets/tampering/asking.ts';
import { mostCups, smoothedWaits, smoothing } from '../../src/widgets/tampering/cups.ts';
import { figureOf, ruleCurve } from '../../src/widgets/tampering/figures.ts';
import { model } from '../../src/widgets/tampering/model.ts';

type Change = Partial<Parameters<typeof model.compute>[0]>;
function said(scenario: string, guess: Guess, change: Change = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

/** 照一个念头拨完 30 杯：看了上一杯偏多少，说机器再挪几克。 */
function played(how: (off: number) => number, batch = 56) {
  let hand: { at: number }[] = [{ at: 0 }];
  while (hand.length < mostCups) {
    const off = model.at({ hand, batch }).desk[hand.length - 1] as number;
    const at = (hand.at(-1) as { at: number }).at + how(off);
    hand = [...hand, { at: Number(Math.min(6, Math.max(-6, at)).toFixed(1)) }];
  }
  return hand;
}

describe('by hand', () => {
  test('pulling back after every cup is the rule of every cup, but for the tenth of a gram', () => {
    const result = model.at({ hand: played((off) => -off) });
    expect(result.mine.meanSquare).toBeCloseTo(result.ruled.meanSquare, 0);
    expect(result.mineRatio).toBeGreaterThan(1.7);
    expect(said('by-hand', 'mine', { hand: played((off) => -off) }).explanation).toMatch(
      /拨了 2[89] 次/,
    );
    expect(said('by-hand', 'none', { hand: played((off) => -off) }).hit).toBe(true);
  });

  test('hands off is the same run: neither praised as a gain nor blamed', () => {
    const still = played(() => 0);
    for (const hand of [[], still]) {
      const result = model.at({ hand });
      expect(result.mine.points).toEqual(result.none.points);
      expect(said('by-hand', 'same', { hand }).hit).toBe(true);
    }
    expect(said('by-hand', 'mine', { hand: still }).explanation).toContain('一次也没有拨');
    expect(said('by-hand', 'mine').explanation).toContain('还没有动手');
    for (const hand of [[], still])
      expect(said('by-hand', 'mine', { hand }).explanation, '没有拨过的人').not.toContain('拨回来');
  });

  test('a guess before the thirty cups, or without one pull, is not taken; looking is', () => {
    let refused = 0;
    const widget = new Asking(
      () => ({}),
      () => (refused += 1),
    );
    widget.commit('none');
    widget.set('hand', played((off) => -off).slice(0, 12));
    widget.commit('none');
    expect([refused, widget.locked, widget.missing]).toEqual([2, true, '先出完 30 杯，再来猜。']);
    widget.set(
      'hand',
      played(() => 0),
    );
    widget.commit('none');
    expect([refused, widget.locked]).toEqual([3, true]);
    expect(widget.missing).toContain('一次也没有拨');
    widget.draft = 'none';
    widget.reveal();
    expect([refused, widget.locked, widget.verdict, widget.answer]).toEqual([3, false, null, null]);
    widget.lockAgain();
    widget.set(
      'hand',
      played((off) => -off),
    );
    widget.commit('none');
    expect([refused, widget.locked, widget.verdict?.hit]).toEqual([3, false, true]);
    // 别的场景不用先出杯
    widget.choose('rule');
    widget.commit(1.95);
    expect([refused, widget.verdict?.hit]).toEqual([3, true]);
  });

  test('the verdict speaks of the reader’s own run, and over many batches it is never below one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: mostCups }),
        fc.integer({ min: 1, max: 99 }),
        (tenths, batch) => {
          const hand = tenths.map((tenth) => ({ at: tenth / 10 }));
          const result = model.at({ hand, batch });
          expect(result.mineExpected).toBeGreaterThanOrEqual(1);
          const { explanation, hit } = said('by-hand', 'none', { hand, batch });
          if (explanation.includes('碰巧')) expect(result.mineRatio).toBeLessThan(1);
          if (hit) expect(result.mine.meanSquare).toBeGreaterThan(result.none.meanSquare);
          if (hand.length < mostCups && result.mine.adjustments > 0)
            expect(explanation).toContain(`出了 ${hand.length} 杯`);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('chasing every cup loses in at least nine batches of ten', () => {
    const batches = Array.from({ length: 99 }, (_, i) => i + 1);
    const lost = batches.filter((batch) => model.at({ batch }).ruledRatio > 1).length;
    expect(lost).toBeGreaterThan(90);
  });
});

describe('by rule', () => {
  test('30 cups: every cup 1.97 times, beyond 1σ 1.95, 2σ 1.60, 3σ 1.07', () => {
    const at = (beyond: number) => fixed(model.at({ beyond }, 'rule').rule.ratio, 2);
    expect([0, 1, 2, 3].map(at)).toEqual(['1.97', '1.95', '1.60', '1.07']);
    expect(said('rule', 1.95).hit).toBe(true);
    expect(said('rule', 1).explanation).toContain('31.7 杯');
    expect(said('rule', 1.5).explanation).toContain('少拨了一些');
    expect(said('rule', 3).explanation).toContain('高了');
  });

  test('a machine really off by 1σ or more is worth pulling back', () => {
    expect(model.at({ beyond: 0, shift: 0.5 }, 'rule').rule.ratio).toBeGreaterThan(1);
    expect(model.at({ beyond: 0, shift: 2 }, 'rule').rule.ratio).toBeLessThan(0.5);
  });
});

describe('false alarms', () => {
  test('30 points 7.8 per cent, at 2σ 75; thirty shops a year 62', () => {
    const any = (watched: number, beyond: number) =>
      fixed(model.at({ watched, beyond }, 'thirty-shops').any * 100, 1);
    expect([any(30, 3), any(30, 2), any(360, 3)]).toEqual(['7.8', '75.3', '62.2']);
    expect(said('thirty-shops', 62).hit).toBe(true);
    expect(said('thirty-shops', 0.3).explanation).toContain('一个点越出');
    expect(said('thirty-shops', 97).explanation).toContain('加了起来');
    expect(said('thirty-shops', 30).explanation).toContain('低了');
    expect(said('thirty-shops', 80).explanation).toContain('高了');
  });
});

describe('a small shift', () => {
  test('1σ off: 43.9 cups one by one, 6.3 points of four, 9.8 by the moving average', () => {
    const { wait, stream } = model.at({}, 'small-shift');
    expect(fixed(wait.single, 1)).toBe('43.9');
    expect(fixed(wait.grouped, 1)).toBe('6.3');
    expect(fixed(wait.smoothed, 1)).toBe('9.8');
    expect(stream.averaged).toBe(14);
    expect(stream.single).toBeNull();
    expect(said('small-shift', 44).hit).toBe(true);
    expect(said('small-shift', 5).explanation).toContain('2.3%');
    expect(said('small-shift', 200).explanation).toContain('没有那么久');
  });

  test('the printed waits of the moving average are those the equation gives', () => {
    smoothedWaits.forEach((printed, i) =>
      expect(
        Math.abs(printed - ewmaRunLength({ shift: i / 10, ...smoothing })),
        `cups.ts 的 smoothedWaits 第 ${i + 1} 个要重算`,
      ).toBeLessThan(0.0051),
    );
    // 没有偏时，误报与 3σ 的单杯图一样稀
    expect(smoothedWaits[0]! / model.at({ beyond: 3 }).wait.single).toBeCloseTo(1, 2);
  });
});

test('what a wrong guess is told holds wherever it is said', () => {
  fc.assert(
    fc.property(
      fc.record({
        beyond: fc.integer({ min: 0, max: 40 }).map((tenth) => tenth / 10),
        watched: fc.integer({ min: 1, max: 40 }).map((ten) => ten * 10),
        shift: fc.integer({ min: 0, max: 30 }).map((tenth) => tenth / 10),
      }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (change, guess) => {
        const result = model.at(change);
        const [rule, alarm, shift] = [
          said('rule', guess / 10, change),
          said('thirty-shops', guess, change),
          said('small-shift', 1 + guess * 20, change),
        ];
        for (const { explanation } of [rule, alarm, shift])
          expect(explanation).not.toMatch(/NaN|Infinity|undefined/);
        if (rule.explanation.startsWith('高了'))
          expect(guess / 10).toBeGreaterThan(result.rule.ratio);
        if (alarm.explanation.startsWith('低了')) expect(guess).toBeLessThan(result.any * 100);
        if (alarm.explanation.startsWith('高了')) expect(guess).toBeGreaterThan(result.any * 100);
        if (shift.explanation.startsWith('没有那么久'))
          expect(1 + guess * 20).toBeGreaterThan(result.wait.single);
      },
    ),
    { numRuns: 150 },
  );
});

test('the curves pass through the numbers', () => {
  for (const scenario of ['rule', 'thirty-shops', 'small-shift']) {
    const values = scenarioValues(model, scenario);
    const spots = ruleCurve(values.watched, values.shift);
    const { figure, at } = figureOf(values, model.compute(values), spots);
    for (const { now, spots: line } of figure.lines)
      if (now !== undefined)
        expect(line.find(({ x }) => Math.abs(x - at) < 1e-9)?.y, scenario).toBeCloseTo(now, 2);
  }
});
