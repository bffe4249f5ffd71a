import { percent, upTo } from '../../../lib/format.ts';
import { tenure } from '../../../calc/strategy/tenure.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 办成一件事平均要打几通：每通办成的机会不变，就是 1/p；没办成的比例正好是“留下再打”的留存率。 */
const callsPerCase = (solved: number) => tenure(1 - solved);

/** 压了通话时长，办成一件事占用的坐席时间变成多少。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const minutesBefore = pick(random, 5, 8, 0.5);
    const minutesAfter = pick(random, 3, minutesBefore - 1, 0.5);
    const solvedBefore = pick(random, 0.75, 0.9, 0.05);
    const solvedAfter = pick(random, 0.4, 0.6, 0.05);
    const before = minutesBefore * callsPerCase(solvedBefore);
    const key = minutesAfter * callsPerCase(solvedAfter);
    if (key < before * 1.02) return null;
    return {
      key,
      numbers: {},
      shown: {
        minutesBefore: upTo(minutesBefore, 1),
        minutesAfter: upTo(minutesAfter, 1),
        solvedBefore: percent(solvedBefore),
        solvedAfter: percent(solvedAfter),
        calls: upTo(callsPerCase(solvedAfter), 2),
        before: upTo(before, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: minutesAfter,
          why: '这是一通的时长。没办成的人会再打，那几通也占着坐席。',
        },
        {
          value: minutesAfter * (2 - solvedAfter),
          why: '只算了再打一次。第二通也不一定办成，要一直打到办成为止，平均是 1 除以办结的比例。',
        },
        {
          value: minutesAfter * solvedAfter,
          why: '乘反了。办结的比例越低，要打的通数越多，应当用除。',
        },
        {
          value: minutesAfter / (1 - solvedAfter),
          why: '除的是没办成的比例。平均要打几通，看的是每通办成的机会。',
        },
        { value: before, why: '这是压时长以前的数。题目问的是现在。' },
      ],
    };
  },
});
