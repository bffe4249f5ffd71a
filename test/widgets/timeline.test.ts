import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues } from '../../src/widget-kit/model.ts';
import {
  count,
  first,
  last,
  setIds,
  sets,
  stageOf,
  stages,
} from '../../src/widgets/timeline/events.ts';
import { model, offBy } from '../../src/widgets/timeline/model.ts';
import { Widget } from '../../src/widget-kit/widget.svelte.ts';
import { readMap } from '../content/read-yaml.ts';

const references = new Map(readMap('content/references.yaml'));
const surname = (author: string) => author.split(',')[0];

describe.each(setIds)('%s', (id) => {
  const { items } = sets[id];

  test('eight milestones, each dated as in content/references.yaml and by its first author', () => {
    expect(items).toHaveLength(count);
    for (const { source, year, by } of items) {
      const entry = references.get(source) as { year: number; authors: string[] } | undefined;
      expect(entry?.year, `${source}：年份要与 content/references.yaml 相同`).toBe(year);
      expect(surname(entry?.authors[0] ?? ''), `${source}：写第一作者的姓`).toBe(by);
    }
  });

  test('no two share a year, all lie on the axis, and they are not listed in order', () => {
    const years = items.map(({ year }) => year);
    expect(new Set(years).size).toBe(count);
    expect(Math.min(...years)).toBeGreaterThan(first);
    expect(Math.max(...years)).toBeLessThan(last);
    expect(years).not.toEqual(years.toSorted((a, b) => a - b));
  });

  test('titles fit a phone', () => {
    for (const { title } of items) expect([...title].length, title).toBeLessThanOrEqual(18);
  });
});

const placing = (id: string, years: readonly number[]) =>
  model.at({ placed: years.map((year) => ({ year })) }, id);
const truth = sets.works.items.map(({ year }) => year);

describe('what the reader placed, by hand', () => {
  test('all right: 28 of 28 pairs, no error', () => {
    const { put, pairs, right, meanError, closeOnes } = placing('works', truth);
    expect([put, pairs, right, meanError, closeOnes]).toEqual([8, 28, 28, 0, 8]);
  });

  test('three placed: 1986 as 1990, 1972 as 1982, 1999 as 1982', () => {
    // 1986 对 1972：放成 1990 对 1982，对；1986 对 1999：1990 对 1982，错；1972 对 1999：同年，不算。误差 (4+10+17)/3
    const years = [1990, 1982, 1982, first, first, first, first, first];
    const { put, pairs, right, meanError, closeOnes } = placing('works', years);
    expect([put, pairs, right, closeOnes]).toEqual([3, 3, 1, 0]);
    expect(meanError).toBeCloseTo(31 / 3, 12);
  });

  test('backwards is no pair right; nothing placed is nothing judged', () => {
    const mirrored = truth.map((year) => 2 * 1985 - year);
    expect(placing('works', mirrored).right).toBe(0);
    const none = placing(
      'works',
      Array.from({ length: count }, () => first),
    );
    expect([none.put, none.pairs, none.meanError]).toEqual([0, 0, 0]);
  });

  test('off by is said with its direction', () => {
    expect([offBy(1980, 1972), offBy(1970, 1972), offBy(1972, 1972)]).toEqual([
      '晚了 8 年',
      '早了 2 年',
      '正好',
    ]);
  });
});

describe('walking through the years', () => {
  test('the stages meet without a gap, and a boundary year opens the next stage', () => {
    expect(stages.slice(1).map(({ from }) => from)).toEqual(
      stages.slice(0, -1).map(({ to }) => to),
    );
    expect([1979, 1980, 1984, 1985, 1994, 1995, last].map((year) => stageOf(year).id)).toEqual([
      1, 2, 2, 3, 3, 4, 4,
    ]);
  });

  test('by 1980 two of the eight works are out; by 1999 all', () => {
    expect(model.at({ year: 1980 }, 'works').until.map(({ by }) => by)).toEqual([
      'Levitt',
      'Chase',
    ]);
    expect(model.at({ year: 1999 }, 'works').until).toHaveLength(8);
  });

  test('from Levitt to “return to roots” is twenty-seven years', () => {
    const { earliest, latest } = model.at({}, 'works');
    expect(latest - earliest).toBe(27);
  });
});

describe('predictions', () => {
  test.each([
    ['works', '1972'],
    // 1967 1972 1976 1978 1985 1986 1988，只有 2001 在后：7 件
    ['questions', '7'],
    // 1961 1964 1971 1972 1978：5 件
    ['models', '5'],
  ])('%s: the answer is %s', (id, answer) => {
    const values = scenarioValues(model, id);
    const predict = predictionOf(model, id);
    if (predict.kind !== 'choice') throw new Error('timeline asks for a choice');
    const result = model.compute(values);
    expect(predict.answer(values, result)).toBe(answer);
    for (const { value } of predict.options)
      expect(judge(predict, value, values, result, fixed).hit).toBe(value === answer);
  });
});

test('years are written as years, never with a thousands comma', () => {
  const values = { ...scenarioValues(model, 'works'), placed: truth.map((year) => ({ year })) };
  const result = model.compute(values);
  const text = [model.sentence(values, result), ...model.table(values, result).rows.flat()].join(
    ' ',
  );
  expect(text).toContain('1972');
  expect(text).not.toMatch(/\d,\d{3}/);
  expect(model.table(values, result).rows.every((row) => typeof row[3] === 'string')).toBe(true);
});

test('the scenario one is in, tapped again, keeps what was placed and puts the year back; a reset clears all', () => {
  const bench = new Widget(model);
  const mine = truth.map((year) => ({ year }));
  bench.set('placed', mine);
  bench.set('year', 1999);
  expect(bench.changed, '摆法不算改过的设置').toEqual(['year']);
  bench.choose('works');
  expect([bench.values.year, bench.values.placed]).toEqual([1980, mine]);
  bench.choose('works');
  expect(bench.values.placed).toEqual(mine);
  bench.reset();
  expect(bench.values).toEqual(scenarioValues(model, 'works'));
});
