/** 归组：评分、打乱、正面、写错时的提醒。 */
import { describe, expect, test } from 'vitest';
import { again, face, type SortQuestion } from '../../../src/quiz/types/sort/ask.ts';
import { schema } from '../../../src/quiz/types/sort/schema.ts';
import { answerText, blank, score, type SortAnswer } from '../../../src/quiz/types/sort/score.ts';

const groups = ['鸟', '鱼', '兽'];
const items = [
  { text: '麻雀', group: '鸟', why: '有羽毛。' },
  { text: '鲤鱼', group: '鱼', why: '有鳃。' },
  { text: '鲸', group: '兽', why: '喂奶。', instead: { 鱼: '在水里的不都是鱼。' } },
  { text: '狗', group: '兽', why: '有毛，喂奶。' },
];
const shared = {
  section: 'kinds',
  objective: 'tell-kinds',
  title: '样题',
  difficulty: 1,
  prompt: '题面。',
  explanation: '讲解。',
  hints: ['提示。'],
};
const question: SortQuestion = {
  ...shared,
  id: 'a',
  hash: '0',
  type: 'sort',
  seed: 0,
  groups,
  items,
};

describe('scoring', () => {
  test.each<[answer: SortAnswer, outcome: string, earned: number]>([
    [[0, 1, 2, 2], 'right', 1],
    [[0, 1, 1, 2], 'partial', (3 - 1 / 2) / 4],
    [[0, 1, 1, 1], 'partial', (2 - 2 / 2) / 4],
    [[1, 0, 1, 2], 'wrong', 0],
    [[1, 0, 0, 0], 'wrong', 0],
    [[0, 1, 2, null], 'unanswered', 0],
    [[null, null, null, null], 'unanswered', 0],
    [[], 'unanswered', 0],
    [[0, 1, 2, 7], 'unanswered', 0],
  ])('%j is %s and earns %d', (answer, outcome, earned) => {
    const result = score(question, answer);
    expect(result.outcome).toBe(outcome);
    expect(result.earned).toBeCloseTo(earned, 12);
    expect(result.possible).toBe(1);
  });

  test('placing blindly earns nothing on average', () => {
    let total = 0;
    for (let code = 0; code < 3 ** 4; code++) {
      const answer = [0, 1, 2, 3].map((k) => Math.floor(code / 3 ** k) % 3);
      const right = items.filter(({ group }, i) => groups[answer[i] ?? 0] === group).length;
      total += (right - (4 - right) / 2) / 4;
    }
    expect(total / 81).toBeCloseTo(0, 12);
  });

  test('a special mistake is explained at once, an ordinary one only named until the answer is shown', () => {
    const { feedback } = score(question, [1, 1, 1, 2]);
    const open = feedback.filter(({ reveals }) => !reveals);
    expect(open).toEqual([
      { text: '没放对：“麻雀”。' },
      { about: '鲸', text: '在水里的不都是鱼。' },
    ]);
    expect(feedback).toContainEqual({ about: '麻雀', text: '有羽毛。', reveals: true });
  });

  test('says how many are still open', () => {
    expect(score(question, [0, null, null, 2]).feedback).toEqual([{ text: '还有 2 项没有归组。' }]);
    expect(score(question, blank(question)).feedback).toEqual([]);
  });

  test('the answer reads group by group', () => {
    expect(answerText(question)).toBe('鸟：麻雀；鱼：鲤鱼；兽：鲸、狗');
  });
});

test('items are mixed by the seed alone, and groups keep their order', () => {
  for (let seed = 0; seed < 50; seed++) {
    const mixed = again(question, seed);
    expect(again(again(question, seed + 1), seed)).toEqual(mixed);
    expect(mixed.groups).toEqual(groups);
  }
});

test('the face gives neither groups of items nor reasons away', () => {
  expect(JSON.stringify(face(question).items)).not.toMatch(/鸟|兽|羽毛|喂奶|在水里/);
});

describe('a faulty item is told what to do', () => {
  const { id: _, hash: __, seed: ___, ...own } = question;
  const item = { ...own, bloom: 'analyze' };
  const messages = (change: object) =>
    schema
      .safeParse({ ...item, ...change })
      .error?.issues.map(({ message }) => message)
      .join();

  test('a sound one has no complaint', () => expect(messages({})).toBeUndefined());
  test.each<[what: string, change: object, says: string]>([
    ['one group', { groups: ['鸟'] }, '至少两个'],
    ['six groups', { groups: [...groups, '虫', '草', '木'] }, '最多五个'],
    ['the same group twice', { groups: [...groups, '鸟'] }, '组名有重复'],
    ['an empty group', { groups: [...groups, '虫'] }, '“虫”这一组里一项也没有'],
    [
      'an unknown group',
      { items: [...items, { text: '蛇', group: '爬虫', why: '爬。' }] },
      '没有“爬虫”这一组',
    ],
    ['no reason', { items: [{ text: '蛇', group: '鸟' }, ...items] }, '缺少理由 why'],
    [
      'an explanation for its own group',
      { items: [...items, { text: '鹅', group: '鸟', why: '有羽毛。', instead: { 鸟: '不。' } }] },
      '只能写给别的组',
    ],
    ['a misspelt field', { itmes: [] }, '不认识的字段 itmes'],
  ])('%s', (_what, change, says) => expect(messages(change)).toContain(says));
});
