/**
 * 第 8 章几处例子印在网页上的数：来几人、办几人、利用率、等待，照印出来的重算一遍。
 * 一直开着的照稳态公式，只开半天的从空诊室仿真；算式在这里另写，不用正文用的那些模块。
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulateSession } from '../../src/calc/queueing/simulation/session-waits.ts';
import { fileOf } from './support/routes.ts';

/** 网页正文的字：术语卡、脚本和图去掉，空白并成一个。 */
function printed(section: string): string {
  const html = readFileSync(fileOf(`/chapters/queueing/${section}/`), 'utf8');
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return main
    .replace(/<(script|style|svg|annotation)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z]+;|\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=[\p{Script=Han}，。：（])/gu, '');
}

/** 照样子找出印着的数；找不到就说该去看哪一节。 */
function numbers(section: string, pattern: RegExp): number[] {
  const found = pattern.exec(printed(section));
  if (!found) throw new Error(`${section} 里找不到 ${pattern}：例子改写了，这里的重算也要跟着改`);
  return found.slice(1).map(Number);
}

/** 等着的概率，照爱尔朗 C 的定义一项一项加。 */
function mustWait(load: number, servers: number): number {
  let term = 1;
  let below = 0;
  for (let n = 0; n < servers; n++) {
    below += term;
    term *= load / (n + 1);
  }
  const full = (term * servers) / (servers - load);
  return full / (below + full);
}

const minutesOf = (value: string, unit: string) => Number(value) * (unit === '小时' ? 60 : 1);

/** 印成整数或一位小数的，差不超过末位的一半。 */
const printedAs = (shown: number, value: number) => {
  const half = 0.5 / 10 ** (String(shown).split('.')[1]?.length ?? 0);
  return Math.abs(shown - value) <= half + 1e-9;
};

describe('8.1: the stamp window', () => {
  const [capacity, gap, arrivals] = numbers(
    'why-queues-form',
    /一小时能办 (\d+) 个学生。开学第一周的上午，平均每 (\d+) 分钟来一个人，一小时 (\d+) 个/,
  ) as [number, number, number];
  const utilization = arrivals / capacity;

  test('is as busy as printed, below its capacity', () => {
    expect(60 / gap).toBe(arrivals);
    expect(utilization).toBeLessThan(1);
    const [shown] = numbers('why-queues-form', /利用率是 ([\d.]+)%，老师有/);
    expect(printedAs(shown!, utilization * 100)).toBe(true);
  });

  test('prints the long-run wait as such and the morning as it comes out from empty', () => {
    const [line, wait, morningLine, morningWait] = numbers(
      'why-queues-form',
      /稳态的平均\s*是 ([\d.]+) 人在走廊里等，每人 ([\d.]+) 分钟。真的上午只有四小时.*?平均 ([\d.]+) 人在等，每人等 ([\d.]+) 分钟/,
    ) as [number, number, number, number];
    expect(printedAs(line, utilization ** 2 / (1 - utilization))).toBe(true);
    expect(printedAs(wait, (utilization / (1 - utilization)) * (60 / capacity))).toBe(true);
    const { meanWait } = simulateSession({
      arrivals: { kind: 'renewal', interval: { kind: 'exponential', mean: gap } },
      service: { kind: 'exponential', mean: 60 / capacity },
      servers: 1,
      duration: 240,
      replications: 20_000,
      seed: 81,
    });
    expect(Math.abs(morningWait - meanWait.mean)).toBeLessThan(0.5 + 4 * meanWait.standardError);
    expect(morningLine).toBeLessThan(line);
  });
});

describe('8.4: round the clock, by the steady state', () => {
  test('the cash machine: customers per hour × minutes is the utilization, before and after', () => {
    const [minutes, before, after, fewer, more] = numbers(
      'utilization-cliff',
      /昼夜开着的自助银行，里头一台存取款机，每位客人平均用 (\d+) 分钟.*?只有 (\d+)%，要求提到 (\d+)%.*?每小时正好从 ([\d.]+) 位变成 ([\d.]+) 位/,
    ) as [number, number, number, number, number];
    const waits = numbers('utilization-cliff', /平均等待从 ([\d.]+) 分钟变成了 ([\d.]+) 分钟/) as [
      number,
      number,
    ];
    for (const [i, [percent, perHour]] of [
      [before, fewer],
      [after, more],
    ].entries()) {
      const utilization = (perHour! * minutes) / 60;
      expect(utilization * 100).toBeCloseTo(percent!, 6);
      expect(utilization).toBeLessThan(1);
      expect(printedAs(waits[i]!, (utilization / (1 - utilization)) * minutes)).toBe(true);
    }
  });

  test('the weighbridges: utilization, the share that waits and the wait follow from what is printed', () => {
    const [perHour, minutes, grown] = numbers(
      'utilization-cliff',
      /昼夜过磅，三台地磅排一条队，平均每小时来 (\d+) 辆车，每辆 ([\d.]+) 分钟.*?涨到每小时 (\d+) 辆/,
    ) as [number, number, number];
    const [busy, waiting, wait, busier, longer] = numbers(
      'utilization-cliff',
      /利用率 ([\d.]+)%，小于 1.*?来了要等的概率是 ([\d.]+)%，平均等 ([\d.]+) 分钟.*?利用率 ([\d.]+)%，看着只多了.*?等待却变成 ([\d.]+) 分钟/,
    ) as [number, number, number, number, number];
    const load = (perHour * minutes) / 60;
    const heavier = (grown * minutes) / 60;
    const meanWait = (a: number) => (mustWait(a, 3) * minutes) / (3 - a);
    expect([load, heavier].every((a) => a < 3)).toBe(true);
    expect(printedAs(busy, (load / 3) * 100)).toBe(true);
    expect(printedAs(busier, (heavier / 3) * 100)).toBe(true);
    expect(printedAs(waiting, mustWait(load, 3) * 100)).toBe(true);
    expect(printedAs(wait, meanWait(load))).toBe(true);
    expect(printedAs(longer, meanWait(heavier))).toBe(true);
  });
});

