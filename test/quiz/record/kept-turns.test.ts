/** 存下来的作答：题面没变就接得上，变了就不硬接；形状不对的当没有作答。 */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ask, readBank } from '../../../src/quiz/bank.ts';
import { typeOf } from '../../../src/quiz/question-types.ts';
import type { Question } from '../../../src/quiz/question.ts';
import { answerFor, faceHash, redrawKept } from '../../../src/quiz/record/kept-turns.ts';

const raw = load(
  readFileSync(new URL('../../../content/quizzes/location.yaml', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const bank = await Promise.all(
  readBank('location.yaml', raw).map((entry) => ask('location', entry)),
);
const byType = [...new Map(bank.map((question) => [question.type, question]))];

test('the bank has every type', () => expect(byType.length).toBeGreaterThanOrEqual(6));

describe.each(byType)('%s', (_type, question: Question) => {
  test('the same seed draws the same face again', async () => {
    const drawn = await typeOf(question).again(question, 12345);
    const kept = { seed: 12345, face: faceHash(drawn) };
    expect(await redrawKept(kept, question)).toEqual(drawn);
  });

  test('a better explanation does not cost the answer; a rewritten prompt does', async () => {
    const kept = { seed: question.seed, face: faceHash(question) };
    const better = { ...question, explanation: '讲得更好。', hints: [], title: '新名', hash: 'x' };
    expect(await redrawKept(kept, better)).toEqual(better);
    expect(await redrawKept(kept, { ...question, prompt: '另一道题。' })).toBeNull();
    expect(await redrawKept(kept, undefined)).toBeNull();
  });

  test.each<unknown>([
    undefined,
    '<b>',
    'x'.repeat(9999),
    -1,
    99,
    1.5,
    {},
    [99],
    ['1', 2],
    [0, 0],
    [null],
    [[]],
    true,
  ])('an answer of another shape, %j, counts as none or is one that can be marked', (value) => {
    const type = typeOf(question);
    const answer = answerFor(question, value);
    if (!type.fits(question, value)) expect(answer).toEqual(type.blank(question));
    expect(type.fits(question, answer)).toBe(true);
    expect(() => type.score(question, answer)).not.toThrow();
  });

  test('no answer yet fits', () => {
    const type = typeOf(question);
    expect(type.fits(question, type.blank(question))).toBe(true);
  });
});
