import { describe, expect, test } from 'vitest';
import { simulateSession } from '../../src/calc/queueing/simulation/session-waits.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, shares, waitCurve } from '../../src/widgets/hand-off-relay/model.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'claim', change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('hand-off-relay', () => {
  test('by hand: 0.95⁵ = 77.4 % done first time, 1.29 passes, 1.75 more questions', () => {
    const result = model.at();
    expect(result.firstTimeRight).toBeCloseTo(0.95 ** 5, 12);
    expect(result.expectedPasses).toBeCloseTo(1 / 0.95 ** 5, 12);
    expect(result.expectedRepeatedQuestions).toBeCloseTo((1 / 0.95 ** 5 - 1) * 6, 12);
    expect(result.expectedRepeatedQuestions).toBeCloseTo(1.75, 2);
    expect(model.at({ handOffs: 2 }).firstTimeRight).toBeCloseTo(0.9025, 12);
    expect(model.at({ handOffs: 8 }).firstTimeRight).toBeCloseTo(0.6634, 4);
    expect(model.at({ handOffs: 8 }).expectedRepeatedQuestions).toBeCloseTo(4.57, 2);
    expect(result.surviving).toHaveLength(6);
    expect(result.surviving.at(-1)).toBe(result.firstTimeRight);
  });

  test('ten seats, eight hours begun empty: 0.9, 2.3, 8.1 and 16.3 minutes at 0, 10, 20 and 25 %', () => {
    const at = (fidelity: number) => model.at({ fidelity }, 'centre').wait;
    expect(model.at({}, 'centre').waitWithout).toBeCloseTo(0.94, 2);
    expect(at(0.9)).toBeCloseTo(2.29, 2);
    expect(at(0.8)).toBeCloseTo(8.08, 2);
    expect(at(0.75)).toBeCloseTo(16.33, 2);
    expect(model.at({}, 'centre').busy).toBeCloseTo(0.975, 12);
  });

  test('the day by a separate simulation agrees within its interval', () => {
    const { meanWait } = simulateSession({
      arrivals: { kind: 'renewal', interval: { kind: 'exponential', mean: 0.8 / 1.3 } },
      service: { kind: 'exponential', mean: 6 },
      servers: 10,
      duration: 480,
      replications: 800,
      seed: 7,
      confidence: 0.999,
    });
    expect(model.at({}, 'centre').wait).toBeGreaterThan(meanWait.low);
    expect(model.at({}, 'centre').wait).toBeLessThan(meanWait.high);
  });

  test('the curve passes through the setting, share by share', () => {
    const values = scenarioValues(model, 'centre');
    const curve = waitCurve(values);
    expect(shares[8]).toBeCloseTo(0.2, 12);
    expect(curve[8]).toBeCloseTo(model.compute(values).wait, 9);
    expect(curve[0]).toBeCloseTo(model.compute(values).waitWithout, 9);
    expect([...curve].sort((a, b) => a - b)).toEqual(curve);
  });

  test('two hand-offs or 98 % each: as many done first time, half the questions', () => {
    expect(model.at({ handOffs: 2 }).firstTimeRight).toBeCloseTo(0.9025, 4);
    expect(model.at({ fidelity: 0.98 }).firstTimeRight).toBeCloseTo(0.9039, 4);
    expect(told('fewer', 'shorten').hit).toBe(true);
    expect(told('clearer', 'shorten').explanation).toContain('多被问 0.32 次');
    expect(told('same', 'shorten').explanation).toContain('多被问 0.64 次');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(77).hit).toBe(true);
    expect(told(95).explanation).toContain('是一次交接的');
    expect(told(75).explanation).toContain('加起来 25%');
    expect(told(85).explanation).toContain('掉得还要多');
    expect(told(50).explanation).toContain('没有那么糟');
    expect(told(4.6, 'refund').hit).toBe(true);
    expect(told(0.5, 'refund').explanation).toContain('多走几遍');
    expect(told(3, 'refund').explanation).toContain('差一层');
    expect(told(2, 'refund').explanation).toContain('还要多');
    expect(told(9, 'refund').explanation).toContain('猜多了');
    expect(told(8, 'centre').hit).toBe(true);
    expect(told(8, 'centre').explanation).toContain('8.6 倍');
    expect(told(1.2, 'centre').explanation).toContain('照比例');
    expect(told(3, 'centre').explanation).toContain('还要长得多');
    expect(told(22, 'centre').explanation).toContain('昼夜不停');
    expect(told(12, 'centre').explanation).toContain('空着开门');
  });

  test('far too long a guess hears the steady state as it is, not its own number', () => {
    // 一分钟 1.625 通，十席，每通 6 分钟：M/M/10，21.9 分钟
    for (const guess of [17, 22, 60, 300])
      expect(told(guess, 'centre').explanation).toContain('平均要等 21.9 分钟');
    expect(told(300, 'centre', { fidelity: 0.75 }).explanation).toContain('一直长下去');
    expect(told(300, 'centre', { perHour: 40 }).explanation, '闲的时候没有这回事').not.toContain(
      '昼夜不停',
    );
  });

  test('the first scenarios do not tell the wait the centre asks for', () => {
    for (const id of ['claim', 'refund', 'shorten']) {
      const values = scenarioValues(model, id);
      expect(model.sentence(values, model.compute(values))).not.toContain('平均等');
    }
  });

  test('no hand-off at all, nobody coming back, and far too much work each have their sentence', () => {
    const say = (change: object) => {
      const values = { ...scenarioValues(model, 'claim'), ...change };
      return model.sentence(values, model.compute(values));
    };
    expect(say({ handOffs: 0 })).toContain('没有交接');
    expect(say({ again: 0 })).toContain('没有返工');
    expect(say({ again: 0.5 })).toContain('没办成的 50% 又找来');
    expect(say({ handOffs: 10, fidelity: 0.7 })).toContain('做不过来');
    expect(model.at({ handOffs: 10, fidelity: 0.7 }).wait).toBe(Infinity);
  });
});

test('a wait or a count below what is already there is told so, over the whole range', () => {
  for (const guess of [0, 0.5, 0.9]) {
    expect(told(guess, 'centre').explanation, `${guess}`).toContain('不会反倒等得短');
    expect(told(guess, 'centre').explanation, `${guess}`).not.toContain('跟着多');
  }
  expect(told(0, 'refund').explanation).toContain('不会一次也不多');
  expect(told(0.2, 'refund').explanation).not.toContain('多走几遍：');
});

test('the first scenarios name the staff and the cases the sentence speaks of', () => {
  for (const id of ['claim', 'refund']) {
    const { sentence } = model.scenarios.find((each) => each.id === id) ?? { sentence: '' };
    const { seats, perHour } = scenarioValues(model, id);
    expect(sentence, id).toContain(`${seats} 个人`);
    expect(sentence, id).toContain(`${perHour} 件`);
  }
});
