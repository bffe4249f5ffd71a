import {
  averageLearningCurve,
  learningCurve,
  learningRate,
} from '../../../src/calc/improvement/learning-curve.ts';
import type { LearningCurveInput } from '../../../src/calc/improvement/learning-curve.ts';
import { num } from '../adapter.ts';
import type { Adapter, Inputs } from '../adapter.ts';

function curve(inputs: Inputs): LearningCurveInput {
  return {
    firstUnit: num(inputs, 'firstUnit'),
    rate: num(inputs, 'rate'),
    unit: num(inputs, 'unit'),
  };
}

export const adapter: Adapter = {
  'improvement/learning-curve-unit': (inputs) => ({ ...learningCurve(curve(inputs)) }),

  'improvement/learning-curve-average': (inputs) => ({ ...averageLearningCurve(curve(inputs)) }),

  'improvement/learning-rate': (inputs) => ({
    rate: learningRate({
      unitA: num(inputs, 'unitA'),
      timeA: num(inputs, 'timeA'),
      unitB: num(inputs, 'unitB'),
      timeB: num(inputs, 'timeB'),
    }),
  }),
};
