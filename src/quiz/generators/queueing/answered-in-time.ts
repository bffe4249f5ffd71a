import { erlangC } from '../../../calc/queueing/erlang-c.ts';
import { erlangCServiceLevel } from '../../../calc/queueing/erlang-c-staffing.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick, share } from '../kit/generator.ts';

/** 服务水平：来了要等的概率已知，求若干秒内接通的比例。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const load = pick(random, 8, 40);
    const servers = load + pick(random, 2, 6);
    const seconds = oneOf(random, [150, 180, 200, 240, 300]);
    const target = oneOf(random, [15, 20, 30]);
    const waiting = erlangC({ offeredLoad: load, servers });
    if (waiting < 0.15 || waiting > 0.6) return null;
    const targetInServiceTimes = target / seconds;
    const key = erlangCServiceLevel({ offeredLoad: load, servers, targetInServiceTimes });
    const decay = Math.exp(-(servers - load) * targetInServiceTimes);
    // 照题面三位数的概率乘出来，写下的要和全精度的一样
    const given = Number(waiting.toFixed(3)) * Number(decay.toFixed(4));
    if (share(given) !== share(1 - key)) return null;
    return {
      key,
      numbers: { load, servers, seconds, target },
      shown: {
        load: String(load),
        servers: String(servers),
        spare: String(servers - load),
        seconds: String(seconds),
        target: String(target),
        waiting: share(waiting),
        decay: upTo(decay, 4),
        late: share(1 - key),
        key: share(key),
      },
      slips: [
        {
          value: 1 - waiting,
          why: '这是一秒都不用等的比例。等了几秒就接通的，也算在时限之内。',
        },
        {
          value: 1 - key,
          why: '这是超过时限还没接通的比例，服务水平是它的反面。',
        },
        {
          value: 1 - decay,
          why: '把每个来电都当成要等的了。只有“来了要等”的那一部分，才乘后面那个指数。',
        },
        {
          value: decay,
          why: '这是要等的人里等过了时限的比例。先乘“来了要等”的概率，再用 1 去减。',
        },
        {
          value: 1 - waiting * Math.exp(-targetInServiceTimes),
          why: '指数上忘了乘空余的坐席数：坐席越富余，队伍消得越快。',
        },
      ],
    };
  },
});
