import { littlesLaw } from '../../../calc/process/littles-law.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** “您前面还有 n 位”，大约还要等多久：窗口都忙着，要等 n + 1 次放行。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const ahead = pick(random, 4, 14);
    const servers = pick(random, 2, 6);
    const minutes = pick(random, 3, 12);
    // 窗口都忙着时，每分钟放行 servers / minutes 位；自己前面那几位加自己，一共要放行 ahead + 1 次。
    const key = littlesLaw({ inventory: ahead + 1, throughput: servers / minutes }).flowTime;
    if (key < 4 || key > 45) return null;
    return {
      key,
      numbers: { ahead, servers, minutes },
      shown: {
        ahead: String(ahead),
        servers: String(servers),
        minutes: String(minutes),
        turns: String(ahead + 1),
        gap: upTo(minutes / servers, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: (ahead * minutes) / servers,
          why: '少算了一次：前面几位都叫进去以后，还要再有一个窗口空出来，才轮到你。',
        },
        {
          value: ahead * minutes,
          why: '当成只有一个窗口了。几个窗口一起办，放人的速度快几倍。',
        },
        {
          value: (ahead + 1) * minutes,
          why: '当成只有一个窗口了。几个窗口一起办，放人的速度快几倍。',
        },
        {
          value: ((ahead + 1) * minutes) / servers + minutes,
          why: '把自己办理的时间也加进去了。叫到你的时候，等待就结束了。',
        },
      ],
    };
  },
});
