import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoveryParadox, recoveryReturn } from '../../../src/calc/quality/service-recovery.ts';

const program = {
  failures: 200,
  retentionWithout: 0.5,
  retentionWith: 0.75,
  lifetimeValue: 400,
  costPerRecovery: 40,
  fixedCost: 2000,
};

describe('recoveryReturn', () => {
  it('手算：多留 50 人值 20000，支出 10000，回报率 100 %', () => {
    const r = recoveryReturn(program);
    expect(r.savedCustomers).toBe(50);
    expect(r.net).toBe(10000);
    expect(r.returnOnInvestment).toBe(1);
  });
  it('每件花到上限时净收益为 0', () => {
    const { worthPerRecovery } = recoveryReturn(program);
    expect(worthPerRecovery).toBeCloseTo(90, 10);
    expect(recoveryReturn({ ...program, costPerRecovery: worthPerRecovery }).net).toBeCloseTo(0, 8);
  });
  it('不花钱而有收益时回报率无穷大', () => {
    expect(
      recoveryReturn({ ...program, costPerRecovery: 0, fixedCost: 0 }).returnOnInvestment,
    ).toBe(Infinity);
    expect(recoveryReturn({ ...program, failures: 0, fixedCost: 0 }).worthPerRecovery).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => recoveryReturn({ ...program, retentionWith: 1.1 })).toThrow(/retentionWith/);
    expect(() => recoveryReturn({ ...program, failures: -1 })).toThrow(/failures/);
    expect(() => recoveryReturn({ ...program, costPerRecovery: -1 })).toThrow(/costPerRecovery/);
  });
});

describe('recoveryParadox', () => {
  const best = { severity: 0.5, speed: 1, compensation: 1, apology: 1 };
  it('出色的补救使满意反超，复购不反超', () => {
    const r = recoveryParadox(best);
    expect(r.satisfaction).toBeCloseTo(0.2, 12);
    expect(r.repurchase).toBe(0);
    expect(r.paradox).toBe(true);
  });
  it('第二次失误后再多补偿也回不去', () => {
    const r = recoveryParadox({ ...best, failureCount: 2 });
    expect(r.paradox).toBe(false);
    expect(r.satisfaction).toBeLessThan(0);
  });
  it('复购从不反超；补救越好两者都不降', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        unit,
        unit,
        unit,
        fc.integer({ min: 1, max: 5 }),
        (severity, low, high, failureCount) => {
          const at = (q: number) =>
            recoveryParadox({ severity, speed: q, compensation: q, apology: q, failureCount });
          const [a, b] = [at(Math.min(low, high)), at(Math.max(low, high))];
          expect(a.repurchase).toBeLessThanOrEqual(0);
          expect(b.satisfaction).toBeGreaterThanOrEqual(a.satisfaction - 1e-12);
          expect(b.repurchase).toBeGreaterThanOrEqual(a.repurchase - 1e-12);
        },
      ),
    );
  });
  it('没有严重度就没有失误可言：两者为 0', () => {
    expect(recoveryParadox({ ...best, severity: 0 })).toMatchObject({
      satisfaction: 0,
      paradox: false,
    });
  });
  it('拒绝坏输入', () => {
    expect(() => recoveryParadox({ ...best, speed: 2 })).toThrow(/speed/);
    expect(() => recoveryParadox({ ...best, failureCount: 0 })).toThrow(/failureCount/);
  });
});
