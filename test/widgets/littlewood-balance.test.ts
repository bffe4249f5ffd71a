import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/littlewood-balance/model.ts';

function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('littlewood-balance', () => {
  test.each([
    ['hotel', '41.0', '45.1', 'more'],
    ['half', '40.0', '40.0', 'same'],
    ['shallow', '36.6', '23.2', 'less'],
  ])('%s: σ from 4 to 20 moves the rooms held from %s to %s', (id, calm, wild, way) => {
    const { protection, protectionBefore } = model.at({}, id);
    expect([fixed(protectionBefore, 1), fixed(protection, 1)]).toEqual([calm, wild]);
    expect(told(way, id).hit).toBe(true);
  });

  test('598 over 498 with N(200, 60) holds 142, below the mean', () => {
    expect(model.at({}, 'rail').protection).toBeCloseTo(142, 0);
    expect(told(142, 'rail').hit).toBe(true);
  });

  test('the rooms held are where the two values cross, and where revenue is highest', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const { protection, best, revenueCurve, ratio } = model.compute(values);
      const near = model.compute({ ...values, hold: Math.round(protection) });
      const step = model.compute({ ...values, hold: Math.round(protection) + 3 });
      expect(Math.abs(near.worthAt / values.fareHigh - ratio)).toBeLessThan(0.02);
      expect(step.worthAt).toBeLessThan(near.worthAt);
      for (const [, revenue] of revenueCurve) expect(revenue).toBeLessThanOrEqual(best + 1e-6);
    }
  });

  test('each wrong way of thinking is answered for its own discount, not another', () => {
    for (const id of ['hotel', 'half', 'shallow']) {
      const said = ['more', 'same', 'less'].map((guess) => told(guess, id));
      expect(said.filter(({ hit }) => hit)).toHaveLength(1);
      expect(new Set(said.map(({ explanation }) => explanation)).size).toBe(3);
      // 框里已经写着“猜中了”
      for (const { explanation } of said) expect(explanation).not.toContain('正是');
    }
    expect(told(200, 'rail').explanation).toContain('平均数');
    expect(told(260, 'rail').explanation).toContain('往多里留');
    expect(told(60, 'rail').explanation).toContain('过了头');
    expect(told(160, 'rail').explanation).toContain('不远');
  });

  test('equal fares hold nothing and the sentence says why', () => {
    const values = { ...scenarioValues(model, 'hotel'), fareLow: 900 };
    const result = model.compute(values);
    expect(result.protection).toBe(0);
    expect(model.sentence(values, result)).toContain('不必留');
  });

  test('more to hold than there are seats: all of them, and no more', () => {
    const values = { ...scenarioValues(model, 'rail'), capacity: 100 };
    const result = model.compute(values);
    expect(model.sentence(values, result)).toContain('全留');
    expect(result.hold).toBe(100);
    expect(result.best).toBeGreaterThan(0);
  });
});
