import { firstLawOfService } from '../../../src/calc/psychology/first-law-of-service.ts';
import { peakEnd } from '../../../src/calc/psychology/peak-end.ts';
import { num, nums } from '../adapter.ts';
import type { Adapter } from '../adapter.ts';

export const adapter: Adapter = {
  'psychology/peak-end': (inputs) => ({ ...peakEnd({ moments: nums(inputs, 'moments') }) }),

  'psychology/first-law-of-service': (inputs) => ({
    ...firstLawOfService({
      perception: num(inputs, 'perception'),
      expectation: num(inputs, 'expectation'),
    }),
  }),
};
