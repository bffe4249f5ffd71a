import { erlangA } from '../../../src/calc/queueing/erlang-a.ts';
import { erlangBInverse } from '../../../src/calc/queueing/erlang-b-inverse.ts';
import { erlangB } from '../../../src/calc/queueing/erlang-b.ts';
import { erlangCStaffing } from '../../../src/calc/queueing/erlang-c-staffing.ts';
import { erlangC } from '../../../src/calc/queueing/erlang-c.ts';
import { finitePopulation } from '../../../src/calc/queueing/finite-population.ts';
import { garnett } from '../../../src/calc/queueing/garnett.ts';
import { ggc } from '../../../src/calc/queueing/ggc.ts';
import { halfinWhitt } from '../../../src/calc/queueing/halfin-whitt.ts';
import { intervalStaffing } from '../../../src/calc/queueing/interval-staffing.ts';
import { mg1 } from '../../../src/calc/queueing/mg1.ts';
import { mm1 } from '../../../src/calc/queueing/mm1.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { mmck } from '../../../src/calc/queueing/mmck.ts';
import { mminf } from '../../../src/calc/queueing/mminf.ts';
import { pooling } from '../../../src/calc/queueing/pooling.ts';
import { priorityMg1 } from '../../../src/calc/queueing/priority-mg1.ts';
import { priorityNonpreemptive } from '../../../src/calc/queueing/priority-nonpreemptive.ts';
import { priorityPreemptive } from '../../../src/calc/queueing/priority-preemptive.ts';
import type { QueueMeasures } from '../../../src/calc/queueing/queue-measures.ts';
import { simulateKendall } from '../../../src/calc/queueing/simulation/kendall.ts';
import { squareRootStaffing } from '../../../src/calc/queueing/square-root-staffing.ts';
import { sinusoidalLoad } from '../../../src/calc/queueing/time-varying-load.ts';
import { traceQueue } from '../../../src/calc/queueing/trace.ts';
import type { Adapter, Inputs } from '../adapter.ts';
import { maybeNum, num, nums, objects, text } from '../adapter.ts';

/** 算例里呼叫中心的时限以秒计，其余以分钟计。 */
const SECONDS_PER_MINUTE = 60;

const singleServer = (inputs: Inputs): { arrivalRate: number; serviceRate: number } => ({
  arrivalRate: num(inputs, 'lambda'),
  serviceRate: num(inputs, 'mu'),
});

const measures = (queue: QueueMeasures): Record<string, number> => ({
  rho: queue.utilization,
  p0: queue.probabilityEmpty,
  pWait: queue.probabilityOfWaiting,
  L: queue.meanInSystem,
  Lq: queue.meanQueueLength,
  W: queue.meanTimeInSystem,
  Wq: queue.meanWait,
});

const loadAndServers = (inputs: Inputs): { offeredLoad: number; servers: number } => ({
  offeredLoad: num(inputs, 'A'),
  servers: num(inputs, 'n'),
});

const priorityQueue = (
  inputs: Inputs,
): { arrivalRates: number[]; serviceRate: number; servers: number } => ({
  arrivalRates: nums(inputs, 'lambdas'),
  serviceRate: num(inputs, 'mu'),
  servers: num(inputs, 's'),
});

