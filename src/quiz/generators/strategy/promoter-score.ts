import { netPromoterScore } from '../../../calc/strategy/net-promoter-score.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

const scale = [10, 9, 8, 7, 6, 5, 3] as const;

/** 从各分的人数算净推荐值。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.01,
  draw(random) {
    const count = oneOf(random, [40, 50, 80]);
    const part = () => pick(random, 2, Math.round(count / 4));
    const some = [part(), part(), part(), part(), part(), part()];
    const last = count - some.reduce((all, each) => all + each, 0);
    if (last < 2 || last > count / 4) return null;
    const counts = [...some, last];
    const scores = scale.flatMap((score, i) =>
      Array.from({ length: counts[i] as number }, () => score),
    );
    const { promoters, passives, detractors, score } = netPromoterScore(scores);
    const mean = scores.reduce<number>((all, each) => all + each, 0) / count;
    const sixes = counts[4] as number;
    if (score < 5) return null;
    const slips = apart(
      score,
      [
        {
          value: (100 * promoters) / count,
          why: '只算了推荐的人。净推荐值还要减去贬损的人占的百分点。',
        },
        {
          value: (100 * (promoters - (detractors - sixes))) / count,
          why: '打 6 分的也算贬损者：0 到 6 分都是。',
        },
        {
          value: (100 * (promoters + passives - detractors)) / count,
          why: '把 7、8 分也算成推荐了。他们是中立的，只在分母里。',
        },
        { value: promoters - detractors, why: '这是差几个人，还要除以总人数化成百分点。' },
        { value: 10 * mean, why: '这是平均分化成百分制。净推荐值不看平均，只看两头的人。' },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key: score,
      numbers: {},
      shown: {
        count: String(count),
        table: scale.map((each, i) => `${each} 分 ${counts[i]} 人`).join('，'),
        promoters: String(promoters),
        passives: String(passives),
        detractors: String(detractors),
        mean: upTo(mean, 1),
        key: upTo(score, 1),
      },
      slips,
    };
  },
});
