import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/central-office/model.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'branches', change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('central-office', () => {
  test('fifteen branches of 0.4: 6 people of work, 4.0 minutes each, seven together wait 3.7', () => {
    // 一人网点：ρ τ ÷ (1 − ρ) = 0.4 × 6 ÷ 0.6 = 4
    const result = model.at();
    expect(result.separateWait).toBeCloseTo(4, 12);
    expect(result.load).toBe(6);
    expect(result.rounded).toBe(6);
    expect(result.needed).toBe(7);
    expect(result.pooledWait).toBeCloseTo(3.68, 2);
    expect(result.waits.slice(0, 6).every((wait) => wait === Infinity)).toBe(true);
  });

  test('eight at 84 %: 31.5 minutes apart, 2.6 together, 18.9 with one fewer', () => {
    const result = model.at({}, 'busy');
    expect(result.separateWait).toBeCloseTo((0.84 * 6) / 0.16, 9);
    expect(result.pooledWait).toBeCloseTo(2.57, 2);
    expect(model.at({}, 'fewer').pooledWait).toBeCloseTo(18.9, 1);
    expect(told('shorter', 'fewer').hit).toBe(true);
    expect(told('longer', 'fewer').explanation).toContain('18.9 分钟');
  });

  test('with the desks cleared each day: 20.8 minutes apart, 2.3 together, 8.8 with one fewer', () => {
    expect(model.at({}, 'busy').day.separate).toBeCloseTo(20.75, 2);
    expect(model.at({}, 'busy').day.pooled).toBeCloseTo(2.32, 2);
    expect(model.at({}, 'fewer').day.pooled).toBeCloseTo(8.84, 2);
  });

  test('rounding and pooling are told apart: 9 people by rounding alone, the wait by pooling alone', () => {
    const idle = model.at();
    expect(15 - idle.rounded).toBe(9);
    const { merged } = model.at({}, 'busy');
    expect(merged[0]).toBeCloseTo(31.5, 9);
    expect(merged.at(-1)).toBeCloseTo(2.57, 2);
    expect(8 - model.at({}, 'busy').rounded).toBe(1);
  });

  test('wages elsewhere: 15 shares become 7 by merging and 4.2 by moving', () => {
    expect(model.at({}, 'wages').cost).toBeCloseTo(4.2, 12);
    expect(told(4.2, 'wages').explanation).toContain('从 15 份到 7 份');
    expect(told(9, 'wages').explanation).toContain('先省掉 8 份');
    expect(told(7, 'wages').explanation).toContain('合起来先省掉 8 份，从 15 份到 7 份');
    expect(told(5, 'wages').explanation).toContain('每人 0.6 份');
    expect(told(2, 'wages').explanation).toContain('少算了');
  });

  test('which saving is said to be the larger is the larger, whatever the staff and the wage', () => {
    for (const staff of [7, 10, 11, 12, 14])
      for (const wage of [0.3, 0.6, 0.9]) {
        const { explanation } = told(15 * wage, 'wages', { staff, wage });
        if (!explanation.includes('只搬不合')) continue;
        expect(explanation, `${staff} 人，工资 ${wage}`).toContain(
          15 - staff > staff * (1 - wage) ? '合起来省的是大头' : '工资省的多',
        );
      }
    expect(told(4.5, 'wages', { staff: 12, wage: 0.3 }).explanation).toContain('工资省的多');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(7).hit).toBe(true);
    expect(told(6).explanation).toContain('忙到 100%');
    expect(told(15).explanation).toContain('零头');
    expect(told(10).explanation).toContain('用不着这么多');
    expect(told(2.6, 'busy').hit).toBe(true);
    expect(told(31.5, 'busy').explanation).toContain('还是 84%');
    expect(told(3.9, 'busy').explanation).toContain('除以了 8');
    expect(told(15, 'busy').explanation).toContain('短得还要多');
    expect(told(0.5, 'busy').explanation).toContain('没有短到那样');
  });

  test('the eight branches do not tell what one person fewer does', () => {
    const values = scenarioValues(model, 'busy');
    expect(model.sentence(values, model.compute(values))).not.toMatch(/7 人|18\.9/);
  });

  test('merging is never worse: as many people wait no longer, and the needed number is the least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 10, max: 95 }),
        (branches, hundredths) => {
          const { needed, waits, merged, separateWait, load } = model.at({
            branches,
            work: hundredths / 100,
          });
          expect(needed).toBeGreaterThan(load);
          expect(needed).toBeLessThanOrEqual(branches);
          expect(waits[needed - 1]).toBeLessThanOrEqual(separateWait * (1 + 1e-9));
          expect(waits[needed - 2] ?? Infinity).toBeGreaterThan(separateWait);
          expect(merged.at(-1)).toBe(waits.at(-1));
        },
      ),
    );
  });

  test('too few people together has its sentence', () => {
    const values = { ...scenarioValues(model, 'branches'), staff: 6 };
    const result = model.compute(values);
    expect(result.pooledWait).toBe(Infinity);
    expect(model.sentence(values, result)).toContain('做不过来');
    expect(model.at({ staff: 1 }).day.pooled).toBe(Infinity);
  });
});

test('more people than there are now is answered as more, not as no saving', () => {
  for (const guess of [16, 30, 100])
    expect(told(guess).explanation, `${guess}`).toContain('比现在各留的 15 人还多');
  expect(told(15).explanation).toContain('各忙 40%');
});
