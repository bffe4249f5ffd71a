/** 一项性能测量；各领域的清单在 `suites/<领域>.ts` 里导出为 `suite`。 */
export interface Benchmark {
  /** 测的是什么，写清规模。 */
  name: string;
  /** 结果的单位，如 `customers/s`、`ms`。 */
  unit: string;
  /** 目标：至少或至多多少；没有目标只作记录。 */
  target?: { atLeast: number } | { atMost: number };
  /** 自己已经反复测过、取过中位数，只跑一遍 */
  once?: true;
  /** 测完以后附在下面的几行，例如分项的表 */
  details?(): readonly string[];
  /** 测一次并返回以 `unit` 计的数；计时由它自己做，准备工作不算在内。 */
  run(): number | Promise<number>;
}

/** 这台机器上测不了（缺工具、没有网络），不算失败；信息里说清缺什么。 */
export class Skipped extends Error {
  override name = 'Skipped';
}

/** 一个领域的清单。 */
export type Suite = readonly Benchmark[];

/** 执行一次 `work` 用了多少毫秒。 */
export function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** 反复执行到累计至少 `atLeast` 毫秒，返回每次的毫秒数；给太快、单次测不准的函数用。 */
export function millisecondsEach(work: () => unknown, atLeast = 50): number {
  const start = performance.now();
  let times = 0;
  let elapsed = 0;
  do {
    work();
    times++;
    elapsed = performance.now() - start;
  } while (elapsed < atLeast);
  return elapsed / times;
}

/** 执行一次 `work` 处理 `items` 件，返回每秒多少件。 */
export function perSecond(items: number, work: () => unknown): number {
  return (items / milliseconds(work)) * 1000;
}
