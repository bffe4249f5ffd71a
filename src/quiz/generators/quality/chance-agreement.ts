import { cohenKappa } from '../../../calc/quality/cohen-kappa.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 两位神秘顾客都爱判“好”：随手判也会一致的比例。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const stores = pick(random, 40, 80, 20);
    const firstBad = pick(random, 4, 12);
    const secondBad = pick(random, 4, 12);
    const bothBad = Math.min(firstBad, secondBad) - pick(random, 1, 3);
    if (firstBad === secondBad || bothBad < 1) return null;
    const verdicts = (bad: readonly (readonly [number, number])[]) =>
      Array.from({ length: stores }, (_, i) =>
        bad.some(([from, to]) => i >= from && i < to) ? '差' : '好',
      );
    const first = verdicts([[0, firstBad]]);
    const second = verdicts([
      [0, bothBad],
      [firstBad, firstBad + secondBad - bothBad],
    ]);
    const { agreement, expected: key, kappa } = cohenKappa({ first, second });
    const [firstGood, secondGood] = [1 - firstBad / stores, 1 - secondBad / stores];
    const slips = apart(
      key,
      [
        {
          value: firstGood * secondGood,
          why: '只算了碰巧都判“好”。碰巧都判“差”也是一致，要加上。',
        },
        { value: agreement, why: '这是实际一致的比例。题目问的是随手判也会一致多少。' },
        { value: 0.5, why: '两类不等于各一半。两位都爱判“好”，碰巧一致的就多。' },
        { value: 1 - key, why: '这是碰巧不一致的比例，正好反了。' },
        { value: (firstGood + secondGood) / 2, why: '把两人判“好”的比例平均了。碰在一起是相乘。' },
      ],
      0.008,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        stores: String(stores),
        firstGood: String(stores - firstBad),
        firstBad: String(firstBad),
        secondGood: String(stores - secondBad),
        secondBad: String(secondBad),
        bothGood: String(stores - firstBad - secondBad + bothBad),
        bothBad: String(bothBad),
        agreement: percent(agreement, 1),
        good: percent(firstGood * secondGood, 1),
        bad: percent((1 - firstGood) * (1 - secondGood), 1),
        kappa: upTo(kappa, 2),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
