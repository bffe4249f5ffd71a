import { predictSite } from '../../../calc/location/site-regression.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 回归式代入：候选地点的预计利润是几万元。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.004,
  draw(random) {
    const intercept = pick(random, 20, 60, 5);
    const offices = pick(random, 6, 15);
    const rivals = -pick(random, 4, 12);
    const frontage = oneOf(random, [1.5, 2, 2.5, 3]);
    const features = {
      offices: pick(random, 3, 12),
      rivals: pick(random, 1, 6),
      frontage: pick(random, 6, 16, 2),
    };
    const equation = { intercept, offices, rivals, frontage };
    const predict = (change: object) =>
      predictSite({ equation: { ...equation, ...change }, features });
    const key = predict({});
    if (key < 40) return null;
    return {
      key,
      numbers: {},
      shown: {
        intercept: String(intercept),
        cOffices: String(offices),
        cRivals: String(-rivals),
        cFrontage: String(frontage),
        offices: String(features.offices),
        rivals: String(features.rivals),
        frontage: String(features.frontage),
        fromOffices: String(offices * features.offices),
        fromRivals: String(-rivals * features.rivals),
        fromFrontage: String(frontage * features.frontage),
        key: String(key),
      },
      slips: [
        {
          value: predict({ rivals: -rivals }),
          why: '同行那一项是负的：同行每多一家，预计利润要减，不是加。',
        },
        {
          value: predict({ intercept: 0 }),
          why: '漏了前面的常数。各项都是零的时候，式子给的就是它。',
        },
        {
          value: predict({ rivals: 0 }),
          why: '漏了同行那一项。别的都好，对面开着好几家，也要算进去。',
        },
        {
          value: intercept + offices + rivals + frontage,
          why: '把系数直接加起来了。每个系数要先乘上这块地的数。',
        },
      ],
    };
  },
});
