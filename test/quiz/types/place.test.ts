/** 放点：位置怎么读、怎么判，图怎么排，写错时的提醒。 */
import { describe, expect, test } from 'vitest';
import {
  again,
  face,
  outline,
  redraws,
  type PlaceQuestion,
} from '../../../src/quiz/types/place/ask.ts';
import { loadPlace } from '../../../src/quiz/generators/kit/load-place.ts';
import { drawPlace } from '../../../src/quiz/generators/kit/place.ts';
import { labelRows, ticksOf } from '../../../src/quiz/types/place/drawing.ts';
import { heightAt, overlap, sayPosition, snap } from '../../../src/quiz/types/place/figure.ts';
import { schema } from '../../../src/quiz/types/place/schema.ts';
import { answerText, blank, readPlace, score } from '../../../src/quiz/types/place/score.ts';

const x = { label: '里程', unit: '公里', from: 0, to: 20, step: 0.5 };
const y = { label: '北', unit: '公里', from: 0, to: 10, step: 0.5 };
const shared = {
  section: 'site',
  objective: 'locate',
  title: '样题',
  difficulty: 1,
  prompt: '题面。',
  explanation: '讲解。',
  hints: ['提示。'],
};
const line: PlaceQuestion = {
  ...shared,
  id: 'a',
  hash: '0',
  type: 'place',
  seed: 0,
  figure: { x, marks: [{ x: 3, text: '甲镇', note: '5 万人', size: 5 }] },
  answer: { x: 3 },
  wrong: [
    { name: '重心', x: 6.2, within: 0.6, why: '重心错。' },
    { name: '正中间', x: 7.2, within: 0.6, why: '中间错。' },
  ],
  otherwise: '别处错。',
};
const map: PlaceQuestion = {
  ...line,
  figure: { x, y, marks: [{ x: 3, y: 4, text: '甲镇' }] },
  answer: { x: [2, 6], y: 4, within: 0.5 },
  wrong: [{ name: '角上', x: 0, y: 0, within: 1, why: '角上错。' }],
};

describe('scoring on a line', () => {
  test.each<[answer: string, outcome: string, says: string | undefined]>([
    ['3', 'right', undefined],
    ['3.25', 'right', undefined],
    ['２．７５ 公里', 'right', undefined],
    ['3.3', 'wrong', '别处错。'],
    ['6', 'wrong', '重心错。'],
    // 两处错都够得着时，说近的那一处
    ['6.65', 'wrong', '重心错。'],
    ['6.75', 'wrong', '中间错。'],
    ['', 'unanswered', undefined],
    ['甲镇', 'unreadable', '里程：没看懂“甲镇”，请填一个数。'],
    ['20.5', 'unreadable', '里程要在 0 到 20 之间，才在图上。'],
  ])('%s is %s', (answer, outcome, says) => {
    const result = score(line, [answer]);
    expect([result.outcome, result.feedback[0]?.text]).toEqual([outcome, says]);
    expect(result.earned).toBe(outcome === 'right' ? 1 : 0);
  });
});

describe('scoring on a map', () => {
  test.each<[answer: string[], outcome: string]>([
    [['2', '4'], 'right'],
    [['6', '4'], 'right'],
    [['4', '4.5'], 'right'],
    [['4', '4.6'], 'wrong'],
    // 余量绕着这一段，角上是圆的
    [['6.4', '4.4'], 'wrong'],
    [['', '4'], 'unreadable'],
    [['', ''], 'unanswered'],
  ])('%j is %s', (answer, outcome) => expect(score(map, answer).outcome).toBe(outcome));

  test('the answer and the position are said in words', () => {
    expect(answerText(map)).toBe('里程 2 到 6 公里，北 4 公里');
    expect(answerText(line)).toBe('里程 3 公里');
    expect(readPlace(map.figure, ['1', '2'])).toMatchObject({ echo: '里程 1 公里，北 2 公里' });
    expect(outline(line)).toEqual(['甲镇（5 万人），里程 3 公里']);
  });
});

describe('a curve', () => {
  const curve = [
    [0, 2],
    [10, 8],
    [20, 4],
  ] as const;
  const figure = { x, y, curve, marks: [] };

  test('asks for the horizontal place only', () => {
    expect(blank({ figure })).toEqual(['']);
    expect(sayPosition(figure, [4])).toBe('里程 4 公里');
  });

  test.each([
    [0, 2],
    [5, 5],
    [10, 8],
    [15, 6],
    [20, 4],
    [25, 4],
    [-5, 2],
  ])('at %d is %d high', (at, height) => expect(heightAt(curve, at)).toBeCloseTo(height, 12));
});

test('dragging snaps to the grid and stays on the figure', () => {
  expect([-3, 0.2, 0.3, 19.8, 44, Infinity, -Infinity].map((value) => snap(x, value))).toEqual([
    0, 0, 0.5, 20, 20, 20, 0,
  ]);
  expect(snap({ label: '', from: 0.1, to: 0.9, step: 0.1 }, 0.3)).toBe(0.3);
});

test('spots overlap when one answer could count as both', () => {
  const figure = map.figure;
  expect(overlap(figure, { x: 1, y: 1 }, { x: 1.5, y: 1 })).toBe(true);
  expect(overlap(figure, { x: 1, y: 1 }, { x: 1.6, y: 1 })).toBe(false);
  expect(overlap(figure, { x: [0, 9], y: 1 }, { x: 5, y: [0, 4] })).toBe(true);
});

