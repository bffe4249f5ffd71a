import { finite, integerAtLeast, nonEmpty, reject } from '../core/checks.ts';
import { normalCdf } from '../core/normal.ts';
import { createRandom } from '../core/random.ts';
import { criticalPath, earliestFinishes, latestFinishes, taskNetwork } from './critical-path.ts';

/** 工期的三点估计。 */
export interface ThreePointEstimate {
  /** 乐观工期 a。 */
  optimistic: number;
  /** 最可能工期 m。 */
  mostLikely: number;
  /** 悲观工期 b。 */
  pessimistic: number;
}

/** 工期不确定的任务：三点估计。 */
export interface UncertainTask extends ThreePointEstimate {
  /** 唯一的名字。 */
  id: string;
  /** 紧前任务的名字，默认没有。 */
  after?: readonly string[] | undefined;
}

/** 许多次抽样走完网络的结果。 */
export interface ProjectOutcomes {
  /** 各次的总工期，与样本同序。 */
  durations: number[];
  /** 各任务落在关键路径上的比例，与任务同序。 */
  criticality: number[];
}

/** 经典 PERT 的结果。 */
export interface ClassicPert {
  /** 关键路径上均值之和。 */
  mean: number;
  /** 关键路径上方差之和的平方根，单项标准差取 (b − a)/6。 */
  sd: number;
  /** 关键路径。 */
  path: string[];
  /** 按期概率的正态近似；没有给期限时为 null。 */
  onTimeProbability: number | null;
}

/** PERT 均值 (a + 4m + b)/6。 */
export function pertMean({ optimistic, mostLikely, pessimistic }: ThreePointEstimate): number {
  return (optimistic + 4 * mostLikely + pessimistic) / 6;
}

/** 三点要有限、不为负、从小到大。 */
export function checkEstimate(
  name: string,
  { optimistic, mostLikely, pessimistic }: ThreePointEstimate,
): void {
  const inOrder = (part: string, value: number, least: number) => {
    if (!Number.isFinite(value) || value < least)
      reject(`${name}.${part}`, `a finite number ≥ ${least}`, value);
  };
  inOrder('optimistic', optimistic, 0);
  inOrder('mostLikely', mostLikely, optimistic);
  inOrder('pessimistic', pessimistic, mostLikely);
}

/**
 * 走网络：每一次的各项工期已经抽好，逐次求总工期，数各任务有几成落在关键路径上。
 *
 * 假设：完成—开始关系；人手不限；同一下标的样本算同一次。
 * 符号与单位：`samples[任务][次]` 与结果同一时间单位。
 * 出处：关键路径法逐次重算。
 * 边界：各任务的样本要一样多；并列的关键路径都算关键。
 * 复杂度：O(次数 × (任务数 + 关系数))。
 *
 * @example
 * projectOutcomes({ tasks: [{ id: 'a' }, { id: 'b' }], samples: [[2, 5], [3, 4]] }).durations // [3, 5]
 */
export function projectOutcomes({
  tasks,
  samples,
}: {
  /** 任务与先后。 */
  tasks: readonly Pick<UncertainTask, 'id' | 'after'>[];
  /** 各任务的工期样本。 */
  samples: readonly (readonly number[])[];
}): ProjectOutcomes {
  const network = taskNetwork(tasks);
  if (samples.length !== tasks.length)
    reject('samples', `as long as tasks (${tasks.length})`, samples);
  const runs = nonEmpty('samples[0]', samples[0] ?? []).length;
  samples.forEach((sample, i) => {
    if (sample.length !== runs) reject(`samples[${i}]`, `of length ${runs}`, sample);
  });
  const counts = tasks.map(() => 0);
  const durations: number[] = [];
  const once = tasks.map(() => 0);
  for (let run = 0; run < runs; run++) {
    samples.forEach((sample, i) => (once[i] = sample[run] as number));
    const { finishes, duration } = earliestFinishes(network, once);
    const latest = latestFinishes(network, once, duration);
    finishes.forEach((finish, i) => {
      if ((latest[i] as number) - finish <= 1e-9 * duration) counts[i] = (counts[i] as number) + 1;
    });
    durations.push(duration);
  }
  return { durations, criticality: counts.map((count) => count / runs) };
}

