import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/calc/core/normal.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import {
  horizon,
  mixAt,
  model,
  money,
  stores,
  type Setting,
} from '../../src/widgets/own-or-franchise/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}): Setting => ({
  ...scenarioValues(model, scenario),
  ...change,
});
/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('own-or-franchise', () => {
  test('the same average, twice the spread: reputation 80.9 becomes 76.8, by hand', () => {
    const { ownStores, franchiseStores } = model.at({}, 'same-average');
    const z = normalQuantile(0.05);
    expect(ownStores.reputation).toBeCloseTo(85 + 0.5 * 5 * z, 9);
    expect(franchiseStores.reputation).toBeCloseTo(85 + 0.5 * 10 * z, 9);
    expect(ownStores.reputation).toBeCloseTo(80.9, 1);
    expect(franchiseStores.reputation).toBeCloseTo(76.8, 1);
  });

  test('80 ± 10: 80.9, 78.2 at two tenths, 74.8 at a half, 71.8 at all; the first three tenths hurt most', () => {
    const values = setting('first-third');
    const at = (share: number) => mixAt(values, share).reputation;
    expect([0, 0.2, 0.5, 1].map((share) => Number(at(share).toFixed(1)))).toEqual([
      80.9, 78.2, 74.8, 71.8,
    ]);
    const steps = Array.from({ length: 10 }, (_, i) => at(i / 10) - at((i + 1) / 10));
    expect(steps.slice(0, 3).map((step) => Number(step.toFixed(1)))).toEqual([1.2, 1.5, 1.4]);
    steps.slice(7).forEach((step) => expect(step).toBeLessThan(0.61));
    expect(told('early', 'first-third').hit).toBe(true);
    expect(told('late', 'first-third').explanation).toContain('从 80.9 到 76.8');
    // 两成的店，占了最差那批的九成
    expect(told('even', 'first-third').explanation).toContain('加盟店占 90%');
  });

  test('six years: 110 stores of one’s own, or 380 with 231 million and a reputation of 72.0', () => {
    const { allOwn, allFranchise } = model.at({}, 'six-years');
    const [own, franchise] = [allOwn[horizon]!, allFranchise[horizon]!];
    expect(allOwn.map(stores)).toEqual([20, 30, 39, 50, 65, 85, 110]);
    expect(own.reputation).toBeCloseTo(80.9, 1);
    expect([stores(franchise), franchise.cash]).toEqual([380, 23_100]);
    expect(franchise.reputation).toBeCloseTo(72.0, 1);
    expect(money(franchise.cash)).toBe('2.31 亿元');
    // 现在的走法：场景里新店全是直营
    expect(model.at({}, 'six-years').end).toEqual(own);
  });

  test('a royalty of 5.0 % makes both ways worth 90, by the annuity', () => {
    const { ownValue, franchiseValue, breakEvenRoyaltyRate } = model.at({}, 'royalty');
    const annuity = Array.from({ length: 8 }, (_, t) => 1.1 ** -(t + 1)).reduce((a, b) => a + b);
    expect(ownValue).toBeCloseTo(45 * annuity - 150, 9);
    expect(ownValue).toBeCloseTo(90.07, 2);
    expect(franchiseValue).toBeCloseTo(90.02, 2);
    expect(breakEvenRoyaltyRate).toBeCloseTo(0.05003, 5);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(76.8, 'same-average').hit).toBe(true);
    expect(told(80.9, 'same-average').explanation).toContain('尾巴变长了');
    expect(told(85, 'same-average').explanation).toContain('尾巴变长了');
    expect(told(79, 'same-average').explanation).toContain('扣少了');
    expect(told(70, 'same-average').explanation).toContain('扣多了');
    expect(told(110, 'six-years').hit).toBe(true);
    expect(told(60, 'six-years').explanation).toContain('够再开 40 家');
    expect(told(380, 'six-years').explanation).toContain('只够开 10 家');
    expect(told(85, 'six-years').explanation).toContain('少了');
    expect(told(160, 'six-years').explanation).toContain('三年多');
    expect(told(5, 'royalty').hit).toBe(true);
    expect(told(15, 'royalty').explanation).toContain('可先要投 150 万');
    expect(told(9, 'royalty').explanation).toContain('没有出本钱');
    expect(told(2, 'royalty').explanation).toContain('低了');
    // 散开不是一倍时，不说散开一倍
    expect(told(84, 'same-average', { franchiseSd: 15 }).explanation).not.toContain('散开一倍');
  });

  test('the explanations of the answers hold over the whole range', () => {
    const on = (name: 'franchiseMean' | 'franchiseSd' | 'exposure' | 'share') => {
      const param = model.params[name];
      return fc
        .double({ min: param.min, max: param.max, noNaN: true })
        .map((value) => nearest(param, value));
    };
    fc.assert(
      fc.property(
        on('franchiseMean'),
        on('franchiseSd'),
        on('exposure'),
        on('share'),
        (franchiseMean, franchiseSd, exposure, share) => {
          const result = model.at({ franchiseMean, franchiseSd, exposure, share });
          const { ownStores, franchiseStores, now, fifth, end } = result;
          // “口碑只跟着掉它的几成”：口碑在平均与门槛之间
          for (const mix of [ownStores, franchiseStores, now]) {
            expect(mix.reputation).toBeLessThanOrEqual(mix.meanQuality + 1e-9);
            expect(mix.tailFranchise).toBeGreaterThanOrEqual(0);
            expect(mix.tailFranchise).toBeLessThanOrEqual(1);
          }
          expect(franchiseStores.tailFranchise).toBeCloseTo(1, 9);
          expect(ownStores.tailFranchise).toBe(0);
          expect(fifth.tailFranchise).toBeGreaterThanOrEqual(0);
          expect(end.ownStores).toBeGreaterThanOrEqual(20);
          expect(end.cash).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a franchise as good and as even as one’s own changes nothing, and no opening leaves twenty stores', () => {
    const { curve } = model.at({ franchiseMean: 85, franchiseSd: 5 });
    curve.forEach(({ reputation }) => expect(reputation).toBeCloseTo(curve[0]!.reputation, 6));
    expect(told('even', 'first-third', { franchiseMean: 85, franchiseSd: 5 }).hit).toBe(true);
    const values = setting('six-years', { openings: 0 });
    const result = model.compute(values);
    expect(stores(result.end)).toBe(20);
    expect(model.sentence(values, result)).toContain('20 家（全是直营）');
    const { question } = {
      question: questionText(predictionOf(model, 'six-years'), values, result),
    };
    expect(question).toContain('最多开 0 家');
  });
});

test('a reputation above the average, or above all-owned, is not called a deduction', () => {
  for (const guess of [87, 90, 100])
    expect(told(guess, 'same-average').explanation).toContain('口碑就高不过平均');
  expect(told(83, 'same-average').explanation).toContain('比全直营还高');
  expect(told(78.5, 'same-average').explanation).toContain('扣少了');
});

test('a guess a tenth off is not called exact', () => {
  for (const guess of [99, 120]) expect(told(guess, 'six-years').hit, `${guess} 家`).toBe(false);
  expect(told(5.4, 'royalty').hit).toBe(false);
  expect(told(5, 'royalty').hit).toBe(true);
});
