import type { AnyGenerator } from './generator.ts';

/** 生成器各成一块，用到哪个取哪个：只看不换数的读者不必下载计算模块。 */
const modules = import.meta.glob<{ generator: AnyGenerator }>('../*.ts');

export type GeneratorName = string;

export const generatorNames: readonly GeneratorName[] = Object.keys(modules).map((path) =>
  path.replace(/^\.\.\/|\.ts$/g, ''),
);

export async function load(name: GeneratorName): Promise<AnyGenerator> {
  const module = modules[`../${name}.ts`];
  if (!module)
    throw new Error(`没有生成器 ${name}；src/quiz/generators 里有 ${generatorNames.join('、')}`);
  return (await module()).generator;
}
