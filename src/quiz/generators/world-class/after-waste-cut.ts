import { valueAdded } from '../../../calc/process/value-added.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 等待减掉几成以后的增值比。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const value = pick(random, 8, 24);
    const necessary = pick(random, 6, 18);
    const waste = pick(random, 80, 180, 10);
    const cut = oneOf(random, [0.4, 0.5, 0.6, 0.7]);
    const ratio = (wasted: number) =>
      valueAdded([
        { time: value, kind: 'value' },
        { time: necessary, kind: 'necessary' },
        { time: wasted, kind: 'waste' },
      ]).valueAddedRatio;
    const before = ratio(waste);
    const left = waste * (1 - cut);
    const key = ratio(left);
    const slips = apart(
      key,
      [
        { value: before, why: '这是改以前的，等待还没有减。' },
        { value: before / (1 - cut), why: '总历时没有跟着等待一样短：该做的一分钟也没有少。' },
        {
          value: before * (1 + cut),
          why: '等待少了几成，增值比不是就多几成，要用新的总历时去除。',
        },
        { value: ratio(waste * cut), why: '用的是减掉的等待，该用剩下的。' },
        { value: ratio(0), why: '把等待全去掉了，题目只减掉几成。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        value: String(value),
        necessary: String(necessary),
        waste: String(waste),
        cut: percent(cut),
        left: upTo(left, 1),
        total: upTo(value + necessary + left, 1),
        before: percent(before, 1),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
