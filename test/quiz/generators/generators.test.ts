/** 每个生成器在许多种子下都站得住：答案有限，错法与答案分得开，每种都有解释。 */
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draw, tooClose } from '../../../src/quiz/generators/kit/draw.ts';
import { placeNames } from '../../../src/quiz/generators/kit/load-place.ts';
import { generatorNames, load } from '../../../src/quiz/generators/kit/load.ts';
import type { NumericQuestion } from '../../../src/quiz/types/numeric/ask.ts';
import { answerText, score } from '../../../src/quiz/types/numeric/score.ts';

/** 全部选项的组合。 */
function combinations(options: Record<string, readonly string[]>): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (all, [name, values]) =>
      all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

const generators = await Promise.all(
  generatorNames.map(async (name) => [name, await load(name)] as const),
);

describe.each(generators)('%s', (name, generator) => {
  const drawn = combinations(generator.options).flatMap((options) =>
    Array.from({ length: 200 }, (_, seed) => ({ seed, ...draw(generator, seed * 7919, options) })),
  );
  const question = (each: (typeof drawn)[number]): NumericQuestion => ({
    id: name,
    hash: '0',
    type: 'numeric',
    title: '',
    section: '',
    objective: '',
    difficulty: 1,
    seed: each.seed,
    prompt: '',
    explanation: '',
    hints: [],
    unit: generator.unit,
    key: each.key,
    said: each.shown['key'] ?? '',
    tolerance: generator.tolerance,
    slips: each.slips,
    generator: name,
    options: {},
    template: { prompt: '', explanation: '', hints: [] },
  });

  test('the key is finite and positive, whole where it must be', () => {
    for (const { key } of drawn) {
      expect(key).toBeGreaterThan(0);
      expect(Number.isFinite(key)).toBe(true);
      if (generator.tolerance === 0) expect(Number.isInteger(key)).toBe(true);
    }
  });

  test('at least three slips, each finite, explained and apart from the key and from each other', () => {
    for (const { key, slips } of drawn) {
      expect(slips.length).toBeGreaterThanOrEqual(3);
      const values = [key, ...slips.map(({ value }) => value)];
      expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
      const close = values.flatMap((a, i) =>
        values
          .slice(i + 1)
          .filter((b) => tooClose(a, b, generator.tolerance))
          .map((b) => `${a} 与 ${b}`),
      );
      expect(close, '这两个数分不开').toEqual([]);
      expect(slips.filter(({ why }) => !/^.{8,}[。？！]$/.test(why))).toEqual([]);
    }
  });

  test('the answer as shown is accepted; each slip as shown is told apart', () => {
    for (const each of drawn) {
      const asked = question(each);
      expect(score(asked, answerText(asked)).outcome, answerText(asked)).toBe('right');
      for (const { value, why } of each.slips) {
        const result = score(
          asked,
          String(Number((generator.unit === 'percent' ? value * 100 : value).toPrecision(6))) +
            (generator.unit === 'percent' ? '%' : ''),
        );
        expect(result.outcome).toBe('wrong');
        expect(result.feedback[0]?.text).toBe(why);
      }
    }
  });

  test('the same seed gives the same question, and seeds give variety', () => {
    expect(draw(generator, 5, {})).toEqual(draw(generator, 5, {}));
    expect(new Set(drawn.map(({ key }) => key)).size).toBeGreaterThanOrEqual(10);
  });

  test('nothing shown is broken', () => {
    for (const { shown } of drawn)
      for (const text of Object.values(shown)) expect(text).not.toMatch(/NaN|undefined|—|无限|^$/);
  });
});

describe('where generators are', () => {
  const home = join(import.meta.dirname, '../../../src/quiz/generators');
  const banks = globSync('*.yaml', {
    cwd: join(import.meta.dirname, '../../../content/quizzes'),
  }).map((file) => basename(file, '.yaml'));
  const files = globSync('**/*.ts', { cwd: home })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('kit/'));

  test('each lies in the folder of a chapter that has a bank', () => {
    for (const file of files)
      expect(banks, `${file}：放进用它的那一章的文件夹`).toContain(file.split('/')[0]);
  });

  test('each has a name of its own, as the banks call it by name alone', () => {
    const names = files.map((file) => basename(file, '.ts'));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect([...generatorNames, ...placeNames].toSorted()).toEqual(names.toSorted());
  });

  test('those that place a point are apart from those that ask for a number', () => {
    for (const file of files)
      expect(dirname(file).endsWith('/places'), file).toBe(
        placeNames.includes(basename(file, '.ts')),
      );
  });
});
