/** 动画用的一批顾客，与“仿真对照”用的一次重复；都由种子决定，换参数不换人。 */
import { createCustomers, serve } from '../../calc/queueing/simulation/common-customers.ts';
import { simulateWaits } from '../../calc/queueing/simulation/waits.ts';

interface Setting {
  utilization: number;
  serviceMinutes: number;
  servers: number;
}

/** 动画放多长：大约 120 次服务的时间，够看到队伍涨落，又不至于看腻。 */
export function animate({ utilization, serviceMinutes, servers }: Setting) {
  const horizon = (120 * serviceMinutes) / Math.max(1, servers ** 0.5);
  const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;
  const customers = createCustomers({
    arrivals: { kind: 'renewal', interval: exponential(serviceMinutes / (utilization * servers)) },
    classes: [{ service: exponential(serviceMinutes) }],
    horizon,
    seed: 20,
  });
  const { record } = serve(customers, { servers });
  // 从前半场队伍最长的那一刻放起：首帧（也是纸上那一帧）总有人在排
  const { time, waiting } = record.timeline;
  let longest = 0;
  for (let i = 0; (time[i] ?? horizon) < horizon / 2; i++)
    if ((waiting[i] as number) > (waiting[longest] as number)) longest = i;
  return { horizon, record, start: time[longest] ?? 0 };
}

/**
 * 一次仿真的平均等待；不稳定时没有可比的数，返回 null。
 * 每次 2 万名顾客：ρ = 0.95 时单次均值仍有几个百分点的起伏，正好让学生看见“仿真会抖”。
 */
export function simulation({
  utilization,
  serviceMinutes,
  servers,
}: Setting): ((run: number) => number) | null {
  if (utilization >= 1) return null;
  return (run) =>
    simulateWaits({
      arrivals: { kind: 'exponential', mean: serviceMinutes / (utilization * servers) },
      service: { kind: 'exponential', mean: serviceMinutes },
      servers,
      customers: 20_000,
      warmup: 2_000,
      seed: 1000 + run,
    }).meanWait;
}
