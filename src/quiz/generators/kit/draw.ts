import { createRandom } from '../../../calc/core/random.ts';
import type { AnyGenerator, Draw } from './generator.ts';

/** 一个种子不行就换下一个；两百个都不行是生成器写错了。 */
const ATTEMPTS = 200;

/** 选项写错时说清楚有哪些可以写。 */
export function settle(
  generator: Pick<AnyGenerator, 'options'>,
  options: Readonly<Record<string, string>>,
): Record<string, string> {
  for (const [name, value] of Object.entries(options)) {
    const allowed = generator.options[name];
    if (!allowed)
      throw new Error(
        `没有选项 ${name}；可用的选项是 ${Object.keys(generator.options).join('、') || '（无）'}`,
      );
    if (!allowed.includes(value))
      throw new Error(`选项 ${name} 不能是 ${value}；可以写 ${allowed.join('、')}`);
  }
  return Object.fromEntries(
    Object.entries(generator.options).map(([name, allowed]) => [
      name,
      options[name] ?? (allowed[0] as string),
    ]),
  );
}

/** 两个数离得太近，允差之内分不清是答对了还是算错了。 */
export function tooClose(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= 2.5 * Math.max(tolerance, 0.004) * Math.max(Math.abs(a), Math.abs(b));
}

export function collides({ key, slips }: Draw, tolerance: number): boolean {
  const values = [key, ...slips.map(({ value }) => value)];
  return values.some(
    (a, i) => !Number.isFinite(a) || values.slice(i + 1).some((b) => tooClose(a, b, tolerance)),
  );
}

export function draw(
  generator: AnyGenerator,
  seed: number,
  options: Readonly<Record<string, string>>,
): Draw {
  const settled = settle(generator, options);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const drawn = generator.draw(createRandom(seed + attempt), settled);
    if (drawn && !collides(drawn, generator.tolerance)) return drawn;
  }
  throw new Error(`连试 ${ATTEMPTS} 个种子都没有合适的数：放宽取数范围，或减少太接近的错法`);
}
