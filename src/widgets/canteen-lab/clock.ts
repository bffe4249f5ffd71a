/**
 * 几点几分的各种写法：13:05、13：05:20、12点05分、上午十点、下午1点半、中午12:00、晚上八点一刻、12:03 PM。
 * 只认一天里的时刻（掐表的 75:20 也先收下，按什么读由整列定）。
 */

export interface Clock {
  hours: number;
  minutes: number;
  /** 没写秒是 null */
  seconds: number | null;
  /** 写明了是时刻，不会是分:秒 */
  spoken: boolean;
}

type Period = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** 次序要紧：“午夜”在“夜”前面，“中午”不是“午”。 */
const periods: [RegExp, Period][] = [
  [/^(?:凌晨|半夜|午夜|深夜)/, 'night'],
  [/^(?:上午|早上|早晨|清晨|清早|大早|早|午前|a\.?m\.?)/i, 'morning'],
  [/^(?:中午|正午|晌午)/, 'noon'],
  [/^(?:下午|午后|傍晚|p\.?m\.?)/i, 'afternoon'],
  [/^(?:晚上|夜晚|夜里|夜间|晚间|晚)/, 'evening'],
];
const after = /\s*(上午|中午|下午|晚上|凌晨|[ap]\.?m\.?)$/i;

function takePeriod(text: string): { period: Period; rest: string } | null {
  for (const [pattern, period] of periods) {
    const found = pattern.exec(text);
    if (found) return { period, rest: text.slice(found[0].length).trim() };
  }
  const last = after.exec(text)?.[1];
  const period = last && periods.find(([pattern]) => pattern.test(last))?.[1];
  return period ? { period, rest: text.replace(after, '') } : null;
}

/** 十二小时制换成一天里的几点；已经写成 13 点的照旧。“晚上 12 点”是 24 点。 */
function hourOf(hour: number, period: Period): number {
  if (hour > 12) return hour;
  const turn = hour % 12;
  switch (period) {
    case 'morning':
      return turn;
    case 'noon':
      return hour >= 9 ? hour : hour + 12;
    case 'afternoon':
      return turn + 12;
    case 'evening':
      return turn === 0 ? 24 : hour < 5 ? hour + 24 : turn + 12;
    case 'night':
      return hour === 12 || hour < 9 ? turn : hour + 12;
  }
}

const digits = '零一二三四五六七八九';

/** 五十九以内的汉字数字；也认阿拉伯数字。不是这样写的给 NaN。 */
function small(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const [, tens, ten, ones] = /^([一二三四五])?(十)?([零一二三四五六七八九])?$/.exec(plain) ?? [];
  if (ten) return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
  // 零五分
  const [, alone] = /^零?([零一二三四五六七八九])$/.exec(plain) ?? [];
  return alone ? digits.indexOf(alone) : Number.NaN;
}

const secondsOf = (text: string | undefined) =>
  text === undefined ? null : text.includes('.') ? Number(text) : small(text);

const number = '[\\d零〇一二两三四五六七八九十]{1,3}';
const spokenPattern = new RegExp(
  `^(${number})\\s*(?:点钟?|點鐘?|时|時)\\s*(?:整|(半)|([一三])刻|(${number})\\s*分?\\s*(?:(${number}|\\d{1,2}\\.\\d+)\\s*秒)?)?$`,
);
const colonPattern = /^(\d{1,3})\s*[:∶︰]\s*(\d{1,2})(?:\s*[:∶︰]\s*(\d{1,2}(?:\.\d+)?))?$/;

function inTheHour(clock: Clock): Clock | null {
  const { hours, minutes, seconds } = clock;
  return hours >= 0 && minutes >= 0 && minutes < 60 && (seconds ?? 0) >= 0 && (seconds ?? 0) < 60
    ? clock
    : null;
}

/**
 * 读一个时刻：不是时刻的写法是 null；看着是时刻、却不会有这样的时刻（12:75）是 `impossible`。
 * `text` 已经折成半角。
 */
export function readClock(text: string): Clock | 'impossible' | null {
  const found = takePeriod(text);
  const rest = found?.rest ?? text;
  const colons = colonPattern.exec(rest);
  const spoken = colons ? null : spokenPattern.exec(rest);
  if (!colons && !spoken) return null;
  const [hour, minutes, seconds] = colons
    ? [Number(colons[1]), Number(colons[2]), colons[3] === undefined ? null : Number(colons[3])]
    : [
        small(spoken?.[1] ?? ''),
        spoken?.[2] ? 30 : spoken?.[3] ? (spoken[3] === '一' ? 15 : 45) : small(spoken?.[4] ?? '0'),
        secondsOf(spoken?.[5]),
      ];
  const clock = inTheHour({
    hours: found ? hourOf(hour, found.period) : hour,
    minutes,
    seconds,
    spoken: spoken !== null || found !== null,
  });
  // 说了上午下午的，一天只有二十四点
  return clock && (!clock.spoken || hour <= 24) ? clock : 'impossible';
}
