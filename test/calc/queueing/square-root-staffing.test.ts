import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../src/calc/queueing/erlang-c.ts';
import { squareRootStaffing } from '../../../src/calc/queueing/square-root-staffing.ts';
import { expectClose } from '../core/expect-close.ts';

describe('squareRootStaffing', () => {
  it('64 爱尔朗、β=1.3：64 + 1.3·8 = 74.4 → 75 席，实际 β = 11/8', () => {
    const staffing = squareRootStaffing({ offeredLoad: 64, beta: 1.3 });
    expect(staffing.agents).toBe(75);
    expectClose(staffing.effectiveBeta, 11 / 8);
    expectClose(staffing.occupancy, 64 / 75);
    expectClose(staffing.probabilityOfWaiting, erlangC({ offeredLoad: 64, servers: 75 }));
  });
  it('参考算例 100 爱尔朗、β=1', () => {
    const staffing = squareRootStaffing({ offeredLoad: 100, beta: 1 });
    expect(staffing.agents).toBe(110);
    expectClose(staffing.probabilityOfWaiting, 0.23700750028505274);
    expectClose(staffing.probabilityOfWaitingHalfinWhitt, 0.22336127479826073);
  });
  it('整数结果不因舍入多加一席：49 + 0.1·7 + … 取 β = 3/7 恰为 52', () => {
    expect(squareRootStaffing({ offeredLoad: 49, beta: 3 / 7 }).agents).toBe(52);
  });
  it('无负荷、负 β 与大负荷', () => {
    expect(squareRootStaffing({ offeredLoad: 0, beta: 2 }).agents).toBe(0);
    expect(squareRootStaffing({ offeredLoad: 0, beta: 2 }).probabilityOfWaiting).toBe(0);
    expect(squareRootStaffing({ offeredLoad: 100, beta: -1 }).probabilityOfWaiting).toBe(1);
    const none = squareRootStaffing({ offeredLoad: 1, beta: -5 });
    expect(none.agents).toBe(0);
    expect(none.probabilityOfWaiting).toBe(1);
    const big = squareRootStaffing({ offeredLoad: 1e8, beta: 1 });
    expectClose(big.probabilityOfWaiting, big.probabilityOfWaitingHalfinWhitt, 1e-3);
  });
  it('拒绝坏参数', () => {
    expect(() => squareRootStaffing({ offeredLoad: -1, beta: 1 })).toThrow(/offeredLoad must be/);
    expect(() => squareRootStaffing({ offeredLoad: 1, beta: NaN })).toThrow(/beta must be/);
  });
});

it('席数超出整数范围时报 offeredLoad', () => {
  expect(() => squareRootStaffing({ offeredLoad: 1e17, beta: 1 })).toThrow(/^offeredLoad must be/);
});
