import { describe, expect, it } from 'vitest';
import {
  customerContact,
  customerContactOfSteps,
} from '../../../src/calc/process/customer-contact.ts';

describe('customerContact', () => {
  it('48 分钟里接触 12 分钟：接触度 0.25，潜在效率 0.75', () => {
    const result = customerContact({ contactTime: 12, serviceTime: 48 });
    expect(result.contactRatio).toBeCloseTo(0.25, 12);
    expect(result.potentialEfficiency).toBeCloseTo(0.75, 12);
    expect(result.decoupledTime).toBeCloseTo(36, 12);
  });
  it('步骤清单与总数口径一致', () => {
    // 在场 4 + 3 = 7，总 4 + 6 + 3 + 7 = 20
    const result = customerContactOfSteps([
      { name: '受理', time: 4, customerPresent: true },
      { name: '审核', time: 6, customerPresent: false },
      { name: '签字', time: 3, customerPresent: true },
      { name: '归档', time: 7, customerPresent: false },
    ]);
    expect(result.contactRatio).toBeCloseTo(7 / 20, 12);
  });
  it('全程在场潜在效率为 0，全程不在场为 1', () => {
    expect(customerContact({ contactTime: 5, serviceTime: 5 }).potentialEfficiency).toBe(0);
    expect(customerContact({ contactTime: 0, serviceTime: 1e-9 }).potentialEfficiency).toBe(1);
  });
  it('拒绝接触时间超过总时间、总时间为 0、空清单', () => {
    expect(() => customerContact({ contactTime: 6, serviceTime: 5 })).toThrow(/contactTime/);
    expect(() => customerContact({ contactTime: 0, serviceTime: 0 })).toThrow(/serviceTime/);
    expect(() => customerContactOfSteps([])).toThrow(/steps/);
    expect(() => customerContactOfSteps([{ name: '空', time: 0, customerPresent: true }])).toThrow(
      /steps/,
    );
    expect(() => customerContactOfSteps([{ name: '负', time: -1, customerPresent: true }])).toThrow(
      /steps\[0\]\.time/,
    );
  });
});