test('8.5: the scanner runs round the clock, and its waits are variability × utilization × time', () => {
  const [perHour, minutes, busy, walkIn] = numbers(
    'variability',
    /CT 室昼夜不停，每小时来 ([\d.]+) 位，平均每位 (\d+) 分钟，\s*利用率.*?(\d+)% ?。病人随到随排，长期平均等 ([\d.]+) 分钟/,
  ) as [number, number, number, number];
  const [from, to, before, after] = numbers(
    'variability',
    /从 ([\d.]+) 降到 ([\d.]+)，等待从 ([\d.]+) 分钟降到 ([\d.]+) 分钟/,
  ) as [number, number, number, number];
  const crowding = busy / (100 - busy);
  expect((perHour * minutes) / 60).toBeCloseTo(busy / 100, 9);
  expect(busy).toBeLessThan(100);
  expect(before).toBe(walkIn);
  expect(printedAs(before, from * crowding * minutes)).toBe(true);
  expect(printedAs(after, to * crowding * minutes)).toBe(true);
});

describe('8.12: the half day of booked patients', () => {
  const [slot, closer, slots, more] = numbers(
    'other-ways',
    /号距从 (\d+) 分钟缩到 ([\d.]+) 分钟，(\d+) 个号变成 (\d+) 个/,
  ) as [number, number, number, number];
  const [minutes, cv] = numbers(
    'other-ways',
    /每人平均看 (\d+) 分钟，看诊时间的变异系数.*?是 ([\d.]+)。门诊只开四小时/,
  ) as [number, number];
  const missed = 0.15;

  test('is not overloaded, whoever comes', () => {
    expect([240 / slot, Math.ceil(240 / closer)]).toEqual([slots, more]);
    expect((more * (1 - missed) * minutes) / 240).toBeLessThan(1);
    expect(minutes / slot).toBeLessThan(1);
  });

  test.each([
    ['随到随看', { kind: 'renewal', interval: { kind: 'exponential', mean: slot } }],
    ['预约，全到且准时', { kind: 'appointments', slot }],
    ['预约，15% 爽约', { kind: 'appointments', slot, attendance: 1 - missed }],
    ['15% 爽约，号排密', { kind: 'appointments', slot: closer, attendance: 1 - missed }],
  ] as const)('%s: the row is what mornings that start empty give', (name, arrivals) => {
    const [people, wait, idle, overtime] = numbers(
      'other-ways',
      new RegExp(`${name} (\\d+) ([\\d.]+) (\\d+) (\\d+)`),
    ) as [number, number, number, number];
    const morning = simulateSession({
      arrivals,
      service: { kind: 'lognormal', mean: minutes, scv: cv ** 2 },
      servers: 1,
      duration: 240,
      replications: 8_000,
      seed: 12,
    });
    // 印的是另一批随机数的平均：两头的误差都算上，再加末位的一半
    const near = (shown: number, { mean, standardError }: typeof morning.meanWait, half: number) =>
      expect(Math.abs(shown - mean)).toBeLessThan(half + 6 * standardError);
    near(people, morning.arrivals, 0.5);
    near(wait, morning.meanWait, 0.05);
    near(idle, morning.idleTime, 0.5);
    near(overtime, morning.overtime, 0.5);
  });
});

test('8.13: how long until the formula holds grows with the minutes each takes', () => {
  const found = [
    ...printed('opening-and-peak').matchAll(
      /(骨科诊室|盖章窗口，8.1 节|支行四窗，8.6 节|药房两窗|热线 16 席，8.8 节) (\d+) 分钟 (\d+)% ([\d.]+) (小时|分钟)/g,
    ),
  ].map(([, , minutes, , value, unit]) => ({
    minutes: Number(minutes),
    until: minutesOf(value!, unit!),
  }));
  expect(found.length).toBe(5);
  expect(found.every(({ until, minutes }) => until > minutes)).toBe(true);
  const half = found.filter(({ until }) => until < 240);
  expect(half.length, '有的半天里走得到，有的走不到').toBeGreaterThan(0);
  expect(half.length).toBeLessThan(found.length);
  const hotline = found.at(-1)!.until;
  expect([hotline > 20, hotline < 25], '正文说热线二十来分钟').toEqual([true, true]);
});
