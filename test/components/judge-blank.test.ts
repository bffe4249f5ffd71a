import { describe, expect, test } from 'vitest';
import {
  judgeChoice,
  judgeNumber,
  shownAnswer,
  unitOf,
  type NumberBlank,
} from '../../src/components/judge-blank.ts';

const wait: NumberBlank = {
  key: 10 / 11,
  unit: 'minutes',
  digits: 2,
  slips: [[1.25, '要按人数加权。']],
};
const share: NumberBlank = { key: 2 / 3, unit: 'percent', digits: 1, slips: [] };
const stations: NumberBlank = { key: 6, unit: 'windows', digits: 0, slips: [] };

describe('a blank for a number', () => {
  test.each<[what: string, blank: NumberBlank, text: string, mark: string]>([
    ['rounded as asked', wait, '0.91', 'right'],
    ['with more digits', wait, '0.909', 'right'],
    ['as a fraction', wait, '10/11', 'right'],
    ['in full-width digits', wait, '０．９１', 'right'],
    ['with its unit', wait, '0.91 分钟', 'right'],
    ['in another unit', wait, '54.5 秒', 'right'],
    ['a per cent', share, '66.7%', 'right'],
    ['a per cent without the sign', share, '66.7', 'right'],
    ['a share', share, '0.667', 'right'],
    ['a typical slip', wait, '1.25', 'wrong'],
    ['too few digits', wait, '0.9', 'coarse'],
    ['another whole number', stations, '5', 'wrong'],
    ['close to a whole number', stations, '6.2', 'wrong'],
    ['nonsense', wait, '很久', 'unread'],
    ['nothing', wait, ' ', 'empty'],
  ])('%s: %s', (_what, blank, text, mark) => {
    expect(judgeNumber(blank, text)).toMatchObject({ mark });
  });

  test('says which slip it was, and sends nobody to hints that are not there', () => {
    expect(judgeNumber(wait, '1.25').says).toBe('要按人数加权。');
    expect(judgeNumber(wait, '5').says).toMatch(/^偏大了/);
    expect(judgeNumber(wait, '5').says).not.toContain('提示');
  });

  test('a key rounded as asked is right however far the rounding moves it', () => {
    const small: NumberBlank = { key: 0.24, unit: 'plain', digits: 1, slips: [] };
    expect(judgeNumber(small, '0.2').mark).toBe('right');
    expect(judgeNumber(small, '0.3').mark).toBe('wrong');
    const zero: NumberBlank = { key: 0, unit: 'kilometres', digits: 0, slips: [] };
    expect(judgeNumber(zero, '0').mark).toBe('right');
    expect(judgeNumber(zero, '2').mark).toBe('wrong');
  });

  test.each([wait, share, stations])('the answer it shows is right when typed', (blank) => {
    expect(judgeNumber(blank, shownAnswer(blank)).mark).toBe('right');
  });
});

test('a unit is known by what authors write, and an unknown one is refused with the known ones', () => {
  expect(unitOf('分钟', '<Blank>')).toBe('minutes');
  expect(unitOf('%', '<Blank>')).toBe('percent');
  expect(unitOf('', '<Blank>')).toBe('plain');
  expect(() => unitOf('光年', '<Blank label="远">')).toThrow(
    /^<Blank label="远"> 的单位“光年”不认识：.*公里/,
  );
});

test('a blank for a word tells what is wrong with the chosen one', () => {
  const blank = { key: '送达型', slips: [['准制造型', '车要开出去。']] as const };
  expect(judgeChoice(blank, '送达型').mark).toBe('right');
  expect(judgeChoice(blank, '准制造型')).toEqual({ mark: 'wrong', says: '车要开出去。' });
  expect(judgeChoice(blank, '需求敏感型').mark).toBe('wrong');
  expect(judgeChoice(blank, '').mark).toBe('empty');
});
