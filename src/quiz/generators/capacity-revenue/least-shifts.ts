import { defineGenerator, pick } from '../kit/generator.ts';

const HOURS = 8;
const LENGTH = 4;

/**
 * 八个钟头的需求，每班连上四个钟头：最少几个班。
 * 从左往右补缺口，每次让新的一班尽量晚地开始；班次一样长、一样贵时这样最省。
 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const needs = Array.from({ length: HOURS }, () => pick(random, 2, 10));
    const present = needs.map(() => 0);
    const starts = needs.map(() => 0);
    needs.forEach((need, hour) => {
      const missing = Math.max(0, need - (present[hour] as number));
      const start = Math.min(hour, HOURS - LENGTH);
      starts[start] = (starts[start] as number) + missing;
      for (let at = start; at < start + LENGTH; at++)
        present[at] = (present[at] as number) + missing;
    });
    const key = starts.reduce((sum, count) => sum + count, 0);
    const total = needs.reduce((sum, need) => sum + need, 0);
    const peak = Math.max(...needs);
    const halves = Math.max(...needs.slice(0, LENGTH)) + Math.max(...needs.slice(LENGTH));
    return {
      key,
      numbers: {},
      shown: {
        needs: needs.join('、'),
        total: String(total),
        paid: String(key * LENGTH),
        starts: starts
          .flatMap((count, hour) => (count > 0 ? [`第 ${hour + 1} 个钟头 ${count} 人`] : []))
          .join('，'),
        key: String(key),
      },
      slips: [
        { value: peak, why: '这是最忙的一个钟头要的人，他们撑不满八个钟头。' },
        {
          value: Math.ceil(total / LENGTH),
          why: '这是总工时除以一班的长短，要每个钟头都正好不多不少才做得到。',
        },
        {
          value: halves,
          why: '只排了前后两段班。中间的钟头也可以开班，两头的高峰有时能少排几个。',
        },
      ],
    };
  },
});
