import { serialReliability } from '../../../calc/quality/serial-reliability.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 用技术挡住一步的失误，全程一次办成高几个百分点。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const steps = [
      oneOf(random, [0.94, 0.95, 0.96]),
      oneOf(random, [0.97, 0.98, 0.99]),
      oneOf(random, [0.75, 0.8, 0.82, 0.85]),
      oneOf(random, [0.9, 0.92, 0.93]),
    ];
    const failSafe = oneOf(random, [0.5, 0.6, 0.7, 0.8]);
    const chain = (at: number) =>
      serialReliability(
        steps.map((reliability, i) => ({ reliability, failSafe: i === at ? failSafe : 0 })),
      );
    const [before, after] = [chain(-1), chain(2)];
    const key = after.success - before.success;
    const weakest = steps[2] as number;
    const slips = apart(
      key,
      [
        {
          value: (1 - weakest) * failSafe,
          why: '这是这一步自己高了几个百分点。别的步还会错，全程高得少一些。',
        },
        { value: failSafe, why: '挡住的是这一步失误的几成，不是全程高了几成。' },
        { value: after.success, why: '这是改以后的办成率，还要减去原来的。' },
        {
          value: after.success / before.success - 1,
          why: '这是高了几成。几个百分点用减，不用除。',
        },
        { value: chain(0).success - before.success, why: '改到别的步去了，题目改的是录入。' },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        one: percent(steps[0] as number),
        two: percent(steps[1] as number),
        three: percent(weakest),
        four: percent(steps[3] as number),
        failSafe: percent(failSafe),
        fixedStep: percent(after.effective[2] as number, 1),
        before: percent(before.success, 1),
        after: percent(after.success, 1),
        key: `${upTo(key * 100, 1)} 个百分点`,
      },
      slips,
    };
  },
});
