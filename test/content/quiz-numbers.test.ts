/** 题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { describe, expect, test } from 'vitest';
import { littlesLaw } from '../../src/calc/process/littles-law.ts';
import { erlangCStaffing } from '../../src/calc/queueing/erlang-c-staffing.ts';
import { ggc } from '../../src/calc/queueing/ggc.ts';
import { mg1 } from '../../src/calc/queueing/mg1.ts';
import { mmck } from '../../src/calc/queueing/mmck.ts';
import { mm1 } from '../../src/calc/queueing/mm1.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { optimalServers } from '../../src/calc/queueing/optimal-servers.ts';
import { pooling } from '../../src/calc/queueing/pooling.ts';
import { priorityMg1 } from '../../src/calc/queueing/priority-mg1.ts';
import { highestUtilization, serversForMeanWait } from '../../src/calc/queueing/wait-inversions.ts';
import { firstLawOfService } from '../../src/calc/psychology/first-law-of-service.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(
  readMap('content/quizzes/queueing.yaml').map(([id, item]) => [id, JSON.stringify(item)]),
);

/** 单窗口等待是服务时间的几倍。 */
const multiple = (utilization: number) =>
  mm1({ arrivalRate: utilization, serviceRate: 1 }).meanWait;
const allowed = (servers: number, meanWaitInServiceTimes = 0.5) =>
  highestUtilization({ servers, meanWaitInServiceTimes });
const hall = { servers: 4, arrivalRateEach: 0.85 / 6, serviceRate: 1 / 6 };
const seats = (callsPerHour: number, seconds = 180) =>
  erlangCStaffing({
    arrivalRate: callsPerHour / 3600,
    meanService: seconds,
    target: 20,
    serviceLevel: 0.8,
  });
const few = { arrivalRate: 14 / 60, meanService: 1, scvService: 1 };
const full = { arrivalRate: 6 / 60, meanService: 6, scvService: 1 };
const machine = (scvService: number) =>
  mg1({ arrivalRate: 0.08, meanService: 10, scvService }).meanWait;
const answered = { 2021: 0.9415, 2022: 0.8828 };
const blood = { arrivalRate: 48, serviceRate: 12 };
const bloodPrices = { serverCostRate: 60, waitingCostRate: 60 };
const blooding = (servers: number) => {
  const inLine = fixed(mmc({ ...blood, servers }).meanQueueLength, 2);
  const waiting = bloodPrices.waitingCostRate * Number(inLine);
  return { inLine, waiting: fixed(waiting), total: fixed(60 * servers + waiting) };
};
const hotline = (waiting: number) =>
  mmck({ arrivalRate: 180 / 3600, serviceRate: 1 / 180, servers: 10, capacity: 10 + waiting });

