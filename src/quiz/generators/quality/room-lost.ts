import { zoneOfTolerance } from '../../../calc/quality/zone-of-tolerance.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 感知涨了，期望涨得更多：离适当服务的余地少了几分。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.01,
  draw(random) {
    const adequate = pick(random, 3.8, 4.6, 0.1);
    const perceived = adequate + pick(random, 0.8, 1.3, 0.1);
    const desired = adequate + pick(random, 1.6, 2.1, 0.1);
    const better = pick(random, 0.2, 0.5, 0.1);
    const lowest = pick(random, 0.6, 1.2, 0.1);
    const wished = pick(random, 0.3, 1, 0.1);
    if (desired + wished > 7 || wished >= lowest) return null;
    const before = zoneOfTolerance({ perceived, adequate, desired });
    const after = zoneOfTolerance({
      perceived: perceived + better,
      adequate: adequate + lowest,
      desired: desired + wished,
    });
    const key = before.adequacy - after.adequacy;
    if (key < 0.15) return null;
    const slips = apart(
      key,
      [
        {
          value: before.superiority - after.superiority,
          why: '减的是理想服务。余地是离适当服务还有多远，跌破它顾客才真的不满意。',
        },
        { value: lowest, why: '只看了适当服务涨了多少。感知也涨了，要把涨的补回来。' },
        { value: better, why: '这是感知涨了多少。适当服务涨得更多，两个都要算。' },
        { value: after.adequacy, why: '这是后来还剩的余地，题目问的是少了多少。' },
        { value: lowest + better, why: '方向弄反了：感知上涨让余地变大，要减去，不是加上。' },
      ].filter(({ value }) => value > 0.02),
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        perceived: upTo(perceived, 1),
        adequate: upTo(adequate, 1),
        desired: upTo(desired, 1),
        perceivedAfter: upTo(perceived + better, 1),
        adequateAfter: upTo(adequate + lowest, 1),
        desiredAfter: upTo(desired + wished, 1),
        roomBefore: upTo(before.adequacy, 1),
        roomAfter: upTo(after.adequacy, 1),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
