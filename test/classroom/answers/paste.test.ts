/** 全班的答案从各处贴进来：三十种样子，各读出几个、几行没看懂。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/lib/decode-text.ts';
import {
  countSentence,
  numberAnswer,
  readCalled,
  readPaste,
  withoutLast,
} from '../../../src/classroom/answers/paste.ts';

const minutes = numberAnswer({ unit: '分钟', min: 0 });

interface Sample {
  what: string;
  text: string;
  values: number[];
  unread?: number;
  replaced?: number;
  column?: string;
}

const samples: Sample[] = [
  { what: '一行一个', text: '34\n8.5\n12', values: [34, 8.5, 12] },
  { what: 'Windows 的换行', text: '34\r\n8.5\r\n12\r\n', values: [34, 8.5, 12] },
  { what: '一行里好几个', text: '34 8.5 12', values: [34, 8.5, 12] },
  { what: '顿号与全角逗号', text: '34、8.5，12', values: [34, 8.5, 12] },
  { what: '群聊：名字加冒号', text: '张三: 34\n李四：8.5', values: [34, 8.5] },
  {
    what: '群聊：名字一行，话一行',
    text: '张三 10:02:33\n34\n李四 10:02:41\n8.5 分钟',
    values: [34, 8.5],
  },
  {
    what: '群聊：名字后面有日期',
    text: '张三 2026/11/29 10:02:33\n34\n\n李四 2026/11/29 10:02:41\n8.5',
    values: [34, 8.5],
  },
  {
    what: 'QQ 群：名字带号码',
    text: '张三(123456789) 10:02:33\n34\n李四(987654321) 10:03:01\n12',
    values: [34, 12],
  },
  { what: '名字一行，以冒号结尾', text: '张三:\n34\n李四:\n12', values: [34, 12] },
  { what: '时间在前', text: '10:02 张三：34\n10:03 李四：12', values: [34, 12] },
  { what: '方括号里的时间', text: '[10:02:33] 张三: 34\n[10:02:35] 李四: 12', values: [34, 12] },
  { what: '弹幕：方括号里的名字', text: '[张三] 34\n【李四】12', values: [34, 12] },
  { what: '弹幕：张三说', text: '张三说：34\n李四说：12', values: [34, 12] },
  { what: '接龙', text: '#接龙\n1. 张三 34\n2. 李四 12', values: [34, 12] },
  { what: '名字与数之间只有空格', text: '张三 34\n李四 12分钟', values: [34, 12] },
  {
    what: '同一个人改了主意',
    text: '张三: 34\n李四: 12\n张三: 20',
    values: [12, 20],
    replaced: 1,
  },
  {
    what: '说了别的话',
    text: '张三: 34\n李四: 老师没听清\n王五: 哈哈哈',
    values: [34],
    unread: 2,
  },
  {
    what: '客套话与语气词',
    text: '张三: 我猜 34 分钟吧\n李四: 大概12左右\n王五: 应该是8.5！',
    values: [34, 12, 8.5],
  },
  { what: '表情', text: '张三: 34😂\n李四: 12[捂脸]', values: [34, 12] },
  { what: '汉字数字', text: '张三: 三十四\n李四: 八点五', values: [34, 8.5] },
  { what: '全角数字', text: '张三：３４\n李四：８.５', values: [34, 8.5] },
  { what: '分与秒', text: '张三: 2 分 30 秒\n李四: 90秒', values: [2.5, 1.5] },
  { what: '小时', text: '张三: 1 小时 30 分\n李四: 半小时', values: [90, 30] },
  { what: '提到老师', text: '张三: @王老师 34\n李四: 12', values: [34, 12] },
  {
    what: '系统的话不算',
    text: '—— 以下为新消息 ——\n张三: 34\n李四撤回了一条消息\n10:05',
    values: [34],
  },
  {
    what: '问卷星：逗号隔开，带引号',
    text: '序号,提交答卷时间,所用时间,来源,姓名,"1、猜一猜，合成一队以后等几分钟？"\n1,2026/11/29 10:02:33,34秒,微信,张三,8.5\n2,2026/11/29 10:02:41,29秒,微信,李四,"1,234"\n3,2026/11/29 10:02:44,21秒,微信,王五,不知道',
    values: [8.5, 1234],
    unread: 1,
    column: '1、猜一猜，合成一队以后等几分钟？',
  },
  {
    what: '学习通：制表符隔开',
    text: '学号\t姓名\t作答内容\t得分\n20260101\t张三\t34\t0\n20260102\t李四\t12\t0',
    values: [34, 12],
    column: '作答内容',
  },
  {
    what: '雨课堂：一个人交了两次',
    text: '学号,姓名,答案,提交时间\n20260101,张三,34,10:02:33\n20260102,李四,12,10:02:34\n20260101,张三,20,10:03:00',
    values: [12, 20],
    replaced: 1,
    column: '答案',
  },
  {
    what: '从 Excel 复制的两列，没有表头',
    text: '张三\t34\n李四\t12\n王五\t8.5',
    values: [34, 12, 8.5],
    column: '第 2 列',
  },
  {
    what: '有行号的三列，没有表头',
    text: '1\t张三\t34\n2\t李四\t12\n3\t王五\t12',
    values: [34, 12, 12],
    column: '第 3 列',
  },
  {
    what: '每行叫了好几个数',
    text: '34, 8, 12\n5, 6, 7',
    values: [34, 8, 12, 5, 6, 7],
  },
  {
    what: '答案空着的不算',
    text: '姓名,答案\n张三,34\n李四,\n王五,12',
    values: [34, 12],
    column: '答案',
  },
];

describe('a pasted class', () => {
  test('there are at least thirty samples', () =>
    expect(samples.length).toBeGreaterThanOrEqual(30));

  test.each(samples)('$what', ({ text, values, unread = 0, replaced = 0, column = null }) => {
    const reading = readPaste(text, minutes);
    expect({
      values: reading.answers.map(({ value }) => value),
      unread: reading.unread.length,
      replaced: reading.replaced,
      column: reading.column,
    }).toEqual({ values, unread, replaced, column });
  });

  test('a sheet saved in GB18030 is read through the project’s decoder', () => {
    // “姓名,答案\r\n张三,34\r\n” 的 GB18030 字节
    const bytes = Uint8Array.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd,
      0x2c, 0x33, 0x34, 0x0d, 0x0a,
    ]);
    const file = decode(bytes);
    expect(file).toMatchObject({ ok: true, encoding: 'GB18030（GBK）' });
    const reading = readPaste(file.ok ? file.text : '', minutes);
    expect(reading.answers.map(({ value }) => value)).toEqual([34]);
  });

  test('says the line it did not understand, without the name', () => {
    const { unread } = readPaste('张三: 34\n李四: 没听清', minutes);
    expect(unread).toEqual([{ line: 2, text: '没听清', reason: expect.any(String) }]);
  });

  test('keeps no name in what it returns', () => {
    const reading = readPaste('欧阳: 34\n诸葛 12\n欧阳: 8', minutes);
    expect(JSON.stringify(reading)).not.toMatch(/欧阳|诸葛/);
  });

  test('counts in one sentence', () => {
    const reading = readPaste('张三: 34\n李四: 呃\n张三: 12', minutes);
    expect(countSentence(reading)).toBe(
      '读到 1 个；1 个是同一个人先前答的，只算最后一个；1 行没看懂。',
    );
  });

  test('any text at all is read without an exception, and every line is answered or named at most once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { answers, unread } = readPaste(text, minutes);
        for (const { value } of answers) expect(Number.isFinite(value)).toBe(true);
        const lines = unread.map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        for (const { line } of answers) expect(lines).not.toContain(line);
      }),
      { numRuns: 300 },
    );
  });

  test('sixty lines of a chat are all read', () => {
    const text = Array.from(
      { length: 60 },
      (_, i) => `学生${i} 10:0${i % 10}:33\n${i + 0.5} 分钟`,
    ).join('\n');
    expect(readPaste(text, minutes).answers).toHaveLength(60);
  });
});

describe('numbers called out', () => {
  test.each<[string, (number | null)[]]>([
    ['34 8.5 12', [34, 8.5, 12]],
    ['34,8.5，12、7;9；3', [34, 8.5, 12, 7, 9, 3]],
    ['３４　８．５', [34, 8.5]],
    ['10 分 8 分', [10, 8]],
    ['1 小时 30 分 20分', [90, 20]],
    ['2分30秒 90 秒', [2.5, 1.5]],
    ['三十四 八', [34, 8]],
    ['34 哈 12', [34, null, 12]],
    ['', []],
  ])('%s', (text, values) => {
    expect(readCalled(text, { unit: '分钟' }).map(({ value }) => value)).toEqual(values);
  });

  test('each is echoed as it was read', () => {
    expect(readCalled('90秒 x', { unit: '分钟' }).map(({ say }) => say)).toEqual([
      '1.5 分钟',
      expect.stringContaining('x'),
    ]);
  });

  test('the last one is taken back, one at a time, down to nothing', () => {
    expect(withoutLast('34 8.5 12')).toBe('34 8.5');
    expect(withoutLast('34')).toBe('');
    expect(withoutLast('')).toBe('');
  });
});
