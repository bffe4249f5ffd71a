import {
  finiteLifetimeValue,
  marginMultiple,
} from '../../../src/calc/strategy/customer-lifetime-value.ts';
import { netPromoterScore } from '../../../src/calc/strategy/net-promoter-score.ts';
import { serviceProfitChain } from '../../../src/calc/strategy/service-profit-chain.ts';
import { tenure } from '../../../src/calc/strategy/tenure.ts';
import { bool, maybeNum, num, nums } from '../adapter.ts';
import type { Adapter } from '../adapter.ts';

export const adapter: Adapter = {
  'strategy/clv-finite': (inputs) => ({
    clv: finiteLifetimeValue({
      margin: num(inputs, 'margin'),
      retention: num(inputs, 'retention'),
      discount: num(inputs, 'discount'),
      periods: num(inputs, 'years'),
      acquisition: maybeNum(inputs, 'acquisition'),
      firstMarginAtOnce:
        inputs['firstMarginAtOnce'] === undefined ? undefined : bool(inputs, 'firstMarginAtOnce'),
    }),
  }),

  'strategy/clv-multiple': (inputs) => ({
    multiple: marginMultiple({
      retention: num(inputs, 'retention'),
      discount: num(inputs, 'discount'),
    }),
  }),

  'strategy/nps': (inputs) => {
    const { promoters, passives, detractors, score } = netPromoterScore(nums(inputs, 'scores'));
    return { promoters, passives, detractors, nps: score };
  },

  'strategy/service-profit-chain': (inputs) => ({
    ...serviceProfitChain({
      employeeAttitudeIncrease: num(inputs, 'employeeAttitudeIncrease'),
      attitudeToCustomer: num(inputs, 'attitudeToCustomer'),
      customerToRevenueGrowth: num(inputs, 'customerToRevenueGrowth'),
    }),
  }),

  'strategy/tenure': (inputs) => ({
    years: Array.isArray(inputs['retention'])
      ? nums(inputs, 'retention').map(tenure)
      : tenure(num(inputs, 'retention')),
  }),
};
