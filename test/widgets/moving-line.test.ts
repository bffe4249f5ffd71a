import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/moving-line/model.ts';
import { at, createDay, horizon, mostWaiting } from '../../src/widgets/moving-line/run.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('moving-line', () => {
  test('six generalists by hand: 15.9 minutes; split 3 + 3: 5.8 in the hall, and the back has no steady state', () => {
    // 爱尔朗 C：6 人、5 个人的活，等的概率 0.5875，等 0.5875 × 10 ÷ 1 = 5.875 分
    const result = model.at();
    expect(result.customerTimeBefore).toBeCloseTo(15.875, 2);
    expect(result.customerTimeAfter).toBeCloseTo(5.778, 3);
    expect(result.back.utilization).toBeCloseTo(1, 12);
    expect(result.turnaroundAfter).toBe(Infinity);
    expect(told('never', 'account').hit).toBe(true);
    for (const wrong of ['faster', 'same', 'slower'])
      expect(told(wrong, 'account')).toMatchObject({ hit: false });
    expect(told('same', 'account').explanation).toContain('后台 100%');
  });

  test('the back must be 19.8 % quicker; 25.3 % at 5 % returned, 31.6 % at 10 %', () => {
    expect(model.at().breakEven).toBeCloseTo(0.198, 3);
    expect(model.at({ returns: 0.05 }).breakEven).toBeCloseTo(0.253, 3);
    expect(model.at({ returns: 0.1 }).breakEven).toBeCloseTo(0.316, 3);
    expect(model.at().breakEvenMinutes).toBeCloseTo(4.81, 2);
  });

  test('with two exponential stages the unsplit job takes 14.5 minutes and the bar rises to 22.9 %', () => {
    // 变异系数平方 (16 + 36) ÷ 100 = 0.52，等待乘 (1 + 0.52) ÷ 2
    const { meanWait } = mmc({ arrivalRate: 0.5, serviceRate: 0.1, servers: 6 });
    expect(model.at().twoStages).toBeCloseTo(10 + 0.76 * meanWait, 9);
    expect(model.at().twoStages).toBeCloseTo(14.47, 2);
    expect(model.at().breakEvenTwoStages).toBeCloseTo(0.229, 3);
  });

  test('a tenth returned: 12.3 becomes 16.6 minutes, and the front waits 2.8 instead of 1.8', () => {
    const result = model.at({}, 'returns');
    expect(result.noReturns.turnaroundAfter).toBeCloseTo(12.28, 2);
    expect(result.turnaroundAfter).toBeCloseTo(16.55, 2);
    expect(result.noReturns.front.meanWait).toBeCloseTo(1.78, 2);
    expect(result.front.meanWait).toBeCloseTo(2.85, 2);
    expect(told(16.6, 'returns').hit).toBe(true);
    expect(told(16.6, 'returns').explanation).toContain('赔光');
    expect(told(12, 'returns').explanation).toContain('不会让总时间变短');
    expect(told(13.5, 'returns').explanation).toContain('加了 10%');
    expect(told(15, 'returns').explanation).toContain('还要多一点');
    expect(told(30, 'returns').explanation).toContain('猜多了');
  });

  test('moving the typing to the back: 7.8 to 4.2 minutes in the hall, 13.0 to 26.6 in all', () => {
    const [before, now] = [model.at({ line: 4 }, 'typing'), model.at({}, 'typing')];
    expect(before.customerTimeAfter).toBeCloseTo(7.8, 1);
    expect(now.customerTimeAfter).toBeCloseTo(4.2, 1);
    expect(before.turnaroundAfter).toBeCloseTo(13, 1);
    expect(now.turnaroundAfter).toBeCloseTo(26.6, 1);
    expect(told('hall', 'typing').hit).toBe(true);
    expect(told('hall', 'typing', { line: 5 }).explanation).not.toMatch(/NaN|undefined/);
  });

  test('each wrong guess of how much quicker hears about its own mistake', () => {
    expect(told(20, 'break-even').hit).toBe(true);
    expect(told(0, 'break-even').explanation).toContain('积压没有个头');
    expect(told(10, 'break-even').explanation).toContain('25.9 分钟');
    expect(told(50, 'break-even').explanation).toContain('用不着这么多');
    expect(told(26, 'break-even').explanation).toContain('猜多了一点');
  });

  test('the first scenario does not tell what the second one asks', () => {
    const say = (change: object) => model.sentence({ ...first, ...change }, model.at(change));
    const first = scenarioValues(model, 'account');
    expect(say({})).not.toContain('19.8%');
    expect(say({ faster: 0.1 })).toContain('后台每件缩短 19.8% 才与不拆扯平');
  });

  test('the day is the same day every time, and nobody is lost in it', () => {
    const day = model.at().day;
    expect(model.at().day).toEqual(day);
    // 收工时队在纸那一边，不在人那一边
    const end = at(day, horizon);
    expect(end.back.waiting).toBeGreaterThan(10);
    expect(end.front.waiting).toBeLessThan(3);
    expect(at(day, 0)).toEqual({
      hall: { waiting: 0, busy: 0 },
      front: { waiting: 0, busy: 0 },
      back: { waiting: 0, busy: 0 },
    });
    fc.assert(
      fc.property(
        fc.record({
          arrivalRate: fc.double({ min: 0.1, max: 1, noNaN: true }),
          frontTime: fc.double({ min: 1, max: 8.5, noNaN: true }),
          specializedBackTime: fc.double({ min: 0.6, max: 9, noNaN: true }),
          wholeTime: fc.constant(10),
          frontServers: fc.integer({ min: 1, max: 8 }),
          backServers: fc.integer({ min: 1, max: 8 }),
          returnToFront: fc.double({ min: 0, max: 0.25, noNaN: true }),
        }),
        fc.double({ min: 0, max: horizon, noNaN: true }),
        (setting, time) => {
          const made = createDay(setting);
          const { hall, front, back } = at(made, time);
          for (const { waiting } of [hall, front, back]) expect(waiting).toBeGreaterThanOrEqual(0);
          expect(front.busy).toBeLessThanOrEqual(setting.frontServers);
          expect(back.busy).toBeLessThanOrEqual(setting.backServers);
          expect(hall.busy).toBeLessThanOrEqual(setting.frontServers + setting.backServers);
          // 有人空着手，就没有人等
          if (front.busy < setting.frontServers) expect(front.waiting).toBe(0);
          if (back.busy < setting.backServers) expect(back.waiting).toBe(0);
          expect(mostWaiting(made.back)).toBeGreaterThanOrEqual(back.waiting);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('says in words what has no number: too many customers, or a front slower than the whole', () => {
    const say = (change: object) => {
      const values = { ...scenarioValues(model, 'account'), faster: 0.1, ...change };
      return model.sentence(values, model.compute(values));
    };
    expect(say({ perHour: 60 })).toContain('不拆本来就办不过来');
    expect(say({ front: 1, back: 8, perHour: 14 })).toContain('后台再快也补不回来');
    expect(say({ perHour: 60 })).toContain('大厅里的队没有稳态');
  });
});
