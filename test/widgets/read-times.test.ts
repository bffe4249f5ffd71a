import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRows } from '../../src/lib/import-limits.ts';
import { readCell } from '../../src/widgets/canteen-lab/cell.ts';
import { readTimes } from '../../src/widgets/canteen-lab/read-times.ts';

const read = (text: string, unit: 'minute' | 'second' = 'minute') => readTimes(text, { unit });
/** 每位的到达、等待、办理，以第一位到达为 0，四舍五入到 0.01 分钟。 */
function shape(text: string, unit?: 'minute' | 'second') {
  const { visits } = read(text, unit);
  const round = (x: number) => Math.round(x * 100) / 100;
  const zero = Math.min(...visits.map(({ arrival }) => arrival));
  return visits.map(({ arrival, start, end }) =>
    [
      arrival - zero,
      start === null ? -1 : start - arrival,
      start === null || end === null ? -1 : end - start,
    ].map(round),
  );
}
const three = [
  [0, 0, 2],
  [1, 1, 1.5],
  [2.5, 1, 1],
];

describe('the same three customers, however they were written down', () => {
  test.each<[string, string, ('minute' | 'second')?]>([
    ['Chinese header', '到达,开始,结束\n0,0,2\n1,2,3.5\n2.5,3.5,4.5'],
    ['English header, semicolons', 'arrival;service start;departure\n0;0;2\n1;2;3.5\n2.5;3.5;4.5'],
    ['no header, tabs', '0\t0\t2\n1\t2\t3.5\n2.5\t3.5\t4.5'],
    ['spaces', '0 0 2\n1  2 3.5\n2.5 3.5 4.5'],
    [
      'full-width digits and commas',
      '到达，开始，结束\n０，０，２\n１，２，３．５\n２．５，３．５，４．５',
    ],
    ['columns in another order', '结束,到达,开始\n2,0,0\n3.5,1,2\n4.5,2.5,3.5'],
    ['numbered rows', '1,0,0,2\n2,1,2,3.5\n3,2.5,3.5,4.5'],
    [
      'a numbered column with a header',
      '序号,到达时间,服务开始,服务结束\n1,0,0,2\n2,1,2,3.5\n3,2.5,3.5,4.5',
    ],
    [
      'hours, minutes, seconds',
      '到达,开始,结束\n12:00:00,12:00:00,12:02:00\n12:01:00,12:02:00,12:03:30\n12:02:30,12:03:30,12:04:30',
    ],
    [
      'full-width colons',
      '12：00：00,12：00：00,12：02：00\n12：01：00,12：02：00,12：03：30\n12：02：30,12：03：30,12：04：30',
    ],
    ['a stopwatch past the hour', '70:00,70:00,72:00\n71:00,72:00,73:30\n72:30,73:30,74:30'],
    [
      'afternoon',
      '下午1:00:00,下午1:00:00,下午1:02:00\n下午1:01:00,下午1:02:00,下午1:03:30\n下午1:02:30,下午1:03:30,下午1:04:30',
    ],
    [
      'am and pm across noon',
      '11:59:00 AM,11:59:00 AM,12:01:00 PM\n12:00:00 PM,12:01:00 PM,12:02:30 PM\n12:01:30 PM,12:02:30 PM,12:03:30 PM',
    ],
    [
      'dates',
      '2026-05-01 12:00:00,2026-05-01 12:00:00,2026-05-01 12:02:00\n2026/5/1 12:01:00,2026/5/1 12:02:00,2026/5/1 12:03:30\n2026年5月1日 12:02:30,2026年5月1日 12:03:30,2026年5月1日 12:04:30',
    ],
    [
      'a date on the arrival only',
      '2026-05-01 12:00:00,12:00:00,12:02:00\n2026-05-01 12:01:00,12:02:00,12:03:30\n2026-05-01 12:02:30,12:03:30,12:04:30',
    ],
    [
      'across midnight',
      '23:59:00,23:59:00,00:01:00\n00:00:00,00:01:00,00:02:30\n00:01:30,00:02:30,00:03:30',
    ],
    [
      'written times',
      '12点00分00秒,12点00分00秒,12点02分00秒\n12点01分00秒,12点02分00秒,12点03分30秒\n12点02分30秒,12点03分30秒,12点04分30秒',
    ],
    ['seconds', '0,0,120\n60,120,210\n150,210,270', 'second'],
    [
      'seconds said in the header',
      '到达（秒）,开始（秒）,结束（秒）\n0,0,120\n60,120,210\n150,210,270',
    ],
    ['arrival, wait and service', '到达,等待,办理时长\n0,0,2\n1,1,1.5\n2.5,1,1'],
    ['lengths with units', '到达,等待,办理时长\n0,0,2分钟\n1,60秒,1分30秒\n2.5,1min,1 分'],
    [
      'clock arrivals, m:ss lengths',
      '到达,等待,服务时间\n12:00:00,0:00,2:00\n12:01:00,1:00,1:30\n12:02:30,1:00,1:00',
    ],
    [
      'time stamps',
      '1700000000,1700000000,1700000120\n1700000060,1700000120,1700000210\n1700000150,1700000210,1700000270',
    ],
    ['blank rows and old Mac line ends', '到达,开始,结束\r\r0,0,2\r\r\r1,2,3.5\r2.5,3.5,4.5\r\r'],
    ['quotes', '"到达","开始","结束"\n"0","0","2"\n"1","2","3.5"\n"2.5","3.5","4.5"'],
    ['half a quote', '到达,开始,结束\n"0,0,2\n1,2,3.5\n2.5,3.5,4.5'],
    ['another header in the middle', '到达,开始,结束\n0,0,2\n到达,开始,结束\n1,2,3.5\n2.5,3.5,4.5'],
    ['out of order', '到达,开始,结束\n0,0,2\n1,2,3.5\n2.5,3.5,4.5'],
  ])('%s', (_name, text, unit) => {
    expect(read(text, unit).problems).toEqual([]);
    expect(shape(text, unit)).toEqual(three);
  });

  test('Excel serial numbers, with the day and without', () => {
    for (const base of [0, 45_231]) {
      const rows = [0, 1, 2, 3].map((i) =>
        [i, i + 1, i + 2].map((minute) => (base + 0.5 + minute / 1440).toFixed(8)).join(','),
      );
      const shown = shape(rows.join('\n'));
      expect(shown).toEqual([0, 1, 2, 3].map((i) => [i, 1, 1]));
    }
  });
});

