import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptAround, markHits } from '../../../src/components/search/excerpt.ts';
import { anyText } from '../../any-text.ts';

const hits = (text: string, query: string) =>
  markHits(text, query)
    .filter(({ hit }) => hit)
    .map((piece) => piece.text);

test('marks the text as it stands, however the query was typed', () => {
  expect(hits('爱尔朗 C（Erlang C）', 'ｅｒｌａｎｇｃ')).toEqual(['Erlang C']);
  expect(hits('80% 法则与 80%法则', '80%法则')).toEqual(['80% 法则', '80%法则']);
  expect(hits('先排队，再服务', '服务 排队')).toEqual(['排队', '服务']);
  expect(hits('没有', '排队')).toEqual([]);
});

test('pieces put together give back the text, whatever the query', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, query) => {
      expect(
        markHits(text, query)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('an excerpt starts at the clause before the hit and skips the title', () => {
  const text = `利用率悬崖. The Cliff. ${'前面的话。'.repeat(20)}这里才说到，利用率越高等得越久。${'后面。'.repeat(40)}`;
  const shown = excerptAround(text, '利用率', '利用率悬崖');
  expect(shown).toMatch(/^…利用率越高等得越久。/);
  expect(shown).toMatch(/…$/);
  expect(shown.length).toBeLessThan(100);
});

test('an excerpt falls back to the title and never cuts a word', () => {
  expect(excerptAround('利用率悬崖. 别的话。', '利用率', '利用率悬崖')).toBe(
    '利用率悬崖. 别的话。',
  );
  expect(excerptAround('利用率悬崖\n第一段。\n第二段说到排队。', '排队')).not.toContain('\n');
  const latin = excerptAround(`${'一'.repeat(40)} counterintuitive results here 排队`, '排队');
  expect(latin).not.toMatch(/^…(?!counterintuitive)[a-z]*intuitive/);
});
