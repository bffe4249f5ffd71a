import { cohenKappa } from '../../../calc/quality/cohen-kappa.ts';
import { weightedKappa } from '../../../calc/quality/weighted-kappa.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 三级评分，两位打的分布一样：扣掉碰巧，差几级的一致还剩多少。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.012,
  draw(random) {
    const stores = pick(random, 40, 80, 10);
    const [low, top] = [pick(random, 4, 14), pick(random, 10, 24)];
    const middle = stores - low - top;
    // 差一级、差两级的各成对：两位的分布才一样
    const oneApart = [pick(random, 1, 3), pick(random, 2, 6)] as const;
    const twoApart = pick(random, 0, 2);
    const same = [
      low - oneApart[0] - twoApart,
      middle - oneApart[0] - oneApart[1],
      top - oneApart[1] - twoApart,
    ];
    if (middle < 8 || same.some((count) => count < 1)) return null;
    const pairs: [number, number][] = [];
    const add = (a: number, b: number, count: number) => {
      for (let i = 0; i < count; i++) pairs.push([a, b]);
    };
    [3, 4, 5].forEach((score, i) => add(score, score, same[i] as number));
    add(3, 4, oneApart[0]);
    add(4, 3, oneApart[0]);
    add(4, 5, oneApart[1]);
    add(5, 4, oneApart[1]);
    add(3, 5, twoApart);
    add(5, 3, twoApart);
    const first = pairs.map(([a]) => a);
    const second = pairs.map(([, b]) => b);
    const { agreement, disagreement, expected, kappa: key } = weightedKappa({ first, second });
    if (key < 0.25) return null;
    const plain = cohenKappa({ first: first.map(String), second: second.map(String) }).kappa;
    const slips = apart(
      key,
      [
        { value: agreement, why: '这是打得一模一样的比例，碰巧一样的还没有扣掉。' },
        { value: plain, why: '差一级和差两级当成一样错了。等级分差得远的要多罚。' },
        { value: disagreement / expected, why: '这是分歧占碰巧分歧的几成，一致要用 1 去减。' },
        {
          value: 1 - disagreement,
          why: '拿 1 减了平均差几级，没有和碰巧的分歧比。随手打分也不会级级都差。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        stores: String(stores),
        low: String(low),
        middle: String(middle),
        top: String(top),
        one: String(2 * (oneApart[0] + oneApart[1])),
        two: String(2 * twoApart),
        agreement: percent(agreement),
        observed: upTo(disagreement, 4),
        chance: upTo(expected, 4),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
