/** 第 4 章：话里说的大小、倍数和先后，照计算模块重算一遍；事实与资料一致，虚构案例到处是一个数。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normalLoss } from '../../src/calc/core/normal.ts';
import { decoupling } from '../../src/calc/process/decoupling.ts';
import { handOffs } from '../../src/calc/process/hand-offs.ts';
import { ggc } from '../../src/calc/queueing/ggc.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { priorityNonpreemptive } from '../../src/calc/queueing/priority-nonpreemptive.ts';
import { timeDependentMmc } from '../../src/calc/queueing/time-dependent-mmc.ts';
import { simulateCrossTraining } from '../../src/calc/workforce/cross-training.ts';
import { readMap } from './read-yaml.ts';

const folder = join(import.meta.dirname, '../../content/chapters/04-front-back-office');
const section = (name: string) => readFileSync(join(folder, `${name}.mdx`), 'utf8');
const references = new Map(readMap('content/references.yaml'));
const proves = (id: string) => (references.get(id) as { supports: string[] }).supports.join('');

/** 江城银行开户：每小时 30 位，面客 4 分钟，后台 6 分钟，六个人。 */
const bank = { arrivalRate: 0.5, frontTime: 4, backTime: 6, frontServers: 3, backServers: 3 };
const split = (backTime: number, returned = 0) =>
  decoupling({ ...bank, specializedBackTime: backTime, returnToFront: returned });
const goal = split(6).customerTimeBefore;
const breakEven = (returned: number, target = goal) => {
  let [low, high] = [0.5, 6];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (split(middle, returned).turnaroundAfter < target) low = middle;
    else high = middle;
  }
  return low;
};
const day = (rate: number, minutes: number, servers: number) =>
  timeDependentMmc({
    periods: [{ duration: 480, arrivalRate: rate, servers }],
    serviceRate: 1 / minutes,
  }).meanWait;

test('the bank is the same bank in every section and figure', () => {
  const given = /arrivalRate: 0\.5, frontTime: 4, backTime: 6, frontServers: 3, backServers: 3/;
  for (const name of ['02-draw-the-line', '03-break-even', 'closing'])
    expect(section(name), `${name}.mdx：江城银行的六个人、30 位、4 与 6 分钟到处一样`).toMatch(
      given,
    );
  for (const figure of ['SplitLine', 'BreakEven'])
    expect(readFileSync(join(folder, `figures/${figure}.astro`), 'utf8'), figure).toMatch(given);
});

describe('4.1: the work that does not need the customer', () => {
  test('takes half as long in a quiet room, and six minutes at the counter', () => {
    const text = section('01-contact-and-core');
    expect(text).toContain('typing = { quiet: 3, breaks: 0.5, each: 2 }');
    expect(3 * (1 + 0.5 * 2), '在柜台上做完是 4.2 节的后台时间，“快了一倍”').toBe(bank.backTime);
    const steps = [...text.matchAll(/^ {2}\['\S+', ([\d.]+), (true|false)\],$/gm)];
    const sum = (here: string) =>
      steps.reduce((all, [, minutes, face]) => all + (face === here ? Number(minutes) : 0), 0);
    expect(sum('true'), '核身、问需求、签字合起来是 4.2 节的面客时间').toBe(bank.frontTime);
    expect(sum('false'), '录入、复核、建档合起来是 4.2 节的后台时间').toBe(bank.backTime);
  });
});

describe('4.2: six people, split three and three', () => {
  test('have one person to spare together and none behind the line', () => {
    expect(6 - bank.arrivalRate * 10).toBe(1);
    expect(split(6).back.utilization, '后台 3 个人的活配 3 个人').toBe(1);
    expect(split(6).turnaroundAfter).toBe(Infinity);
    for (const frontServers of [1, 2, 3, 4, 5])
      expect(
        decoupling({ ...bank, frontServers, backServers: 6 - frontServers }).stable,
        `“六个人怎么拆，都有一边没有余地”：前 ${frontServers} 后 ${6 - frontServers}`,
      ).toBe(false);
  });

  test('leave a backlog that is still growing after a month', () => {
    const after = (days: number) =>
      timeDependentMmc({
        periods: [{ duration: 480 * days, arrivalRate: 0.5, servers: 3 }],
        serviceRate: 1 / 6,
        times: [480 * days],
      }).moments[0]!.meanInSystem;
    expect(after(20)).toBeGreaterThan(4 * after(1));
    expect(after(40)).toBeGreaterThan(after(20));
  });

  test('a fifth faster is still slower with two people behind the line', () => {
    const permit = { arrivalRate: 0.4, frontTime: 5, backTime: 5, frontServers: 3, backServers: 2 };
    const quick = decoupling({ ...permit, specializedBackTime: 4 });
    expect(quick.turnaroundAfter).toBeGreaterThan(quick.customerTimeBefore);
  });
});

