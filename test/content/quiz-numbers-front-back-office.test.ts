/** 第 4 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { findRoot } from '../../src/calc/core/roots.ts';
import { decoupling } from '../../src/calc/process/decoupling.ts';
import { handOffs } from '../../src/calc/process/hand-offs.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { timeDependentMmc } from '../../src/calc/queueing/time-dependent-mmc.ts';
import { maximumService, simulateCrossTraining } from '../../src/calc/workforce/cross-training.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/front-back-office.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));
const steps = (id: string) => (bank.get(id) as { steps: { text: string; why: string }[] }).steps;

interface Split {
  hourly?: number;
  frontServers?: number;
  backServers?: number;
  returned?: number;
}
/** 每小时 24 位，面客 5 分钟、后台 7 分钟，6 位全能拆成 3 + 3。 */
const split = (
  specializedBackTime: number,
  { hourly = 24, frontServers = 3, backServers = 3, returned = 0 }: Split = {},
) =>
  decoupling({
    arrivalRate: hourly / 60,
    frontTime: 5,
    backTime: 7,
    frontServers,
    backServers,
    specializedBackTime,
    returnToFront: returned,
  });
/** 后台至少要快几成，总周转才不比不分开长；不提速也不亏是 0。 */
function leastSpeedup(how: Split): number {
  const over = (time: number) => {
    const { turnaroundAfter, customerTimeBefore } = split(time, how);
    return turnaroundAfter - customerTimeBefore;
  };
  return over(7) <= 0 ? 0 : 1 - findRoot({ f: over, low: 0.1, high: 7 }).root / 7;
}

test('where-they-wait: out of the hall sooner, to the result later', () => {
  const { customerTimeBefore, customerTimeAfter, turnaroundAfter, front, back } = split(7);
  const item = text('where-they-wait');
  expect(item).toContain(`平均 ${fixed(customerTimeBefore, 1)} 分钟办完`);
  expect(item).toContain(`顾客 ${fixed(customerTimeAfter, 1)} 分钟就走出大厅`);
  expect(item).toContain(`结果平均要 ${fixed(turnaroundAfter, 1)} 分钟才出来`);
  expect(item).toContain(
    `前台 ${fixed(customerTimeAfter, 1)} 分钟里只有 ${fixed(front.meanWait, 1)} 分钟是等`,
  );
  expect(percent(back.utilization)).toBe('93%');
  expect(turnaroundAfter / customerTimeBefore).toBeGreaterThan(2.5);
});

test('ten-percent-enough: a tenth faster still loses, two tenths is about even', () => {
  const before = split(7).customerTimeBefore;
  const [tenth, fifth] = [split(6.3).turnaroundAfter, split(5.6).turnaroundAfter];
  const item = text('ten-percent-enough');
  expect(item).toContain(`总周转 ${fixed(before, 1)} 分钟，拆成前台 3 人、后台 3 人`);
  expect(item).toContain(
    `快了一成，总周转 ${fixed(tenth, 1)} 分钟；快两成，${fixed(fifth, 1)} 分钟`,
  );
  expect(item).toContain(`结果晚出来 ${fixed(tenth - before, 1)} 分钟`);
  expect(leastSpeedup({})).toBeCloseTo(0.2, 1);
});

test('returns-move-the-line: turnarounds as printed, from the shortest', () => {
  const times = [
    split(4.9).turnaroundAfter,
    split(4.9, { returned: 0.05 }).turnaroundAfter,
    split(4.9).customerTimeBefore,
    split(4.9, { returned: 0.1 }).turnaroundAfter,
    split(4.9, { returned: 0.15 }).turnaroundAfter,
  ];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  steps('returns-move-the-line').forEach(({ why }, i) =>
    expect(why).toContain(`${fixed(times[i] as number, 1)} 分钟`),
  );
});

