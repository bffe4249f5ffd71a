import { deaScores } from '../../../calc/benchmarking/dea.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一种投入、一种产出：一个网点的相对效率。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const hours = [0, 0, 0].map(() => pick(random, 20, 60, 5));
    const done = [0, 0, 0].map(() => pick(random, 120, 480, 20));
    const [ownHours, ownDone] = [hours[2] as number, done[2] as number];
    const key = deaScores({
      inputs: hours.map((each) => [each]),
      outputs: done.map((each) => [each]),
    })[2] as number;
    const rates = done.map((each, i) => each / (hours[i] as number));
    const [own, best] = [rates[2] as number, Math.max(...rates)];
    if (key > 0.92 || key < 0.4 || Math.max(...done) === done[rates.indexOf(best)]) return null;
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const slips = apart(
      key,
      [
        { value: ownDone / Math.max(...done), why: '只比了办得多少。工时不一样，要先各自相除。' },
        { value: Math.min(...hours) / ownHours, why: '只比了用的工时，办了多少没有看。' },
        { value: own / mean, why: '和平均比了。效率前沿是做得最好的那一家。' },
        { value: best / own, why: '上下颠倒了：效率是自己除以最好的，不会超过 1。' },
        { value: 1 - key, why: '这是还可以省下几成的工时。' },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        hours: hours.join('、'),
        done: done.join('、'),
        rates: rates.map((rate) => upTo(rate, 2)).join('、'),
        own: upTo(own, 2),
        best: upTo(best, 2),
        target: upTo(key * ownHours, 1),
        ownHours: String(ownHours),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
