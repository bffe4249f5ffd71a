import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import {
  breakEvenSays,
  model,
  wan,
  type Setting,
} from '../../src/widgets/guarantee-designer/model.ts';

function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
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

describe('the delivery by hand', () => {
  test('half claiming nets 26 thousand, nearly all 64, one in ten loses 12', () => {
    const { now, hard, easy } = model.at();
    // 4,000 次失误 × 60% × 50% = 1,200 位；× 25% × 200 − 12,000 − 1,920 − 20,000
    expect(now.honestClaims).toBeCloseTo(1200, 9);
    expect(now.net).toBeCloseTo(1200 * 0.25 * 200 - 12_000 - 1920 - 20_000, 6);
    expect([now, easy, hard].map(({ net }) => wan(net))).toEqual(['2.6', '6.4', '−1.2']);
  });

  test('making it hard saves 9,600 yuan of payouts and loses 86,400 more to silence', () => {
    const { now, hard } = model.at();
    expect(now.payoutCost - hard.payoutCost).toBeCloseTo(9600, 6);
    expect([now, hard].map(({ silentLoss }) => wan(silentLoss))).toEqual(['25.2', '33.8']);
  });

  test('paying 28.7 yuan breaks even, and 30 loses', () => {
    expect(fixed(model.at().now.breakEvenPayout, 1)).toBe('28.7');
    expect(model.at({ payout: 28 }).now.net).toBeGreaterThan(0);
    expect(model.at({ payout: 30 }).now.net).toBeLessThan(0);
  });

  test('halving the failures halves what they take away, while the guarantee’s own account shrinks', () => {
    const { now, mended } = model.at({}, 'mend');
    expect(mended.lost).toBeCloseTo(now.lost / 2, 6);
    expect([now, mended].map(({ net }) => wan(net))).toEqual(['2.6', '0.2']);
  });
});

test('the hotel’s guarantee is in vain at 121 false nights for every hundred true ones', () => {
  const { now, falsePerHundred } = model.at({}, 'hotel');
  expect(now.honestClaims).toBeCloseTo(1200, 9);
  // (1,200 × (35% × 3,000 − 400) − 200,000) ÷ 400 ÷ 1,200
  expect(falsePerHundred).toBeCloseTo(((1200 * (1050 - 400) - 200_000) / 400 / 1200) * 100, 6);
  expect(fixed(falsePerHundred ?? 0)).toBe('121');
});

test('the three ways of those who met a failure hold everybody, and their leavers are the loss', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const { now } = model.compute(values);
      const people = now.paths.reduce((sum, each) => sum + each.people, 0);
      expect(people).toBeCloseTo(now.failures, 6);
      const gone = now.paths.reduce((sum, each) => sum + each.people * (1 - each.stay), 0);
      expect(now.lost).toBeCloseTo(gone * values.lifetimeValue, 3);
      const silent = now.paths
        .slice(0, 2)
        .reduce((sum, each) => sum + each.people * (1 - each.stay), 0);
      expect(now.silentLoss).toBeCloseTo(silent * values.lifetimeValue, 3);
    }),
  );
});

test('whatever the setting, the net is a straight line in the claims and zero at the payout that is said to break even', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const { now, ends, worthPerClaim } = model.compute(values);
      const [none, all] = ends;
      expect(now.net).toBeCloseTo(none.net + values.claimRate * (all.net - none.net), 3);
      expect(all.net - none.net).toBeCloseTo(all.honestClaims * worthPerClaim, 3);
      const { breakEvenPayout } = now;
      if (Number.isFinite(breakEvenPayout) && breakEvenPayout > 0 && breakEvenPayout < 1e6)
        expect(
          Math.abs(model.compute({ ...values, payout: breakEvenPayout }).now.net),
        ).toBeLessThan(1e-3);
    }),
  );
});