describe('drawing', () => {
  test.each([
    [0, 20, [0, 5, 10, 15, 20]],
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [1, 24, [5, 10, 15, 20]],
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-3, 3, [-3, -2, -1, 0, 1, 2, 3]],
  ])('ticks from %d to %d', (from, to, ticks) =>
    expect(ticksOf({ label: '', from, to, step: 1 })).toEqual(ticks),
  );

  test('names of towns side by side go to different rows, the last row being next to the line', () => {
    const marks = [2, 3, 15].map((at) => ({ x: at, text: '某某镇', note: '5 万人' }));
    expect(labelRows({ x, marks })).toEqual([1, 0, 1]);
    expect(labelRows({ x, marks: marks.slice(1) })).toEqual([0, 0]);
    expect(labelRows({ x, marks: [] })).toEqual([]);
  });

  test('no dotted line runs through the name of another town, on the narrowest phone', async () => {
    const towns = await loadPlace('line-site');
    for (let seed = 0; seed < 200; seed++) {
      const { figure } = drawPlace(towns, seed, { aim: 'mean' });
      const rows = labelRows(figure);
      // 图宽 17 个字；“5 万人”宽 3.2 个字
      const apart = (i: number, j: number) =>
        (Math.abs(figure.marks[i]!.x - figure.marks[j]!.x) / figure.x.to) * 17;
      figure.marks.forEach((_, name) =>
        figure.marks.forEach((__, line) => {
          if (name === line) return;
          if (rows[line]! < rows[name]!) expect(apart(name, line), `${seed}`).toBeGreaterThan(1.6);
          if (rows[line] === rows[name]) expect(apart(name, line), `${seed}`).toBeGreaterThan(3.2);
        }),
      );
    }
  });
});

test('a written figure is asked as it is; a generated one is drawn anew', async () => {
  expect(redraws(line)).toBe(false);
  expect(await again(line, 7)).toEqual({ ...line, seed: 7 });
  expect(redraws({ generator: 'line-site' })).toBe(true);
  const template = { prompt: '{towns}。', explanation: '{median}', hints: [] };
  const generated = { ...line, generator: 'line-site', options: {}, template };
  const drawn = await again(generated, 3);
  expect(drawn.prompt).toContain('甲镇在');
  expect(drawn.prompt).not.toBe((await again(generated, 4)).prompt);
  expect(await again(drawn, 3)).toEqual(drawn);
});

test('the face gives neither answer nor mistakes away', () => {
  const words = JSON.stringify(
    face({ ...line, template: { prompt: '密', explanation: '', hints: [] } }),
  );
  expect(words).not.toMatch(/重心|别处|6\.2|密/);
});

describe('a faulty item is told what to do', () => {
  const { id: _, hash: __, seed: ___, ...own } = line;
  const item = { ...own, bloom: 'apply' };
  const messages = (change: object) =>
    schema
      .safeParse({ ...item, ...change })
      .error?.issues.map(({ message }) => message)
      .join();
  const { figure: _f, answer: _a, wrong: _w, otherwise: _o, ...bare } = item;

  test('a sound one has no complaint', () => {
    expect(messages({})).toBeUndefined();
    expect(
      messages({
        figure: map.figure,
        answer: map.answer,
        wrong: [map.wrong[0], { ...map.wrong[0], x: 20 }],
      }),
    ).toBeUndefined();
    expect(schema.safeParse({ ...bare, generator: 'line-site' }).success).toBe(true);
  });

  test.each<[what: string, change: object, says: string]>([
    ['no figure', { figure: undefined }, '缺少图 figure'],
    ['no answer', { answer: undefined }, '缺少答案 answer'],
    ['one mistake only', { wrong: [line.wrong[0]] }, '至少两处'],
    ['no word for elsewhere', { otherwise: undefined }, '缺少 otherwise'],
    ['both ways at once', { generator: 'line-site' }, '图和答案都由它给'],
    ['options without a generator', { options: { aim: 'mean' } }, '没有 generator 就不写'],
    ['an answer off the figure', { answer: { x: 21 } }, '要在 0 到 20 之间'],
    ['an interval upside down', { answer: { x: [4, 2] } }, '从小写到大'],
    ['a mistake upon the answer', { answer: { x: 6 } }, '和答案叠在一起了'],
    ['the same mistake twice', { wrong: [line.wrong[0], line.wrong[0]] }, '同一个地方'],
    ['height on a line', { answer: { x: 3, y: 2 } }, '只写 x'],
    ['no height on a map', { figure: map.figure }, '一张图上要写 y'],
    ['a mark off the figure', { figure: { x, marks: [{ x: 30, text: '丁镇' }] } }, '出了图'],
    [
      'a curve without height',
      {
        figure: {
          x,
          curve: [
            [0, 0],
            [1, 1],
          ],
          marks: [],
        },
      },
      '有曲线就要有纵轴',
    ],
    ['a grid too coarse', { figure: { x: { ...x, step: 15 }, marks: [] } }, '两格以上'],
    [
      'a long name',
      { wrong: [{ ...line.wrong[0], name: '一个很长很长的名字' }, line.wrong[1]] },
      '不超过 8 个字',
    ],
  ])('%s', (_what, change, says) => expect(messages(change)).toContain(says));
});
