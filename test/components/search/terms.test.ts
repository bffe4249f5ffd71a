import { expect, test } from 'vitest';
import {
  findTerms,
  isNamed,
  termsWithin,
  type TermRecord,
} from '../../../src/components/search/terms.ts';

const term = (zh: string, en: string, initials: string[], aliases: string[] = []): TermRecord => ({
  id: en.replaceAll(' ', '-'),
  zh,
  en,
  aliases,
  initials,
  chapter: '',
  taught: '',
  definition: '',
});

const terms = [
  term('离散事件仿真', 'discrete-event simulation', ['lssjfz', 'pdfz'], ['排队仿真']),
  term('排队规则', 'queue discipline', ['pdgz']),
  term('排队论', 'queueing theory', ['pdl', 'dhxll'], ['queuing theory', '等候线理论']),
  term('利特尔法则', 'Little’s law', ['ltefz'], ['Little 定律']),
];
const find = (query: string) => findTerms(terms, query).map(({ zh }) => zh);

test('pinyin initials find a term, whole or from the start', () => {
  expect(find('pdl')).toEqual(['排队论']);
  expect(find('PD')).toEqual(['离散事件仿真', '排队规则', '排队论']);
  expect(find('p')).toEqual([]);
});

test('Chinese, English and aliases find a term', () => {
  expect(find('等候线')).toEqual(['排队论']);
  expect(find('queuing')).toEqual(['排队论']);
  expect(find("little's LAW")).toEqual(['利特尔法则']);
  expect(find('ｌｉｔｔｌｅ定律')).toEqual(['利特尔法则']);
});

test('its own name comes before an alias', () => {
  expect(find('排队')).toEqual(['排队规则', '排队论', '离散事件仿真']);
});

test('nothing is found for nothing, nonsense or a pattern', () => {
  for (const query of ['', '  ', '.*', '量子计算', '(', 'zzzz']) expect(find(query)).toEqual([]);
});

test('the terms named in a sentence are found, the long name before the short one inside it', () => {
  const within = (sentence: string) => termsWithin(terms, sentence).map(({ zh }) => zh);
  expect(within('排队论是怎么解释等候线理论的')).toEqual(['排队论']);
  expect(within('排队规则与ｌｉｔｔｌｅ定律')).toEqual(['利特尔法则', '排队规则']);
  expect(within('为什么排队')).toEqual([]);
});

test('a term is named by its name, an alias or its initials, not by a part of them', () => {
  const [, , theory] = terms;
  for (const query of ['排队论', 'Queueing  Theory', '等候线理论', 'pdl'])
    expect(isNamed(theory!, query), query).toBe(true);
  for (const query of ['排队', 'queueing', 'pd', ''])
    expect(isNamed(theory!, query), query).toBe(false);
});
