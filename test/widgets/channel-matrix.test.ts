import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import {
  model,
  placementOf,
  places,
  wayOf,
  type Setting,
} from '../../src/widgets/channel-matrix/model.ts';
import { bank, modes } from '../../src/widgets/channel-matrix/settings.ts';

function told(guess: Guess, scenario: string, change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('a bank’s five businesses', () => {
  test('by hand: efficiency weighed by work, opportunity by business to be had', () => {
    // 贷款申请要到第 5 级、放在第 4 级：两成半回头，效率 5 − 0.25 × 7 = 3.25
    // 效率 0.65 × 5 + 0.2 × 3.25 + 0.15 × 3 = 4.35；机会，查余额与转账到 4.5 为止：0.08 × 4.5 + 0.32 × 5.5 + 0.6 × 8 = 6.92
    const { now, tooLean } = model.at({}, 'bank');
    expect(now.efficiency).toBeCloseTo(4.35, 12);
    expect(now.opportunity).toBeCloseTo(0.08 * 4.5 + 0.32 * 5.5 + 0.6 * 8, 12);
    expect(tooLean).toEqual([3]);
  });

  test('advice in the app: efficiency up a tenth of a point, opportunity down 3.6; enquiries: up 1.2, down 0.1', () => {
    const { toApp } = model.at({}, 'bank');
    expect(toApp[4]!.efficiency).toBeCloseTo(0.15 * 0.75, 12);
    expect(toApp[4]!.opportunity).toBeCloseTo(-3.6, 12);
    expect(toApp[0]!.efficiency).toBeCloseTo(1.2, 12);
    expect(toApp[0]!.opportunity).toBeCloseTo(-0.075, 12);
    expect(told('0', 'bank').hit).toBe(true);
    const advice = told('4', 'bank').explanation;
    expect(advice).toContain('75% 的人在手机上办不成');
    expect(advice).toContain('升得最多的是查余额流水：效率升 1.20');
  });

  test('the question names the businesses of the scenario it belongs to', () => {
    const predict = predictionOf(model, 'bank');
    if (predict.kind !== 'choice') throw new Error('the bank asks for a choice');
    expect(predict.options.map(({ label }) => label)).toEqual(bank.map(({ name }) => name));
  });
});

describe('an insurer and a broadband company', () => {
  test('no efficiency given up, opportunity rises from 4.5 to 7.4', () => {
    const { now, best } = model.at({}, 'insurer');
    expect(now.opportunity).toBeCloseTo(4.5, 12);
    expect(best.opportunity).toBeCloseTo(7.35, 2);
    expect(best.efficiency).toBeGreaterThanOrEqual(now.efficiency);
    expect(told(7.4, 'insurer').hit).toBe(true);
    expect(told(4.5, 'insurer').explanation).toContain('此消彼长');
    expect(told(9.5, 'insurer').explanation).toContain('顶住');
    expect(told(6, 'insurer').explanation).toContain('还能再高');
  });

  test('all in the app: nine points on paper, 7.6 with those who come back', () => {
    const { uniform } = model.at({}, 'broadband');
    // 0.2×9 + 0.35×(9 − 0.25×4) + 0.15×(9 − 0.5×5) + 0.2×(9 − 0.25×4) + 0.1×(9 − 0.75×7)
    expect(uniform[1]!.efficiency).toBeCloseTo(7.55, 12);
    expect(told(7.6, 'broadband').hit).toBe(true);
    expect(told(9, 'broadband').explanation).toContain('一次办成');
    expect(told(5, 'broadband').explanation).toContain('没有那么糟');
    expect(told(8.4, 'broadband').explanation).toContain('比你想的多');
    expect(told(6.5, 'broadband').explanation).toContain('少了一点');
  });
});

describe('everywhere', () => {
  const setting = fc.record({
    placement: fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
    back: fc.constantFrom(0, 0.1, 0.25, 0.5),
    scenario: fc.constantFrom('bank', 'insurer', 'broadband'),
  });
  const of = ({
    placement,
    back,
    scenario,
  }: {
    placement: number[];
    back: number;
    scenario: string;
  }) =>
    ({
      ...scenarioValues(model, scenario),
      ...Object.fromEntries(places.map((each, i) => [each, String(placement[i])])),
      back,
    }) as Setting;

  test('the best placement named is reached by placing so, and gives up no efficiency', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        const values = of(drawn);
        expect(placementOf(values)).toEqual(drawn.placement);
        const { now, best } = model.compute(values);
        expect(best.efficiency).toBeGreaterThanOrEqual(now.efficiency - 1e-9);
        expect(best.opportunity).toBeGreaterThanOrEqual(now.opportunity - 1e-9);
        const there = model.compute(of({ ...drawn, placement: [...best.placement] })).now;
        expect(there.opportunity).toBeCloseTo(best.opportunity, 9);
        expect(there.efficiency).toBeCloseTo(best.efficiency, 9);
        for (const { name } of values.businesses)
          expect(wayOf(values, best)).toContain(name as string);
      }),
      { numRuns: 60 },
    );
  });

  test('every explanation of a guess is true where it is given', () => {
    fc.assert(
      fc.property(setting, fc.integer({ min: 0, max: 100 }), (drawn, tenths) => {
        const values = of(drawn);
        const result = model.compute(values);
        for (const scenario of ['insurer', 'broadband']) {
          const predict = predictionOf(model, scenario);
          if (predict.kind !== 'number') continue;
          const { hit, explanation } = judge(predict, tenths / 10, values, result, fixed);
          const answer = predict.answer(values, result);
          if (hit) continue;
          if (/多了一点|想到了有人回头|一次办成/.test(explanation))
            expect(tenths / 10).toBeGreaterThan(answer);
          if (/还能再高|少了一点|没有那么糟|此消彼长/.test(explanation))
            expect(tenths / 10).toBeLessThan(answer);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('scores are said to be made up, and come from the calculation', () => {
    expect(model.directional).toBe(true);
    const values = scenarioValues(model, 'bank');
    expect(model.table(values, model.compute(values)).caption).toContain('本课件设的');
    expect(modes.map(({ name }) => name)).toHaveLength(6);
  });
});
