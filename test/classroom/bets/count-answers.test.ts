import { expect, test } from 'vitest';
import { countAnswers } from '../../../src/classroom/bets/count-answers.ts';

const number = { kind: 'number', cuts: [5, 8, 33], unit: '分钟' } as const;
const bins = ['不到 5 分钟', '5～8 分钟', '8～33 分钟', '33 分钟以上'];
const choice = { kind: 'choice' } as const;
const labels = ['加窗口', '什么也不加', '叫号机'];

test('叫出来的数，怎么隔都行，各归各的段；没看懂的照原样说', () => {
  const { counts, sentence, unread } = countAnswers(number, bins, '34 8.5，６、 半小时 七 哈');
  expect(counts).toEqual([0, 2, 2, 1]);
  expect(sentence).toBe('读到 5 个。');
  expect(unread.map(({ text }) => text)).toEqual(['哈']);
});

test('贴进来的群聊，同一个人只算最后一个', () => {
  const chat = '张三：34\n李四：我猜 6 分钟吧\n张三：7\n王五：不知道';
  const { counts, sentence, unread } = countAnswers(number, bins, chat);
  expect(sentence).toMatch(/^读到 \d+ 个[^。]*。$/);
  expect(counts).toEqual([0, 2, 0, 0]);
  expect(unread).toHaveLength(1);
});

test('一串字母，隔不隔开都行；没有这个选项的说出来', () => {
  expect(countAnswers(choice, labels, 'A B b ｃ AAB').counts).toEqual([3, 3, 1]);
  expect(countAnswers(choice, labels, 'A D').unread[0]?.reason).toBe('写 A 到 C');
});

test('贴进来的选择：字母、选项的字都认', () => {
  const chat = '张三: B\n李四: 我选a\n王五: 叫号机\n赵六: 弃权';
  const { counts, unread } = countAnswers(choice, labels, chat);
  expect(counts).toEqual([1, 1, 1]);
  expect(unread).toHaveLength(1);
});
