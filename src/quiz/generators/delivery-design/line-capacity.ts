import { bottleneck } from '../../../calc/process/bottleneck.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 给瓶颈加人手以后，整条线的能力：瓶颈跳到了别处。 */
export const generator = defineGenerator({
  unit: 'people-per-hour',
  tolerance: 0.01,
  draw(random) {
    const names = ['登记', '抽血', 'B 超', '取报告'];
    const times = [
      oneOf(random, [1, 1.2, 1.5, 2]),
      pick(random, 2, 5, 0.5),
      pick(random, 6, 10),
      oneOf(random, [0.8, 0.9, 1, 1.2]),
    ] as const;
    const hands = [2, pick(random, 3, 6), pick(random, 5, 9), 1] as const;
    const added = pick(random, 2, 4);
    const line = (scan: number) =>
      bottleneck({
        period: 60,
        activities: names.map((name, i) => ({
          name,
          processingTime: times[i] as number,
          servers: (hands[i] as number) + (i === 2 ? scan : 0),
        })),
      });
    const before = line(0);
    const after = line(added);
    if (before.bottleneck !== 2 || before.bottlenecks.length > 1) return null;
    if (after.bottlenecks.length > 1 || after.bottleneck === 2) return null;
    const grown = after.capacities[2] as number;
    const key = after.processCapacity;
    return {
      key,
      numbers: {},
      shown: {
        one: `${upTo(times[0], 1)} 分钟、${hands[0]} 人`,
        two: `${upTo(times[1], 1)} 分钟、${hands[1]} 人`,
        three: `${upTo(times[2], 1)} 分钟、${hands[2]} 台`,
        four: `${upTo(times[3], 1)} 分钟、${hands[3]} 人`,
        added: String(added),
        capacities: after.capacities.map((each) => upTo(each, 1)).join('、'),
        before: upTo(before.processCapacity, 1),
        jumps: names[after.bottleneck] as string,
        key: upTo(key, 1),
      },
      slips: [
        { value: before.processCapacity, why: '这是加机器以前的。B 超不再是最小的一步了。' },
        { value: grown, why: '这是 B 超自己的新能力。别处还有更小的，整条线取最小。' },
        {
          value: after.capacities.reduce((all, each) => all + each, 0) / 4,
          why: '取了四步的平均。前面放不过来的人，后面做得再快也没有用。',
        },
      ],
    };
  },
});
