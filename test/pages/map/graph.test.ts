import { expect, test } from 'vitest';
import {
  borrowed,
  conceptPath,
  graphOf,
  type Material,
  type Place,
} from '../../../src/pages/map/_graph.ts';
import { drawChapter, width } from '../../../src/pages/map/_drawing.ts';
import { edgeHeads, edgeRows, nodeHeads, nodeRows } from '../../../src/pages/map/_tables.ts';

const place = (id: string, label: string, more: Partial<Place> = {}): Place => ({
  id,
  chapter: id.split('/')[0] ?? '',
  label,
  title: `第 ${label} 节`,
  english: 'Section',
  path: `/chapters/${id}/`,
  minutes: 10,
  objectives: ['see'],
  widgets: [],
  syllabus: [],
  terms: [],
  ...more,
});

const material: Material = {
  chapters: [
    {
      slug: 'bakery',
      number: 1,
      title: '面包店',
      english: 'Bakery',
      path: '/chapters/bakery/',
      objectives: [{ id: 'see', text: '看出一天里的需求', bloom: 'understand' }],
    },
    {
      slug: 'cafe',
      number: 2,
      title: '咖啡馆',
      english: 'Cafe',
      path: '/chapters/cafe/',
      objectives: [{ id: 'see', text: '看出一周里的需求', bloom: 'apply' }],
    },
  ],
  places: [
    place('bakery/oven', '1.1', { widgets: ['kiln'], syllabus: ['S01'] }),
    place('bakery/sale', '1.2', { terms: ['batch'] }),
    place('cafe/cup', '2.1'),
  ],
  terms: [
    { id: 'cup', zh: '杯型', en: 'cup', definition: '甲。', taught: 'cafe/cup', needs: ['batch'] },
    { id: 'batch', zh: '炉次', en: 'batch', definition: '乙。', taught: 'bakery/oven' },
    {
      id: 'price',
      zh: '折价',
      en: 'price',
      definition: '丙。',
      taught: 'bakery/sale',
      needs: ['batch'],
      contrasts: ['cup'],
    },
  ],
  questions: [
    {
      id: 'one',
      chapter: 'bakery',
      section: 'bakery/sale',
      objective: 'see',
      title: '几点打折',
      words: '几炉以后折价？按炉次算。',
    },
    {
      id: 'two',
      chapter: 'cafe',
      section: 'cafe/cup',
      objective: 'see',
      title: '大杯小杯',
      words: '与炉次无关的一道题，只问杯型。',
    },
  ],
  widgets: [{ id: 'kiln', title: '烤炉' }],
  syllabus: [{ id: 'S01', title: '炉次' }],
};
const graph = graphOf(material);
const concept = (id: string) => {
  const found = graph.concepts.find((each) => each.id === id);
  if (!found) throw new Error(`no concept ${id}`);
  return found;
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('concepts come in the order they are taught, with both ends of every relation', () => {
  expect(ids(graph.concepts)).toEqual(['batch', 'price', 'cup']);
  expect(ids(concept('batch').opens)).toEqual(['price', 'cup']);
  expect(ids(concept('cup').needs)).toEqual(['batch']);
  expect(ids(concept('cup').contrasts)).toEqual(['price']);
  expect(ids(concept('price').contrasts)).toEqual(['cup']);
  expect(ids(concept('batch').used)).toEqual(['bakery/sale']);
  expect(conceptPath(concept('cup'))).toBe('/map/cafe/#cup');
});

test('a question tests a concept it names, in a section that teaches or uses it', () => {
  expect(ids(concept('batch').questions)).toEqual(['one']);
  expect(ids(concept('cup').questions)).toEqual(['two']);
});

test('needs across chapters are counted from the lender to the borrower', () => {
  expect(borrowed(graph)).toEqual([{ from: 'bakery', to: 'cafe', count: 1 }]);
});

test('a term taught nowhere and a relation to nothing stop the build with the remedy', () => {
  const [first, ...rest] = material.terms;
  const withFirst = (change: object) => () =>
    graphOf({ ...material, terms: [{ ...first!, ...change }, ...rest] });
  expect(withFirst({ taught: 'cafe/mug' })).toThrow('cup：没有 cafe/mug 这一节，请改正 taught');
  expect(withFirst({ needs: ['mug'] })).toThrow('cup：没有术语 mug，改正 needs 或 contrasts');
});

test('every row of the tables has every column, and every edge joins two nodes', () => {
  const nodes = nodeRows(graph);
  const edges = edgeRows(graph);
  for (const row of nodes) expect(row).toHaveLength(nodeHeads.length);
  for (const row of edges) expect(row).toHaveLength(edgeHeads.length);
  const known = new Set(nodes.map(([id]) => id));
  expect(known.size).toBe(nodes.length);
  expect(edges.flatMap(([from, to]) => [from, to]).filter((id) => !known.has(id ?? ''))).toEqual(
    [],
  );
  expect(edges).toContainEqual(['term:cup', 'term:batch', 'needs', '先要懂']);
  expect(edges).toContainEqual(['term:batch', 'section:bakery/oven', 'taught_in', '讲在']);
  expect(edges).toContainEqual(['question:cafe/two', 'objective:cafe/see', 'assesses', '考查目标']);
  for (const head of [...nodeHeads, ...edgeHeads])
    expect(head, '表头先写中文，空一格，再写英文').toMatch(/^\p{Script=Han}+ [a-z_]+$/u);
});

test('the drawing keeps names inside the picture and apart from each other', () => {
  const terms = Array.from({ length: 40 }, (_, i) => ({
    id: `t${i}`,
    zh: `概念${'长'.repeat(i % 9)}`,
    en: 't',
    definition: '丁。',
    taught: i < 30 ? 'bakery/oven' : 'cafe/cup',
    needs: i > 0 ? [`t${i - 1}`] : [],
  }));
  const { concepts, places } = graphOf({ ...material, terms });
  const { bands, height } = drawChapter(places, concepts);
  const spots = bands.flatMap((band) => band.spots);
  expect(spots).toHaveLength(40);
  for (const { x, y, wide } of spots) {
    expect(x + wide).toBeLessThanOrEqual(width);
    expect(y).toBeLessThan(height);
  }
  for (const [i, a] of spots.entries())
    for (const b of spots.slice(i + 1))
      expect(Math.abs(a.y - b.y) >= 24 || a.x + a.wide < b.x || b.x + b.wide < a.x).toBe(true);
  expect(bands.find(({ place: { id } }) => id === 'bakery/sale')?.spots).toEqual([]);
});
