import { peakEnd } from '../../../calc/psychology/peak-end.ts';
import { upTo } from '../../../lib/format.ts';
import { asMoments } from '../kit/experience.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

const STEPS = ['换衣服', '躺上去', '最疼的一段', '收尾'] as const;

/** 四个瞬间的难受程度与历时，求峰终记忆分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.004,
  draw(random) {
    const values = [
      pick(random, 1, 3),
      pick(random, 2, 5),
      pick(random, 6, 10, 0.5),
      pick(random, 1, 5, 0.5),
    ];
    const minutes = [
      pick(random, 2, 6),
      pick(random, 3, 9),
      pick(random, 2, 5),
      pick(random, 3, 12),
    ];
    const all = peakEnd({
      moments: values.map((value, i) => ({ value, duration: minutes[i] })),
    });
    // 实验里难受写成负数
    const plan = asMoments(
      STEPS.map((name, i) => ({ name, value: -(values[i] ?? 0), minutes: minutes[i] ?? 1 })),
    );
    return {
      key: all.peakEnd,
      numbers: { plan },
      shown: {
        moments: STEPS.map(
          (step, i) => `${step} ${upTo(values[i] ?? 0, 1)} 分（${minutes[i]} 分钟）`,
        ).join('，'),
        peak: upTo(all.peak, 1),
        end: upTo(all.end, 1),
        average: upTo(all.average, 2),
        key: upTo(all.peakEnd, 2),
      },
      slips: [
        {
          value: all.average,
          why: '这是按时间加权的平均，把每一分钟都算进去了。回忆只抽两帧，长短不进账。',
        },
        {
          value: all.mean,
          why: '这是四步的简单平均。中间那几步既不是最强烈的，也不是最后的，记忆里没有它们。',
        },
        { value: all.peak, why: '只取了峰。最后一刻也占一半，再和它平均。' },
        { value: all.end, why: '只取了终。最强烈的一刻也占一半，再和它平均。' },
        {
          value: (all.peak + (values[0] as number)) / 2,
          why: '和峰平均的是最后一刻，不是第一刻。开头的印象在这条算式里没有位置。',
        },
        { value: all.peak + all.end, why: '峰与终加起来了，还要除以 2，才是同一把尺上的分。' },
      ],
    };
  },
});