describe('what is wrong is said, with its row, and the good rows stay', () => {
  const good = '到达,开始,结束\n0,0,2\n1,2,3\n2,3,4\n3,4,5\n4,5,6\n';
  test.each<[string, string, number, number, RegExp]>([
    ['letters', `${good}abc,6,7`, 7, 5, /第 7 行的“到达”写着“abc”，没看懂/],
    ['negative', `${good}-5,6,7`, 7, 5, /第 7 行的“到达”是负的/],
    ['negative, full-width', `${good}－５,6,7`, 7, 5, /是负的/],
    ['no arrival', `${good},6,7`, 7, 5, /第 7 行没有到达/],
    ['start before arrival', `${good}9,6,11`, 7, 5, /第 7 行：开始办理早于到达/],
    ['end before start', `${good}5,9,7`, 7, 5, /第 7 行：办完早于开始/],
    ['a clock among numbers', `${good}12:03,6,7`, 7, 5, /别的行是数字/],
    ['minute 75', `${good}12:75,6,7`, 7, 5, /没看懂/],
    ['a fraction', `${good}1/2,6,7`, 7, 5, /没看懂/],
    ['a huge number', `${good}1e300,6,7`, 7, 5, /大得不像时间/],
    ['an unreadable start keeps the arrival', `${good}5,x,7`, 7, 6, /第 7 行的“开始”/],
    ['after blank rows the row is the file’s', `${good}\n\nabc,6,7`, 9, 5, /第 9 行/],
  ])('%s', (_name, text, row, kept, message) => {
    const { problems, visits } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.row).toBe(row);
    expect(problems[0]!.text).toMatch(message);
    expect(visits).toHaveLength(kept);
  });

  test('two columns the wrong way round are recognised, and exchanging them reads every row', () => {
    const text = '到达,开始,结束\n1,0,2\n3,1,4\n5,2,6\n6,3,7';
    const first = read(text);
    expect(first.swap?.text).toMatch(/“到达”和“开始”两列像是写反了：4 行里有 4 行.*第 2 行/);
    expect(first.problems).toHaveLength(1);
    const second = readTimes(text, { unit: 'minute', roles: first.swap!.roles });
    expect(second.problems).toEqual([]);
    expect(second.visits.map(({ arrival, start }) => [arrival, start])).toEqual([
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 6],
    ]);
  });

  test('a swap without a header is seen too', () => {
    expect(read('1,0,2\n3,1,4\n5,2,6\n6,3,7').swap?.text).toContain('写反了');
  });

  test.each([
    ['', /还没有内容/],
    ['   \n\n ', /还没有内容/],
    ['到达,开始,结束\n', /只有表头/],
    ['张三,李四\n王五,赵六', /找不到“到达”/],
  ])('%j says what to do', (text, message) => {
    const { problems, visits } = read(text);
    expect(problems[0]!.text).toMatch(message);
    expect(visits).toEqual([]);
  });

  test('missing cells, rows out of order and minute-only clocks are noted, not refused', () => {
    const { notes, visits } = read(
      '到达,开始,结束\n12:05,12:06,12:07\n12:01,12:02,\n12:03,,\n12:09,12:09,12:10',
    );
    expect(visits).toHaveLength(4);
    expect(notes.join('')).toMatch(/有 2 行没有写全（最早是第 3 行）/);
    expect(notes.join('')).toMatch(/有 2 行比上面的行来得早（最早是第 3 行）/);
    expect(notes.join('')).toMatch(/只记到分钟/);
  });
});