const cases: [id: string, ...says: string[]][] = [
  ['six-machines', `利用率 ${percent((6 / 20) * 4)}`],
  [
    'cliff-eighty-to-ninety',
    `80% 时是 ${fixed(multiple(0.8))} 倍`,
    `90% 时是 ${fixed(multiple(0.9))} 倍`,
    `${upTo(multiple(0.9) / multiple(0.8))} 倍`,
  ],
  [
    'idle-is-for-repaying',
    `等待从 ${fixed(multiple(0.8))} 倍服务时间变成 ${fixed(multiple(0.9))} 倍`,
  ],
  ['machine-or-clerk', `${fixed(machine(1))} 分钟变成 ${fixed(machine(0))} 分钟`],
  [
    'small-slowdown',
    `平均等 ${fixed(pooling(hall).meanWaitPooled, 1)} 分钟`,
    `就成了 ${fixed(pooling({ ...hall, slowdown: 0.05 }).meanWaitPooled, 1)} 分钟`,
    `升到 ${percent(pooling({ ...hall, slowdown: 0.05 }).utilizationPooled, 1)}`,
  ],
  ['fifty-desks', `50 个窗口可以忙到 ${percent(allowed(50))}`, `只能忙到 ${percent(allowed(1))}`],
  ...([1, 2, 5, 20, 50] as const).map((servers): [string, string] => [
    'utilization-by-size',
    `忙到 ${percent(allowed(servers))}`,
  ]),
  [
    'where-eighty-works',
    `五个窗口上限大约在 ${percent(allowed(5))} 到 ${percent(allowed(5, 1))} 之间`,
    `六个窗口上限大约在 ${percent(allowed(6))} 到 ${percent(allowed(6, 1))} 之间`,
    `忙到 80%，平均要等 ${fixed(multiple(0.8))} 倍服务时间`,
    `忙到 ${percent(allowed(50))} 上下`,
  ],
  [
    'desks-by-cost',
    `5 个台子时 ${blooding(5).inLine} 人、6 个 ${blooding(6).inLine} 人、7 个 ${blooding(7).inLine} 人`,
    `等的 ${blooding(5).waiting} 元，一共 ${blooding(5).total} 元`,
    `两笔加起来 ${blooding(6).total} 元`,
    `等的只剩 ${blooding(7).waiting} 元，台子要 ${60 * 7} 元，一共 ${blooding(7).total} 元`,
    `${blooding(5).total}、${blooding(6).total}、${blooding(7).total} 元`,
  ],
  [
    'waiting-lines',
    `${percent(hotline(0).probabilityOfBlocking, 1)} 的电话打不进来`,
    `只剩 ${percent(hotline(10).probabilityOfBlocking, 1)}`,
    `平均要等 ${Math.floor(hotline(10).meanWait)} 秒多`,
    `从 ${percent(hotline(0).utilization)} 升到 ${percent(hotline(10).utilization)}`,
  ],
  [
    'shorter-calls',
    `240 × 180 秒是 ${fixed(seats(240).offeredLoad)} 爱尔朗`,
    `288 × 160 秒是 ${upTo(seats(288, 160).offeredLoad, 1)} 爱尔朗`,
    `坐席从 ${seats(240).agents} 席变成 ${seats(288, 160).agents} 席`,
  ],
  [
    'answer-rate-gap',
    `从 ${percent(1 - answered[2021], 2)} 变成 ${percent(1 - answered[2022], 2)}`,
    `大约 ${fixed((1 - answered[2022]) / (1 - answered[2021]))} 倍`,
    `大约 ${fixed(answered[2022] / answered[2021], 2)} 倍`,
    `大约 ${fixed((answered[2021] - answered[2022]) * 100)} 倍`,
  ],
  [
    'average-by-rule',
    `平均约 ${fixed(priorityMg1({ classes: [few, full] }).meanWait, 1)} 分钟`,
    `人人约 ${fixed(priorityMg1({ classes: [few, full] }).meanWaitFirstComeFirstServed)} 分钟`,
    `平均约 ${fixed(priorityMg1({ classes: [full, few] }).meanWait)} 分钟`,
  ],
  [
    'calendar-queue',
    `280 ÷ 40 = ${fixed(littlesLaw({ inventory: 280, throughput: 40 }).flowTime)} 天`,
  ],
  [
    'callback-peak',
    `240 通要 ${seats(240).agents} 席`,
    `${seats(180).agents} 席就够`,
    ...[240, 180].map((calls) => `占用率前后都是 ${percent(seats(calls).occupancy)}`),
  ],
];

