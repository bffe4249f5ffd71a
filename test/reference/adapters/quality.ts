import { cChart } from '../../../src/calc/quality/control/c-chart.ts';
import { capability, capabilityOfSubgroups } from '../../../src/calc/quality/control/capability.ts';
import { controlChartConstants } from '../../../src/calc/quality/control/control-chart-constants.ts';
import type { ControlLimits } from '../../../src/calc/quality/control/control-limits.ts';
import { ewmaRunLength } from '../../../src/calc/quality/control/ewma.ts';
import { individualsChart } from '../../../src/calc/quality/control/individuals-chart.ts';
import { npChart } from '../../../src/calc/quality/control/np-chart.ts';
import { pChart } from '../../../src/calc/quality/control/p-chart.ts';
import { runLength } from '../../../src/calc/quality/control/run-length.ts';
import { runRules } from '../../../src/calc/quality/control/run-rules.ts';
import { uChart } from '../../../src/calc/quality/control/u-chart.ts';
import { xbarRChart } from '../../../src/calc/quality/control/xbar-r-chart.ts';
import { xbarSChart } from '../../../src/calc/quality/control/xbar-s-chart.ts';
import { importancePerformance } from '../../../src/calc/quality/importance-performance.ts';
import { kano, kanoTable } from '../../../src/calc/quality/kano.ts';
import { pareto } from '../../../src/calc/quality/pareto.ts';
import { qfd } from '../../../src/calc/quality/qfd.ts';
import { servqual } from '../../../src/calc/quality/servqual.ts';
import { maybeNum, num, nums, objects, table } from '../adapter.ts';
import type { Adapter, Inputs } from '../adapter.ts';

/** 样本量：算例里是一个数或逐个给出。 */
function sizes(inputs: Inputs, key: string): number | number[] {
  return Array.isArray(inputs[key]) ? nums(inputs, key) : num(inputs, key);
}

/** 样本等大时各点的限相同，算例只写一对；不等时逐点写。 */
function limitsOf(limits: readonly ControlLimits[], oneForAll: boolean): Record<string, unknown> {
  return oneForAll
    ? { UCL: limits[0]?.upper, LCL: limits[0]?.lower }
    : { UCL: limits.map((limit) => limit.upper), LCL: limits.map((limit) => limit.lower) };
}

