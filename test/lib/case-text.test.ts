import { expect, test } from 'vitest';
import { amountText, fillFacts } from '../../src/lib/case-text.ts';

const facts = [
  { id: 'shops', value: 18, unit: '家' },
  { id: 'sales', value: 20000, unit: '万元' },
  { id: 'absent', value: 15, unit: '%' },
];

test('a fact is written with its unit, thousands grouped, a percentage without a space', () => {
  expect(facts.map(amountText)).toEqual(['18\u00a0家', '20,000\u00a0万元', '15%']);
});

test('each place in a sentence takes the value of its fact', () => {
  expect(fillFacts('开到 {shops}，一年 {sales}。', facts)).toBe(
    '开到 18\u00a0家，一年 20,000\u00a0万元。',
  );
});

test('a percentage is followed by a space before Chinese text only', () => {
  expect(fillFacts('有 {absent}的人没来，{absent}。', facts)).toBe('有 15% 的人没来，15%。');
});

test('an unknown fact stays in sight, so that it cannot vanish unseen', () => {
  expect(fillFacts('{door}', facts)).toBe('{door}');
});