test('return-hits-front: a tenth sent back, the front waits longer', () => {
  const [plain, returned] = [split(4.9).front, split(4.9, { returned: 0.1 }).front];
  const item = text('return-hits-front');
  expect(item).toContain(`平均等 ${fixed(plain.meanWait, 1)} 分钟`);
  expect(item).toContain(`涨到 ${fixed(returned.meanWait, 1)} 分钟左右`);
  expect(item).toContain(`从 ${percent(plain.utilization)} 到了 ${percent(returned.utilization)}`);
});

test('speedup-claims: which changes ask for a faster back office', () => {
  const least = leastSpeedup({});
  expect(leastSpeedup({ returned: 0.05 })).toBeGreaterThan(least);
  expect(leastSpeedup({ frontServers: 4, backServers: 2 })).toBeGreaterThan(least);
  expect(leastSpeedup({ hourly: 6 })).toBeLessThan(least);
  expect(text('speedup-claims')).toContain('前台多分走一人，后台少一人');
});

const pooled = (offices: number, load: number, minutes: number, servers: number) =>
  mmc({ arrivalRate: (offices * load) / minutes, serviceRate: 1 / minutes, servers });

test('seven-for-twelve: seven wait less than the twelve apart did, six never catch up', () => {
  const item = text('seven-for-twelve');
  expect(item).toContain(`每件平均等 ${fixed(pooled(1, 0.5, 6, 1).meanWait, 1)} 分钟`);
  const [seven, nine] = [pooled(12, 0.5, 6, 7), pooled(12, 0.5, 6, 9)];
  expect(item).toContain(
    `7 人忙到 ${percent(seven.utilization)}，平均等 ${fixed(seven.meanWait, 1)} 分钟`,
  );
  expect(item).toContain(`9 人只等 ${fixed(nine.meanWait, 1)} 分钟`);
  expect(seven.meanWait).toBeLessThan(pooled(1, 0.5, 6, 1).meanWait);
  expect(pooled(12, 0.5, 6, 6).meanWait).toBe(Infinity);
});

test('one-fewer: pooling shortens the wait, but five cannot do the work of 5.1', () => {
  const item = text('one-fewer');
  expect(item).toContain(`一件平均等 ${fixed(pooled(1, 0.85, 10, 1).meanWait, 1)} 分钟`);
  const six = pooled(6, 0.85, 10, 6);
  expect(item).toContain(`只等 ${fixed(six.meanWait, 1)} 分钟`);
  expect(item).toContain(`做 ${upTo(six.offeredLoad, 1)} 个人的活`);
  expect(item).toContain(
    `从 ${fixed(six.meanWait, 1)} 涨到 ${fixed((six.meanWait * 6) / 5, 1)} 分钟`,
  );
  expect(pooled(6, 0.85, 10, 5).meanWait).toBe(Infinity);
});

test('three-sources: a full-time piece of work rounds up by next to nothing', () => {
  expect(text('three-sources')).toContain('已经有 0.95 个人');
  expect(upTo(1 - 0.95, 2)).toBe('0.05');
});

test('what-app-loses: five sixths of the deals are gone', () => {
  expect(text('what-app-loses')).toContain('从 12% 降到 2%');
  expect((0.12 - 0.02) / 0.12).toBeCloseTo(5 / 6, 12);
});

test('twenty-percent-day: the day begun empty, with and without the calls made again', () => {
  const day = (share: number) => {
    const arrivalRate = 9 / 6 / (1 - share);
    return {
      wait: timeDependentMmc({
        periods: [{ duration: 480, arrivalRate, servers: 12 }],
        serviceRate: 1 / 6,
      }).meanWait,
      busy: mmc({ arrivalRate, serviceRate: 1 / 6, servers: 12 }).utilization,
    };
  };
  const [plain, again] = [day(0), day(0.2)];
  const item = text('twenty-percent-day');
  expect(item).toContain(`八小时里平均等 ${fixed(plain.wait, 1)} 分钟`);
  expect(again.wait).toBeGreaterThan(4);
  expect(again.wait).toBeLessThan(5);
  expect(item).toContain(`忙的程度从 ${percent(plain.busy)} 到 ${percent(again.busy)}`);
});

