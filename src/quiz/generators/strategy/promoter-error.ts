import { normalQuantile } from '../../../calc/core/normal.ts';
import { netPromoterScore } from '../../../calc/strategy/net-promoter-score.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 净推荐值的 95% 误差，正负几点。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.015,
  draw(random) {
    const count = oneOf(random, [100, 200, 400]);
    const up = pick(random, 0.4, 0.6, 0.05);
    const down = pick(random, 0.1, 0.3, 0.05);
    const promoters = Math.round(up * count);
    const detractors = Math.round(down * count);
    const { score, standardError } = netPromoterScore([
      ...Array.from({ length: promoters }, () => 10),
      ...Array.from({ length: count - promoters - detractors }, () => 8),
      ...Array.from({ length: detractors }, () => 4),
    ]);
    const z = normalQuantile(0.975);
    const key = z * standardError;
    const variance = up + down - (up - down) ** 2;
    return {
      key,
      numbers: {},
      shown: {
        count: String(count),
        promoters: String(promoters),
        passives: String(count - promoters - detractors),
        detractors: String(detractors),
        up: upTo(up, 2),
        down: upTo(down, 2),
        net: upTo(up - down, 2),
        score: upTo(score, 0),
        variance: upTo(variance, 4),
        error: upTo(standardError, 2),
        low: upTo(score - key, 1),
        high: upTo(score + key, 1),
        key: upTo(key, 1),
      },
      slips: [
        { value: standardError, why: '这是一个标准误，95% 的误差还要乘 1.96。' },
        {
          value: 100 * z * Math.sqrt((up * (1 - up)) / count),
          why: '只算了推荐者占比的误差。净推荐值是两个占比之差，贬损者的起伏也在里面。',
        },
        {
          value: (100 * z * Math.sqrt(variance)) / count,
          why: '人数没有开平方：开方的是方差除以人数，不是方差开了方再除。',
        },
        {
          value: 100 * z * Math.sqrt((up + down) / count),
          why: '漏减了（p − d）的平方，误差算大了。',
        },
      ],
    };
  },
});
