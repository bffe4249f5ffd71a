import { serviceGuarantee } from '../../../calc/quality/service-guarantee.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一次最多赔多少才不亏。 */
export const generator = defineGenerator({
  unit: 'yuan',
  tolerance: 0.012,
  draw(random) {
    const given = {
      orders: pick(random, 20000, 60000, 10000),
      failureRate: oneOf(random, [0.03, 0.04, 0.05]),
      awareness: oneOf(random, [0.5, 0.8, 1]),
      claimRate: oneOf(random, [0.4, 0.5, 0.6]),
      payout: 0,
      abuseRate: oneOf(random, [0.002, 0.004, 0.005]),
      fixedCost: pick(random, 10000, 30000, 5000),
      lifetimeValue: pick(random, 200, 500, 50),
      retentionUnpaid: oneOf(random, [0.4, 0.5]),
      retentionPaid: oneOf(random, [0.7, 0.8]),
    };
    const result = serviceGuarantee(given);
    const key = result.breakEvenPayout;
    if (key < 10) return null;
    const slips = apart(
      key,
      [
        {
          value: (result.savedValue - given.fixedCost) / result.honestClaims,
          why: '冒领的也要赔，分母里漏了这些人。',
        },
        {
          value: result.savedValue / (result.honestClaims + result.falseClaims),
          why: '推行的费用不论领不领都花了，要先从留下的价值里减去。',
        },
        {
          value: given.lifetimeValue * (given.retentionPaid - given.retentionUnpaid),
          why: '这是一位真失误的顾客值得赔的数。冒领和推行的费用也靠它来付。',
        },
        {
          value: given.lifetimeValue,
          why: '不赔也有人留下，赔了也有人走。一次赔付换来的只是多留下的那几成。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        honest: upTo(result.honestClaims, 0),
        cheats: upTo(result.falseClaims, 0),
        fixedCost: upTo(given.fixedCost / 10000, 1),
        lifetimeValue: String(given.lifetimeValue),
        unpaid: percent(given.retentionUnpaid),
        paid: percent(given.retentionPaid),
        saved: upTo(result.savedCustomers, 0),
        savedValue: upTo(result.savedValue / 10000, 2),
        left: upTo((result.savedValue - given.fixedCost) / 10000, 2),
        claims: upTo(result.honestClaims + result.falseClaims, 0),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
