import { accuracy } from '../../../calc/forecasting/accuracy.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 样本外误差：四家新店，模型的均方根误差几万元，再和猜平均比。与 5.4 节和“回归陷阱”同一把尺子。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.008,
  draw(random) {
    const actual = Array.from({ length: 4 }, () => pick(random, 60, 140, 5));
    const forecast = actual.map((value) => value + pick(random, -45, 60, 5));
    const naive = pick(random, 85, 115, 5);
    if (forecast.some((value, i) => value === actual[i])) return null;
    const {
      rootMeanSquaredError: key,
      meanError,
      meanAbsoluteError,
    } = accuracy({ actual, forecast });
    const guess = accuracy({ actual, forecast: actual.map(() => naive) });
    const errors = actual.map((value, i) => Math.abs(value - (forecast[i] ?? 0)));
    // 正负误差要都有，才看得出直接平均会抵消
    if (actual.every((value, i) => value > (forecast[i] ?? 0))) return null;
    if (actual.every((value, i) => value < (forecast[i] ?? 0))) return null;
    if (guess.rootMeanSquaredError >= key * 0.9) return null;
    return {
      key,
      numbers: {},
      shown: {
        forecast: forecast.join('、'),
        actual: actual.join('、'),
        errors: errors.join('、'),
        naive: String(naive),
        squares: errors.map((error) => String(error ** 2)).join('、'),
        meanSquare: upTo(key ** 2, 2),
        naiveError: upTo(guess.rootMeanSquaredError, 1),
        key: upTo(key, 1),
      },
      slips: [
        {
          value: Math.abs(meanError),
          why: '高估和低估抵消了。先把每家的误差平方，就没有正负了。',
        },
        { value: key * 2, why: '开方以前忘了除以 4：误差的平方要先平均，再开方。' },
        { value: key ** 2, why: '平方、平均都对了，最后还要开方，单位才回到万元。' },
        { value: Math.max(...errors), why: '这是差得最远的那一家，题目问的是四家合起来。' },
        {
          value: meanAbsoluteError,
          why: '这是平均绝对误差，各家差额直接平均。均方根误差要先平方，差得远的那家占的分量更重。',
        },
        {
          value: guess.rootMeanSquaredError,
          why: '这是什么模型也不用、家家都猜老店平均的误差，是拿来比的那把尺子。',
        },
      ],
    };
  },
});
