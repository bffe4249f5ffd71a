/** 放点题的生成器在许多种子下都站得住：答案走得到，错处分得开，各有解释，看着也不坏。 */
import { describe, expect, test } from 'vitest';
import { loadPlace, placeNames } from '../../../src/quiz/generators/kit/load-place.ts';
import { drawPlace, sound } from '../../../src/quiz/generators/kit/place.ts';
import { axesOf, ends } from '../../../src/quiz/types/place/figure.ts';
import type { PlaceQuestion } from '../../../src/quiz/types/place/ask.ts';
import { score } from '../../../src/quiz/types/place/score.ts';

function combinations(options: Record<string, readonly string[]>): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (all, [name, values]) =>
      all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

const generators = await Promise.all(
  placeNames.map(async (name) => [name, await loadPlace(name)] as const),
);

describe.each(generators)('%s', (name, generator) => {
  const drawn = combinations(generator.options).flatMap((options) =>
    Array.from({ length: 200 }, (_, seed) => drawPlace(generator, seed * 7919, options)),
  );
  const question = (each: (typeof drawn)[number]): PlaceQuestion => ({
    ...each,
    id: name,
    hash: '0',
    type: 'place',
    title: '',
    section: '',
    objective: '',
    difficulty: 1,
    seed: 0,
    prompt: '',
    explanation: '',
    hints: [],
  });
  const middle = (spot: { x: number | readonly [number, number]; y?: unknown }) =>
    [spot.x, spot.y]
      .filter((each) => each !== undefined)
      .map((each) => {
        const [low, high] = ends(each as number);
        return String((low + high) / 2);
      });

  test('the answer is on the figure, within reach of the arrow keys, and marked right', () => {
    for (const each of drawn) {
      expect(sound(each)).toBe(true);
      expect(score(question(each), middle(each.answer)).outcome).toBe('right');
    }
  });

  test('at least two typical mistakes, each told apart and explained', () => {
    for (const each of drawn) {
      expect(each.wrong.length).toBeGreaterThanOrEqual(2);
      expect(new Set(each.wrong.map(({ name: what }) => what)).size).toBe(each.wrong.length);
      for (const spot of each.wrong) {
        const result = score(question(each), middle(spot));
        expect(result).toMatchObject({ outcome: 'wrong', feedback: [{ text: spot.why }] });
        expect(spot.name.length).toBeLessThanOrEqual(8);
        expect(spot.why).toMatch(/^.{8,}[。？！]$/);
      }
      expect(each.otherwise).toMatch(/^.{8,}[。？！]$/);
    }
  });

  test('marks lie on the figure and have names of their own', () => {
    for (const { figure } of drawn) {
      const texts = figure.marks.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      for (const { x, y } of figure.marks)
        for (const [index, { from, to }] of axesOf(figure).entries()) {
          const value = index === 0 ? x : (y ?? Number.NaN);
          expect(value).toBeGreaterThanOrEqual(from);
          expect(value).toBeLessThanOrEqual(to);
        }
    }
  });

  test('the same seed gives the same figure, and seeds give variety', () => {
    expect(drawPlace(generator, 5, {})).toEqual(drawPlace(generator, 5, {}));
    expect(
      new Set(drawn.map(({ figure, answer }) => JSON.stringify([figure, answer]))).size,
    ).toBeGreaterThanOrEqual(10);
  });

  test('nothing shown is broken', () => {
    for (const { shown, wrong, otherwise } of drawn)
      for (const text of [...Object.values(shown), ...wrong.map(({ why }) => why), otherwise])
        expect(text).not.toMatch(/NaN|undefined|—|无限|^$/);
  });
});
