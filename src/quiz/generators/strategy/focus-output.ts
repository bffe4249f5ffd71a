import { bottleneck } from '../../../calc/process/bottleneck.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 样样都接要换来换去，只接一样一天多做几件。 */
export const generator = defineGenerator({
  unit: 'pieces',
  tolerance: 0,
  draw(random) {
    const kinds = pick(random, 3, 6);
    const change = pick(random, 5, 15);
    const work = pick(random, 10, 30);
    const hours = oneOf(random, [8, 9, 10, 12]);
    const done = (processingTime: number) =>
      Math.floor(
        bottleneck({
          period: hours * 60,
          activities: [{ name: '师傅', processingTime, servers: 1 }],
        }).processCapacity + 1e-9,
      );
    const all = done(change + work);
    const only = done(work);
    const changes = done(change);
    const key = only - all;
    const kindly = only - Math.floor((hours * 60 - kinds * change) / work);
    if (key < 5) return null;
    return {
      key,
      numbers: {},
      shown: {
        kinds: String(kinds),
        change: String(change),
        work: String(work),
        hours: String(hours),
        minutes: String(hours * 60),
        each: String(change + work),
        all: String(all),
        only: String(only),
        key: String(key),
      },
      slips: [
        { value: only, why: '这是只接一样时一天做的全部，还要减去原来就做得了的。' },
        { value: all, why: '这是样样都接时一天做的件数，题目问的是改了以后多做几件。' },
        {
          value: kindly,
          why: '只扣了每样换一次。几样轮着来，每做一件都要换一次，一天换很多次。',
        },
        { value: changes, why: '拿全天的时间去除换活的时间，算成了一天能换几次。' },
      ],
    };
  },
});
