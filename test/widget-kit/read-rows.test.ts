import { expect, test } from 'vitest';
import type { ListParam } from '../../src/widget-kit/model.ts';
import { readRows } from '../../src/widget-kit/read-rows.ts';

const towns: ListParam = {
  kind: 'list',
  label: '居民点',
  item: '居民点',
  fields: {
    x: { kind: 'number', label: '东', unit: '公里', min: 0, max: 10, step: 0.1, default: 5 },
    y: { kind: 'number', label: '北', unit: '公里', min: 0, max: 10, step: 0.1, default: 5 },
    people: { kind: 'number', label: '人口', min: 0, max: 500, step: 1, default: 10 },
  },
  atLeast: 2,
  atMost: 4,
  default: [],
  meaning: '',
};
const good = [
  { x: 1, y: 2, people: 30 },
  { x: 3.5, y: 4, people: 20 },
];

test('reads rows with or without a heading, in any order the heading says', () => {
  for (const text of [
    '1,2,30\n3.5,4,20',
    '东（公里）,北（公里）,人口\n1,2,30\n3.5,4,20\n',
    '\uFEFF人口;北;东\r\n30;2;1\r\n20;4;3.5\r\n',
    'x\ty\tpeople\n１\t２\t３０\n3.5公里\t4 公里\t20',
  ])
    expect(readRows(text, towns), text).toEqual({
      rows: good,
      problems: [],
      unlisted: 0,
      notes: [],
    });
});

test('names each row it leaves out and keeps the others', () => {
  const { rows, problems } = readRows('1,2,30\n12,2,30\n1,,5\n1,abc,5\n3.5,4,20', towns);
  expect(rows).toEqual(good);
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatch(/第 2 行.*“东”是 12，要在 0 到 10 之间/);
  expect(problems[1]).toMatch(/第 3 行.*缺“北”/);
  expect(problems[2]).toMatch(/第 4 行.*“北”没看懂/);
});

test('says when rows were moved to the grid, are too many or too few', () => {
  expect(readRows('1.04,2,30\n3.5,4,20', towns).notes).toEqual(['1 行的数按步长取了最近的值。']);
  const many = readRows(Array.from({ length: 9 }, () => '1,2,3').join('\n'), towns);
  expect(many.rows).toHaveLength(4);
  expect(many.problems).toEqual(['从第 5 行起的 5 行没有采用：最多 4 行。']);
  expect(readRows('1,2,3', towns).problems).toEqual(['至少要 2 行，读得懂的只有 1 行。']);
  expect(readRows(' \n ', towns)).toEqual({
    rows: [],
    problems: [],
    unlisted: 0,
    notes: [],
  });
});

test('says which columns a heading lacks', () => {
  const { rows, notes } = readRows('东,北,备注\n1,2,30\n3.5,4,20', towns);
  expect(rows).toEqual(good);
  expect(notes.join('')).toContain('表头里没找到“人口”');
});

test('columns a heading names stay where it says, even when another one is missing', () => {
  const { rows, notes } = readRows('人口,东,纬度\n30,1,2\n20,3.5,4', towns);
  expect(rows).toEqual(good);
  expect(notes.join('')).toMatch(/没找到“北”.*“纬度”/);
  const short = readRows('东,人口\n1,30\n3.5,20', towns);
  expect(short.rows).toEqual([]);
  expect(short.problems[0]).toMatch(/第 2 行.*缺“北”/);
});

test('a table of nothing but bad rows names the first and counts the rest', () => {
  const { rows, problems, unlisted } = readRows('1,abc,3\n'.repeat(5000), towns);
  expect(rows).toEqual([]);
  expect(problems[0]).toContain('第 1 行没有采用');
  expect(problems.length + unlisted).toBe(5001);
  expect(problems.length).toBeLessThan(300);
});

test('text too long for its cell is shortened aloud, and a guarded cell is read as it was', () => {
  const names: ListParam = {
    ...towns,
    fields: { name: { kind: 'text', label: '名字', longest: 4, default: '无' } },
    atLeast: 1,
  };
  const { rows, notes } = readRows("名字\n'=1+1\n一二三四五", names);
  expect(rows).toEqual([{ name: '=1+1' }, { name: '一二三四' }]);
  expect(notes).toEqual(['1 行的文字太长，只留了开头的。']);
});
