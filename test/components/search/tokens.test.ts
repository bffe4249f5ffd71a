import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains } from '../../../src/components/search/fold.ts';
import { tokensOf } from '../../../src/components/search/tokens.ts';

describe('tokens', () => {
  test.each([
    ['排队论', ['排队', '队论']],
    ['队', ['队']],
    ['M/M/1 模型', ['m/m/1', '模型']],
    ['p-median', ['p-median', 'median']],
    ['Ｅｒｌａｎｇ　Ｃ', ['erlang']],
    ['λ＝6，ρ 是 80%', ['λ', 'ρ', '是', '80']],
    ['a，1。', []],
  ])('%s is cut into %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  test('Chinese that stands in a text is found by its tokens, wherever it is cut out', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'排队论的等待时间与利用率悬崖，。 a1'),
      minLength: 4,
    });
    fc.assert(
      fc.property(han, fc.nat(), fc.integer({ min: 2, max: 6 }), (text, from, length) => {
        const start = from % text.length;
        const piece = text.slice(start, start + length);
        if (!/^\p{Script=Han}{2,}$/u.test(piece)) return;
        const own = new Set(tokensOf(text));
        expect(contains(text, piece)).toBe(true);
        expect(tokensOf(piece).filter((token) => !own.has(token))).toEqual([]);
      }),
    );
  });
});
