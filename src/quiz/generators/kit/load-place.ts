import type { AnyPlaceGenerator } from './place.ts';

/** 各成一块，用到哪个取哪个，同 load.ts。 */
const modules = import.meta.glob<{ generator: AnyPlaceGenerator }>('../places/*.ts');

export const placeNames: readonly string[] = Object.keys(modules).map((path) =>
  path.replace(/^\.\.\/places\/|\.ts$/g, ''),
);

export async function loadPlace(name: string): Promise<AnyPlaceGenerator> {
  const module = modules[`../places/${name}.ts`];
  if (!module)
    throw new Error(`没有生成器 ${name}；src/quiz/generators/places 里有 ${placeNames.join('、')}`);
  return (await module()).generator;
}
