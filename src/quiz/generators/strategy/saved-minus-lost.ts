import { profitChainDynamics } from '../../../calc/strategy/profit-chain-dynamics.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 砍了培训费以后的某一个月，账上比原来多几万元。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.015,
  draw(random) {
    const saved = pick(random, 6, 20);
    const lost = saved + pick(random, 4, 20);
    const lag = pick(random, 6, 18);
    const month = pick(random, 2, 10);
    const { profit, steadyProfit } = profitChainDynamics({
      stages: [{ gain: 1, lag }],
      investment: Array.from({ length: month }, () => -saved),
      revenuePerUnit: lost / saved,
    });
    const key = profit.at(-1) ?? Number.NaN;
    if (!(key >= 1.5)) return null;
    const gone = 1 - Math.exp(-month / lag);
    return {
      key,
      numbers: {},
      shown: {
        saved: String(saved),
        lost: String(lost),
        month: String(month),
        gone: percent(gone, 1),
        now: upTo(lost * gone, 1),
        steady: upTo(-steadyProfit, 1),
        key: upTo(key, 1),
      },
      slips: [
        { value: saved, why: '只看见了省下的。毛利已经开始少了，只是还没有少到底。' },
        {
          value: steadyProfit,
          why: '这是走到底以后每月的账。眼下才走了一部分，少的毛利还没有全到。',
        },
        { value: lost * gone, why: '这是这个月少掉的毛利，还要拿省下的钱去减它。' },
        {
          value: (saved - lost * gone) * month,
          why: '乘了月数。题目问的是这一个月，而且各个月的账并不一样。',
        },
      ],
    };
  },
});
