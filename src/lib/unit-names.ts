/** 写在数后面的单位：认得哪些写法，彼此怎么换算。 */
import { MAGNITUDE } from './chinese-numerals.ts';

/** 各类里打头的通用名字：栏的单位是它时，才按这一类换算。写作“分”的栏可能是分数，不是分钟。 */
const heads = new Set<string>();
/** 空格隔开同一单位的各种写法。 */
function family(names: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(names).flatMap(([text, size]) => {
      const [head = '', ...more] = text.split(' ');
      heads.add(head);
      return [head, ...more].map((name) => [name, size] as const);
    }),
  );
}
const time = family({
  "秒 秒钟 s sec secs second seconds \" ''": 1,
  "分钟 分 m min mins minute minutes '": 60,
  '刻钟 刻': 900,
  '小时 时 钟头 h hr hrs hour hours': 3600,
  '天 日 d day days': 86_400,
});
const families = [
  time,
  family({ '厘米 cm': 0.01, '米 m 公尺': 1, '里 华里': 500, '公里 千米 km': 1000 }),
  family({ '平方米 m2 m^2': 1, '平方公里 平方千米 km2 km^2': 1e6 }),
  family({ '个月 月': 1, 年: 12 }),
  family({ '元 块 块钱 圆 yuan rmb': 1 }),
  family({ '人 位 名 人次': 1 }),
];

/** 一个一个数的东西；“个”到处通用，别的互相不通。 */
const counted = new Set(
  '人 位 名 个 席 坐席 窗口 柜台 处 家 店 站 点 批 票 次 通 台 件 单 笔 张 桌 间 房 辆 项 行 份 条 只 班 组'.split(
    ' ',
  ),
);
/** 不会换算，但认得出是单位：写错了要说“单位不对”，不说“没看懂”。 */
const others = new Set(
  '倍 分 岁 年 月 周 星期 度 斤 公斤 千克 克 kg g 吨 折 爱尔朗 erlang erlangs erl'.split(' '),
);

const timeNames = [...time.keys()].sort((a, b) => b.length - a.length).join('|');
const LEADING_TIME = new RegExp(`^(?:个(?=小时|钟头))?(${timeNames})(?![a-z])`, 'i');

/** 开头的时间单位：`[原文, 合多少秒]`。 */
export function leadingTime(text: string): readonly [string, number] | null {
  const found = LEADING_TIME.exec(text);
  return found && [found[0], time.get((found[1] ?? '').toLowerCase()) ?? 1];
}

/** 栏的单位是时间时，合多少秒。 */
export function secondsIn(unit: string): number | undefined {
  return heads.has(unit) ? time.get(unit) : undefined;
}

const tidyName = (text: string) => text.replace(/\s+/g, '').toLowerCase();
/** 万元 → [10000, 元] */
function splitMagnitude(name: string): [number, string] {
  const size = MAGNITUDE[name[0] ?? ''];
  return size === undefined || name.length < 2 ? [1, name] : [size, name.slice(1)];
}

/** 栏的单位自带的大单位：万元是 10000，元是 1。 */
export const magnitudeOf = (unit: string) => splitMagnitude(unit)[0];

/**
 * 写的单位合几个栏的单位，按 `[分子, 分母]`，免得 60 ÷ 3600 先带上尾巴；不通的是 undefined。
 * @param also 栏自己声明的写法
 */
export function convert(
  written: string,
  unit: string,
  also: Readonly<Record<string, number>> = {},
): readonly [number, number] | undefined {
  const name = tidyName(written);
  const asked = tidyName(unit);
  if (name === asked) return [1, 1];
  if (Object.hasOwn(also, name)) return [also[name] as number, 1];
  if (asked.startsWith('倍') && /^[倍x×]$/.test(name)) return [1, 1];
  if (name.length > 1 && name.startsWith('个')) return convert(name.slice(1), unit, also);

  const [top = '', bottom] = asked.split('/');
  if (bottom !== undefined) {
    const [over = '', under] = name.split(/\/|每/);
    const above = over === '' ? [1, 1] : convert(over, top, also);
    const below = under === undefined ? [1, 1] : convert(under, bottom);
    return above && below && [above[0]! * below[1]!, above[1]! * below[0]!];
  }

  const [askedSize, askedBase] = splitMagnitude(asked);
  const [size, base] = splitMagnitude(name);
  if (askedSize !== size) {
    const found = convert(base, askedBase, also);
    return found && [found[0] * size, found[1] * askedSize];
  }
  if (counted.has(asked) && name === '个') return [1, 1];
  const kin = heads.has(askedBase) && families.find((each) => each.has(askedBase));
  const from = kin ? kin.get(base) : undefined;
  return kin && from !== undefined ? [from, kin.get(askedBase) ?? 1] : undefined;
}

/** 是不是一个认得出的单位，不管在这一栏里通不通。 */
export function isUnit(text: string): boolean {
  const name = tidyName(text);
  const [, base] = splitMagnitude(name);
  return (
    families.some((each) => each.has(base)) ||
    counted.has(base) ||
    others.has(base) ||
    (name.length > 1 && name.startsWith('个') && isUnit(name.slice(1))) ||
    (/^[^/每]*[/每][^/每]+$/.test(name) &&
      name.split(/[/每]/).every((part) => part === '' || isUnit(part)))
  );
}
