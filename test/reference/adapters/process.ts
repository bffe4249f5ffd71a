import { blueprintTiming } from '../../../src/calc/process/blueprint-timing.ts';
import { bottleneck } from '../../../src/calc/process/bottleneck.ts';
import { customerContact } from '../../../src/calc/process/customer-contact.ts';
import { littlesLaw } from '../../../src/calc/process/littles-law.ts';
import { maybeNum, num, nums, objects } from '../adapter.ts';
import type { Adapter } from '../adapter.ts';

interface CaseActivity {
  name?: string;
  cycleSec: number;
  servers: number;
}

interface CaseStep {
  name?: string;
  sec: number;
  failRedoSec?: number;
}

export const adapter: Adapter = {
  'process/bottleneck': (inputs) => {
    const result = bottleneck({
      activities: objects<CaseActivity>(inputs, 'activities').map((activity) => ({
        name: activity.name,
        processingTime: activity.cycleSec,
        servers: activity.servers,
      })),
      period: 3600,
      demand: maybeNum(inputs, 'demandPerHour'),
    });
    return {
      capacityPerHour: result.capacities,
      bottleneck: result.bottleneck,
      processCapacityPerHour: result.processCapacity,
      throughputTimeSec: result.throughputTime,
      capacityUtilizationPercent:
        result.capacityUtilization === null ? null : 100 * result.capacityUtilization,
      laborUtilization: result.laborUtilization,
    };
  },

  'process/littles-law': (inputs) => ({
    ...littlesLaw({
      inventory: maybeNum(inputs, 'inventory'),
      throughput: maybeNum(inputs, 'throughput'),
      flowTime: maybeNum(inputs, 'flowTime'),
    }),
  }),

  'process/customer-contact': (inputs) => ({
    ...customerContact({
      contactTime: num(inputs, 'contactMinutes'),
      serviceTime: num(inputs, 'serviceMinutes'),
    }),
  }),

  // 秒换成分；重做时间只用来给“可接受时间”，标准时间不含它。
  'process/blueprint-timing': (inputs) => {
    const result = blueprintTiming({
      steps: objects<CaseStep>(inputs, 'steps').map((step) => ({
        name: step.name,
        standardTime: step.sec / 60,
        reworkTime: (step.failRedoSec ?? 0) / 60,
      })),
      price: maybeNum(inputs, 'price'),
      costPerTime: maybeNum(inputs, 'costPerMinute'),
      otherCost: maybeNum(inputs, 'wax'),
      executionTimes:
        inputs['executionMinutes'] === undefined ? [] : nums(inputs, 'executionMinutes'),
    });
    return {
      standardMinutes: result.standardTime,
      expectedMinutes: result.expectedTime,
      profit: result.profits,
    };
  },
};
