import { atLeast, each, finite, integerAtLeast, nonEmpty } from '../../core/checks.ts';
import { normalCdf, normalPdf } from '../../core/normal.ts';
import { createRandom } from '../../core/random.ts';

/** 越出多远才调的输入。 */
export interface OverAdjustmentInput {
  /** 偏差越出几个 σ 才调；0 是逐点都调。 */
  beyond: number;
  /** 一共几点。 */
  drops: number;
  /** 机器起先真偏了几个 σ，默认 0：对得准，调了就是瞎调。 */
  offset?: number | undefined;
}

/** 越出才调的代价。 */
export interface OverAdjustment {
  /** 各点对目标的均方偏差，以 σ² 计。 */
  meanSquares: number[];
  /** 各点的平均。 */
  meanSquare: number;
  /** 一次不调的均方偏差：1 + 起先偏的平方。 */
  untouched: number;
  /** `meanSquare` 是 `untouched` 的几倍。 */
  ratio: number;
  /** 平均调几次；末一点之后不再调。 */
  adjustments: number;
}

/** 网格往外铺到几个 σ，一格至多几个 σ。 */
const reach = 6.5;
const cell = 0.1;

/**
 * 瞎调的代价：偏差越出 kσ 就把机器往回调同样多，均方偏差是不动时的几倍。
 *
 * 假设：落点 = 机器的位置 + 独立正态扰动；只在 |偏差| > kσ 时把机器反向移动整个偏差（漏斗规则二加一道门槛）。
 * 符号与单位：k `beyond`、起先偏的 δ `offset` 以 σ 计，均方偏差以 σ² 计。位置 m 的分布逐点递推：不调时不变，调时新位置是 −ε；第 t 点的均方偏差是 1 + E[m²]。
 * 出处：漏斗规则二见 Deming (1986), Out of the Crisis；门槛的递推是全概率公式。
 * 边界：k = 0、δ = 0 时首点 1、以后 2，与规则二一致；k 很大时是 1 + δ²，一次也不调；k 小于 0.05 当作 0。网格的误差约 2e-3。
 * 复杂度：O(点数 × 网格数)，网格数至多约 260。
 *
 * @example
 * overAdjustment({ beyond: 0, drops: 30 }).untouched // 1
 */
export function overAdjustment({ beyond, drops, offset = 0 }: OverAdjustmentInput): OverAdjustment {
  atLeast('beyond', beyond, 0);
  integerAtLeast('drops', drops, 1);
  finite('offset', offset);
  const always = beyond < cell / 2;
  const step = always ? cell : beyond / Math.ceil(beyond / cell);
  const half = Math.ceil(reach / step);
  const far = always ? 0 : Math.round(beyond / step);
  const places = Array.from({ length: 2 * half + 1 }, (_, j) => (j - half) * step);
  // 格点上的 Φ 只算一遍，左右对称
  const right = Array.from({ length: half + far + 1 }, (_, i) => normalCdf(i * step));
  const cdf = (i: number) => (i < 0 ? 1 - (right[-i] as number) : (right[i] as number));
  const stays = places.map((_, j) => (always ? 0 : cdf(far + half - j) - cdf(half - j - far)));
  const fresh = places.map(normalPdf);
  // 门槛落在一格当中的，照占几成算
  const leaves = places.map((x) =>
    always ? 1 : Math.min(1, Math.max(0, (Math.abs(x - offset) - beyond) / step + 0.5)),
  );
  const stayAtFirst = always ? 0 : normalCdf(beyond - offset) - normalCdf(-beyond - offset);
  /** 还没有调过的概率：机器仍在起先的地方 */
  let untouched = 1;
  let density = places.map(() => 0);
  const meanSquares: number[] = [];
  let adjustments = 0;
  for (let t = 0; t < drops; t++) {
    let [square, stay, before] = [0, 0, 0];
    // 累计到格子当中：相减就是梯形法
    const below = density.map((g, j) => {
      square += g * (places[j] as number) ** 2;
      stay += g * (stays[j] as number);
      before += g;
      return before - g / 2;
    });
    const moved = 1 - untouched;
    meanSquares.push(1 + untouched * offset * offset + square * step);
    if (t < drops - 1) adjustments += 1 - untouched * stayAtFirst - stay * step;
    const last = density.length - 1;
    density = density.map((g, j) => {
      const near =
        far === 0
          ? 0
          : (below[Math.min(last, j + far)] as number) - (below[Math.max(0, j - far)] as number);
      const out = untouched * (leaves[j] as number) + moved - near * step;
      return g * (stays[j] as number) + (fresh[j] as number) * out;
    });
    untouched *= stayAtFirst;
  }
  const meanSquare = meanSquares.reduce((sum, value) => sum + value, 0) / drops;
  const bare = 1 + offset * offset;
  return { meanSquares, meanSquare, untouched: bare, ratio: meanSquare / bare, adjustments };
}

/** 一串落点与各点时机器的位置。 */
export interface AdjustedRun {
  /** 各次落点。 */
  points: number[];
  /** 各次落下之前机器的位置。 */
  positions: number[];
  /** 对目标的均方偏差。 */
  meanSquare: number;
  /** 机器动过几次。 */
  adjustments: number;
}

/** 一串落点，起先在 `start`；`next` 看了落点与位置，说机器下一次放在哪里。同一种子给同一串扰动。 */
function run(
  drops: number,
  seed: number,
  sd: number,
  next: (point: number, position: number, t: number) => number,
  start: number,
): AdjustedRun {
  const random = createRandom(seed);
  const points: number[] = [];
  const positions: number[] = [];
  let position = start;
  let squares = 0;
  let adjustments = 0;
  for (let t = 0; t < drops; t++) {
    const point = position + random.normal(0, sd);
    points.push(point);
    positions.push(position);
    squares += point * point;
    const to = next(point, position, t);
    if (to !== position && t < drops - 1) adjustments++;
    position = to;
  }
  return { points, positions, meanSquare: drops > 0 ? squares / drops : 0, adjustments };
}

/** 越出 kσ 才调的一串落点，目标为 0；与别的规则给同一种子，用同一串扰动。 */
export function adjustBeyond({
  beyond,
  drops,
  seed,
  sd = 1,
  offset = 0,
}: OverAdjustmentInput & {
  /** 随机种子。 */
  seed: number;
  /** 固有标准差，默认 1。 */
  sd?: number | undefined;
}): AdjustedRun {
  atLeast('beyond', beyond, 0);
  integerAtLeast('drops', drops, 1);
  atLeast('sd', sd, 0);
  finite('offset', offset);
  return run(
    drops,
    seed,
    sd,
    (point, position) => (Math.abs(point) > beyond * sd ? position - point : position),
    offset * sd,
  );
}

/** 人手调的一串落点：每次落下之前机器放在哪里由人定，目标为 0。 */
export function adjustByHand({
  positions,
  seed,
  sd = 1,
}: {
  /** 各次的位置。 */
  positions: readonly number[];
  /** 随机种子。 */
  seed: number;
  /** 固有标准差，默认 1。 */
  sd?: number | undefined;
}): AdjustedRun {
  nonEmpty('positions', positions);
  each('positions', positions, finite);
  atLeast('sd', sd, 0);
  return run(
    positions.length,
    seed,
    sd,
    (_point, position, t) => positions[t + 1] ?? position,
    positions[0] as number,
  );
}
