import { mmc } from '../../calc/queueing/mmc.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineGenerator, oneOf, pick } from './kit/generator.ts';

/** 满足利用率上限的最少窗口数。 */
function windows(perHour: number, minutes: number, cap: number): number {
  let servers = 1;
  while (
    mmc({ arrivalRate: perHour / 60, serviceRate: 1 / minutes, servers }).utilization >
    cap + 1e-9
  )
    servers++;
  return servers;
}

/** 自助分走一部分人，办不成的又回来，人工窗口还要几个。 */
export const generator = defineGenerator({
  unit: 'windows',
  tolerance: 0,
  options: {},
  draw(random) {
    const perHour = pick(random, 120, 300, 20);
    const minutes = oneOf(random, [3, 4, 5]);
    const share = oneOf(random, [0.4, 0.5, 0.6]);
    const fail = oneOf(random, [0.2, 0.25, 0.3, 0.4]);
    const cap = oneOf(random, [0.75, 0.8, 0.85]);
    const back = share * fail;
    const left = 1 - share + back;
    const key = windows(perHour * left, minutes, cap);
    const before = windows(perHour, minutes, cap);
    const forgot = windows(perHour * (1 - share), minutes, cap);
    const full = windows(perHour * left, minutes, 1);
    const reversed = windows(perHour * (share - back), minutes, cap);
    if (new Set([key, before, forgot, full, reversed]).size < 5) return null;
    return {
      key,
      numbers: {},
      shown: {
        perHour: fixed(perHour),
        minutes: fixed(minutes),
        share: percent(share),
        fail: percent(fail),
        cap: percent(cap),
        direct: upTo(perHour * (1 - share), 1),
        back: upTo(perHour * back, 1),
        left: upTo(perHour * left, 1),
        load: upTo((perHour * left * minutes) / 60, 2),
        exact: upTo((perHour * left * minutes) / 60 / cap, 2),
        before: fixed(before),
        key: fixed(key),
      },
      slips: [
        {
          value: forgot,
          why: '漏了自助机前办不成、又回到窗口的人。机器拦下的是办得成的那些，不是去试过的那些。',
        },
        {
          value: before,
          why: '这是没有自助时要的窗口。真正在机器上办成的那一部分，不再占窗口了。',
        },
        {
          value: full,
          why: '按窗口一刻不停来配了。利用率要留出余量，再除以题目给的上限。',
        },
        {
          value: reversed,
          why: '算的是在机器上办成的那些人。窗口接的是剩下的：本来就来窗口的，加上办不成回来的。',
        },
      ],
    };
  },
});
