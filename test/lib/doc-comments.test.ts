import { describe, expect, test } from 'vitest';
import { readDocComment, splitCode, splitSummary } from '../../src/lib/doc-comments.ts';

const comment = `/**
 * M/M/1 排队：一个服务台。
 *
 * 假设：到达是泊松的；
 *   服务是指数的。
 * 边界：λ ≥ μ 时为 Infinity。
 * 符号与单位：λ \`arrivalRate\`；见 Gross
 * and Harris。
 *
 * 另起一段的话，
 * 接着说。
 *
 * @example
 * mm1({ arrivalRate: 1, url: 'http://x' }).wait // 0.5
 */`;

describe('readDocComment', () => {
  const doc = readDocComment(comment);

  test('takes the first paragraph as the summary and the unlabelled rest as notes', () => {
    expect(doc.summary).toBe('M/M/1 排队：一个服务台。');
    expect(doc.notes).toEqual(['另起一段的话，接着说。']);
  });

  test('orders the labelled parts and joins their lines, with a space only between Latin words', () => {
    expect(doc.parts).toEqual([
      { label: '假设', text: '到达是泊松的；服务是指数的。' },
      { label: '符号与单位', text: 'λ `arrivalRate`；见 Gross and Harris。' },
      { label: '边界', text: 'λ ≥ μ 时为 Infinity。' },
    ]);
  });

  test('splits the example at the last comment mark', () => {
    expect(doc.example).toEqual({
      expression: "mm1({ arrivalRate: 1, url: 'http://x' }).wait",
      value: '0.5',
    });
  });

  test('reads one-line comments and other words before a colon as plain text', () => {
    expect(readDocComment('/** 重心法：加权平均。 */')).toEqual({
      summary: '重心法：加权平均。',
      notes: [],
      parts: [],
      example: null,
      internal: false,
    });
  });

  test('an example without a value is no example', () => {
    expect(readDocComment('/**\n * 甲。\n *\n * @example\n * f(1)\n */').example).toBeNull();
    expect(readDocComment('/** 甲。\n * @example\n */').example).toBeNull();
  });

  test('an example may take several lines, and other tags are not part of it', () => {
    const { example, internal } = readDocComment(
      '/**\n * 甲。\n *\n * @internal\n *\n * @example\n * f({\n *   a: 1,\n * }) // [1,\n * @see 别处\n */',
    );
    expect(example).toEqual({ expression: 'f({\n  a: 1,\n})', value: '[1,' });
    expect(internal).toBe(true);
  });

  test('an empty comment is empty', () => expect(readDocComment('/** */').summary).toBe(''));
});

test('splitSummary finds a short name before the first colon', () => {
  expect(splitSummary('M/M/c 排队：泊松到达。')).toEqual({
    title: 'M/M/c 排队',
    text: '泊松到达。',
  });
  expect(splitSummary('取出最大的一个，例如：甲。').title).toBe('');
  expect(splitSummary('没有冒号。')).toEqual({ title: '', text: '没有冒号。' });
});

test('splitCode marks quoted names and bare literals', () => {
  expect(splitCode('λ `rate`，否则为 NaN。')).toEqual([
    { text: 'λ ', code: false },
    { text: 'rate', code: true },
    { text: '，否则为 ', code: false },
    { text: 'NaN', code: true },
    { text: '。', code: false },
  ]);
});
