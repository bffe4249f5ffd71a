import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { initialOf, isOneApart, nearMiss } from '../../../src/components/search/near-miss.ts';

const names = [
  '排队论',
  '排队规则',
  '虚拟排队',
  '爱尔朗 C 公式',
  '利特尔法则',
  'Little’s law',
  'Kingman 三旋钮',
  '结果质量',
];

describe('a near miss', () => {
  test.each([
    ['排对', '排队'],
    ['爱尔郎', '爱尔朗'],
    ['爱而朗', '爱尔朗'],
    ['利特尔发则', '利特尔法则'],
    ['利特法则', '利特尔法则'],
    ['特利尔法则', '利特尔法则'],
    ['kingmann', 'Kingman'],
    ['ＫＩＮＧＭＡＮＮ', 'Kingman'],
    ['Litle', null],
    ['苹果', null],
    ['排', null],
    ['量子计算', null],
    ['', null],
    ['排队论', null],
  ])('of %s is %s', (query, meant) => {
    expect(nearMiss(query, names)).toBe(meant);
  });

  test('is not made of two words that happen to stand side by side', () => {
    expect(nearMiss('量的计算', ['服务质量的计划书'])).toBeNull();
  });

  test('is one change: another, one more, one fewer, or two that changed places', () => {
    const apart = (a: string, b: string) => isOneApart([...a], [...b]);
    for (const [a, b] of [
      ['排队', '排对'],
      ['排队', '排队论'],
      ['排队论', '排论'],
      ['排队论', '队排论'],
    ] as const)
      expect([apart(a, b), apart(b, a)], `${a} ${b}`).toEqual([true, true]);
    for (const [a, b] of [
      ['排队', '排队'],
      ['排队', '等待'],
      ['排队论', '论队排'],
      ['排队', '排队规则'],
    ] as const)
      expect(apart(a, b), `${a} ${b}`).toBe(false);
  });
});

test('the initial of each of the 3,755 common characters is one a dictionary gives it', () => {
  const decoder = new TextDecoder('gb18030');
  const common: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++)
      common.push(decoder.decode(new Uint8Array([row, cell])));
  const characters = common.filter((character) => /^\p{Script=Han}$/u.test(character));
  const wrong = characters.filter((character) => {
    const options = { pattern: 'first', toneType: 'none', multiple: true, type: 'array' } as const;
    return !pinyin(character, options).includes(initialOf(character));
  });
  expect([characters.length, wrong]).toEqual([3755, []]);
  expect([initialOf('a'), initialOf(''), initialOf('，')]).toEqual(['', '', '']);
});
