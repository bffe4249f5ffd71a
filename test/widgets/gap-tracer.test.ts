import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { cases } from '../../src/widgets/gap-tracer/cases.ts';
import { model, shareText, type Setting } from '../../src/widgets/gap-tracer/model.ts';

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
      param.kind === 'number'
        ? fc.double({ min: param.min, max: param.max, noNaN: true }).map((x) => nearest(param, x))
        : fc.constantFrom(...param.options.map(({ value }) => value)),
    ]),
  ),
) as unknown as fc.Arbitrary<Setting>;

describe('the hot-pot delivery by hand', () => {
  test('0.3, 0.4, 0.2, 0.9: gap 4 is half of 1.8, and closing gap 3 leaves 1.6', () => {
    const result = model.at();
    expect(result.customerGap).toBeCloseTo(1.8, 12);
    expect(result.root).toBe(3);
    expect(shareText(result, 3)).toBe('50%');
    expect(result.remainingIfClosed[2]).toBeCloseTo(1.6, 12);
  });

  test('with weights 1, 1.2, 1.5, 0.6 the main cause is still gap 4, until its weight falls below 0.53', () => {
    const { root, runnerUp, turning, customerGap } = model.at({}, 'weights');
    expect(customerGap).toBeCloseTo(0.3 + 0.48 + 0.3 + 0.54, 12);
    expect(root).toBe(3);
    expect(runnerUp).toBe(1);
    expect(turning).toBeCloseTo(0.48 / 0.9, 12);
    expect(model.at({ k4: 0.5 }, 'weights').root).toBe(1);
  });
});

test('the complaint points one way and the cause is another: each case has its own', () => {
  const roots = ['delivery', 'weights', 'hotel', 'express'].map((id) => model.at({}, id).root);
  expect(roots).toEqual([3, 3, 2, 1]);
  expect(told('4', 'delivery').hit).toBe(true);
  expect(told('3', 'delivery').explanation).toContain('不等于从骑手起');
  expect(told('3', 'weights').explanation).toContain('贡献是两个数相乘');
  expect(told('4', 'hotel').explanation).toContain('照片却是真的');
  expect(told(17, 'express').hit).toBe(true);
  expect(told(60, 'express').explanation).toContain('主因是差距二（没定好），占 50%');
  expect(told(5, 'express').explanation).toContain('低了一点');
  expect(told(0, 'express').explanation).toContain('也不是一点用没有');
  expect(told(0, 'express').explanation).not.toContain('方向对');
});

test('the question about weights names the numbers in force, as a reader writes them', () => {
  const values = setting('weights', { gap4: 0.85 });
  expect(questionText(predictionOf(model, 'weights'), values, model.compute(values))).toBe(
    '四个差距是 0.3、0.4、0.2、0.85，系数改成 1、1.2、1.5、0.6。这时主因是哪一个？',
  );
});

test('clues give no score away, and every case tells what was found at all four places', () => {
  for (const [id, { clues, complaint }] of Object.entries(cases)) {
    expect(clues, id).toHaveLength(4);
    for (const text of [complaint, ...clues]) expect(text, id).not.toMatch(/\d\.\d|差距[一二三四]/);
  }
});

test('whatever the setting: closing the main cause leaves least, and below its turning weight another leads', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const { root, remainingIfClosed, contributions, customerGap, turning } =
        model.compute(values);
      expect(contributions.reduce((sum, each) => sum + each, 0)).toBeCloseTo(customerGap, 9);
      if (root === null) {
        for (const each of contributions) expect(each).toBeLessThanOrEqual(0);
        return;
      }
      for (const each of remainingIfClosed)
        expect(remainingIfClosed[root]).toBeLessThanOrEqual(each + 1e-12);
      const coefficient = (['k1', 'k2', 'k3', 'k4'] as const)[root]!;
      if (turning! > 0.01)
        expect(model.compute({ ...values, [coefficient]: turning! * 0.99 }).root).not.toBe(root);
    }),
  );
});

test('a wrong guess is never told that its gap leads', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom('1', '2', '3', '4'), (values, guess) => {
      const { hit, explanation } = told(guess, 'delivery', values);
      expect(explanation.includes('别的都没有这样多')).toBe(
        hit && model.compute(values).root !== null,
      );
    }),
  );
});

describe('edges', () => {
  const says = (change: Partial<Setting>) => {
    const values = setting('delivery', change);
    return model.sentence(values, model.compute(values));
  };
  test('no gap, only kindness, weights of nothing are said in words', () => {
    expect(says({ gap1: 0, gap2: 0, gap3: 0, gap4: 0 })).toContain('没有一个内部差距在往下拉');
    expect(says({ k1: 0, k2: 0, k3: 0, k4: 0 })).toContain('没有一个内部差距在往下拉');
    expect(says({ gap4: -0.2 })).toContain('贡献 0.40 分');
    expect(told('2', 'delivery', { gap1: 0, gap2: 0, gap3: 0, gap4: 0 }).explanation).toContain(
      '没有主因',
    );
    expect(told(30, 'express', { gap4: -0.5 }).explanation).toContain('算不出几成');
  });
});
