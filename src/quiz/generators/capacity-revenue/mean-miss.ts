import { accuracy } from '../../../calc/forecasting/accuracy.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 四个月的预测与实际：平均绝对百分误差。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.006,
  draw(random) {
    const actual = Array.from({ length: 4 }, () => pick(random, 400, 900, 20));
    const forecast = actual.map((value) => value + pick(random, -120, 120, 10));
    const measures = accuracy({ actual, forecast });
    const key = (measures.meanAbsolutePercentageError as number) / 100;
    const signed = Math.abs(measures.meanPercentageError as number) / 100;
    const each = actual.map(
      (value, month) => Math.abs(value - (forecast[month] as number)) / value,
    );
    if (key < 0.05 || signed < 0.01 || signed > key / 2 || each.some((miss) => miss === 0))
      return null;
    const byForecast =
      (accuracy({ actual: forecast, forecast: actual }).meanAbsolutePercentageError as number) /
      100;
    return {
      key,
      numbers: {},
      shown: {
        actual: actual.join('、'),
        forecast: forecast.join('、'),
        each: each.map((miss) => percent(miss, 2)).join('、'),
        signed: percent(signed, 1),
        units: upTo(measures.meanAbsoluteError, 1),
        key: percent(key, 1),
      },
      slips: [
        { value: signed, why: '多估的和少估的抵掉了。先取绝对值，再平均。' },
        { value: byForecast, why: '除的是预测值。平均绝对百分误差的分母是实际值。' },
        { value: Math.max(...each), why: '这是错得最多的一个月，题目要四个月的平均。' },
      ],
    };
  },
});