describe('4.3: the break-even speed-up', () => {
  test('is a fifth without returns, a quarter at 5 %, near a third at 10 %', () => {
    expect(1 - breakEven(0) / 6).toBeCloseTo(0.198, 3);
    expect(1 - breakEven(0.05) / 6).toBeCloseTo(0.253, 3);
    expect(1 - breakEven(0.1) / 6).toBeCloseTo(0.316, 3);
    expect(split(5.4).turnaroundAfter - goal, '“比不拆还长十分钟”').toBeCloseTo(10, 1);
  });

  test('three minutes pay with returns of a tenth, as the text says; a tenth faster never does', () => {
    expect(split(3, 0.1).turnaroundAfter).toBeLessThan(goal);
    expect(split(5.4, 0).turnaroundAfter).toBeGreaterThan(goal);
    expect(split(4.2, 0).turnaroundAfter).toBeLessThan(goal);
    expect(split(4.2, 0.1).turnaroundAfter).toBeGreaterThan(goal);
    expect(split(4.5, 0.05).turnaroundAfter, '“刚好不够”').toBeGreaterThan(goal);
    expect(split(4.5, 0.05).turnaroundAfter - goal).toBeLessThan(0.5);
  });

  test('is higher still when the unsplit job is two stages', () => {
    const twoStage =
      10 +
      ggc({ arrivalRate: 0.5, meanService: 10, servers: 6, scvArrival: 1, scvService: 0.52 })
        .meanWaitAllenCunneen;
    expect(twoStage).toBeLessThan(goal);
    expect(breakEven(0, twoStage)).toBeLessThan(breakEven(0));
  });

  test('a fourth person behind the line needs no speed-up at all', () => {
    const more = decoupling({ ...bank, backServers: 4 });
    expect(goal - more.turnaroundAfter, '“比六个人不拆时短”').toBeGreaterThan(0.5);
    expect(section('03-break-even')).toContain('moreGain = goal - more.turnaroundAfter');
  });

  test('the hot-pot shop cannot keep up without a speed-up, and pays back below a fifth', () => {
    const shop = { arrivalRate: 0.4, frontTime: 3, backTime: 8, frontServers: 2, backServers: 3 };
    expect(decoupling(shop).back.utilization, '“不提速根本做不完”').toBeGreaterThan(1);
    const fifth = decoupling({ ...shop, specializedBackTime: 8 * 0.8 });
    expect(fifth.turnaroundAfter).toBeLessThan(fifth.customerTimeBefore);
  });
});

describe('4.4: the central office', () => {
  const wait = (load: number, servers: number) =>
    mmc({ arrivalRate: load / 6, serviceRate: 1 / 6, servers }).meanWait;

  test('seven wait no longer than fifteen apart, six have no steady state', () => {
    expect(wait(0.4, 1)).toBeCloseTo(4, 9);
    expect(wait(6, 7)).toBeLessThan(4);
    expect(wait(6, 6)).toBe(Infinity);
  });

  test('eight at 84 %: pooling shortens the wait even with one person fewer', () => {
    expect(wait(0.84, 1)).toBeCloseTo(31.5, 9);
    expect(wait(6.72, 7)).toBeLessThan(0.65 * 31.5);
    expect(day(6.72 / 6, 6, 8), '“次序不变”').toBeLessThan(day(6.72 / 6, 6, 7));
    expect(day(6.72 / 6, 6, 7)).toBeLessThan(day(0.84 / 6, 6, 1));
  });

  test('the audit is told with the numbers its source has', () => {
    for (const number of ['9 亿', '14 亿多', '1.59 亿', '2.55 亿']) {
      expect(proves('nao-2012-shared-services')).toContain(number);
      expect(section('04-central-office'), number).toContain(number);
    }
  });
});

describe('4.5: staying whole', () => {
  test('saves people where the counter has room for the back-office work', () => {
    const sites = 15;
    expect(sites * Math.ceil(0.3 + 0.4)).toBe(15);
    expect(sites * Math.ceil(0.3) + 7).toBe(22);
  });

  test('costs the customer 14 minutes first come first served, 6 when customers go first', () => {
    const wait = (load: number) => (6 * load) / (1 - load);
    expect(wait(0.7)).toBeCloseTo(14, 9);
    const { meanWaits } = priorityNonpreemptive({
      arrivalRates: [0.3 / 6, 0.4 / 6],
      serviceRate: 1 / 6,
      servers: 1,
    });
    // 手里那一件的余下时间，除以客人自己留下的空
    expect(meanWaits[0]).toBeCloseTo((0.7 * 6) / (1 - 0.3), 9);
    expect(section('05-four-types')).toContain('front: 0.3, back: 0.4');
  });

  test('is told with the branches and weeks the paper has', () => {
    for (const number of ['8 至 15', '4 天', '2 至 4 周'])
      expect(proves('metters-vargas-2000')).toContain(number);
    expect(section('05-four-types')).toMatch(/8 到 15 名[^。]*4 名和 6 名.*4 天.*2 到 4 周/);
  });
});

