import { drawPlace, type AnyPlaceGenerator, type PlaceDraw } from './place.ts';

/** 各成一块，用到哪个取哪个，同 load.ts。 */
const modules = import.meta.glob<{ generator: AnyPlaceGenerator }>('../*/places/*.ts');

const generators = new Map<string, () => Promise<{ generator: AnyPlaceGenerator }>>(
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module]),
);

export const placeNames: readonly string[] = [...generators.keys()];

export async function loadPlace(name: string): Promise<AnyPlaceGenerator> {
  const module = generators.get(name);
  if (!module)
    throw new Error(
      `没有生成器 ${name}；src/quiz/generators 各章的 places 里有 ${placeNames.join('、')}`,
    );
  return (await module()).generator;
}

/** 照名字抽一张图。 */
export async function drawPlaceFrom(
  name: string,
  seed: number,
  options: Readonly<Record<string, string>>,
): Promise<PlaceDraw> {
  return drawPlace(await loadPlace(name), seed, options);
}