/** 分布函数的格数：再细，分位数只在第五位上变。 */
const cells = 512;

/**
 * 分层抽样：把 PERT 贝塔分布等分成 `count` 层，每层取正中的分位数，再打乱次序。
 *
 * 假设：贝塔形状 α = 1 + 4(m−a)/(b−a)、β = 1 + 4(b−m)/(b−a)；不同任务用不同的种子，次序互不相关。
 * 符号与单位：与三点估计同一时间单位。
 * 出处：McKay, Beckman & Conover (1979) 的拉丁超立方抽样；分布函数用中点积分。
 * 边界：a = b 时每一个都是 a；三点只动一点，样本跟着连续地动，方案之间可比；同一种子逐位相同。
 * 复杂度：O(次数)。
 *
 * @example
 * stratifiedDurations({ task: { optimistic: 2, mostLikely: 2, pessimistic: 2 }, count: 3, seed: 1 }) // [2, 2, 2]
 */
export function stratifiedDurations({
  task,
  count,
  seed,
}: {
  /** 三点估计。 */
  task: ThreePointEstimate;
  /** 抽几个。 */
  count: number;
  /** 打乱用的种子。 */
  seed: number;
}): number[] {
  checkEstimate('task', task);
  integerAtLeast('count', count, 1);
  const { optimistic, mostLikely, pessimistic } = task;
  const range = pessimistic - optimistic;
  if (range === 0) return Array.from({ length: count }, () => optimistic);
  const low = (4 * (mostLikely - optimistic)) / range;
  const high = (4 * (pessimistic - mostLikely)) / range;
  const density = (x: number) => x ** low * (1 - x) ** high;
  const below = [0];
  for (let cell = 1; cell <= cells; cell++)
    below.push((below[cell - 1] as number) + density((cell - 0.5) / cells));
  const whole = below[cells] as number;
  let cell = 1;
  const middles = Array.from({ length: count }, (_, i) => {
    const wanted = ((i + 0.5) / count) * whole;
    while ((below[cell] as number) < wanted) cell++;
    const from = below[cell - 1] as number;
    const along = (wanted - from) / ((below[cell] as number) - from);
    return optimistic + (range * (cell - 1 + along)) / cells;
  });
  return createRandom(seed).shuffle(middles);
}

/**
 * 经典 PERT：只看均值工期的那条关键路径，按正态近似算按期概率。
 *
 * 假设：各任务独立，路径够长可用正态；忽略别的路径，所以通常偏乐观（汇合偏差）。
 * 符号与单位：均值 (a + 4m + b)/6、标准差 (b − a)/6，与三点同一时间单位。
 * 出处：Malcolm 等 (1959)。
 * 边界：路径上没有散布时，概率非 0 即 1，期限恰好赶上算按期。
 * 复杂度：O(任务数 + 关系数)。
 *
 * @example
 * classicPert({ tasks: [{ id: 'a', optimistic: 1, mostLikely: 2, pessimistic: 9 }], deadline: 3 }).onTimeProbability // 0.5
 */
export function classicPert({
  tasks,
  deadline,
}: {
  /** 任务。 */
  tasks: readonly UncertainTask[];
  /** 期限；给出才算按期概率。 */
  deadline?: number | undefined;
}): ClassicPert {
  if (deadline !== undefined) finite('deadline', deadline);
  tasks.forEach((task, i) => checkEstimate(`tasks[${i}]`, task));
  const { duration: mean, path } = criticalPath(
    tasks.map((task) => ({ id: task.id, duration: pertMean(task), after: task.after })),
  );
  const onPath = new Set(path);
  const variance = tasks.reduce(
    (sum, task) =>
      onPath.has(task.id) ? sum + ((task.pessimistic - task.optimistic) / 6) ** 2 : sum,
    0,
  );
  const sd = Math.sqrt(variance);
  const certain = () => ((deadline as number) >= mean ? 1 : 0);
  return {
    mean,
    sd,
    path,
    onTimeProbability:
      deadline === undefined ? null : sd === 0 ? certain() : normalCdf((deadline - mean) / sd),
  };
}
