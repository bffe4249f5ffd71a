import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { briefText, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, survey } from '../../src/widgets/fence-fairness/model.ts';
import {
  legalRatings,
  pairs,
  pairScores,
  saysOf,
  statements,
  unrated,
} from '../../src/widgets/fence-fairness/statements.ts';

function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('fence-fairness', () => {
  test('the same 100 yuan is 16.7 per cent off 598 and 20.1 per cent on 498', () => {
    const { discountShare, surchargeShare } = model.at();
    expect(discountShare).toBeCloseTo(100 / 598, 12);
    expect(surchargeShare).toBeCloseTo(100 / 498, 12);
    expect([discountShare, surchargeShare].map((each) => fixed(each * 100, 1))).toEqual([
      '16.7',
      '20.1',
    ]);
  });

  test('the reference price decides who gains and who loses, and its ends are the two framings', () => {
    const low = model.at({ reference: 0 });
    expect([low.above, low.below]).toEqual([low.surchargeShare, 0]);
    const high = model.at({ reference: 1 });
    expect(high.above).toBe(0);
    expect(high.below).toBeCloseTo(high.discountShare, 12);
    // 参照 553 元：+8.1%，−9.9%
    const between = model.at({ reference: 0.55 });
    expect(between.mark).toBeCloseTo(553, 9);
    expect([between.above, between.below].map((each) => fixed(each * 100, 1))).toEqual([
      '8.1',
      '9.9',
    ]);
  });

  test('the show by hand: 120 × 500 + 400 × 64 = 85 600, 13 600 above 72 000, nothing left at 62.5 per cent', () => {
    const show = model.at({}, 'show');
    expect(show.fencedRevenue).toBe(120 * 500 + 400 * 80 * 0.8);
    expect(show.best).toBe(72000);
    expect(show.gain).toBe(13600);
    expect(show.breakEvenLeakage).toBeCloseTo(0.625, 12);
    expect(model.at({ leakage: 0.625 }, 'show').gain).toBeCloseTo(0, 6);
  });

  test('where the low price alone is the better one, even a fence that leaks all loses nothing', () => {
    const values = { ...scenarioValues(model, 'rail'), leakage: 1 };
    const result = model.compute(values);
    expect(result.gain).toBe(0);
    expect(model.sentence(values, result)).toContain('漏光了也只是回到只卖低价');
  });

  test('the scarce car is told in its own dollars: no yuan, no fence, no train', () => {
    const values = scenarioValues(model, 'car');
    const result = model.compute(values);
    expect(model.sentence(values, result)).toBe(
      '原来付 8,800 美元，缺货以后付 9,000 美元，多付 200 美元。参照价是 9,000 美元，照它看，原来是让价，便宜了 2.2%，现在只是不让了。',
    );
    const raised = { ...values, reference: 0 };
    expect(model.sentence(raised, model.compute(raised))).toContain(
      '参照价是 8,800 美元，照它看，现在是越过它加价，贵了 2.3%',
    );
    const { rows } = model.table(values, result);
    expect(rows.map(([, price]) => price)).toEqual([8800, 9000, 9000]);
    expect(briefText(model, values, result)).not.toContain('围栏');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(20.1, 'rail').hit).toBe(true);
    expect(told(16.7, 'rail').explanation).toContain('分母变了');
    expect(told(12, 'rail').explanation).toContain('猜低了');
    expect(told(30, 'rail').explanation).toContain('猜高了');
    expect(survey.withdrawn.unfair).toBe(0.42);
    expect(told(42, 'car').hit).toBe(true);
    expect(told(71, 'car').explanation).toContain('照钱算');
    expect(told(55, 'car').explanation).toContain('低估了说法的分量');
    expect(told(15, 'car').explanation).toContain('走得太远');
    expect(told(62.5, 'show').hit).toBe(true);
    expect(told(20, 'show').explanation).toContain('多 13,600 元');
    expect(told(100, 'show').explanation).toContain('只卖高价的 72,000 元');
    expect(told(50, 'show').explanation).toContain('相近');
  });
});

describe('one’s own ratings', () => {
  const rated = (scores: Partial<Record<`${string}-${string}`, number>>) =>
    statements.map(({ pair, side }) => scores[`${pair}-${side}`] ?? 0);

  test('every pair has both its sides, and no two of a pair stand next to each other', () => {
    for (const { id } of pairs) {
      const places = statements.flatMap(({ pair }, i) => (pair === id ? [i] : []));
      expect(places, id).toHaveLength(2);
      expect(places[1]! - places[0]!, `${id} 的两句挨着`).toBeGreaterThan(1);
    }
  });

  test('what is stored is taken only when it is six whole scores', () => {
    expect(legalRatings([1, 2, 3, 4, 5, 0])).toEqual([1, 2, 3, 4, 5, 0]);
    for (const spoiled of [null, 'x', [1, 2], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 1.5]])
      expect(legalRatings(spoiled)).toEqual(unrated);
  });

  test('a pair is compared only when both its sentences are rated', () => {
    const one = rated({ 'train-plain': 4 });
    expect(pairScores(one, 'train')).toEqual({ plain: 4, other: null });
    expect(saysOf(one)).toContain('一对两句都打了才好比');
    expect(saysOf(unrated)).toContain('还没有打分');
    expect(saysOf(rated({ 'train-plain': 4, 'train-other': 2 }))).toContain('说成减价的公平一些');
    expect(saysOf(rated({ 'train-plain': 2, 'train-other': 4 }))).toContain('多数人相反');
    expect(saysOf(rated({ 'room-plain': 3, 'room-other': 3 }))).toContain('一样的分');
  });
});
