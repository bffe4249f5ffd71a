import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, neededSays, type Setting } from '../../src/widgets/complaint-iceberg/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}) => ({
  ...scenarioValues(model, scenario),
  ...change,
});
function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const settings = fc.record(
  Object.fromEntries(
    Object.entries(model.params).map(([name, param]) => [
      name,
      fc.double({ min: param.min, max: param.max, noNaN: true }).map((x) => nearest(param, x)),
    ]),
  ),
) as unknown as fc.Arbitrary<Setting>;

describe('the online shop by hand', () => {
  test('complaints from 10 to 20 per cent: 577 lost become 554', () => {
    const { now, invited } = model.at();
    // 900 × 60% + 100 × 40% × 70% + 100 × 60% × 15%
    expect(now.lost).toBeCloseTo(540 + 28 + 9, 9);
    expect(invited.lost).toBeCloseTo(480 + 56 + 18, 9);
  });

  test('below 18.2 per cent resolved, inviting complaints loses more; above, fewer', () => {
    const { needed } = model.at();
    // (40 − 30) ÷ (85 − 30)
    expect(needed).toBeCloseTo(10 / 55, 12);
    for (const [resolutionRate, sign] of [
      [0.18, 1],
      [0.19, -1],
    ] as const) {
      const { now, invited } = model.at({ resolutionRate });
      expect(Math.sign(invited.lost - now.lost), `${resolutionRate}`).toBe(sign);
    }
  });
});

test('the airline: preventing a tenth of the failures keeps far more than the other two', () => {
  const { now, invited, resolved, prevented } = model.at({}, 'airline');
  // 950 × 50% + 25 × 70% + 25 × 20%
  expect(now.lost).toBeCloseTo(475 + 17.5 + 5, 9);
  expect(now.lost - invited.lost).toBeCloseTo(2.5, 9);
  expect(now.lost - resolved.lost).toBeCloseTo(5, 9);
  expect(now.lost - prevented.lost).toBeCloseTo(49.75, 9);
  expect(told('prevent', 'airline').hit).toBe(true);
  expect(told('resolve', 'airline').explanation).toContain('只有开口的那 50 位');
});

test('the threshold says truly, everywhere, whether one more complaint keeps or loses people', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const { needed, now } = model.compute(values);
      const saved = now.savedPerExtraComplaint;
      if (needed === 'always') expect(saved).toBeGreaterThanOrEqual(-1e-12);
      if (needed === 'never') expect(saved).toBeLessThanOrEqual(1e-12);
      if (typeof needed === 'number' && Math.abs(values.resolutionRate - needed) > 1e-9)
        expect(saved > 0).toBe(values.resolutionRate > needed);
      if (needed === 'backward')
        expect(values.retentionResolved).toBeLessThan(values.retentionUnresolved);
    }),
  );
});

test('those lost are the three ways together, and the lines of the figures end where the model does', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const { now, byComplaints, byResolution } = model.compute(values);
      expect(now.silentLost + now.unresolvedLost + now.resolvedLost).toBeCloseTo(now.lost, 9);
      const between = (ends: readonly number[], at: number) =>
        ends[0]! + at * (ends[1]! - ends[0]!);
      expect(between(byComplaints, values.complaintRate)).toBeCloseTo(now.lost, 6);
      expect(between(byResolution[0]!, values.resolutionRate)).toBeCloseTo(now.lost, 6);
    }),
  );
});

describe('what wrong guesses are told', () => {
  test('each hears about its own mistake', () => {
    expect(told(554, 'shop').hit).toBe(true);
    expect(told(577, 'shop').hit).toBe(false);
    expect(told(620, 'shop').explanation).toContain('100 件来自本来一声不吭的人');
    expect(told(480, 'shop').explanation).toContain('多留下 0.23 位');
    expect(told(565, 'shop').explanation).toContain('估少了');
    expect(told(18, 'hotline').hit).toBe(true);
    expect(told(50, 'hotline').explanation).toContain('少留 10 个百分点，处理好的多留 45 个百分点');
    expect(told(5, 'hotline').explanation).toContain('从 40% 掉到 30%');
  });

  test('where inviting loses people, it is told as the exception it is', () => {
    expect(told(500, 'shop', { resolutionRate: 0.05 }).explanation).toContain('例外');
    expect(told(30, 'hotline', { retentionUnresolved: 0.5 }).explanation).toContain('多请总不吃亏');
    expect(neededSays(model.at({ retentionSilent: 0.9 }))).toContain('多请总不讨好');
  });

  test('a guess above is told that fewer leave only where fewer do', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 0, max: 1000 }), (values, guess) => {
        const { explanation, hit } = told(guess, 'shop', values);
        const { now, invited } = model.compute(values);
        if (!hit && /像是坏事多了|方向对/.test(explanation))
          expect(invited.lost).toBeLessThanOrEqual(now.lost + 1e-9);
      }),
    );
  });
});

test('edges: everybody complains, nobody leaves, everybody leaves', () => {
  const says = (change: Partial<Setting>) => {
    const values = setting('shop', change);
    return model.sentence(values, model.compute(values));
  };
  expect(says({ complaintRate: 1 })).toContain('人人都投诉了');
  expect(says({ retentionSilent: 1, retentionUnresolved: 1, retentionResolved: 1 })).toContain(
    '一位也没有走',
  );
  expect(says({ retentionSilent: 0, retentionUnresolved: 0, retentionResolved: 0 })).toContain(
    '走掉 1,000 位',
  );
});
