import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contains,
  fold,
  foldMap,
  longestQuery,
  tidy,
} from '../../../src/components/search/fold.ts';
import { anyText } from '../../any-text.ts';

describe('fold', () => {
  test.each([
    ['ＥＲＬＡＮＧ　Ｃ', 'erlang c'],
    ['80% 法则', '８０％法则'],
    ['Little’s law', "little's  LAW"],
    ['排\u200b队', '排队'],
  ])('%s and %s are the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test('remembers where each folded character came from', () => {
    const text = 'Ａ 排①队';
    const { folded, origin } = foldMap(text);
    expect(folded).toBe('a排1队');
    expect(origin).toEqual([0, 2, 3, 4, text.length]);
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, origin } = foldMap(text);
        expect(origin).toHaveLength(folded.length + 1);
      }),
    );
  });
});

describe('tidy', () => {
  test('cuts a pasted essay and drops control characters', () => {
    expect(tidy(`  排队\u0000\n论  `)).toBe('排队 论');
    expect([...tidy('长'.repeat(5000))]).toHaveLength(longestQuery);
    expect(tidy('\ud83d')).toBe('\ufffd');
  });

  test('keeps markup as the characters it is', () => {
    expect(tidy('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('contains', () => {
  test('wants every part, in any order', () => {
    expect(contains('呼叫中心用 Erlang C 配席', 'erlangc')).toBe(true);
    expect(contains('呼叫中心用 Erlang C 配席', '配席 erlang')).toBe(true);
    expect(contains('呼叫中心用 Erlang C 配席', '配席 爱尔朗')).toBe(false);
  });

  test('does not accept the parts of a compound', () => {
    expect(contains('计算量子的能量', '量子计算')).toBe(false);
  });

  test('finds nothing for an empty query and treats patterns as text', () => {
    expect(contains('排队', ' ')).toBe(false);
    expect(contains('排队', '.*')).toBe(false);
    expect(contains('a.*b', '.*')).toBe(true);
  });
});
