import { describe, expect, it } from 'vitest';
import { erlangCStaffing } from '../../../src/calc/queueing/erlang-c-staffing.ts';
import { intervalStaffing } from '../../../src/calc/queueing/interval-staffing.ts';

describe('intervalStaffing', () => {
  const service = { meanService: 4, target: 1 / 3, serviceLevel: 0.8 };
  it('每半小时 20、45、80、110、95、60 通：5、9、14、19、17、11 席（参考算例 sipp-open）', () => {
    const arrivalRates = [20, 45, 80, 110, 95, 60].map((calls) => calls / 30);
    expect(intervalStaffing({ ...service, arrivalRates }).map((r) => r.agents)).toEqual([
      5, 9, 14, 19, 17, 11,
    ]);
  });
  it('各段互不影响，等于单独配员', () => {
    const rates = [3, 0, 1000];
    expect(intervalStaffing({ ...service, arrivalRates: rates, shrinkage: 0.2 })).toEqual(
      rates.map((arrivalRate) => erlangCStaffing({ ...service, arrivalRate, shrinkage: 0.2 })),
    );
  });
  it('拒绝空数组与负到达率', () => {
    expect(() => intervalStaffing({ ...service, arrivalRates: [] })).toThrow(/arrivalRates must/);
    expect(() => intervalStaffing({ ...service, arrivalRates: [1, -2] })).toThrow(
      /arrivalRates\[1\] must be/,
    );
  });
});