export const adapter: Adapter = {
  'queueing/mm1': (inputs) => measures(mm1(singleServer(inputs))),

  'queueing/mmc': (inputs) => {
    const queue = mmc({ ...singleServer(inputs), servers: num(inputs, 'c') });
    const tails = inputs['tailTimes'] === undefined ? [] : nums(inputs, 'tailTimes');
    return {
      ...measures(queue),
      log10p0: queue.logProbabilityEmpty / Math.LN10,
      ...Object.fromEntries(tails.map((time) => [`pWqGt_${time}`, queue.waitTail(time)])),
    };
  },

  'queueing/mmck': (inputs) => {
    const queue = mmck({
      ...singleServer(inputs),
      servers: num(inputs, 'c'),
      capacity: num(inputs, 'K'),
    });
    return {
      pBlock: queue.probabilityOfBlocking,
      log10pBlock: queue.logProbabilityOfBlocking / Math.LN10,
      lambdaEff: queue.effectiveArrivalRate,
      L: queue.meanInSystem,
      Lq: queue.meanQueueLength,
      W: queue.meanTimeInSystem,
      Wq: queue.meanWait,
      utilization: queue.utilization,
      p0: queue.probabilityEmpty,
      log10p0: queue.logProbabilityEmpty / Math.LN10,
    };
  },

  'queueing/mminf': (inputs) => {
    const queue = mminf(singleServer(inputs));
    return {
      L: queue.meanInSystem,
      W: queue.meanTimeInSystem,
      p0: queue.probabilityEmpty,
      log10p0: queue.logProbabilityEmpty / Math.LN10,
      pNle: queue.probabilityAtMost(maybeNum(inputs, 'n') ?? 0),
    };
  },

  'queueing/finite-population': (inputs) => {
    const queue = finitePopulation({
      arrivalRatePerUnit: num(inputs, 'lambdaPerUnit'),
      serviceRate: num(inputs, 'mu'),
      servers: num(inputs, 'c'),
      population: num(inputs, 'N'),
    });
    return {
      p0: queue.probabilityEmpty,
      log10p0: queue.logProbabilityEmpty / Math.LN10,
      L: queue.meanInSystem,
      Lq: queue.meanQueueLength,
      lambdaEff: queue.effectiveArrivalRate,
      W: queue.meanTimeInSystem,
      Wq: queue.meanWait,
      utilization: queue.utilization,
    };
  },

  'queueing/erlang-b': (inputs) => ({ pBlock: erlangB(loadAndServers(inputs)) }),

  'queueing/erlang-b-inverse': (inputs) => ({
    A: erlangBInverse({ servers: num(inputs, 'n'), blocking: num(inputs, 'B') }),
  }),

  'queueing/erlang-c': (inputs) => ({ pWait: erlangC(loadAndServers(inputs)) }),

  'queueing/erlang-c-staffing': (inputs) => {
    const staffing = erlangCStaffing({
      arrivalRate: num(inputs, 'calls') / num(inputs, 'intervalMin'),
      meanService: num(inputs, 'ahtMin'),
      target: num(inputs, 'targetSec') / SECONDS_PER_MINUTE,
      serviceLevel: num(inputs, 'serviceLevel'),
      maxOccupancy: maybeNum(inputs, 'maxOccupancy') ?? 1,
      shrinkage: maybeNum(inputs, 'shrinkage') ?? 0,
    });
    return {
      offeredLoad: staffing.offeredLoad,
      agents: staffing.agents,
      agentsWithShrinkage: staffing.scheduledAgents,
      serviceLevel: staffing.serviceLevel,
      pWait: staffing.probabilityOfWaiting,
      occupancy: staffing.occupancy,
    };
  },

  'queueing/interval-staffing': (inputs) => ({
    agents: intervalStaffing({
      arrivalRates: nums(inputs, 'callsPer30min').map((calls) => calls / 30),
      meanService: num(inputs, 'ahtMin'),
      target: num(inputs, 'targetSec') / SECONDS_PER_MINUTE,
      serviceLevel: num(inputs, 'serviceLevel'),
    }).map((interval) => interval.agents),
  }),

  'queueing/erlang-a': (inputs) => {
    const queue = erlangA({
      ...singleServer(inputs),
      abandonmentRate: num(inputs, 'theta'),
      servers: num(inputs, 'n'),
    });
    const times = inputs['times'] === undefined ? [] : nums(inputs, 'times');
    return {
      pWait: queue.probabilityOfWaiting,
      pAbandon: queue.probabilityOfAbandoning,
      Wq: queue.meanWait,
      Lq: queue.meanQueueLength,
      utilization: queue.utilization,
      ...Object.fromEntries(
        times.flatMap((time, i) => [
          [`pWgt_t${i + 1}`, queue.waitTail(time)],
          [`pServedWithin_t${i + 1}`, queue.servedWithin(time)],
        ]),
      ),
    };
  },

  'queueing/mg1': (inputs) =>
    measures(
      mg1({
        arrivalRate: num(inputs, 'lambda'),
        meanService: num(inputs, 'meanService'),
        scvService: num(inputs, 'scvService'),
      }),
    ),

  'queueing/ggc': (inputs) => {
    const queue = ggc({
      arrivalRate: num(inputs, 'lambda'),
      meanService: num(inputs, 'meanService'),
      servers: num(inputs, 'c'),
      scvArrival: num(inputs, 'scvArrival'),
      scvService: num(inputs, 'scvService'),
    });
    return {
      WqKingmanVUT_Sakasegawa: queue.meanWaitSakasegawa,
      WqAllenCunneen: queue.meanWaitAllenCunneen,
      WqKraemerLangenbachBelz: queue.meanWaitKraemerLangenbachBelz,
      WqKingmanUpperBound: queue.meanWaitUpperBound,
    };
  },

  'queueing/priority-nonpreemptive': (inputs) => ({
    Wq: priorityNonpreemptive(priorityQueue(inputs)).meanWaits,
  }),

  'queueing/priority-preemptive': (inputs) => ({
    WqInclInterruptions: priorityPreemptive(priorityQueue(inputs)).meanWaits,
  }),

  'queueing/priority-mg1': (inputs) => ({
    Wq: priorityMg1({
      classes: objects<{ lambda: number; meanService: number; scv: number }>(inputs, 'classes').map(
        ({ lambda, meanService, scv }) => ({
          arrivalRate: lambda,
          meanService,
          scvService: scv,
        }),
      ),
    }).meanWaits,
  }),

  'queueing/halfin-whitt': (inputs) => ({ pWait: halfinWhitt(num(inputs, 'beta')) }),

  'queueing/garnett': (inputs) => ({
    pWait: garnett({
      beta: num(inputs, 'beta'),
      abandonmentToService: num(inputs, 'thetaOverMu'),
    }),
  }),

  'queueing/square-root-staffing': (inputs) => {
    const staffing = squareRootStaffing({
      offeredLoad: num(inputs, 'offeredLoad'),
      beta: num(inputs, 'beta'),
    });
    return {
      agents: staffing.agents,
      pWaitExact: staffing.probabilityOfWaiting,
      pWaitHalfinWhitt: staffing.probabilityOfWaitingHalfinWhitt,
    };
  },

  'queueing/time-varying-load': (inputs) => {
    const load = sinusoidalLoad({
      meanRate: num(inputs, 'meanRate'),
      amplitude: num(inputs, 'amplitude'),
      period: num(inputs, 'periodHours'),
      serviceRate: num(inputs, 'mu'),
      time: num(inputs, 't'),
    });
    return { offeredLoad: load.offeredLoad, stationaryPSA: load.pointwiseStationary };
  },

  'queueing/pooling': (inputs) => {
    const result = pooling({
      servers: num(inputs, 'k'),
      arrivalRateEach: num(inputs, 'lambdaEach'),
      serviceRate: num(inputs, 'mu'),
    });
    return {
      WqSeparate: result.meanWaitSeparate,
      WqPooled: result.meanWaitPooled,
      ratio: result.ratio,
    };
  },

  'queueing/trace': (inputs) => {
    const { waits, departures } = traceQueue({
      arrivals: nums(inputs, 'arrivals'),
      services: nums(inputs, 'services'),
      servers: num(inputs, 'c'),
    });
    return { waits, departures };
  },

  'queueing/simulation': (inputs) => {
    const theta = maybeNum(inputs, 'theta');
    const model = text(inputs, 'model');
    const run = simulateKendall({
      // 算例给了放弃率而记号没写耐心时，按指数耐心读。
      notation: theta === undefined || model.includes('+') ? model : `${model}+M`,
      arrivalRate: num(inputs, 'lambda'),
      serviceRate: num(inputs, 'mu'),
      ...(theta === undefined ? {} : { abandonmentRate: theta }),
      customers: num(inputs, 'customers'),
      seed: 1,
    });
    return {
      Wq: run.meanWait,
      L: run.meanNumberInSystem,
      Lq: run.meanNumberWaiting,
      pWait: run.probabilityOfWaiting,
      pAbandon: run.probabilityOfAbandoning,
    };
  },
};
