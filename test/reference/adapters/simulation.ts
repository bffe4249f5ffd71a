import { simulateKendall } from '../../../src/calc/queueing/simulation/kendall.ts';
import { maybeNum, num, text } from '../adapter.ts';
import type { Adapter } from '../adapter.ts';

export const adapter: Adapter = {
  'queueing/simulation': (inputs) => {
    const abandonmentRate = maybeNum(inputs, 'theta');
    const result = simulateKendall({
      notation: text(inputs, 'model'),
      arrivalRate: num(inputs, 'lambda'),
      serviceRate: num(inputs, 'mu'),
      ...(abandonmentRate === undefined ? {} : { abandonmentRate }),
      customers: num(inputs, 'customers'),
      seed: 20240801,
    });
    return {
      Wq: result.meanWait,
      L: result.meanNumberInSystem,
      Lq: result.meanNumberWaiting,
      pWait: result.probabilityOfWaiting,
      pAbandon: result.probabilityOfAbandoning,
      pBlock: result.probabilityOfBlocking,
      utilization: result.utilization,
    };
  },
};
