/** 题库写错时，作者看到的是文件、题目、字段和补救办法。 */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { faceOf, typeOf } from '../../src/quiz/question-types.ts';
import { ask, bankProblems, readBank } from '../../src/quiz/bank.ts';

const shared = {
  section: 'cliff',
  objective: 'waits',
  bloom: 'apply',
  difficulty: 1,
  title: '样题',
  prompt: '题面。',
  explanation: '讲解。',
  hints: ['提示。'],
};
const single = {
  ...shared,
  type: 'single',
  options: [
    { text: '甲', correct: true },
    { text: '乙', why: '乙错。' },
    { text: '丙', why: '丙错。' },
  ],
};
const problemsOf = (item: unknown) => bankProblems('bank.yaml', { sample: item }).join('\n');

describe('a faulty item names file, item, field and remedy', () => {
  test.each<[what: string, item: unknown, says: string]>([
    ['no type', { ...single, type: undefined }, 'bank.yaml › sample › type：没有题型 undefined'],
    [
      'an unknown type',
      { ...single, type: 'essay' },
      '可以写 multiple、numeric、ordering、place、single、sort',
    ],
    ['not an item', null, '没有题型'],
    ['a missing prompt', { ...single, prompt: undefined }, '缺少题面 prompt'],
    ['an unknown field', { ...single, answr: 1 }, '不认识的字段 answr'],
    ['a long title', { ...single, title: '长'.repeat(25) }, '不超过 24 个字'],
    ['a wrong difficulty', { ...single, difficulty: 4 }, '难度 difficulty 只能是 1、2、3'],
    ['three hints', { ...single, hints: ['一', '二', '三'] }, '提示 hints 最多两条'],
    [
      'two right options',
      { ...single, options: single.options.map((each) => ({ ...each, correct: true })) },
      'type: multiple',
    ],
    [
      'a wrong option without a reason',
      { ...single, options: [single.options[0], { text: '乙' }, single.options[2]] },
      'sample › options › 1 › why：错的选项缺解释',
    ],
    [
      'a multiple-choice option without a reason',
      { ...single, type: 'multiple' },
      'sample › options › 0 › why',
    ],
    [
      'an ordering item with two steps',
      { ...shared, type: 'ordering', from: '头', to: '尾', steps: [] },
      '至少三项',
    ],
    ['a numeric item without a generator', { ...shared, type: 'numeric' }, '生成器 generator'],
  ])('%s', (_what, item, says) => expect(problemsOf(item)).toContain(says));

  test('a sound item has none', () => expect(problemsOf(single)).toBe(''));
});

describe('asking', () => {
  test('moving or retitling an item keeps its record; rewriting it does not', async () => {
    const hashOf = async (item: object) => {
      const [entry] = readBank('bank.yaml', { sample: item });
      return (await ask('queueing', entry!)).hash;
    };
    const hash = await hashOf(single);
    expect(await hashOf({ ...single, section: 'elsewhere', title: '改名', difficulty: 3 })).toBe(
      hash,
    );
    expect(await hashOf({ ...single, check: true })).toBe(hash);
    expect(await hashOf({ ...single, prompt: '另一道题。' })).not.toBe(hash);
  });

  test('the same item is asked the same way on every build', async () => {
    const [entry] = readBank('bank.yaml', { sample: single });
    expect(await ask('queueing', entry!)).toEqual(await ask('queueing', entry!));
  });
});

describe('the face of a question, as put into the page', () => {
  test('shows what is needed to answer and gives nothing away', async () => {
    const raw = load(
      readFileSync(new URL('../../content/quizzes/queueing.yaml', import.meta.url), 'utf8'),
    ) as Record<string, unknown>;
    for (const entry of readBank('queueing.yaml', raw)) {
      const question = await ask('queueing', entry);
      const face = faceOf(question);
      const words = JSON.stringify(face);
      expect(face.prompt).toBe(question.prompt);
      expect(face.hints.length).toBe(question.hints.length);
      expect(words).not.toContain(JSON.stringify(question.explanation).slice(1, -1));
      for (const hint of question.hints) expect(words).not.toContain(hint);
      expect(words, entry.id).not.toMatch(/"correct"|"why":"[^"]|"rank":[1-9]|"value"/);
      // 换成整道题的时候，画面上的选项不能挪位
      const type = typeOf(question);
      expect(type.outline(face)).toEqual(type.outline(question));
    }
  });
});
