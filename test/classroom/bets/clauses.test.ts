import { expect, test } from 'vitest';
import { clausesOf } from '../../../src/classroom/bets/clauses.ts';

const textsOf = (text: string) => clausesOf(text).map((each) => each.text);

test('a question breaks after its punctuation, closing marks included', () => {
  expect(textsOf('5 次交接，每次 95% 说全说对。一百件里，几件一次办成？')).toEqual([
    '5 次交接，',
    '每次 95% 说全说对。',
    '一百件里，',
    '几件一次办成？',
  ]);
  expect(textsOf('院长说：“最公平。”谁说到了点子上？')).toEqual([
    '院长说：',
    '“最公平。”',
    '谁说到了点子上？',
  ]);
});

test('a long clause breaks after an enumeration comma', () => {
  expect(textsOf('客人嘴上平均给价格 25%、等待 30%、态度 45%。')).toEqual([
    '客人嘴上平均给价格 25%、',
    '等待 30%、',
    '态度 45%。',
  ]);
});

test.each([
  '',
  '一、二、三、四、五、六、七、八、九、',
  '，',
  '没有标点',
  '先有一句，没有收尾',
  '（不用模型，是 57 万元。）',
  '？！',
])('nothing is lost from %j', (text) => expect(textsOf(text).join('')).toBe(text));

test('only a short clause is kept on one line', () => {
  expect(
    clausesOf('短的一句，从头到尾一口气也念不完的很长很长的一句。').map(({ whole }) => whole),
  ).toEqual([true, false]);
});
