/** 在改过的正文里找回记下的那一句。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, likeness, quoteOf } from '../../src/lib/quote-anchor.ts';

const before =
  '银行有两个窗口。各排各的队，平均要等 8 分钟。合成一队以后，平均只等 3.4 分钟，窗口一个也没有多开。' +
  '超市的收银台也是这样：各排各的队，运气不好就排在最慢的那一条。';
const take = (text: string, part: string, from = 0) => {
  const start = text.indexOf(part, from);
  return quoteOf(text, start, start + part.length);
};
const said = (text: string, quote: ReturnType<typeof take>) => {
  const found = findQuote(text, quote);
  return found && [text.slice(found.start, found.end), found.exact];
};

describe('a quote', () => {
  test('of any place is found at that very place while nothing has changed', () => {
    const text = fc.string({
      unit: fc.constantFrom('队', '等', '客', ' ', '，', 'A'),
      minLength: 8,
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.nat(59), fc.integer({ min: 6, max: 20 }), (all, from, length) => {
        const start = Math.min(from, all.length - 1);
        const end = Math.min(all.length, start + length);
        const part = all.slice(start, end);
        fc.pre(part.replace(/\s/g, '').length >= 6);
        const found = findQuote(all, quoteOf(all, start, end));
        expect(found?.exact).toBe(true);
        expect(all.slice(found?.start, found?.end)).toBe(part.trim());
      }),
    );
  });

  test('that stands twice is told apart by what is around it, even after text was put in front', () => {
    const second = take(before, '各排各的队', 20);
    const now = `新加的一段开场，说的是医院。${before}`;
    expect(findQuote(now, second)?.start).toBe(now.lastIndexOf('各排各的队'));
    expect(findQuote(now, take(before, '各排各的队'))?.start).toBe(now.indexOf('各排各的队'));
  });

  test('does not mind spaces and line breaks', () => {
    const quote = take(before, '平均只等 3.4 分钟');
    expect(said(before.replace('3.4 分钟', '3.4\n分钟'), quote)).toEqual([
      '平均只等 3.4\n分钟',
      true,
    ]);
    expect(said(before.replaceAll(' ', ''), quote)).toEqual(['平均只等3.4分钟', true]);
  });

  test('that was reworded is known by its surroundings, and said to be changed', () => {
    const quote = take(before, '平均只等 3.4 分钟');
    expect(said(before.replace('平均只等 3.4 分钟', '平均就只等 3.5 分钟'), quote)).toEqual([
      '平均就只等 3.5 分钟',
      false,
    ]);
  });

  test('that is gone is not found, and nothing else is taken for it', () => {
    const quote = take(before, '平均只等 3.4 分钟');
    expect(findQuote('讲的是另一件事：理发店要不要预约。', quote)).toBeNull();
    expect(findQuote(before.replace('平均只等 3.4 分钟', '谁先来谁先办'), quote)).toBeNull();
    expect(findQuote('', quote)).toBeNull();
  });

  test('of one or two letters is taken only where something around it agrees', () => {
    const short = take(before, '一队');
    expect(said(before, short)).toEqual(['一队', true]);
    expect(findQuote('换成一队人马', { ...short, prefix: '甲乙丙', suffix: '丁戊己' })).toBeNull();
  });

  test('from anywhere, however odd, is looked for without a fault', () => {
    const odd = fc.record({
      text: fc.string(),
      prefix: fc.string(),
      suffix: fc.string(),
      at: fc.integer(),
    });
    fc.assert(fc.property(fc.string(), odd, (text, quote) => void findQuote(text, quote)));
  });
});

test('likeness runs from nothing in common to the same', () => {
  expect(likeness('合成一队', '合成一队')).toBe(1);
  expect(likeness('合成一队', '先到先办')).toBe(0);
  expect(likeness('队', '队')).toBe(1);
  expect(likeness('', '队')).toBe(0);
});
