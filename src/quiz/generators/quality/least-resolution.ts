import { complaintIceberg } from '../../../calc/quality/complaint-iceberg.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 处理得满意的比例要多高，请人投诉才不会更糟。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const retentionSilent = oneOf(random, [0.35, 0.4, 0.45, 0.5, 0.55]);
    const retentionUnresolved = oneOf(random, [0.1, 0.15, 0.2, 0.25, 0.3]);
    const retentionResolved = oneOf(random, [0.7, 0.75, 0.8, 0.9]);
    // 多一位开口的人多留下几人，随处理满意率成直线：由两头求零点
    const extra = (resolutionRate: number) =>
      complaintIceberg({
        failures: 100,
        complaintRate: 0.1,
        resolutionRate,
        retentionSilent,
        retentionUnresolved,
        retentionResolved,
      }).savedPerExtraComplaint;
    const key = -extra(0) / (extra(1) - extra(0));
    if (key < 0.12 || key > 0.75) return null;
    const slips = apart(
      key,
      [
        {
          value: retentionSilent / retentionResolved,
          why: '没有处理好的人也会留下几个，漏了这一头。',
        },
        { value: 1 - key, why: '这是可以处理不好的比例，题目问的是处理得满意的。' },
        {
          value: retentionSilent - retentionUnresolved,
          why: '这是没有处理好时多走的几成，还要看处理好一个能补回几成。',
        },
        {
          value: (retentionSilent - retentionUnresolved) / (retentionResolved - retentionSilent),
          why: '补回来的要从“没有处理好”算起，不是从“没有开口”算起。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: { retentionSilent, retentionUnresolved, retentionResolved },
      shown: {
        silent: percent(retentionSilent),
        unresolved: percent(retentionUnresolved),
        resolved: percent(retentionResolved),
        short: upTo((retentionSilent - retentionUnresolved) * 100, 0),
        wide: upTo((retentionResolved - retentionUnresolved) * 100, 0),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
