import { accuracy } from '../../../src/calc/forecasting/accuracy.ts';
import { exponentialSmoothing } from '../../../src/calc/forecasting/exponential-smoothing.ts';
import { holtWinters } from '../../../src/calc/forecasting/holt-winters.ts';
import { holt } from '../../../src/calc/forecasting/holt.ts';
import {
  movingAverage,
  weightedMovingAverage,
} from '../../../src/calc/forecasting/moving-average.ts';
import type { SeasonalForm } from '../../../src/calc/forecasting/seasonal-decomposition.ts';
import {
  fitExponentialSmoothing,
  fitHolt,
  fitHoltWinters,
} from '../../../src/calc/forecasting/smoothing-fit.ts';
import { maybeNum, num, nums } from '../adapter.ts';
import type { Adapter, Inputs } from '../adapter.ts';

const fixed = (form: SeasonalForm) => (inputs: Inputs) => {
  const { squaredError, ...rest } = holtWinters({
    data: nums(inputs, 'data'),
    period: num(inputs, 'period'),
    form,
    horizon: maybeNum(inputs, 'horizon') ?? 3,
    alpha: num(inputs, 'alpha'),
    beta: num(inputs, 'beta'),
    gamma: num(inputs, 'gamma'),
  });
  return { SSE: squaredError, ...rest };
};

const fitted = (form: SeasonalForm) => (inputs: Inputs) => {
  const { squaredError, ...rest } = fitHoltWinters({
    data: nums(inputs, 'data'),
    period: num(inputs, 'period'),
    form,
    horizon: maybeNum(inputs, 'horizon') ?? 3,
  });
  return { SSE: squaredError, ...rest };
};

export const adapter: Adapter = {
  'forecasting/moving-average': (inputs) => ({
    ma: movingAverage(nums(inputs, 'data'), num(inputs, 'n')),
    ...(inputs['weights'] == null
      ? {}
      : { wma: weightedMovingAverage(nums(inputs, 'data'), nums(inputs, 'weights')) }),
  }),
  'forecasting/exponential-smoothing': (inputs) => {
    const { squaredError, level } = exponentialSmoothing(
      nums(inputs, 'data'),
      num(inputs, 'alpha'),
    );
    return { SSE: squaredError, level };
  },
  'forecasting/fit-exponential-smoothing': (inputs) => {
    const { alpha, squaredError, level } = fitExponentialSmoothing(nums(inputs, 'data'));
    return { alpha, SSE: squaredError, level };
  },
  'forecasting/holt': (inputs) => {
    const { squaredError, level, trend, forecast } = holt({
      data: nums(inputs, 'data'),
      alpha: num(inputs, 'alpha'),
      beta: num(inputs, 'beta'),
      horizon: maybeNum(inputs, 'horizon') ?? 2,
    });
    return { SSE: squaredError, level, trend, forecast };
  },
  'forecasting/fit-holt': (inputs) => {
    const { alpha, beta, squaredError, level, trend, forecast } = fitHolt({
      data: nums(inputs, 'data'),
      horizon: maybeNum(inputs, 'horizon') ?? 2,
    });
    return { alpha, beta, SSE: squaredError, level, trend, forecast };
  },
  'forecasting/holt-winters-additive': fixed('additive'),
  'forecasting/holt-winters-multiplicative': fixed('multiplicative'),
  'forecasting/fit-holt-winters-additive': fitted('additive'),
  'forecasting/fit-holt-winters-multiplicative': fitted('multiplicative'),
  'forecasting/accuracy': (inputs) => {
    const result = accuracy({ actual: nums(inputs, 'actual'), forecast: nums(inputs, 'forecast') });
    return {
      ME: result.meanError,
      MAE: result.meanAbsoluteError,
      RMSE: result.rootMeanSquaredError,
      MAPE: result.meanAbsolutePercentageError,
      MPE: result.meanPercentageError,
    };
  },
};
