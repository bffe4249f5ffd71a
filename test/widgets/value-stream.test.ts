import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import { model } from '../../src/widgets/value-stream/model.ts';
import { claim, loan, waste, type Step } from '../../src/widgets/value-stream/steps.ts';
import { inHand, share, type Setting } from '../../src/widgets/value-stream/stream.ts';

const settingOf = (id: string) => scenarioValues(model, id) as Setting;
const verdict = (id: string, guess: Guess, values = settingOf(id)) =>
  judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
const anyStep = fc.record({
  name: fc.constant('一段'),
  minutes: fc.integer({ min: 1, max: 20000 }),
  kind: fc.integer({ min: 0, max: 2 }),
  gone: fc.integer({ min: 0, max: 1 }),
});
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 20 });

describe('王老板的贷款', () => {
  const { before, calendar, waits } = model.at();

  test('is twelve days of the calendar, 47 minutes of value and 75 that are necessary', () => {
    expect(calendar.before).toBe(12 * 24 * 60);
    expect([before.valueTime, before.necessaryTime]).toEqual([47, 75]);
    expect(waits, '“六段等、退”').toBe(6);
  });

  test('has a value-added ratio of 0.27 %, and 0.82 % by working hours', () => {
    expect(share(before.valueAddedRatio)).toBe('0.27%');
    expect(share(model.at({ office: true }).before.valueAddedRatio)).toBe('0.82%');
    expect(model.at({ office: true }).before.totalTime).toBe(12 * 480);
  });

  test('keeps 122 minutes without its waits, 38.5 % of them value', () => {
    const { after } = model.at({}, 'waitless');
    expect(after.totalTime).toBe(122);
    expect(share(after.valueAddedRatio)).toBe('38.5%');
    expect(share(before.ratioWithoutWaste)).toBe('38.5%');
  });

  test('is paid out last, and asks of the worker’s minutes, not of the value alone', () => {
    expect(loan.at(-1)!.name).toBe('放款');
    expect(loan.every((step) => legalRow(model.params.steps, step).name === step.name)).toBe(true);
    const values = settingOf('loan');
    const question = questionText(predictionOf(model, 'loan'), values, model.compute(values));
    expect(question).toContain('12 天');
    expect(question).not.toMatch(/47|75|122/);
  });
});

describe('guesses', () => {
  test('about two hours hits; half the working days, half a day and 47 minutes hear why not', () => {
    expect(verdict('loan', 122).hit).toBe(true);
    expect(verdict('loan', 5000).explanation).toContain('别人的件');
    expect(verdict('loan', 17280).explanation).toContain('100% 的时间都有人在办它');
    expect(verdict('loan', 600).explanation).toContain('人人都忙');
    expect(verdict('loan', 160).explanation).toContain('还要少');
    expect(verdict('loan', 47).explanation).toContain('增值的那一份');
    expect(verdict('loan', 20000).explanation).toContain('还长');
  });

  test('twice as fast saves 61 minutes of twelve days', () => {
    const { calendar } = model.at({}, 'faster');
    expect(calendar.before - calendar.after).toBe(61);
    expect(verdict('faster', 11.96).hit).toBe(true);
    expect(verdict('faster', 6).explanation).toContain('把等也快了一倍');
    expect(verdict('faster', 10).explanation).toContain('没有那么多');
    expect(verdict('faster', 12).hit, '一点没省不算猜中').toBe(false);
    expect(verdict('faster', 12).explanation).toContain('也不是一点没省');
    expect(verdict('faster', 11.997).explanation).toContain('也不是一点没省');
    expect(verdict('faster', 13).explanation).toContain('不会更慢');
  });

  test('without waits the ratio is neither 100 % nor what it was', () => {
    expect(verdict('waitless', 38.5).hit).toBe(true);
    expect(verdict('waitless', 100).explanation).toContain('75 分钟');
    expect(verdict('waitless', 1).explanation).toContain('分母');
  });

  test('whatever the path, what a guess is told is true of it', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 0, max: 100000 }), (steps, guess) => {
        const values = { ...settingOf('claim'), steps };
        const { before, calendar } = model.compute(values);
        const { hit, explanation } = verdict('claim', guess, values);
        if (hit) return;
        if (explanation.includes('还长')) expect(guess).toBeGreaterThan(calendar.before);
        if (/的时间都有人在办它/.test(explanation))
          expect(guess).toBeLessThanOrEqual(calendar.before);
        if (/还要少|人人都忙|别人的件/.test(explanation))
          expect(guess).toBeGreaterThan(inHand(before));
        if (explanation.startsWith('少了些')) expect(guess).toBeLessThan(inHand(before));
      }),
    );
  });
});

describe('any path', () => {
  test('what is cut and sped shortens the calendar, value stays until it is sped', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { before, after, calendar, cut } = model.at({ steps });
        expect(after.valueTime).toBe(before.valueTime);
        expect(calendar.after).toBeLessThanOrEqual(calendar.before);
        expect(cut).toBe(steps.filter(({ kind, gone }) => kind === waste && gone === 1).length);
      }),
    );
  });

  test('by working hours the ratio is never smaller, and never above one', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const [whole, office] = [model.at({ steps }), model.at({ steps, office: true })];
        expect(office.before.valueAddedRatio).toBeGreaterThanOrEqual(
          whole.before.valueAddedRatio - 1e-12,
        );
        expect(office.before.valueAddedRatio).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('nothing but waits, all cut, is said in words', () => {
    const steps: Step[] = [{ name: '等', minutes: 500, kind: waste, gone: 1 }];
    const values = { ...settingOf('loan'), steps };
    expect(model.sentence(values, model.compute(values))).toContain('什么也没有剩下');
  });
});

test('the claim form takes nine days, and its wait is at the hand-overs', () => {
  const total = claim.reduce((sum, { minutes }) => sum + minutes, 0);
  expect(total).toBe(9 * 24 * 60);
  expect(
    claim.filter(({ kind }) => kind === waste).every(({ name }) => name.startsWith('等')),
  ).toBe(true);
});
