import { accuracy } from '../../../calc/forecasting/accuracy.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 样本外误差：四家新店，模型平均每家猜差了几万元，再和猜平均比。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.008,
  options: {},
  draw(random) {
    const actual = Array.from({ length: 4 }, () => pick(random, 60, 140, 5));
    const forecast = actual.map((value) => value + pick(random, -45, 60, 5));
    const naive = pick(random, 85, 115, 5);
    if (forecast.some((value, i) => value === actual[i])) return null;
    const {
      meanAbsoluteError: key,
      meanError,
      rootMeanSquaredError,
    } = accuracy({ actual, forecast });
    const guess = accuracy({ actual, forecast: actual.map(() => naive) });
    const errors = actual.map((value, i) => Math.abs(value - (forecast[i] ?? 0)));
    // 正负误差要都有，才看得出直接平均会抵消
    if (actual.every((value, i) => value > (forecast[i] ?? 0))) return null;
    if (actual.every((value, i) => value < (forecast[i] ?? 0))) return null;
    if (guess.meanAbsoluteError >= key * 0.9) return null;
    return {
      key,
      numbers: {},
      shown: {
        forecast: forecast.join('、'),
        actual: actual.join('、'),
        errors: errors.join('、'),
        naive: String(naive),
        naiveError: upTo(guess.meanAbsoluteError, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: Math.abs(meanError),
          why: '高估和低估抵消了。差了多少要取绝对值，再平均。',
        },
        { value: key * 4, why: '这是四家加起来的误差，还要除以 4。' },
        { value: Math.max(...errors), why: '这是差得最远的那一家，题目问平均每家。' },
        {
          value: rootMeanSquaredError,
          why: '这是均方根误差，差得远的那家占了更大的分量。这里问的是差额的平均。',
        },
        {
          value: guess.meanAbsoluteError,
          why: '这是什么模型也不用、家家都猜老店平均的误差，是拿来比的那把尺子。',
        },
      ],
    };
  },
});
