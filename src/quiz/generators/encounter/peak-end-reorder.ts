import { peakEnd, type Moment } from '../../../calc/psychology/peak-end.ts';
import { fixed, upTo } from '../../../lib/format.ts';
import { asMoments } from '../kit/experience.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 把末尾的坏事挪到中间，记忆分升多少；总量一点不变。 */
export const generator = defineGenerator({
  unit: 'points',
  tolerance: 0.004,
  draw(random) {
    const place = oneOf(random, [
      { wait: '等位', main: '用餐', show: '甩面表演', sweet: '甜品', pay: '排队结账' },
      { wait: '排队入园', main: '游玩', show: '花车巡游', sweet: '合影', pay: '挤着出园' },
      { wait: '候诊', main: '理疗', show: '医生说恢复得好', sweet: '热敷', pay: '排队缴费' },
    ]);
    const make = (name: string, value: number, duration: number): Moment => ({
      name,
      value,
      duration,
    });
    const wait = make(place.wait, -pick(random, 2, 4), pick(random, 15, 40, 5));
    const main = make(place.main, pick(random, 2, 4), pick(random, 30, 60, 10));
    const show = make(place.show, pick(random, 7, 9), pick(random, 4, 8));
    const sweet = make(place.sweet, pick(random, 3, 6, 0.5), pick(random, 6, 12));
    const pay = make(place.pay, -pick(random, 3, 6, 0.5), pick(random, 5, 12));
    const rule = { peak: 'extreme' } as const;
    const original = [wait, main, show, sweet, pay];
    const edited = [wait, main, pay, show, sweet];
    const before = peakEnd({ moments: original, ...rule });
    const after = peakEnd({ moments: edited, ...rule });
    const link = (plan: readonly Moment[]) =>
      asMoments(
        plan.map(({ name = '', value, duration = 1 }) => ({ name, value, minutes: duration })),
      );
    const key = after.peakEnd - before.peakEnd;
    return {
      key,
      numbers: { original: link(original), edited: link(edited) },
      shown: {
        moments: original
          .map(
            ({ name, value, duration = 0 }) => `${name} ${upTo(value, 1)} 分（${duration} 分钟）`,
          )
          .join('，'),
        bad: place.pay,
        main: place.main,
        last: place.sweet,
        peak: fixed(before.peak),
        endBefore: upTo(before.end, 1),
        endAfter: upTo(after.end, 1),
        before: upTo(before.peakEnd, 2),
        after: upTo(after.peakEnd, 2),
        total: upTo(before.total, 1),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: 0,
          why: '总量确实一点没变，可是回忆不看总量。最后一刻换了，记忆分就跟着变。',
        },
        {
          value: after.end - before.end,
          why: '这是最后一刻升了几分。它在记忆分里只占一半，还要除以 2。',
        },
        {
          value: after.peakEnd,
          why: '这是改后的记忆分。题目问的是升了几分，还要减去改之前的。',
        },
        {
          value: after.peak - before.peakEnd,
          why: '把改后的记忆分当成了峰。最后一刻也要算进来，两者平均以后再去减。',
        },
      ],
    };
  },
});
