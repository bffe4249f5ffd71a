import { pertMean } from '../../../calc/improvement/project-simulation.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 三件首尾相接的事，按三点估计，平均要几周。 */
export const generator = defineGenerator({
  unit: 'weeks',
  tolerance: 0.006,
  draw(random) {
    const tasks = [0, 0, 0].map(() => {
      const mostLikely = pick(random, 3, 6);
      return {
        optimistic: mostLikely - pick(random, 1, 2),
        mostLikely,
        pessimistic: mostLikely + pick(random, 4, 10),
      };
    });
    const means = tasks.map(pertMean);
    const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
    const key = sum(means);
    const [low, likely, high] = (['optimistic', 'mostLikely', 'pessimistic'] as const).map((name) =>
      sum(tasks.map((task) => task[name])),
    ) as [number, number, number];
    const slips = apart(
      key,
      [
        { value: likely, why: '只加了最可能的。拖起来比提前多得多，平均落在它的右边。' },
        { value: (low + likely + high) / 3, why: '三个数平均了。最可能的占 4 份，两头各占 1 份。' },
        { value: (low + high) / 2, why: '只平均了两头，最可能的没有算。' },
        { value: key / 3, why: '这是一件平均几周，三件首尾相接要加起来。' },
        { value: high, why: '三件都按最坏的算了，三件一起碰上最坏的机会很小。' },
      ],
      0.006,
    );
    if (!slips) return null;
    const said = (i: number) => {
      const { optimistic, mostLikely, pessimistic } = tasks[i] as (typeof tasks)[number];
      return `${optimistic}、${mostLikely}、${pessimistic}`;
    };
    return {
      key,
      numbers: {},
      shown: {
        first: said(0),
        second: said(1),
        third: said(2),
        means: means.map((mean) => upTo(mean, 2)).join('、'),
        likely: String(likely),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