test('thirty thousand rows are read whole, with progress all the way', () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `${i},${i + 1},${i === 22_222 ? 'x' : i + 2}`,
  );
  const seen: number[] = [];
  const { visits, problems } = readTimes(rows.join('\n'), {
    unit: 'second',
    progress: (share) => seen.push(share),
  });
  expect(visits).toHaveLength(30_000);
  expect(problems.map(({ row }) => row)).toEqual([22_223]);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.every((share) => share > 0 && share <= 1)).toBe(true);
});

test('rows beyond what is read are counted aloud; problems beyond what is listed are counted', () => {
  const rows = Array.from({ length: mostRows + 7 }, (_, i) => `${i},${i + 1}`);
  const { visits, notes } = read(rows.join('\n'), 'second');
  expect(visits).toHaveLength(mostRows);
  expect(notes.join('')).toContain(
    `表里一共 ${mostRows + 7} 行，最多读 ${mostRows} 行，后面的 7 行没有读`,
  );
  const bad = read(`到达,开始\n0,1\n${'x,y\n'.repeat(5000)}`);
  expect(bad.troubles).toBe(5000);
  expect(bad.problems.length).toBeLessThan(300);
});

test('nothing is said about times when not one could be read', () => {
  for (const text of ['到达\n忘了', '到达,开始,结束\n?,?,?\n?,?,?', '到达时间\n张三\n李四'])
    expect(read(text).notes.join(''), text).not.toMatch(/时间戳|Excel|按(分钟|秒)读|记到分钟/);
});

