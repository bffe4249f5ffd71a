import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  illustrativeTolls,
  responses,
  variabilities,
  variabilityResponse,
  type Response,
  type ResponsePlan,
  type Variability,
} from '../../../src/calc/strategy/variability-response.ts';

const all = (response: Response) =>
  Object.fromEntries(variabilities.map((each) => [each, response])) as Record<
    Variability,
    Response
  >;
const base = {
  trouble: { arrival: 2, request: 5, capability: 1, effort: 0, preference: 2 },
  plan: all('classic-accommodation'),
  suited: {
    'classic-accommodation': 1,
    'low-cost-accommodation': 0.8,
    'classic-reduction': 0.4,
    'uncompromised-reduction': 0.5,
  },
  experienceWeight: 0.5,
};

/** 全部安排里的每一个。 */
function* everyPlan(allowed: readonly Response[]): Generator<ResponsePlan> {
  const count = allowed.length ** variabilities.length;
  for (let code = 0; code < count; code++)
    yield Object.fromEntries(
      variabilities.map((each, i) => [
        each,
        allowed[Math.floor(code / allowed.length ** i) % allowed.length],
      ]),
    ) as Record<Variability, Response>;
}

describe('variabilityResponse', () => {
  it('手算一格：请求变异用低成本迁就，八成顾客会自己动手', () => {
    // 花费 0.8×3 + 0.2×6 = 3.6，损失 0.8×1 + 0.2×6 = 2 → 效率 6.4、体验 8，各半 7.2
    const { efficiency, experience, score } =
      variabilityResponse(base).cells.request['low-cost-accommodation'];
    expect(efficiency).toBeCloseTo(6.4, 12);
    expect(experience).toBeCloseTo(8, 12);
    expect(score).toBeCloseTo(7.2, 12);
  });
  it('手算全盘：全靠员工顶着，按麻烦加权', () => {
    // 花费 (2×9 + 5×9 + 1×8 + 2×9)/10 = 8.9，损失 (2 + 5 + 0.5 + 2×2)/10 = 1.15
    const { plan } = variabilityResponse(base);
    expect(plan.efficiency).toBeCloseTo(1.1, 12);
    expect(plan.experience).toBeCloseTo(8.85, 12);
  });
  it('逐行取最大就是 1024 种安排里的最大', () => {
    fc.assert(
      fc.property(
        fc.record({
          weight: fc.double({ min: 0, max: 1, noNaN: true }),
          shares: fc.tuple(...responses.map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
        }),
        ({ weight, shares }) => {
          const input = {
            ...base,
            experienceWeight: weight,
            suited: Object.fromEntries(responses.map((each, i) => [each, shares[i]])) as Record<
              Response,
              number
            >,
          };
          const { bestScore } = variabilityResponse(input);
          let highest = -Infinity;
          for (const plan of everyPlan(responses))
            highest = Math.max(highest, variabilityResponse({ ...input, plan }).plan.score);
          expect(bestScore.score).toBeCloseTo(highest, 9);
        },
      ),
      { numRuns: 4 },
    );
  });
  it('没有一种安排落在前沿之外，经典前沿也不在四类前沿之外', () => {
    for (const [allowed, name] of [
      [responses, 'frontier'],
      [['classic-accommodation', 'classic-reduction'] as const, 'classicFrontier'],
    ] as const)
      for (const weight of [0, 0.2, 0.5, 0.8, 1]) {
        const value = (p: { efficiency: number; experience: number }) =>
          (1 - weight) * p.efficiency + weight * p.experience;
        const reach = Math.max(...variabilityResponse(base)[name].map(value));
        for (const plan of everyPlan(allowed))
          expect(value(variabilityResponse({ ...base, plan }).plan)).toBeLessThan(reach + 1e-9);
      }
  });
  it('前沿从省钱到舒服：效率升，体验降', () => {
    const { frontier } = variabilityResponse(base);
    expect(frontier.length).toBeGreaterThan(2);
    for (let i = 1; i < frontier.length; i++) {
      expect(frontier[i]!.efficiency).toBeGreaterThan(frontier[i - 1]!.efficiency);
      expect(frontier[i]!.experience).toBeLessThan(frontier[i - 1]!.experience);
    }
  });
  it('极端：谁都会自己动手时低成本迁就胜出，谁都不会时败给经典迁就', () => {
    const best = (share: number) =>
      variabilityResponse({
        ...base,
        experienceWeight: 0.7,
        suited: { ...base.suited, 'low-cost-accommodation': share, 'uncompromised-reduction': 0 },
      }).best.request;
    expect(best(1)).toBe('low-cost-accommodation');
    expect(best(0)).toBe('classic-accommodation');
  });
  it('只看一头：只要效率就压减，只要体验就不压减不合拍的人', () => {
    expect(variabilityResponse({ ...base, experienceWeight: 0 }).best).toEqual(
      all('classic-reduction'),
    );
    expect(Object.values(variabilityResponse({ ...base, experienceWeight: 1 }).best)).not.toContain(
      'classic-reduction',
    );
  });
  it('打分表的方向：不合适的顾客从来不比合适的好', () => {
    for (const variability of variabilities)
      for (const response of responses) {
        const { suited, others } = illustrativeTolls[variability][response];
        expect(others.cost).toBeGreaterThanOrEqual(suited.cost);
        expect(others.loss).toBeGreaterThanOrEqual(suited.loss);
      }
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => variabilityResponse({ ...base, experienceWeight: 2 })).toThrow(/experienceWeight/);
    expect(() =>
      variabilityResponse({ ...base, suited: { ...base.suited, 'classic-reduction': -1 } }),
    ).toThrow(/suited.classic-reduction/);
    expect(() =>
      variabilityResponse({ ...base, trouble: { ...base.trouble, effort: -1 } }),
    ).toThrow(/trouble.effort/);
    expect(() =>
      variabilityResponse({
        ...base,
        trouble: { arrival: 0, request: 0, capability: 0, effort: 0, preference: 0 },
      }),
    ).toThrow(/trouble/);
    expect(() =>
      variabilityResponse({ ...base, plan: { ...base.plan, effort: 'shrug' as Response } }),
    ).toThrow(/plan.effort/);
  });
});
