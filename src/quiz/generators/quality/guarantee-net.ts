import { serviceGuarantee } from '../../../calc/quality/service-guarantee.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一份承诺一年净赚几万元：少走的顾客减去赔出去的钱。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.01,
  draw(random) {
    const given = {
      orders: pick(random, 40000, 120000, 20000),
      failureRate: oneOf(random, [0.02, 0.03, 0.05]),
      awareness: oneOf(random, [0.5, 0.6, 0.8]),
      claimRate: oneOf(random, [0.4, 0.5, 0.6]),
      payout: pick(random, 20, 60, 5),
      lifetimeValue: pick(random, 300, 600, 50),
      retentionUnpaid: oneOf(random, [0.4, 0.45, 0.5]),
      retentionPaid: oneOf(random, [0.7, 0.75, 0.8]),
    };
    const result = serviceGuarantee(given);
    const key = result.net / 10000;
    if (key < 1.5) return null;
    const slips = apart(
      key,
      [
        { value: result.savedValue / 10000, why: '只算了留下的，赔出去的钱没有减。' },
        {
          value:
            (result.honestClaims * given.retentionPaid * given.lifetimeValue) / 10000 -
            result.payoutCost / 10000,
          why: '不赔也会留下一些。承诺换来的，是多留下的那一截。',
        },
        {
          value: serviceGuarantee({ ...given, awareness: 1 }).net / 10000,
          why: '不知道有承诺的人不会来领，知道的比例也要乘。',
        },
        {
          value: (result.savedValue - result.failures * given.payout) / 10000,
          why: '不是每次失误都赔到了，只赔给知道而且来领的人。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        orders: upTo(given.orders / 10000, 1),
        failureRate: percent(given.failureRate),
        awareness: percent(given.awareness),
        claimRate: percent(given.claimRate),
        payout: String(given.payout),
        lifetimeValue: String(given.lifetimeValue),
        unpaid: percent(given.retentionUnpaid),
        paid: percent(given.retentionPaid),
        claims: upTo(result.honestClaims, 0),
        saved: upTo(result.savedCustomers, 1),
        savedValue: upTo(result.savedValue / 10000, 2),
        payoutCost: upTo(result.payoutCost / 10000, 2),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
