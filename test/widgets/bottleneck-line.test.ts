import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { model, staffed } from '../../src/widgets/bottleneck-line/model.ts';
import { lineAt, nextEvent, walk } from '../../src/widgets/bottleneck-line/run.ts';

const base = scenarioValues(model, 'check-up');
const withPeople = (people: readonly number[]) =>
  model.compute({
    ...base,
    steps: base.steps.map((step, i) => ({ ...step, people: people[i] ?? step.people })),
  });

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'check-up', change: Partial<typeof base> = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('bottleneck-line', () => {
  test('the check-up line by hand: capacities 80, 80, 60, 75, 66.7; twelve an hour pile up at the ultrasound', () => {
    // 人手 × 60 ÷ 分钟：2×60÷1.5，4×60÷3，8×60÷8，5×60÷4，1×60÷0.9
    const result = model.at();
    expect(result.rows.map(({ capacity }) => Number(capacity.toFixed(2)))).toEqual([
      80, 80, 60, 75, 66.67,
    ]);
    expect(result.bottlenecks).toEqual([2]);
    expect(result.rows.map(({ growth }) => growth)).toEqual([0, 0, 12, 0, 0]);
    expect(result.rows[1]?.busy).toBeCloseTo(0.9, 12);
    expect(result.waiting).toBe(36);
    // 3 小时 × (72 ÷ 60 − 1) = 0.6 小时
    expect(result.delay).toBeCloseTo(36, 9);
    // 利特尔：72 × (1.5 + 3) ÷ 60 + 60 × (8 + 4 + 0.9) ÷ 60
    expect(result.beingServed).toBeCloseTo(5.4 + 12.9, 9);
  });

  test('one more at the busy blood window adds none; one ultrasound adds 6.7, the second none, one more at the reports 75', () => {
    const { rows, best } = model.at();
    expect(rows[1]?.gain).toBe(0);
    expect(rows[2]?.gain).toBeCloseTo(20 / 3, 9);
    expect(best).toEqual({ step: 2, gain: rows[2]?.gain });
    expect(withPeople([2, 4, 9, 5, 1]).flow).toBeCloseTo(200 / 3, 9);
    expect(withPeople([2, 4, 9, 5, 1]).bottlenecks).toEqual([4]);
    expect(model.at({}, 'ultrasound').flow).toBeCloseTo(200 / 3, 9);
    // 取报告再加一个：B 超 10 台 75，内外科 75；需求只有 72
    expect(withPeople([2, 4, 10, 5, 2]).capacity).toBe(75);
    expect(withPeople([2, 4, 10, 5, 2]).flow).toBe(72);
  });

  test('two steps equally narrow: no single person helps anywhere, and the sentence says so', () => {
    const values = {
      ...base,
      demand: 90,
      steps: base.steps.map((step) => ({ ...step, minutes: 2, people: 2 })),
    };
    const result = model.compute(values);
    expect(result.best).toBeNull();
    expect(model.sentence(values, result)).toContain('加在哪一步都不多做完一位');
  });

  test('walking one by one agrees with the flow to within a person, in every scenario', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const result = model.compute(values);
      const run = walk(values);
      const { stations } = lineAt(run, run.horizon);
      result.rows.forEach(({ queue }, i) =>
        expect(Math.abs((stations[i]?.waiting ?? 0) - queue), `${id} 第 ${i + 1} 步`).toBeLessThan(
          3,
        ),
      );
      // 恰在收尾时来的那一位，真的要多等这么久
      const last = run.stations[0]!.arrive.length - 1;
      const arrived = run.stations[0]!.arrive[last] as number;
      const left = run.stations.at(-1)!.finish[last] as number;
      expect(left - arrived - result.throughputTime, id).toBeCloseTo(result.delay, -0.5);
    }
  });

  test('people are never lost: those who came are inside or done, and the next event moves on', () => {
    const run = walk(base);
    for (const time of [0, 17.3, 60, 180]) {
      const { inside, done } = lineAt(run, time);
      expect(inside + done).toBe(Math.floor((time * 72) / 60 + 1e-9) + 1);
      expect(nextEvent(run, time)).toBeGreaterThanOrEqual(Math.min(180, time));
    }
    const closed = walk({ ...base, steps: staffed(base.steps, 1, -4) });
    expect(lineAt(closed, 180).done).toBe(0);
  });

  test('scanning takes the order queue away and hardly a second off the last customer’s time', () => {
    // 从前 60 × (110 ÷ 80 − 1) + 3.3 = 25.8 分钟，现在 22.5 + 2.9 = 25.4
    const now = model.at({}, 'milk-tea');
    expect(now.delay + now.throughputTime).toBeCloseTo(25.4, 9);
    expect(now.rows[0]?.queue).toBe(0);
    expect(told('same', 'milk-tea').hit).toBe(true);
    expect(told('faster', 'milk-tea').explanation).toContain('从前最后来的人要 26 分钟');
  });

  test('moving one person from the payment desk to the keys lifts 80 to 90; from elsewhere it falls', () => {
    expect(model.at({}, 'enrolment').flow).toBe(80);
    expect(told('1', 'enrolment').hit).toBe(true);
    expect(told('1', 'enrolment').explanation).toContain('从 80 位变成 90 位');
    expect(told('0', 'enrolment').explanation).toContain('变成 60 位');
    expect(told('3', 'enrolment').explanation).toContain('变成 0 位');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(0).hit).toBe(true);
    expect(told(20).explanation).toContain('它每小时能多做 20 位');
    expect(told(12).explanation).toContain('堵在 B 超门前');
    expect(told(5).explanation).toContain('忙和堵是两回事');
    expect(told(66.7, 'ultrasound').hit).toBe(true);
    expect(told(6.7, 'ultrasound').explanation).toContain('不是多做完几位：原来已有 60 位');
    expect(told(66.7, 'ultrasound').explanation).toContain('第二台一位也没有多');
    expect(told(75, 'ultrasound').explanation).toContain('瓶颈跳到了那里');
    expect(told(72, 'ultrasound').explanation).toContain('后面还有更窄的');
    expect(told(60, 'ultrasound').explanation).toContain('少猜了');
    expect(told(67.5, 'ultrasound').hit).toBe(true);
  });

  test('the question follows a changed setting; a blood window that is the bottleneck is not explained away', () => {
    const values = { ...base, steps: staffed(base.steps, 1, -2) };
    const result = model.compute(values);
    expect(questionText(model.predict, values, result)).toContain('只做完 40 位');
    expect(told(0, 'check-up', { steps: values.steps }).explanation).toContain('自己就是瓶颈');
  });

  test('a step without people stops the line, and the words say it', () => {
    const values = { ...base, steps: staffed(base.steps, 3, -5) };
    expect(model.sentence(values, model.compute(values))).toContain('内外科没有人');
  });
});
