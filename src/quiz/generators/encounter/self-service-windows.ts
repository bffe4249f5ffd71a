import { mmc } from '../../../calc/queueing/mmc.ts';
import { fixed, percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 利用率不超过上限的最少窗口数；`load` 是要一直忙着的窗口数。 */
function windows(load: number, cap: number): number {
  let servers = 1;
  while (mmc({ arrivalRate: load, serviceRate: 1, servers }).utilization > cap + 1e-9) servers++;
  return servers;
}

/** 自助机拿走容易的，难的和办不成的留给窗口，人工窗口还要几个。 */
export const generator = defineGenerator({
  unit: 'windows',
  tolerance: 0,
  draw(random) {
    const perHour = pick(random, 180, 360, 20);
    const complex = oneOf(random, [0.2, 0.3, 0.4]);
    const easyMinutes = oneOf(random, [2, 3]);
    const hardMinutes = oneOf(random, [6, 7, 8]);
    const diverted = oneOf(random, [0.6, 0.7, 0.8]);
    const failed = oneOf(random, [0.1, 0.2]);
    const backMinutes = easyMinutes + 1;
    const cap = oneOf(random, [0.8, 0.85, 0.9]);

    const gone = (1 - complex) * diverted;
    const workload = (minutes: number) => (perHour / 60) * minutes;
    const easy = workload((1 - complex - gone) * easyMinutes);
    const hard = workload(complex * hardMinutes);
    const back = workload(gone * failed * backMinutes);
    const load = easy + hard + back;
    const key = windows(load, cap);
    const before = windows(workload((1 - complex) * easyMinutes + complex * hardMinutes), cap);
    const byHeads = Math.ceil(before * (1 - gone));
    const noReturns = windows(easy + hard, cap);
    const noSlack = windows(load, 1);
    if (new Set([key, before, byHeads, noReturns, noSlack]).size < 5) return null;
    return {
      key,
      numbers: {},
      shown: {
        perHour: fixed(perHour),
        easy: percent(1 - complex),
        complex: percent(complex),
        easyMinutes: fixed(easyMinutes),
        hardMinutes: fixed(hardMinutes),
        diverted: percent(diverted),
        failed: percent(failed),
        backMinutes: fixed(backMinutes),
        cap: percent(cap),
        gone: percent(gone),
        stayed: percent(1 - complex - gone),
        easyLoad: upTo(easy, 2),
        hardLoad: upTo(hard, 2),
        backLoad: upTo(back, 2),
        load: upTo(load, 2),
        exact: upTo(load / cap, 2),
        before: fixed(before),
        key: fixed(key),
      },
      slips: [
        {
          value: byHeads,
          why: '按人数撤了窗口。走掉的是容易的，难的全留下来了，省下的工作量没有人数那么多。',
        },
        {
          value: before,
          why: '这是没有自助时要的窗口。在机器上办成的那些人，不再占窗口了。',
        },
        {
          value: noReturns,
          why: '漏了机器上没办成、又回到窗口的人，他们每一件还更费时间。',
        },
        {
          value: noSlack,
          why: '按窗口一刻不停来配了。还要除以利用率的上限，给起伏留出余量。',
        },
      ],
    };
  },
});
