import { expect, test } from 'vitest';
import { formatCitation, formatName, formatNames, shortCitation } from '../../src/lib/citation.ts';
import type { CitedWork } from '../../src/lib/citation.ts';

const base: CitedWork = { type: 'book', authors: [], title: '题名', language: 'zh' };
const text = (work: Partial<CitedWork>) => formatCitation({ ...base, ...work }).text;

test('西文姓全大写、名取首字母，中文与机构照写', () => {
  expect(formatName('Larson, Richard C.')).toBe('LARSON R C');
  expect(formatName('Sartre, Jean-Paul')).toBe('SARTRE J P');
  expect(formatName('de Matos, Celso Augusto')).toBe('DE MATOS C A');
  expect(formatName('刘丽文')).toBe('刘丽文');
  expect(formatName('World Bank')).toBe('World Bank');
});

test('三人全列，四人起列三人加等或 et al.', () => {
  expect(formatNames(['甲', '乙', '丙'], 'zh')).toBe('甲, 乙, 丙');
  expect(formatNames(['甲', '乙', '丙', '丁'], 'zh')).toBe('甲, 乙, 丙, 等');
  expect(formatNames(['A, B', 'C, D', 'E, F', 'G, H'], 'en')).toBe('A B, C D, E F, et al.');
});

test.each<[string, Partial<CitedWork>, string]>([
  [
    '期刊',
    {
      type: 'article',
      authors: ['Larson, Richard C.'],
      container: 'Operations Research',
      year: 1987,
      volume: '35',
      issue: '6',
      pages: '895-905',
      language: 'en',
    },
    'LARSON R C. 题名[J]. Operations Research, 1987, 35(6): 895-905.',
  ],
  [
    '无卷号的期刊',
    { type: 'article', container: '科学通报', year: 2012, issue: '3' },
    '题名[J]. 科学通报, 2012(3).',
  ],
  ['卷期不详的期刊', { type: 'article', container: '刊', year: 1986 }, '题名[J]. 刊, 1986.'],
  [
    '专著',
    { authors: ['刘丽文'], place: '北京', publisher: '清华大学出版社', year: 2004 },
    '刘丽文. 题名[M]. 北京: 清华大学出版社, 2004.',
  ],
  [
    '析出篇章',
    {
      type: 'chapter',
      container: '文集',
      editors: ['甲', '乙'],
      publisher: '社',
      year: 1985,
      pages: '1-2',
    },
    '题名[M]//甲, 乙. 文集. 社, 1985: 1-2.',
  ],
  [
    '没有编者的析出篇章',
    { type: 'chapter', container: '文集', year: 1985 },
    '题名[M]//文集. 1985.',
  ],
  [
    '学位论文',
    { type: 'thesis', place: '剑桥', publisher: '某校', year: 1989 },
    '题名[D]. 剑桥: 某校, 1989.',
  ],
  [
    '标准',
    { type: 'standard', number: 'GB/T 15624—2011', year: 2011 },
    '题名：GB/T 15624—2011[S]. 2011.',
  ],
  [
    '报告',
    { type: 'report', authors: ['某协会'], publisher: '某协会', year: 2024 },
    '某协会. 题名[R]. 某协会, 2024.',
  ],
  [
    '报纸',
    { type: 'news', container: '某报', date: '1991-07-15', pages: '3' },
    '题名[N]. 某报, 1991-07-15: 3.',
  ],
  [
    '多作者西文',
    { authors: ['A, B', 'C, D', 'E, F', 'G, H'], year: 1971, language: 'en' },
    'A B, C D, E F, et al. 题名[M]. 1971.',
  ],
])('%s的著录', (_, work, wanted) => {
  expect(text(work)).toBe(wanted);
});

test('网上的文献加 /OL，网址单独给出', () => {
  const web = formatCitation({
    ...base,
    type: 'web',
    container: '某站',
    date: '2024-07-25',
    accessed: '2025-01-31',
    url: 'https://example.org/a',
  });
  expect(web).toEqual({
    text: '题名[EB/OL]. 某站(2024-07-25)[2025-01-31].',
    url: 'https://example.org/a',
  });
  expect(text({ url: 'https://example.org', year: 2020 })).toBe('题名[M/OL]. 2020.');
});

test('文中的短引用：年份、日期、无日期', () => {
  const short = (work: Partial<CitedWork>) => shortCitation({ ...base, ...work });
  expect(short({ authors: ['Maister, David H.'], year: 1985 })).toBe('Maister，1985');
  expect(short({ container: '某站', date: '2024-07-25' })).toBe('某站，2024');
  expect(short({ container: '某站' })).toBe('某站，无日期');
});
