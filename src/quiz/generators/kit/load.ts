import { draw } from './draw.ts';
import type { AnyGenerator, Draw } from './generator.ts';

/** 生成器各成一块，用到哪个取哪个：只看不换数的读者不必下载计算模块。 */
const modules = import.meta.glob<{ generator: AnyGenerator }>(['../*/*.ts', '!../kit/*.ts']);

export type GeneratorName = string;

/** 名字 → 取它的函数；文件夹只为好找，名字在全课里不重复。 */
const generators = new Map<GeneratorName, () => Promise<{ generator: AnyGenerator }>>(
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module]),
);

export const generatorNames: readonly GeneratorName[] = [...generators.keys()];

export async function load(name: GeneratorName): Promise<AnyGenerator> {
  const module = generators.get(name);
  if (!module)
    throw new Error(
      `没有生成器 ${name}；src/quiz/generators 的各章里有 ${generatorNames.join('、')}`,
    );
  return (await module()).generator;
}

/** 照名字抽一组数，连同生成器自己的单位和允差。 */
export async function drawFrom(
  name: GeneratorName,
  seed: number,
  options: Readonly<Record<string, string>>,
): Promise<Draw & Pick<AnyGenerator, 'unit' | 'tolerance'>> {
  const generator = await load(name);
  const { unit, tolerance } = generator;
  return { ...draw(generator, seed, options), unit, tolerance };
}
