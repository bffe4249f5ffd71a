import { dynamicPricing } from '../../../src/calc/revenue/dynamic-pricing.ts';
import { emsrA } from '../../../src/calc/revenue/emsr-a.ts';
import { emsrB, nestedBookingLimits } from '../../../src/calc/revenue/emsr-b.ts';
import { littlewoodEmpirical } from '../../../src/calc/revenue/littlewood-empirical.ts';
import { littlewood } from '../../../src/calc/revenue/littlewood.ts';
import { networkLinearProgram } from '../../../src/calc/revenue/network-linear-program.ts';
import { newsvendorNormal } from '../../../src/calc/revenue/newsvendor-normal.ts';
import { newsvendorPoisson } from '../../../src/calc/revenue/newsvendor-poisson.ts';
import { opportunityModel } from '../../../src/calc/revenue/opportunity-model.ts';
import { optimalProtection } from '../../../src/calc/revenue/optimal-protection.ts';
import { overbookingBinomial } from '../../../src/calc/revenue/overbooking-binomial.ts';
import { overbookingNormal } from '../../../src/calc/revenue/overbooking-normal.ts';
import { overbookingServiceLevel } from '../../../src/calc/revenue/overbooking-service-level.ts';
import { maybeNum, num, nums, objects, table, text } from '../adapter.ts';
import type { Adapter, Inputs } from '../adapter.ts';

/** 算例里的 [票价, 均值, 标准差] 三元组。 */
function fareClasses(inputs: Inputs) {
  return table(inputs, 'classes').map(([fare, mean, sd]) => ({
    fare: fare ?? NaN,
    mean: mean ?? NaN,
    sd: sd ?? 0,
  }));
}

/** 开口组取组端的整数：“<=70” 为 70，“>86” 为 87。 */
function groupDemand(label: number | string): number {
  if (typeof label === 'number') return label;
  const [, sign, digits] = /^\s*(<=|>=|≤|≥|<|>)?\s*(-?\d+(?:\.\d+)?)\s*$/.exec(label) ?? [];
  const value = Number(digits);
  return sign === '>' ? value + 1 : sign === '<' ? value - 1 : value;
}

const prices = (inputs: Inputs) => ({
  price: num(inputs, 'price'),
  cost: num(inputs, 'cost'),
  salvage: maybeNum(inputs, 'salvage') ?? 0,
});

export const adapter: Adapter = {
  'revenue/littlewood': (inputs) => {
    const { protection, bookingLimitLow, bookingLimitRounded } = littlewood({
      fareHigh: num(inputs, 'fareHigh'),
      fareLow: num(inputs, 'fareLow'),
      meanHigh: num(inputs, 'meanHigh'),
      sdHigh: num(inputs, 'sdHigh'),
      capacity: num(inputs, 'capacity'),
    });
    return { protection, bookingLimitLow, bookingLimitRounded };
  },
  'revenue/littlewood-empirical': (inputs) => {
    const { criticalRatio, protection, bookingLimitLow, cumulative } = littlewoodEmpirical({
      fareHigh: num(inputs, 'fareHigh'),
      fareLow: num(inputs, 'fareLow'),
      capacity: num(inputs, 'capacity'),
      demandCounts: objects<[number | string, number]>(inputs, 'demandDays').map(
        ([label, count]) => ({ demand: groupDemand(label), count }),
      ),
    });
    return {
      criticalRatio,
      protection,
      bookingLimitLow,
      ...Object.fromEntries(
        cumulative.map(({ demand, probability }) => [`cdfAt${demand}`, probability]),
      ),
    };
  },
  'revenue/emsr': (inputs) => {
    const classes = fareClasses(inputs);
    return { emsrA: emsrA(classes), emsrB: emsrB(classes) };
  },
  'revenue/emsr-b': (inputs) => {
    const protection = emsrB(fareClasses(inputs));
    return {
      emsrB: protection,
      bookingLimits: nestedBookingLimits(num(inputs, 'capacity'), protection),
      rounded: protection.map((seats) => Math.round(seats)),
    };
  },
  'revenue/optimal-protection': (inputs) => ({
    ...optimalProtection({ classes: fareClasses(inputs), capacity: num(inputs, 'capacity') }),
  }),
  'revenue/opportunity-model': (inputs) => {
    const order = text(inputs, 'arrivalOrder').trim().replaceAll(' ', '-');
    const { perfectRevenue, noControlRevenue, realizedRevenue, capturedShare } = opportunityModel({
      fares: nums(inputs, 'fares'),
      demand: nums(inputs, 'demand'),
      capacity: num(inputs, 'capacity'),
      nestedLimits: nums(inputs, 'nestedLimits'),
      arrivalOrder: order as 'lowest-fare-first',
    });
    return { perfectRevenue, noControlRevenue, realizedRevenue, rom: capturedShare };
  },
  'revenue/network-lp': (inputs) => {
    const { objective, allocation, bidPrices } = networkLinearProgram({
      fares: table(inputs, 'fares'),
      demand: table(inputs, 'demand'),
      uses: table(inputs, 'uses'),
      capacity: nums(inputs, 'capacity'),
    });
    return { objective, allocation, bidPrices };
  },
  'revenue/dynamic-pricing': (inputs) => {
    const { expectedRevenue, price, fluidPrice, fluidRevenue } = dynamicPricing({
      baseRate: num(inputs, 'a'),
      priceSensitivity: num(inputs, 'alpha'),
      inventory: num(inputs, 'inventory'),
      timeLeft: num(inputs, 'timeLeft'),
    });
    // 流体模型只有价格与收入两个数，没有单独的 fluid
    return { value: expectedRevenue, price, fluid: null, fluidPrice, fluidRevenue };
  },
  'revenue/newsvendor-normal': (inputs) => ({
    ...newsvendorNormal({
      ...prices(inputs),
      mean: num(inputs, 'mean'),
      sd: num(inputs, 'sd'),
      quantity: maybeNum(inputs, 'quantity'),
    }),
  }),
  'revenue/newsvendor-poisson': (inputs) => ({
    ...newsvendorPoisson({
      ...prices(inputs),
      mean: num(inputs, 'mean'),
      quantity: maybeNum(inputs, 'quantity'),
    }),
  }),
  'revenue/overbooking-normal': (inputs) => ({
    ...overbookingNormal({
      lostRevenue: num(inputs, 'lostRevenue'),
      bumpCost: num(inputs, 'bumpCost'),
      noShowMean: num(inputs, 'noShowMean'),
      noShowSd: num(inputs, 'noShowSd'),
      capacity: num(inputs, 'capacity'),
    }),
  }),
  'revenue/overbooking-binomial': (inputs) => {
    const { authorization, expectedCost, expectedDenied, probabilityDenied } = overbookingBinomial({
      capacity: num(inputs, 'capacity'),
      showProbability: num(inputs, 'showProbability'),
      deniedCost: num(inputs, 'deniedCost'),
      spoilageCost: num(inputs, 'spoilageCost'),
    });
    return { authorization, expectedCost, expectedDenied, pDenied: probabilityDenied };
  },
  'revenue/overbooking-service-level': (inputs) => {
    const { authorization, probabilityDenied } = overbookingServiceLevel({
      capacity: num(inputs, 'capacity'),
      showProbability: num(inputs, 'showProbability'),
      maxProbabilityDenied: num(inputs, 'maxPDenied'),
    });
    return { authorization, pDenied: probabilityDenied };
  },
};