test('any text gives visits in order and problems in words, never an exception', () => {
  const scrap = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '到达',
      'start',
      '12:03',
      '-1',
      '1e9',
      '45231.5',
      '"',
      ',',
      '\t',
      '\n',
      '下午3点',
      '，',
    ),
    fc.double().map(String),
  );
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), (pieces) => {
      const { visits, problems, columns } = read(pieces.join(''));
      for (const { arrival, start, end } of visits) {
        expect(Number.isFinite(arrival)).toBe(true);
        if (start !== null) expect(start).toBeGreaterThanOrEqual(arrival);
        if (end !== null) expect(end).toBeGreaterThanOrEqual(start as number);
      }
      for (const { text } of problems) expect(text).not.toMatch(/NaN|undefined|null|\[object/);
      for (const { name } of columns) expect(typeof name).toBe('string');
    }),
    { numRuns: 400 },
  );
});

test('single cells', () => {
  expect(readCell(' ＃ ').kind).toBe('unreadable');
  expect(readCell('—').kind).toBe('empty');
  expect(readCell('-0:03').kind).toBe('negative');
  expect(readCell('12:00-12:30').kind).toBe('unreadable');
  expect(readCell('20 秒')).toEqual({ kind: 'span', minutes: 1 / 3 });
});

describe('a time of day, however it is written', () => {
  test.each([
    ['13:05', 13, 5, null],
    ['13：05', 13, 5, null],
    ['13∶05：20', 13, 5, 20],
    ['１３：０５', 13, 5, null],
    ['中午12:00', 12, 0, null],
    ['中午 12：05', 12, 5, null],
    ['正午12点', 12, 0, null],
    ['中午1点10分', 13, 10, null],
    ['中午11点半', 11, 30, null],
    ['下午1点半', 13, 30, null],
    ['下午两点一刻', 14, 15, null],
    ['下午3点三刻', 15, 45, null],
    ['下午 1:30', 13, 30, null],
    ['下午13:30', 13, 30, null],
    ['1:30 PM', 13, 30, null],
    ['1:30p.m.', 13, 30, null],
    ['12:15 AM', 0, 15, null],
    ['上午十点', 10, 0, null],
    ['上午十点零五分', 10, 5, null],
    ['上午9时', 9, 0, null],
    ['早上八点整', 8, 0, null],
    ['早8点20', 8, 20, null],
    ['十二点二十五分三十秒', 12, 25, 30],
    ['12点05分20.5秒', 12, 5, 20.5],
    ['二十一点四十', 21, 40, null],
    ['晚上八点', 20, 0, null],
    ['晚7点半', 19, 30, null],
    ['傍晚6:10', 18, 10, null],
    ['半夜11点', 23, 0, null],
    ['凌晨零点五分', 0, 5, null],
    ['凌晨12:30', 0, 30, null],
    ['12:05 中午', 12, 5, null],
    ['8点钟', 8, 0, null],
  ])('%s', (text, hours, minutes, seconds) => {
    expect(readCell(text)).toMatchObject({ kind: 'clock', parts: [hours, minutes, seconds] });
  });

  test.each(['12:75', '下午25点', '上午十点七十分', '点半', '中午', '十点半刻', '上午 3.5'])(
    '%s is not one',
    (text) => {
      expect(readCell(text).kind).toBe('unreadable');
    },
  );

  test('a date in front does not need a space before the time of day', () => {
    expect(readCell('2026年5月1日中午12:00')).toMatchObject({
      kind: 'clock',
      parts: [12, 0, null],
    });
    expect(readCell('5月1日晚上八点')).toMatchObject({ kind: 'clock', parts: [20, 0, null] });
  });

  test('a whole sheet of it is read, through noon and midnight', () => {
    expect(
      shape('到达,开始,办完\n上午十一点五十八分,中午12:00,中午12:01\n中午12:00,12:01,12:03'),
    ).toEqual([
      [0, 2, 1],
      [2, 1, 2],
    ]);
    expect(
      shape('到达,开始,办完\n晚上11:58,晚上11:59,晚上12点\n晚上12点,凌晨0:01,凌晨0:02'),
    ).toEqual([
      [0, 1, 1],
      [2, 1, 1],
    ]);
  });
});
