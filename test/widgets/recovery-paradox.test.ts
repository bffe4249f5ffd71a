import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, signed, type Setting } from '../../src/widgets/recovery-paradox/model.ts';

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

describe('by hand', () => {
  test('a spilt bowl well recovered: satisfaction +0.18, repurchase −0.01', () => {
    const { now } = model.at();
    // 补救 (1 + .9 + 1) ÷ 3；−.4 + 补救 × (.4 + .2)，复购少那 .2
    const quality = 2.9 / 3;
    expect(now.satisfaction).toBeCloseTo(-0.4 + quality * 0.6, 12);
    expect(now.repurchase).toBeCloseTo(-0.4 + quality * 0.4, 12);
    expect([now.satisfaction, now.repurchase].map(signed)).toEqual(['+0.18', '−0.01']);
  });

  test('the second time, the same recovery leaves −0.51, below the −0.40 of doing nothing once', () => {
    const { now, neglected } = model.at({}, 'again');
    expect(signed(now.satisfaction)).toBe('−0.51');
    expect(signed(neglected)).toBe('−0.40');
  });

  test('without a cent of compensation speed and apology just bring satisfaction back to 0', () => {
    const { now } = model.at({}, 'takeaway');
    expect(now.satisfaction).toBeCloseTo(0, 12);
    expect(now.paradox).toBe(false);
  });

  test('a grave failure is not made good by money alone, while the same recovery exceeds a light one', () => {
    const { now } = model.at({}, 'hotel');
    expect(now.recoveryQuality).toBeCloseTo(0.7, 12);
    expect(now.satisfaction).toBeCloseTo(-0.9 + 0.7 * 1.1, 12);
    expect(told('down', 'hotel').explanation).toContain('（40%）上是 +0.02');
  });
});

describe('over the whole range', () => {
  test('harm and the three gains add up to the satisfaction', () => {
    fc.assert(
      fc.property(settings, (values) => {
        const { harm, gains, now } = model.compute(values);
        expect(harm + gains.reduce((sum, each) => sum + each, 0)).toBeCloseTo(now.satisfaction, 9);
      }),
    );
  });

  test('repurchase never exceeds the customer who met no failure, nor satisfaction its own', () => {
    fc.assert(
      fc.property(settings, (values) => {
        const { now } = model.compute(values);
        expect(now.repurchase).toBeLessThanOrEqual(0);
        expect(now.repurchase).toBeLessThanOrEqual(now.satisfaction + 1e-12);
      }),
    );
  });

  test('satisfaction exceeds exactly above the drawn boundary, and from the second failure on nowhere', () => {
    for (const failureCount of [1, 2, 3]) {
      const { boundary } = model.at({ failureCount });
      for (const { severity, needed } of boundary) {
        if (severity === 0) continue;
        if (needed === null) expect(failureCount).toBeGreaterThan(1);
        else {
          expect(failureCount).toBe(1);
          expect(needed).toBeCloseTo(severity / (severity + 0.2 * Math.min(1, 5 * severity)), 9);
        }
      }
    }
  });

  test('the words for second times are true: the debt is named, and so is what one recovery is worth', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom('same', 'level', 'below', 'worse'), (values, guess) => {
        const { explanation } = told(guess, 'again', values);
        const { now, harm } = model.compute(values);
        expect(explanation).toContain(signed(now.satisfaction));
        if (values.failureCount > 1) expect(explanation).toContain(`加到了 ${signed(harm)}`);
      }),
    );
  });
});

describe('what guesses are told', () => {
  test.each([
    ['soup', 'only'],
    ['again', 'worse'],
    ['takeaway', 'level'],
    ['hotel', 'down'],
  ])('%s: %s is right, and every other answer hears why', (scenario, right) => {
    const prediction = predictionOf(model, scenario);
    if (prediction.kind !== 'choice') throw new Error('a choice is asked');
    for (const { value } of prediction.options) {
      const { hit, explanation } = told(value, scenario);
      expect(hit, value).toBe(value === right);
      expect(explanation.length, value).toBeGreaterThan(20);
    }
  });

  test('a jump from satisfied to returning is named as one', () => {
    expect(told('both', 'soup').explanation).toContain('一步跳到了再来');
    expect(told('only', 'soup').explanation).not.toContain('估得大了');
    expect(told('same', 'again').explanation).toContain('他记得上一次');
  });
});

test('a jump from satisfaction to coming again is charged only where satisfaction is up', () => {
  expect(told('both', 'soup').explanation).toContain('从满意一步跳到了再来');
  for (const id of ['takeaway', 'hotel']) {
    expect(told('both', id).explanation, id).toContain('两样都没有那么高');
    expect(told('both', id).explanation, id).not.toContain('跳到了');
  }
  expect(told('level', 'takeaway').comparison).toBe('你猜“只有满意回到没出错的样子”，猜中了。');
});

test('the page says it is a model of directions, and the edges have their sentence', () => {
  expect(model.directional).toBe(true);
  const says = (change: Partial<Setting>) => {
    const values = setting('soup', change);
    return model.sentence(values, model.compute(values));
  };
  expect(says({ severity: 0 })).toContain('同没出过错的差不多（0）');
  expect(says({ speed: 0, compensation: 0, apology: 0 })).toContain('补救做到 0%');
  expect(says({ severity: 1, failureCount: 3 })).toContain('第 3 次失误');
});
