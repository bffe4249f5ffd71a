import { logitShares } from '../../../calc/strategy/logit-shares.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

const shown = (value: number) => (value < 0 ? `−${upTo(-value, 2)}` : upTo(value, 2));
const tidy = (value: number) => Number(value.toFixed(2));

/** 两个组合的部分值各加起来，二选一时选前一个的占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const price = pick(random, 0.3, 0.9, 0.05);
    const wait = pick(random, 0.6, 1.3, 0.05);
    const manner = pick(random, 0.1, 0.4, 0.05);
    const quick = tidy(-price + wait - manner);
    const kind = tidy(price - wait + manner);
    const gap = tidy(quick - kind);
    if (gap < 0.4 || gap > 2.4) return null;
    const share = (one: number, other: number) => logitShares([one, other])[0] as number;
    const key = share(quick, kind);
    return {
      key,
      numbers: {},
      shown: {
        cheap: shown(price),
        dear: shown(-price),
        soon: shown(wait),
        late: shown(-wait),
        warm: shown(manner),
        plain: shown(-manner),
        quick: shown(quick),
        kind: shown(kind),
        gap: shown(gap),
        key: percent(key, 1),
      },
      slips: [
        { value: 1 - key, why: '这是选后一个的。效用高的一个，选的人应当过半。' },
        {
          value: share(quick, 0),
          why: '只拿前一个和零比。要比的是两个组合的效用之差。',
        },
        {
          value: share(wait, -wait),
          why: '只算了等待一样。价格和态度也要加进去，有正有负。',
        },
      ],
    };
  },
});
