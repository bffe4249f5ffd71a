import { cyclicShiftCovering } from '../../../src/calc/workforce/cyclic-shift-covering.ts';
import { daysOff } from '../../../src/calc/workforce/days-off.ts';
import { shiftCovering } from '../../../src/calc/workforce/shift-covering.ts';
import { nums, table } from '../adapter.ts';
import type { Adapter } from '../adapter.ts';

export const adapter: Adapter = {
  'workforce/days-off': (inputs) => {
    const { workers, lpBound, simpleBound } = daysOff({
      requirements: nums(inputs, 'requirements'),
    });
    return { workers, lpBound, simpleBound };
  },
  'workforce/shift-covering': async (inputs) => {
    const { cost, workers } = await shiftCovering({
      requirements: nums(inputs, 'requirements'),
      shifts: table(inputs, 'shiftsCover'),
      costs: nums(inputs, 'cost'),
    });
    return { cost, workers };
  },
  'workforce/shift-covering-24h': async (inputs) => {
    const { cost, lpBound } = await cyclicShiftCovering({
      requirements: nums(inputs, 'requirements'),
      shifts: [
        { length: 8, cost: 8 },
        { length: 4, cost: 4.6 },
      ],
    });
    return { cost, lpBound };
  },
};
