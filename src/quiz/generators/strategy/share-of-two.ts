import { qualifierWinner } from '../../../calc/strategy/qualifier-winner.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

const powers = [0.2, 0.4, 0.6, 0.8, 1];

/** 三家里一家没有过门槛，剩下两家按赢得要素分市场。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const gate = oneOf(random, [60, 70, 80]);
    const weights = [0, oneOf(random, [0.04, 0.05]), oneOf(random, [0.02, 0.03])] as const;
    const one = [gate + pick(random, 2, 12), pick(random, 60, 80, 4), pick(random, 50, 80, 10)];
    const two = [gate + pick(random, 2, 12), pick(random, 60, 80, 4), pick(random, 50, 80, 10)];
    const out = [gate - pick(random, 1, 3), pick(random, 60, 90, 4), pick(random, 60, 90, 10)];
    const play = (threshold: number, competitors: readonly number[][]) =>
      qualifierWinner({
        attributes: [{ threshold }, { weight: weights[1] }, { weight: weights[2] }],
        competitors: competitors.map((scores) => ({ scores })),
      });
    const { shares, utilities } = play(gate, [one, two, out]);
    const key = shares[0] as number;
    const [first = 0, second = 0] = utilities;
    const lead = Math.abs(first - second);
    if (!powers.some((each) => Math.abs(each - lead) < 1e-9)) return null;
    return {
      key,
      numbers: {},
      shown: {
        gate: String(gate),
        gate1: String(one[0]),
        gate2: String(two[0]),
        gate3: String(out[0]),
        right1: String(one[1]),
        right2: String(two[1]),
        right3: String(out[1]),
        warm1: String(one[2]),
        warm2: String(two[2]),
        warm3: String(out[2]),
        w1: String(weights[1]),
        w2: String(weights[2]),
        powers: powers.map((each) => `${each} 的是 ${upTo(Math.exp(each), 2)}`).join('，'),
        first: upTo(first, 2),
        second: upTo(second, 2),
        ahead: first > second ? '高' : '低',
        lead: upTo(lead, 1),
        power: upTo(Math.exp(lead), 2),
        part: first > second ? upTo(Math.exp(lead), 2) : '1',
        total: upTo(1 + Math.exp(lead), 2),
        key: percent(key, 1),
      },
      slips: [
        {
          value: play(0, [one, two, out]).shares[0] as number,
          why: '把没有过门槛的一家也算进来了。差一分也是没有过，它一个顾客也分不到。',
        },
        { value: 1 - key, why: '两家看反了，这是另一家的份额：谁的效用高，谁分得多。' },
        {
          value: first / (first + second),
          why: '拿效用直接按比例分了。题目说的是按 e 的效用次方分，看的是两家差多少，不是各有多少。',
        },
      ],
    };
  },
});