test('best-of-four: right the first time as printed, from the best', () => {
  const plans = [
    [2, 0.95],
    [4, 0.95],
    [8, 0.97],
    [4, 0.9],
  ] as const;
  const rights = plans.map(
    ([count, fidelity]) => handOffs({ handOffs: count, fidelity }).firstTimeRight,
  );
  expect(rights).toEqual(rights.toSorted((a, b) => b - a));
  steps('best-of-four').forEach(({ text: said, why }, i) => {
    const [count = 0, fidelity = 0] = plans[i] ?? [];
    expect(said).toBe(`交接 ${count} 次，每次传到 ${percent(fidelity)}`);
    expect(why).toContain(`约 ${percent(rights[i] as number)}`);
  });
});

test('hand-off-claims: six times 96%', () => {
  const { firstTimeRight, expectedPasses } = handOffs({ handOffs: 6, fidelity: 0.96 });
  const item = text('hand-off-claims');
  expect(item).toContain(`大约 ${percent(firstTimeRight)}`);
  expect(item).toContain(`平均要走 ${fixed(expectedPasses, 2)} 遍`);
  const five = handOffs({ handOffs: 5, fidelity: 0.96 }).firstTimeRight;
  expect(item).toContain(`五次连乘是 ${percent(five, 1)}`);
  expect(item).toContain(`就能到 ${percent(five)} 左右`);
  expect(item).toContain(`一共差 ${percent(1 - firstTimeRight)}`);
});

test('ring-or-pairs: as many lessons, eight more done', () => {
  const served = (skills: number[][]) =>
    maximumService({ demand: [14, 14, 6, 6], capacities: [10, 10, 10, 10], skills });
  const [pairs, ring] = [
    served([
      [0, 1],
      [1, 0],
      [2, 3],
      [3, 2],
    ]),
    served([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ]),
  ];
  expect(text('ring-or-pairs')).toContain(`甲 ${pairs} 件，乙 ${ring} 件","correct":true`);
});

const windows = (sd: number, mean: number, kinds = 5) =>
  simulateCrossTraining({
    demandMeans: Array<number>(kinds).fill(mean),
    demandSds: Array<number>(kinds).fill(sd),
    capacities: Array<number>(kinds).fill(10),
    designs: ['dedicated', 'chain', 'full'],
    replications: 4000,
    seed: 3,
  });

test('when-chain-useless: no swing, or far too much of everything, and a second skill is idle', () => {
  for (const [sd, mean] of [
    [0, 10],
    [2, 25],
  ] as const) {
    const [one, two] = windows(sd, mean);
    expect(two?.meanServed).toBeCloseTo(one?.meanServed ?? NaN, 6);
  }
  const [one, two] = windows(3, 10);
  expect((two?.meanServed ?? 0) - (one?.meanServed ?? 0)).toBeGreaterThan(3);
});

test('cost-of-full: what eight lessons buy, and what 48 more do', () => {
  const [one, two, all] = windows(3, 10, 8);
  const item = text('cost-of-full');
  expect(item).toContain(
    `专岗每天做完 ${fixed(one?.meanServed ?? 0, 1)} 件，链式 ${fixed(two?.meanServed ?? 0, 1)} 件，全能 ${fixed(all?.meanServed ?? 0, 1)} 件`,
  );
  const lessons = [two, all].map((each) => (each?.skills ?? 0) - (one?.skills ?? 0));
  expect(item).toContain(`链式多学 ${lessons[0]} 门，全能多学 ${lessons[1]} 门`);
  expect(item).toContain(`要多学 ${(lessons[1] ?? 0) - (lessons[0] ?? 0)} 门、多花 24 万元`);
  expect(item).toContain(`每天多做 ${fixed(76.5 - 70.3, 1)} 件`);
});
