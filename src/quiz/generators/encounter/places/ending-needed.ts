import { peakEnd } from '../../../../calc/psychology/peak-end.ts';
import { fixed, upTo } from '../../../../lib/format.ts';
import { asMoments } from '../../kit/experience.ts';
import { oneOf, pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

/** 峰已经定了，要让记忆分到某个数，最后一刻该做到几分。 */
export const generator = definePlace({
  draw(random) {
    const trip = oneOf<readonly [string, string, string]>(random, [
      ['候车', '晚点', '换座'],
      ['排队', '拔牙', '缝针'],
      ['挂号', '抽血', '胃镜'],
    ]);
    const [first, second, third] = trip;
    const peak = -pick(random, 7, 9);
    const other = -pick(random, 2, 4);
    const start = -pick(random, 3, 5);
    const worst = oneOf(random, [1, 2]);
    const middle = worst === 1 ? [peak, other] : [other, peak];
    const target = -pick(random, 1, 3, 0.5);
    const end = 2 * target - peak;
    // 新的结尾不能自己成了峰
    if (Math.abs(end) >= Math.abs(peak) - 1 || end < 1) return null;
    const values = [start, ...middle, end];
    const check = peakEnd({ moments: values, peak: 'extreme' });
    if (Math.abs(check.peakEnd - target) > 1e-9 || check.peak !== peak) return null;
    const sum = start + peak + other;
    const average = 4 * target - sum;
    const opposite = -peak;
    const plan = [...trip, '最后一步'].map((name, i) => ({
      name,
      value: values[i] ?? 0,
      minutes: 10,
    }));
    const within = 0.25;
    const wrong = [
      {
        name: '记忆分',
        x: target,
        within,
        why: '把目标本身放上来了。最后一刻只占一半，另一半被最难受的那一刻压着，结尾要比目标高得多。',
      },
      {
        name: '相反数',
        x: opposite,
        within,
        why: '这样一好一坏正好抵消，记忆分是零，比要求的还高。题目没有要求扳平，不必做到这么好。',
      },
      ...(average <= 10
        ? [
            {
              name: '凑平均',
              x: average,
              within,
              why: '这是让四步的平均达到目标。回忆不取平均，只取峰与终，中间两步不用去补。',
            },
          ]
        : []),
      {
        name: '零',
        x: 0,
        within,
        why: '最后一刻平平淡淡，记忆分就是峰的一半，还没有到题目要的数。',
      },
    ].filter(
      ({ x }, i, all) =>
        Math.abs(x - end) > 1 && all.slice(0, i).every((one) => Math.abs(one.x - x) > 1),
    );
    if (wrong.length < 2) return null;
    return {
      shown: {
        moments: `${first} ${fixed(start)} 分，${second} ${fixed(middle[0] as number)} 分，${third} ${fixed(middle[1] as number)} 分`,
        target: upTo(target, 1),
        twice: upTo(2 * target, 1),
        peak: fixed(peak),
        end: upTo(end, 1),
      },
      numbers: {
        original: asMoments(plan.slice(0, -1)),
        edited: asMoments(plan),
      },
      figure: {
        x: { label: '最后一刻的感受', unit: '分', from: -10, to: 10, step: 0.5 },
        marks: [{ x: peak, text: '峰', note: `${fixed(peak)} 分` }],
      },
      answer: { x: end, within },
      wrong,
      otherwise: '把这个数和峰平均一下，看得到的是不是题目要的记忆分：高了往左挪，低了往右挪。',
    };
  },
});
