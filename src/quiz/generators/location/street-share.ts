import { divideMarket } from '../../../calc/location/line-competition.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick, share } from '../kit/generator.ts';

/** 一条街上两家店：左边那家分到多少顾客。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.008,
  draw(random) {
    const length = pick(random, 600, 2000, 200);
    const left = pick(random, 100, length / 2, 50);
    const right = pick(random, length / 2, length - 50, 50);
    if (right - left < 150) return null;
    const { shares } = divideMarket({ positions: [left, right], length });
    const [key = 0] = shares;
    const border = (left + right) / 2;
    return {
      key,
      numbers: { length, left, right },
      shown: {
        length: upTo(length, 0),
        left: upTo(left, 0),
        right: upTo(right, 0),
        border: upTo(border, 0),
        key: share(key),
      },
      slips: [
        { value: 1 - key, why: '这是右边那家的份额。' },
        { value: 0.5, why: '两家平分，要位置对称才行。谁离中间近，谁背后的那一段就长。' },
        {
          value: left / length,
          why: '只算了它左边的那一段。它和对手之间，近的那一半也归它。',
        },
        {
          value: (border - left) / length,
          why: '只算了两家之间归它的一半。它背后的人除了它没有更近的，也归它。',
        },
        {
          value: left / (left + right),
          why: '拿两个位置直接相除了。先找两家的正中间，那里是分界。',
        },
      ],
    };
  },
});
