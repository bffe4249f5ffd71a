/** 用均值与变异系数相同的具体分布仿真一遍，看近似公式离得多远。 */
import type { Distribution } from '../../calc/queueing/simulation/distributions.ts';
import { simulateWaits } from '../../calc/queueing/simulation/waits.ts';

function withVariation(mean: number, variation: number): Distribution {
  if (variation === 0) return { kind: 'deterministic', mean };
  if (variation === 1) return { kind: 'exponential', mean };
  return { kind: 'lognormal', mean, scv: variation ** 2 };
}

export function simulation(setting: {
  arrivalVariation: number;
  serviceVariation: number;
  utilization: number;
  serviceMinutes: number;
  servers: number;
}): (run: number) => number {
  const { arrivalVariation, serviceVariation, utilization, serviceMinutes, servers } = setting;
  return (run) =>
    simulateWaits({
      arrivals: withVariation(serviceMinutes / (utilization * servers), arrivalVariation),
      service: withVariation(serviceMinutes, serviceVariation),
      servers,
      customers: 20_000,
      warmup: 2_000,
      seed: 3000 + run,
    }).meanWait;
}
