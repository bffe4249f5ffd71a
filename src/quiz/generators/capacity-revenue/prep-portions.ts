import { normalQuantile } from '../../../calc/core/normal.ts';
import { newsvendorNormal } from '../../../calc/revenue/newsvendor-normal.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 只能备一次、卖不完倒掉：备几份。 */
export const generator = defineGenerator({
  unit: 'portions',
  tolerance: 0.006,
  draw(random) {
    const ratio = oneOf(random, [0.3, 0.4, 0.6, 0.7, 0.8]);
    const price = pick(random, 20, 80, 10);
    const cost = Math.round(price * (1 - ratio));
    const mean = pick(random, 40, 80, 2);
    const sd = pick(random, 8, 24, 2);
    if (sd > 0.35 * mean) return null;
    const { quantity, criticalRatio } = newsvendorNormal({ price, cost, salvage: 0, mean, sd });
    const z = normalQuantile(criticalRatio);
    // 三位数写不出一位小数
    if (quantity > 99) return null;
    return {
      key: quantity,
      numbers: {},
      shown: {
        price: String(price),
        cost: String(cost),
        margin: String(price - cost),
        mean: String(mean),
        sd: String(sd),
        ratio: percent(criticalRatio),
        step: `${mean} ${z < 0 ? '−' : '+'} ${upTo(Math.abs(z), 2)} × ${sd}`,
        side: z < 0 ? '倒掉一份比少卖一份贵，备得比平均少' : '少卖一份比倒掉一份贵，备得比平均多',
        key: upTo(quantity, 1),
      },
      slips: [
        { value: mean, why: '这是平均卖出的份数。少卖与倒掉的代价不一样，不该正好备平均。' },
        { value: mean - z * sd, why: '往反方向挪了。比一比：倒掉一份和少卖一份，哪个更贵？' },
        { value: mean + sd, why: '加了整整一个标准差。该加几个，要看临界分位。' },
      ],
    };
  },
});
