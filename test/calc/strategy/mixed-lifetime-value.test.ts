import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lifetimeValue,
  varyingLifetimeValue,
} from '../../../src/calc/strategy/customer-lifetime-value.ts';
import {
  mixedLifetimeValue,
  type MixedLifetimeValueInput,
} from '../../../src/calc/strategy/mixed-lifetime-value.ts';
import { payback } from '../../../src/calc/strategy/payback.ts';

const half = [
  { share: 0.5, retention: 0.95 },
  { share: 0.5, retention: 0.55 },
];
const rate = fc.double({ min: 0.05, max: 0.98, noNaN: true });
const mixes = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  first: rate,
  second: rate,
  discount: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
});
const two = (share: number, first: number, second: number) => [
  { share, retention: first },
  { share: 1 - share, retention: second },
];

describe('mixedLifetimeValue', () => {
  it('一半 95%、一半 55%，d = 10%：真值 (6.333 + 1) ÷ 2 = 3.667，按 75% 算 2.143', () => {
    const { value, singleRateValue, segmentValues, firstRetention } = mixedLifetimeValue({
      segments: half,
      margin: 1,
      discount: 0.1,
      periods: 0,
    });
    expect(segmentValues[0]).toBeCloseTo(0.95 / 0.15, 12);
    expect(segmentValues[1]).toBeCloseTo(0.55 / 0.55, 12);
    expect(value).toBeCloseTo(11 / 3, 12);
    expect(firstRetention).toBeCloseTo(0.75, 12);
    expect(singleRateValue).toBeCloseTo(0.75 / 0.35, 12);
  });

  it('观察到的留存率 75% → 80.3% → 85.0% → 88.5%，一个人的留存率都没有变', () => {
    // 0.60250 ÷ 0.75；(0.95³ + 0.55³) ÷ (0.95² + 0.55²)；……
    const { observedRetention } = mixedLifetimeValue({
      segments: half,
      margin: 1,
      discount: 0.1,
      periods: 4,
    });
    const by = (t: number) => (0.95 ** t + 0.55 ** t) / (0.95 ** (t - 1) + 0.55 ** (t - 1));
    expect(observedRetention).toHaveLength(4);
    observedRetention.forEach((seen, i) => expect(seen).toBeCloseTo(by(i + 1), 12));
  });

  it('与逐期给定观察到的留存率、一期一期加起来的价值相等', () => {
    fc.assert(
      fc.property(mixes, ({ share, first, second, discount }) => {
        const periods = 40;
        const mixed = mixedLifetimeValue({
          segments: two(share, first, second),
          margin: 3,
          discount,
          acquisition: 5,
          periods,
        });
        const varying = varyingLifetimeValue({
          margins: Array.from({ length: periods }, () => 3),
          retentions: mixed.observedRetention,
          discount,
          acquisition: 5,
        });
        expect(mixed.cumulative[0]).toBe(-5);
        varying.cumulative.forEach((each, i) =>
          expect(mixed.cumulative[i + 1]).toBeCloseTo(each, 8),
        );
        expect(mixed.remaining[0]![periods]! + mixed.remaining[1]![periods]!).toBeCloseTo(
          varying.survival.at(-1)!,
          10,
        );
      }),
    );
  });

  it('混合时单一留存率从不高估，观察到的留存率从不下降；一种人时两种算法相等', () => {
    fc.assert(
      fc.property(mixes, ({ share, first, second, discount }) => {
        const { value, singleRateValue, observedRetention } = mixedLifetimeValue({
          segments: two(share, first, second),
          margin: 1,
          discount,
          periods: 15,
        });
        expect(value).toBeGreaterThanOrEqual(singleRateValue * (1 - 1e-12));
        observedRetention
          .slice(1)
          .forEach((seen, i) => expect(seen).toBeGreaterThanOrEqual(observedRetention[i]! - 1e-12));
        const alone = mixedLifetimeValue({
          segments: two(share, first, first),
          margin: 1,
          discount,
          periods: 1,
        });
        expect(alone.value).toBeCloseTo(alone.singleRateValue, 9);
        expect(alone.value).toBeCloseTo(
          lifetimeValue({ margin: 1, retention: first, discount }),
          9,
        );
      }),
    );
  });

  it('只有一种人时，回收笔数与 payback 一致', () => {
    fc.assert(
      fc.property(
        rate,
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.double({ min: 1, max: 900, noNaN: true }),
        (retention, discount, acquisition) => {
          const known = payback({ acquisition, margin: 120, retention, discount });
          if (Math.abs(known.coverage - 1) < 1e-6) return;
          expect(
            mixedLifetimeValue({
              segments: [{ share: 1, retention }],
              margin: 120,
              discount,
              acquisition,
              periods: 0,
            }).payments,
          ).toBe(known.payments);
        },
      ),
    );
  });

  it('获客 300、毛利 120：按 75% 永远收不回，其实第 7 笔收回', () => {
    const ask = (segments: MixedLifetimeValueInput['segments']) =>
      mixedLifetimeValue({ segments, margin: 120, discount: 0.1, acquisition: 300, periods: 7 });
    expect(ask([{ share: 1, retention: 0.75 }]).payments).toBe(Infinity);
    const mixed = ask(half);
    expect(mixed.payments).toBe(7);
    expect(mixed.cumulative[6]).toBeLessThan(0);
    expect(mixed.cumulative[7]).toBeGreaterThan(0);
  });

  it('极端：没有获客成本是 0 笔；都走光以后观察不到留存率；不打折又有人不走，价值无穷大', () => {
    const base = { margin: 1, discount: 0.1, periods: 2 };
    expect(mixedLifetimeValue({ ...base, segments: half }).payments).toBe(0);
    const gone = mixedLifetimeValue({ ...base, segments: [{ share: 1, retention: 0 }] });
    expect(gone.observedRetention).toEqual([0, NaN]);
    expect(gone.value).toBe(0);
    const stay = { ...base, discount: 0, segments: two(0.5, 1, 0.5) };
    expect(mixedLifetimeValue(stay).value).toBe(Infinity);
    expect(mixedLifetimeValue({ ...stay, segments: two(0, 1, 0.5) }).value).toBe(1);
    expect(mixedLifetimeValue({ ...stay, acquisition: 1e6 }).payments).toBeGreaterThan(1e6);
  });

  it.each<[Partial<MixedLifetimeValueInput>, string]>([
    [{ segments: [] }, 'segments must'],
    [{ segments: [{ share: 0.5, retention: 0.5 }] }, 'segments must'],
    [{ segments: [{ share: 1.2, retention: 0.5 }] }, 'segments[0].share must'],
    [{ segments: [{ share: 1, retention: 1.5 }] }, 'segments[0].retention must'],
    [{ margin: 0 }, 'margin must'],
    [{ discount: -0.1 }, 'discount must'],
    [{ acquisition: -1 }, 'acquisition must'],
    [{ periods: 1.5 }, 'periods must'],
  ])('%j 不合规矩，信息说明哪一个', (wrong, message) => {
    expect(() =>
      mixedLifetimeValue({ segments: half, margin: 1, discount: 0.1, periods: 3, ...wrong }),
    ).toThrow(message);
  });
});
