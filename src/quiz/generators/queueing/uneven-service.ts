import { mg1 } from '../../../calc/queueing/mg1.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick, share } from '../kit/generator.ts';

/** M/G/1：给服务时间的均值与标准差，求平均等待。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.01,
  draw(random) {
    const minutes = pick(random, 4, 12, 2);
    const cv = oneOf(random, [0.5, 1.5, 2]);
    const perHour = pick(random, 3, 12);
    const arrivalRate = perHour / 60;
    const wait = (scvService: number) =>
      mg1({ arrivalRate, meanService: minutes, scvService }).meanWait;
    const { utilization } = mg1({ arrivalRate, meanService: minutes, scvService: cv * cv });
    if (utilization < 0.6 || utilization > 0.9) return null;
    const key = wait(cv * cv);
    return {
      key,
      numbers: { utilization, minutes, cv },
      shown: {
        minutes: String(minutes),
        deviation: upTo(minutes * cv, 1),
        cv: upTo(cv, 2),
        scv: upTo(cv * cv, 3),
        perHour: String(perHour),
        rho: share(utilization),
        exponential: upTo(wait(1), 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: wait(1),
          why: '这是把办理时间当成指数分布（变异系数 1）算的。题目给了标准差，变异系数不是 1。',
        },
        {
          value: wait(0),
          why: '这是人人办得一样快时的等待。标准差不是零，变异那一项漏掉了。',
        },
        {
          value: wait(cv),
          why: '变异系数要平方：公式里是 (1 + C²)/2，不是 (1 + C)/2。',
        },
        {
          value: 2 * key,
          why: '忘了除以 2。到达的变异和办理的变异各占一半。',
        },
        {
          value: key + minutes,
          why: '把办理的几分钟也算进去了。题目只问排队等多久。',
        },
      ],
    };
  },
});
