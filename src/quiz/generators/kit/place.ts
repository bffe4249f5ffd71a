/** 放点题的生成器：图、答案、典型的错处都由一组随机数定下，经 calc/ 算出来。 */
import { createRandom, type Random } from '../../../calc/core/random.ts';
import {
  axesOf,
  ends,
  inside,
  overlap,
  type Figure,
  type Spot,
  type WrongSpot,
} from '../../types/place/figure.ts';
import { settle } from './draw.ts';

export interface PlaceDraw {
  /** 题面与讲解里 {名字} 的写法 */
  shown: Readonly<Record<string, string>>;
  /** 打开实验时要用的数；实验的参数是一张表时，写成链接里的那一串文字 */
  numbers: Readonly<Record<string, number | string>>;
  figure: Figure;
  answer: Spot;
  wrong: readonly WrongSpot[];
  otherwise: string;
}

export interface PlaceGenerator<O extends Record<string, readonly string[]>> {
  /** 选项 → 可以取的值，第一个是默认；没有就不写 */
  options?: O;
  /** 这组数不合适就返回 null，换下一组 */
  draw(random: Random, options: { [Name in keyof O]: O[Name][number] }): PlaceDraw | null;
}

export type AnyPlaceGenerator = Required<PlaceGenerator<Record<string, readonly string[]>>>;

/** 让编辑器推断出选项的取值，补上没写的选项。 */
export function definePlace<const O extends Record<string, readonly string[]>>(
  generator: PlaceGenerator<O>,
): AnyPlaceGenerator {
  return { options: {}, ...generator } as unknown as AnyPlaceGenerator;
}

/** 答案与错处、错处与错处都要分得开，也都要在图上，答案还要能用方向键走到。 */
export function sound({ figure, answer, wrong }: PlaceDraw): boolean {
  const spots: readonly Spot[] = [answer, ...wrong];
  const axes = axesOf(figure);
  const onFigure = spots.every((spot) =>
    axes.every(({ from, to }, index) => {
      const [low, high] = ends((index === 0 ? spot.x : spot.y) ?? Number.NaN);
      return low >= from && low <= high && high <= to;
    }),
  );
  const grid = axes.map(({ from, to, step }) =>
    Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, k) => from + k * step),
  );
  const reachable = (grid[0] ?? []).some((x) =>
    grid[1] === undefined
      ? inside(figure, answer, [x])
      : grid[1].some((y) => inside(figure, answer, [x, y])),
  );
  return (
    onFigure &&
    reachable &&
    spots.every((a, i) => spots.slice(i + 1).every((b) => !overlap(figure, a, b)))
  );
}

/** 一个种子不行就换下一个；跳得远一些，相邻的种子才不会落到同一张图上。 */
const ATTEMPTS = 400;
const STRIDE = 1_000_003;

export function drawPlace(
  generator: AnyPlaceGenerator,
  seed: number,
  options: Readonly<Record<string, string>>,
): PlaceDraw {
  const settled = settle(generator, options);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const drawn = generator.draw(createRandom(seed + attempt * STRIDE), settled);
    if (drawn && sound(drawn)) return drawn;
  }
  throw new Error(`连试 ${ATTEMPTS} 个种子都没有合适的图：放宽取数范围，或减少靠得太近的错处`);
}
