import { each, finite, integerAtLeast, sameLength } from '../core/checks.ts';

/** 预测精度的输入。 */
export interface AccuracyInput {
  /** 实际值。 */
  actual: readonly number[];
  /** 预测值，与实际值一一对应。 */
  forecast: readonly number[];
  /** 可选：训练段的历史数据，用来给 MASE 定标。 */
  training?: readonly number[];
  /** MASE 的朴素预测滞后几期，缺省 1；有季节时取周期。 */
  lag?: number;
}

/** 预测精度；误差 = 实际 − 预测。 */
export interface AccuracyResult {
  /** 平均误差（ME）：正为总体低估。 */
  meanError: number;
  /** 平均绝对误差（MAE、MAD）。 */
  meanAbsoluteError: number;
  /** 均方根误差（RMSE）。 */
  rootMeanSquaredError: number;
  /** 平均绝对百分误差（MAPE），百分数；有实际值为 0 时无定义，为 null。 */
  meanAbsolutePercentageError: number | null;
  /** 平均百分误差（MPE），百分数；有实际值为 0 时为 null。 */
  meanPercentageError: number | null;
  /** 平均绝对比例误差（MASE）：与朴素预测相比；没有训练段或训练段恒定时为 null。 */
  meanAbsoluteScaledError: number | null;
  /** 实际值为 0 的期数。 */
  zeroActuals: number;
}

/**
 * 预测精度：同一组误差的几种汇总，各回答一个不同的问题。
 *
 * 假设：预测都是事前作出的；百分误差以实际值为分母。
 * 符号与单位：ME、MAE、RMSE 与数据同单位；MAPE、MPE 为百分数（11.5 表示 11.5 %）；MASE 无量纲，< 1 胜过朴素预测。
 * 出处：Hyndman & Koehler 2006；ME 等与 R `forecast::accuracy` 一致。
 * 边界：任一实际值为 0 时百分误差没有定义，返回 null，不悄悄跳过那几期——跳过会让最难预测的期恰好不计分。
 * 复杂度：O(N)。
 *
 * @example
 * accuracy({ actual: [11, 12, 13, 14], forecast: [10, 12, 15, 11] }).meanAbsoluteError // 1.5
 */
export function accuracy(input: AccuracyInput): AccuracyResult {
  const { actual, forecast, training, lag = 1 } = input;
  each('actual', actual, finite);
  each('forecast', forecast, finite);
  sameLength('forecast', forecast, 'actual', actual);
  integerAtLeast('lag', lag, 1);
  if (training) training.forEach((value, t) => finite(`training[${t}]`, value));
  const count = actual.length;
  let sum = 0;
  let absolute = 0;
  let squares = 0;
  let percentage = 0;
  let absolutePercentage = 0;
  let zeroActuals = 0;
  for (let t = 0; t < count; t++) {
    const error = actual[t]! - forecast[t]!;
    sum += error;
    absolute += Math.abs(error);
    squares += error * error;
    if (actual[t] === 0) zeroActuals++;
    else {
      percentage += error / actual[t]!;
      absolutePercentage += Math.abs(error / actual[t]!);
    }
  }
  let scale = 0;
  if (training && training.length > lag) {
    for (let t = lag; t < training.length; t++)
      scale += Math.abs(training[t]! - training[t - lag]!);
    scale /= training.length - lag;
  }
  return {
    meanError: sum / count,
    meanAbsoluteError: absolute / count,
    rootMeanSquaredError: Math.sqrt(squares / count),
    meanAbsolutePercentageError: zeroActuals > 0 ? null : (100 * absolutePercentage) / count,
    meanPercentageError: zeroActuals > 0 ? null : (100 * percentage) / count,
    meanAbsoluteScaledError: scale > 0 ? absolute / count / scale : null,
    zeroActuals,
  };
}
