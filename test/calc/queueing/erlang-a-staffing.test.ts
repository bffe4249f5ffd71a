import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangAStaffing } from '../../../src/calc/queueing/erlang-a-staffing.ts';
import { erlangA } from '../../../src/calc/queueing/erlang-a.ts';
import { erlangCStaffing } from '../../../src/calc/queueing/erlang-c-staffing.ts';
import { expectClose } from '../core/expect-close.ts';

/**
 * 独立对照：人数的生灭方程逐态求解得稳态与放弃率；到达者前面还有几人，再用均匀化算
 * “前面的人接通或挂断、自己没挂断、在时限内轮到”的概率。与被测代码没有共用的公式。
 */
function direct(
  { arrivalRate, meanService, meanPatience }: Record<string, number>,
  servers: number,
  target: number,
): { serviceLevel: number; abandoning: number; occupancy: number } {
  const lambda = arrivalRate!;
  const mu = 1 / meanService!;
  const theta = 1 / meanPatience!;
  const weights = [1];
  let peak = 1;
  for (let k = 1; k < 100_000; k++) {
    const out = Math.min(k, servers) * mu + Math.max(0, k - servers) * theta;
    const weight = (weights[k - 1]! * lambda) / out;
    weights.push(weight);
    peak = Math.max(peak, weight);
    if (k > servers && lambda < out && weight < peak * 1e-20) break;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const state = weights.map((weight) => weight / total);
  const busy = state.reduce((sum, p, k) => sum + p * Math.min(k, servers), 0);
  const queue = state.reduce((sum, p, k) => sum + p * Math.max(0, k - servers), 0);
  let served = state.slice(0, servers).reduce((sum, p) => sum + p, 0);
  // ahead[i]：此刻前面还有 i 人在等、自己也在等的概率
  let ahead = state.slice(servers);
  const top = servers * mu + ahead.length * theta;
  let poisson = Math.exp(-top * target);
  let left = 1 - poisson;
  for (let step = 1; left > 1e-15 && step < 100_000; step++) {
    const done = (ahead[0]! * servers * mu) / top;
    ahead = ahead.map((p, i) => {
      const stay = 1 - (servers * mu + (i + 1) * theta) / top;
      const next = ahead[i + 1] ?? 0;
      return p * stay + (next * (servers * mu + (i + 1) * theta)) / top;
    });
    // 第 step 次跳时接通，只要时限内至少跳这么多次
    served += done * left;
    poisson *= (top * target) / step;
    left -= poisson;
  }
  return {
    serviceLevel: served,
    abandoning: (theta * queue) / lambda,
    occupancy: busy / servers,
  };
}

const calls = { arrivalRate: 16, meanService: 3, meanPatience: 2 };

describe('erlangAStaffing', () => {
  it('n=1、λ=μ=θ=1：人数为均值 1 的泊松，放弃率 e⁻¹，占用率 1 − e⁻¹', () => {
    const staffing = erlangAStaffing({
      arrivalRate: 1,
      meanService: 1,
      meanPatience: 1,
      maxAbandonment: 0.4,
    });
    expect(staffing.agents).toBe(1);
    expectClose(staffing.probabilityOfAbandoning, Math.exp(-1));
    expectClose(staffing.occupancy, 1 - Math.exp(-1));
    // 不等就接通：来时空着，e⁻¹
    expectClose(staffing.serviceLevel, Math.exp(-1));
  });
  it('负荷 48、平均耐心 2 分、20 秒内接通 80 % 要 48 席；放弃率 3 % 要 52 席，与生灭方程一致', () => {
    const byLevel = erlangAStaffing({ ...calls, target: 1 / 3, serviceLevel: 0.8 });
    expect(byLevel.agents).toBe(48);
    expect(direct(calls, 48, 1 / 3).serviceLevel).toBeGreaterThan(0.8);
    expect(direct(calls, 47, 1 / 3).serviceLevel).toBeLessThan(0.8);
    expectClose(byLevel.serviceLevel, direct(calls, 48, 1 / 3).serviceLevel, 1e-12);
    const byLoss = erlangAStaffing({ ...calls, maxAbandonment: 0.03 });
    expect(byLoss.agents).toBe(52);
    expect(direct(calls, 52, 0).abandoning).toBeLessThan(0.03);
    expect(direct(calls, 51, 0).abandoning).toBeGreaterThan(0.03);
    expectClose(byLoss.probabilityOfAbandoning, direct(calls, 52, 0).abandoning, 1e-12);
    const both = erlangAStaffing({
      ...calls,
      target: 1 / 3,
      serviceLevel: 0.8,
      maxAbandonment: 0.03,
    });
    expect(both.agents).toBe(52);
  });
  it('给出的席数达标、少一席不达标，各指标与生灭方程一致', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 40, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 0.98, noNaN: true }),
        fc.double({ min: 0.005, max: 0.6, noNaN: true }),
        (arrivalRate, meanPatience, target, serviceLevel, maxAbandonment) => {
          const rates = { arrivalRate, meanService: 1, meanPatience };
          const staffing = erlangAStaffing({ ...rates, target, serviceLevel, maxAbandonment });
          const meets = (servers: number): boolean => {
            const exact = direct(rates, servers, target);
            return exact.serviceLevel >= serviceLevel && exact.abandoning <= maxAbandonment;
          };
          const exact = direct(rates, staffing.agents, target);
          expectClose(staffing.serviceLevel, exact.serviceLevel, 1e-10);
          expectClose(staffing.probabilityOfAbandoning, exact.abandoning, 1e-10);
          expectClose(staffing.occupancy, exact.occupancy, 1e-10);
          expect(meets(staffing.agents)).toBe(true);
          if (staffing.agents > 1) expect(meets(staffing.agents - 1)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('目标越严席数不减，耐心越长席数不减（按服务水平）', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0.1, max: 0.97, noNaN: true }),
        (arrivalRate, serviceLevel) => {
          const agents = (change: object): number =>
            erlangAStaffing({
              arrivalRate,
              meanService: 1,
              meanPatience: 1,
              target: 0.1,
              serviceLevel,
              ...change,
            }).agents;
          expect(agents({ serviceLevel: serviceLevel + 0.02 })).toBeGreaterThanOrEqual(agents({}));
          expect(agents({ meanPatience: 4 })).toBeGreaterThanOrEqual(agents({}));
          expect(agents({ target: 0.2 })).toBeLessThanOrEqual(agents({}));
        },
      ),
      { numRuns: 40 },
    );
  });
  it('无人放弃时就是 Erlang C 配员；耐心极长时趋于它', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        (arrivalRate, serviceLevel) => {
          const input = { arrivalRate, meanService: 1.5, target: 0.2, serviceLevel };
          const patient = erlangAStaffing({ ...input, meanPatience: Infinity });
          const endless = erlangCStaffing(input);
          expect(patient.agents).toBe(endless.agents);
          expectClose(patient.serviceLevel, endless.serviceLevel, 1e-10);
          expectClose(patient.meanWait, endless.meanWait, 1e-9);
          expect(patient.probabilityOfAbandoning).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
    expect(
      erlangAStaffing({ ...calls, meanPatience: 1e12, target: 1 / 3, serviceLevel: 0.8 }).agents,
    ).toBe(erlangCStaffing({ ...calls, target: 1 / 3, serviceLevel: 0.8 }).agents);
  });
  it('占用率上限、缩减率与最少坐席数都算数；没有来话时人人达标', () => {
    const eased = erlangAStaffing({ ...calls, maxAbandonment: 0.5, maxOccupancy: 0.85 });
    expect(eased.occupancy).toBeLessThanOrEqual(0.85);
    const one = erlangA({
      arrivalRate: 16,
      serviceRate: 1 / 3,
      abandonmentRate: 0.5,
      servers: eased.agents - 1,
    });
    expect(one.utilization).toBeGreaterThan(0.85);
    // 52/0.7 = 74.3 → 75
    expect(
      erlangAStaffing({ ...calls, maxAbandonment: 0.03, shrinkage: 0.3 }).scheduledAgents,
    ).toBe(75);
    expect(erlangAStaffing({ ...calls, maxAbandonment: 0.03, minimumAgents: 60 }).agents).toBe(60);
    const quiet = erlangAStaffing({ ...calls, arrivalRate: 0, maxAbandonment: 0.03 });
    expect(quiet).toMatchObject({ agents: 1, serviceLevel: 1, probabilityOfAbandoning: 0 });
    expect(
      erlangAStaffing({ ...calls, arrivalRate: 0, maxAbandonment: 0.03, minimumAgents: 0 }).agents,
    ).toBe(0);
  });
  it('十万爱尔朗也算得出，席数少于负荷', () => {
    const { agents } = erlangAStaffing({
      arrivalRate: 1e5,
      meanService: 1,
      meanPatience: 2,
      target: 0.1,
      serviceLevel: 0.8,
    });
    expect(agents).toBeLessThan(1e5);
    expect(agents).toBeGreaterThan(9e4);
  });
  it('拒绝坏参数', () => {
    const good = { ...calls, target: 1, serviceLevel: 0.8, maxAbandonment: 0.1 };
    const bad: [string, Partial<Parameters<typeof erlangAStaffing>[0]>][] = [
      ['arrivalRate', { arrivalRate: -1 }],
      ['arrivalRate', { arrivalRate: 1e17 }],
      ['meanService', { meanService: 0 }],
      ['meanPatience', { meanPatience: 0 }],
      ['meanPatience', { meanPatience: NaN }],
      ['target', { target: -1 }],
      ['serviceLevel', { serviceLevel: 1 }],
      ['serviceLevel', { serviceLevel: undefined, maxAbandonment: undefined }],
      ['maxAbandonment', { maxAbandonment: 0 }],
      ['maxAbandonment', { maxAbandonment: 1.1 }],
      ['maxOccupancy', { maxOccupancy: 0 }],
      ['shrinkage', { shrinkage: 1 }],
      ['minimumAgents', { minimumAgents: 0.5 }],
    ];
    for (const [name, change] of bad)
      expect(() => erlangAStaffing({ ...good, ...change })).toThrow(new RegExp(`^${name} must be`));
  });
});