describe('what wrong guesses are told', () => {
  test('each hears about its own mistake', () => {
    expect(told(-1.2, 'delivery').hit).toBe(true);
    expect(told(3.6, 'delivery').explanation).toContain('省下的赔款加了上去：1.0 万元');
    expect(told(3.6, 'delivery').explanation).toContain(
      '960 位里，本来会多留下 240 位，值 4.8 万元',
    );
    expect(told(2.6, 'delivery').explanation).toMatch(/抵不了/);
    expect(told(2.6, 'delivery').explanation).not.toContain('方向对');
    expect(told(1, 'delivery').explanation).toContain('方向对');
    expect(told(-4, 'delivery').explanation).toContain('猜低了');
    expect(told(28.7, 'raise').hit).toBe(true);
    expect(told(50, 'raise').explanation).toContain('值 50 元，这一步对');
    expect(told(33.3, 'raise').explanation).toContain('假的 192 笔也照赔');
    expect(told(43.1, 'raise').explanation).toContain('先收回推行费 2.0 万元');
    expect(told(40, 'raise').explanation).toMatch(/^高了。多留住的 300 位/);
    expect(told(200, 'raise').explanation).toContain('多出来的只有 25%');
    expect(told(12, 'raise').explanation).toContain('估低了');
    expect(told(121, 'hotel').hit).toBe(true);
    expect(told(10, 'hotel').explanation).toContain('值 1,050 元');
    expect(told(90, 'hotel').explanation).toContain('方向对');
    expect(told(400, 'hotel').explanation).toContain('净得 650 元');
    expect(told('down', 'mend').hit).toBe(true);
    expect(told('up', 'mend').explanation).toContain('从 2.6 万元到 0.2 万元');
  });

  test('a step left out is named only to one who left it out, and only where it matters', () => {
    fc.assert(
      fc.property(settings, fc.double({ min: 0, max: 1000, noNaN: true }), (values, guess) => {
        const { explanation } = told(guess, 'raise', values);
        expect(explanation).not.toMatch(/NaN|Infinity|undefined/);
        const { now } = model.compute(values);
        if (explanation.includes('也照赔') && explanation.startsWith('只差'))
          expect(now.falseClaims).toBeGreaterThan(0);
        if (explanation.includes('才由真的假的')) expect(values.fixedCost).toBeGreaterThan(0);
        if (/^高了|^只差/.test(explanation)) expect(guess).toBeGreaterThan(now.breakEvenPayout);
      }),
      { numRuns: 500 },
    );
  });

  test('who guesses the net of today is told that the two do not cancel, in any setting', () => {
    fc.assert(
      fc.property(settings, (values) => {
        const { now, hard } = model.compute(values);
        const { hit, explanation } = told(Number(fixed(now.net / 10_000, 1)), 'delivery', values);
        if (hit || !explanation.includes('抵不了')) return;
        expect(hard.net).toBeLessThan(now.net);
      }),
    );
  });

  test('saved payouts are blamed only where harder claiming really loses', () => {
    fc.assert(
      fc.property(settings, fc.double({ min: -50, max: 100, noNaN: true }), (values, guess) => {
        const { explanation } = told(guess, 'delivery', values);
        if (!explanation.startsWith('你把省下的赔款')) return;
        const { now, hard } = model.compute(values);
        expect(now.payoutCost).toBeGreaterThanOrEqual(hard.payoutCost);
        expect(now.net).toBeGreaterThanOrEqual(hard.net);
      }),
    );
  });
});

describe('edges', () => {
  test('nobody claiming, nothing paid, nothing to win are said in words', () => {
    const says = (change: Partial<Setting>) => {
      const values = { ...scenarioValues(model, 'delivery'), ...change };
      return model.sentence(values, model.compute(values));
    };
    expect(says({ claimRate: 0 })).toContain('没有人领到赔偿');
    expect(says({ claimRate: 0, fixedCost: 0, abuseRate: 0 })).toContain('不赚不亏');
    expect(says({ payout: 0 })).toContain('净得');
    const payout = (change: Partial<Setting>) =>
      breakEvenSays(model.compute({ ...scenarioValues(model, 'raise'), ...change }));
    expect(payout({})).toBe('赔到 28.7 元就不赚了');
    expect(payout({ retentionPaid: 0.55 })).toBe('一分不赔也收不回推行费');
    expect(payout({ claimRate: 0, abuseRate: 0 })).toBe('没有人领，赔多少都一样');
    expect(told(30, 'raise', { claimRate: 0, abuseRate: 0 }).explanation).toContain('没有人领');
    expect(told(30, 'hotel', { fixedCost: 500_000, claimRate: 0.2 }).explanation).toContain(
      '也不赚',
    );
  });

  test('the answers of other scenarios do not stand in the sentence', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const says = model.sentence(values, model.compute(values));
      expect(says, id).not.toMatch(/28\.7|121/);
    }
  });
});