describe('4.6: channels', () => {
  test('the verdicts follow the sums', () => {
    const worth = (rate: number, cost: number, margin: number) => rate * margin - cost;
    expect(worth(0.06, 60, 800)).toBeLessThan(worth(0.02, 4, 800));
    expect(worth(0.06, 60, 1500) - worth(0.02, 4, 1500), '“几乎打平”').toBeLessThan(5);
    expect(worth(0.06, 60, 4000)).toBeGreaterThan(worth(0.02, 4, 4000));
    expect(worth(0.62, 15, 180)).toBeLessThan(worth(0.55, 1, 180));
    expect(worth(0.62, 15, 400)).toBeGreaterThan(worth(0.55, 1, 400));
  });

  test.each([
    ['kumar-telang-2012', ['14%', '29%']],
    ['campbell-frei-2010', ['30 个月']],
    ['cba-call-center-2023', ['94%', '57%', '31 家', '40%', '4.6%', '4.17 万人', '7.23 亿人次']],
  ])('%s is told with its own numbers', (id, numbers) => {
    for (const number of numbers) {
      expect(proves(id)).toContain(number);
      expect(section('06-channels'), `${id} 的 ${number}`).toContain(number);
    }
    expect(section('06-channels')).toContain('people: 41700, calls: 723000000');
  });
});

describe('4.7: hand-offs', () => {
  test('five at 98 % are as good as two at 95 %, and ask more often', () => {
    const [two, five] = [
      handOffs({ handOffs: 2, fidelity: 0.95 }),
      handOffs({ handOffs: 5, fidelity: 0.98 }),
    ];
    expect(Math.abs(two.firstTimeRight - five.firstTimeRight), '“打成平手”').toBeLessThan(0.005);
    expect(five.expectedRepeatedQuestions).toBeGreaterThan(two.expectedRepeatedQuestions);
  });

  test('a fifth of failure demand makes the day wait more than eight times as long', () => {
    const wait = (share: number) => day(1.3 / (1 - share), 6, 10);
    expect(wait(0.2) / wait(0)).toBeGreaterThan(8);
    expect(wait(0.2) / wait(0)).toBeLessThan(9);
    expect((1.3 / 0.75) * 0.6, '25% 没有稳态').toBeGreaterThan(1);
  });

  test('half of 60 % failure demand gone is three tenths of the work', () => {
    expect(1 - (1 + 1.5 / 2) / 2.5).toBeCloseTo(0.3, 9);
    expect(1 - (1 + 0.3 / 0.7 / 2) / (1 / 0.7)).toBeCloseTo(0.15, 9);
  });

  test('the hotline is told with the numbers its source has', () => {
    const text = section('07-hand-offs');
    expect(text).toContain('{ total: 1103.94, phone: 1001.38, sent: 450 }');
    for (const number of ['1103.94', '1001.38', '450'])
      expect(proves('beijing-12345-2020')).toContain(number);
  });
});

describe('4.8: skills', () => {
  const [dedicated, chain, full] = simulateCrossTraining({
    demandMeans: Array.from({ length: 6 }, () => 10),
    demandSds: Array.from({ length: 6 }, () => 3),
    capacities: Array.from({ length: 6 }, () => 10),
    designs: ['dedicated', 'chain', 'full'],
    replications: 4000,
    seed: 3,
  });
  const exact = { dedicated: 60 - 18 * normalLoss(0), full: 60 - Math.sqrt(54) * normalLoss(0) };

  test('the formula and the simulation agree, and the chain has nearly all', () => {
    expect(Math.abs(dedicated!.meanServed - exact.dedicated)).toBeLessThan(
      4 * dedicated!.standardError,
    );
    expect(Math.abs(full!.meanServed - exact.full)).toBeLessThan(4 * full!.standardError);
    expect(
      (chain!.meanServed - dedicated!.meanServed) / (full!.meanServed - dedicated!.meanServed),
    ).toBeGreaterThan(0.99);
    expect([dedicated!.skills, chain!.skills, full!.skills]).toEqual([6, 12, 36]);
  });

  test('pairs learn as much as the chain and get half of it', () => {
    const paired = 60 - 3 * Math.SQRT2 * 3 * normalLoss(0);
    const share = (paired - exact.dedicated) / (exact.full - exact.dedicated);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });

  test('generalists a tenth slower are no better than specialists', () => {
    const slowed = (slowdown: number) => {
      const capacity = 60 * (1 - slowdown);
      return capacity - Math.sqrt(54) * normalLoss((60 - capacity) / Math.sqrt(54));
    };
    expect(slowed(0.1)).toBeGreaterThan(exact.dedicated);
    expect(slowed(0.12)).toBeLessThan(exact.dedicated);
    expect(slowed(0.02), '慢一两个百分点就不如链').toBeLessThan(chain!.meanServed - 0.5);
  });
});