export const adapter: Adapter = {
  'quality/control-chart-constants': (inputs) => ({
    ...controlChartConstants(num(inputs, 'n')),
  }),

  'quality/xbar-r': (inputs) => {
    const chart = xbarRChart({ subgroups: table(inputs, 'subgroups') });
    return {
      center: chart.means.center,
      UCL: chart.means.upper,
      LCL: chart.means.lower,
      Rbar: chart.ranges.center,
      UCL_R: chart.ranges.upper,
      LCL_R: chart.ranges.lower,
      sigmaHat: chart.sigma,
      signals: chart.meanSignals,
    };
  },

  'quality/xbar-s': (inputs) => {
    const chart = xbarSChart({ subgroups: table(inputs, 'subgroups') });
    return {
      center: chart.means.center,
      sbar: chart.deviations.center,
      UCL: chart.means.upper,
      LCL: chart.means.lower,
      UCL_S: chart.deviations.upper,
      LCL_S: chart.deviations.lower,
      signals: chart.meanSignals,
    };
  },

  'quality/xbar-phase2': (inputs) => ({
    signals: xbarRChart({
      subgroups: table(inputs, 'subgroupsPhase1'),
      newSubgroups: table(inputs, 'subgroupsPhase2'),
    }).newMeanSignals,
  }),

  'quality/individuals-chart': (inputs) => {
    const chart = individualsChart({ values: nums(inputs, 'values') });
    return {
      center: chart.individuals.center,
      MRbar: chart.movingRanges.center,
      UCL: chart.individuals.upper,
      LCL: chart.individuals.lower,
      UCL_MR: chart.movingRanges.upper,
      signals: chart.signals,
    };
  },

  'quality/p-chart': (inputs) => {
    const n = sizes(inputs, 'n');
    const chart = pChart({ defectives: nums(inputs, 'defectives'), sizes: n });
    return {
      center: chart.center,
      ...limitsOf(chart.limits, typeof n === 'number'),
      signals: chart.signals,
    };
  },

  'quality/np-chart': (inputs) => {
    const { limits, signals } = npChart({
      defectives: nums(inputs, 'defectives'),
      size: num(inputs, 'n'),
    });
    return { center: limits.center, UCL: limits.upper, LCL: limits.lower, signals };
  },

  'quality/c-chart': (inputs) => {
    const { limits, signals } = cChart({ counts: nums(inputs, 'counts') });
    return { center: limits.center, UCL: limits.upper, LCL: limits.lower, signals };
  },

  'quality/u-chart': (inputs) => {
    const n = sizes(inputs, 'n');
    const chart = uChart({ counts: nums(inputs, 'counts'), sizes: n });
    return {
      center: chart.center,
      ...limitsOf(chart.limits, typeof n === 'number'),
      signals: chart.signals,
    };
  },

  'quality/u-chart-variable': (inputs) => {
    const chart = uChart({ counts: nums(inputs, 'counts'), sizes: nums(inputs, 'sizes') });
    return { center: chart.center, ...limitsOf(chart.limits, false), signals: chart.signals };
  },

  'quality/western-electric': (inputs) => {
    const signals = runRules(nums(inputs, 'z'));
    return {
      '1': signals.beyondThree,
      '2': signals.twoOfThree,
      '3': signals.fourOfFive,
      '4': signals.eightSameSide,
    };
  },

  'quality/run-length': (inputs) => {
    const result = runLength({
      shift: num(inputs, 'shiftSigma'),
      sampleSize: maybeNum(inputs, 'n'),
      sigmas: maybeNum(inputs, 'L'),
    });
    return { pSignal: result.signalProbability, ARL: result.averageRunLength };
  },

  'quality/ewma-run-length': (inputs) => ({
    ARL: ewmaRunLength({
      shift: num(inputs, 'shiftSigma'),
      lambda: num(inputs, 'lambda'),
      sigmas: num(inputs, 'L'),
    }),
  }),

  'quality/capability': (inputs) => {
    const result = capability({
      mean: num(inputs, 'mean'),
      sd: num(inputs, 'sd'),
      lower: maybeNum(inputs, 'LSL'),
      upper: maybeNum(inputs, 'USL'),
    });
    return { Cp: result.potential, Cpk: result.actual, ppm: result.ppm };
  },

  'quality/capability-subgroups': (inputs) => {
    const { within, overall } = capabilityOfSubgroups({
      subgroups: table(inputs, 'subgroups'),
      lower: maybeNum(inputs, 'LSL'),
      upper: maybeNum(inputs, 'USL'),
    });
    return {
      Cp: within.potential,
      Cpk: within.actual,
      Pp: overall.potential,
      Ppk: overall.actual,
    };
  },

  'quality/pareto': (inputs) => {
    const counts = inputs['counts'] as Record<string, number>;
    const { order, cumulativePercent, vitalFew } = pareto(
      Object.entries(counts).map(([name, count]) => ({ name, count })),
      percent(maybeNum(inputs, 'cutoff')),
    );
    return { order, cumulativePercent, vitalFew };
  },

  'quality/servqual': (inputs) => ({
    ...servqual({
      perception: nums(inputs, 'perception'),
      expectation: nums(inputs, 'expectation'),
      importance:
        inputs['importance'] === undefined || inputs['importance'] === null
          ? undefined
          : nums(inputs, 'importance'),
    }),
  }),

  'quality/kano-better-worse': (inputs) => ({
    ...kano({
      A: num(inputs, 'A'),
      O: num(inputs, 'O'),
      M: num(inputs, 'M'),
      I: num(inputs, 'I'),
      R: maybeNum(inputs, 'R') ?? 0,
      Q: maybeNum(inputs, 'Q') ?? 0,
    }),
  }),

  'quality/kano-table': () => ({ table: kanoTable() }),

  'quality/importance-performance': (inputs) => ({
    ...importancePerformance({
      items: objects<[string, number, number]>(inputs, 'items').map(
        ([name, importance, performance]) => ({ name, importance, performance }),
      ),
    }),
  }),

  'quality/qfd': (inputs) => ({
    ...qfd({
      customerImportance: nums(inputs, 'customerImportance'),
      relationship: table(inputs, 'relationship'),
    }),
  }),
};

/** 界线写成 0.8 或 80 都表示 80 %。 */
function percent(cutoff: number | undefined): number | undefined {
  return cutoff !== undefined && cutoff <= 1 ? 100 * cutoff : cutoff;
}
