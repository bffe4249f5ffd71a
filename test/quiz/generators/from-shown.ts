/** 照题面写出来的数取值：读者也只看得到这些。 */
import { expect } from 'vitest';
import { draw } from '../../../src/quiz/generators/kit/draw.ts';
import type { Draw } from '../../../src/quiz/generators/kit/generator.ts';
import { load } from '../../../src/quiz/generators/kit/load.ts';

const number = (written = '') => {
  const value = Number(written.replaceAll(',', '').replace('−', '-').replace('%', ''));
  return written.endsWith('%') ? value / 100 : value;
};
export const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);

export async function questions(name: string, count = 60) {
  const generator = await load(name);
  return Array.from({ length: count }, (_, index) => {
    const drawn: Draw = draw(generator, index * 104_729, {});
    return {
      ...drawn,
      n: (field: string) => number(drawn.shown[field]),
      l: (field: string) => (drawn.shown[field] ?? '').split('、').map(number),
      said: (field: string) => drawn.shown[field] as string,
    };
  });
}

/** 至多差这么多成：题面的数四舍五入过。 */
export function near(value: number, key: number, within: number) {
  expect(Math.abs(value / key - 1), `${value} 与 ${key}`).toBeLessThanOrEqual(within);
}