describe('numbers written into the bank', () => {
  test.each(cases)('%s', (id, ...says) => {
    const item = bank.get(id);
    expect(item, `题库里没有 ${id}`).toBeDefined();
    for (const words of says) expect(item).toContain(words);
  });

  test('desks-by-cost: six desks are the cheapest, and the seventh saves less than it costs', () => {
    expect(optimalServers({ ...blood, ...bloodPrices, counted: 'inQueue' }).servers).toBe(6);
    const saved = Number(blooding(6).waiting) - Number(blooding(7).waiting);
    expect([saved > 20 && saved < 30, saved < bloodPrices.serverCostRate]).toEqual([true, true]);
    expect(mmc({ ...blood, servers: 4 }).meanWait).toBe(Infinity);
  });

  test('first-law: early pleases, late does not', () => {
    expect(firstLawOfService({ perception: 40 - 30, expectation: 0 }).verdict).toBe('delighted');
    expect(firstLawOfService({ perception: 20 - 25, expectation: 0 }).verdict).toBe('disappointed');
  });

  test('cliff: ten times the wait at 80% needs more than 97%', () => {
    expect(multiple(0.97) / multiple(0.8)).toBeLessThan(10);
    expect(multiple(0.98) / multiple(0.8)).toBeGreaterThan(10);
  });

  test('pooling: one line waits about a fifth; a fifth slower is beyond capacity', () => {
    const { ratio } = pooling(hall);
    expect(1 / ratio).toBeGreaterThan(0.18);
    expect(1 / ratio).toBeLessThan(0.22);
    expect(pooling({ ...hall, slowdown: 0.2 }).utilizationPooled).toBeGreaterThan(1);
  });

  test('small-slowdown: waits rise by over six tenths, idleness falls by nearly three', () => {
    const before = pooling(hall);
    const after = pooling({ ...hall, slowdown: 0.05 });
    const rise = after.meanWaitPooled / before.meanWaitPooled - 1;
    const loss = 1 - (1 - after.utilizationPooled) / (1 - before.utilizationPooled);
    expect(rise).toBeGreaterThan(0.6);
    expect(rise).toBeLessThan(0.7);
    expect(loss).toBeGreaterThan(0.27);
    expect(loss).toBeLessThan(0.3);
    expect(1 - after.utilizationPooled).toBeLessThan(0.11);
  });

  test('fifty-desks: at 80% hardly anybody waits, at 95% still within half a service, with people to spare', () => {
    const wait = (load: number) => mmc({ arrivalRate: load, serviceRate: 1, servers: 50 }).meanWait;
    expect(wait(40)).toBeLessThan(0.01);
    expect(wait(50 * 0.95)).toBeLessThan(0.5);
    const needed = serversForMeanWait({ arrivalRate: 40, serviceRate: 1, meanWait: 0.5 });
    expect(50 - needed).toBeGreaterThan(3);
  });

  test('when-not-to-pool: one minute and eight minutes in one line make most people wait longer', () => {
    const [quick, long] = [
      mm1({ arrivalRate: 0.8, serviceRate: 1 }).meanWait,
      mm1({ arrivalRate: 0.1, serviceRate: 1 / 8 }).meanWait,
    ];
    const mixed = { arrivalRate: 0.9, meanService: (0.8 * 1 + 0.1 * 8) / 0.9 };
    const square = (2 * (0.8 * 1 + 0.1 * 64)) / 0.9;
    const scvService = square / mixed.meanService ** 2 - 1;
    const together = ggc({ ...mixed, servers: 2, scvArrival: 1, scvService }).meanWaitSakasegawa;
    expect(together).toBeGreaterThan(quick);
    expect(together).toBeGreaterThan((0.8 * quick + 0.1 * long) / 0.9);
  });

  test('conservation: the long first raise the mean, the short first lower it', () => {
    const longFirst = priorityMg1({ classes: [full, few] });
    const shortFirst = priorityMg1({ classes: [few, full] });
    expect(longFirst.meanWait).toBeGreaterThan(longFirst.meanWaitFirstComeFirstServed);
    expect(shortFirst.meanWait).toBeLessThan(shortFirst.meanWaitFirstComeFirstServed);
    expect(longFirst.conservedSum).toBeCloseTo(shortFirst.conservedSum, 10);
  });

  test('shorter-calls: one seat more', () => {
    expect(bank.get('shorter-calls')).toContain('要多一席');
    expect(seats(288, 160).agents - seats(240).agents).toBe(1);
  });

  test('equal classes: paying to go first leaves the mean as it was', () => {
    const same = { meanService: 2.5, scvService: 1 };
    const split = priorityMg1({
      classes: [
        { arrivalRate: 0.1, ...same },
        { arrivalRate: 0.2, ...same },
      ],
    });
    expect(split.meanWait).toBeCloseTo(split.meanWaitFirstComeFirstServed, 10);
  });

  test('long jobs first: the mean gets worse', () => {
    const { meanWait, meanWaitFirstComeFirstServed } = priorityMg1({
      classes: [
        { arrivalRate: 1.1 / 60, meanService: 20, scvService: 1 },
        { arrivalRate: 4.4 / 60, meanService: 6, scvService: 1 },
      ],
    });
    expect(meanWait).toBeGreaterThan(meanWaitFirstComeFirstServed);
  });
});
