import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 把咨询从柜台搬到 App，省下的人工和丢掉的成交，净少多少。 */
export const generator = defineGenerator({
  unit: 'ten-thousand-yuan',
  tolerance: 0.01,
  draw(random) {
    const visits = pick(random, 1000, 4000, 500);
    const desk = pick(random, 12, 24, 2);
    const app = pick(random, 2, 4);
    const hourly = pick(random, 40, 70, 5);
    const deskRate = oneOf(random, [0.08, 0.1, 0.12, 0.15]);
    const appRate = oneOf(random, [0.01, 0.02, 0.03]);
    const margin = pick(random, 200, 600, 50);
    const saved = (visits * (desk - app) * hourly) / 60 / 10000;
    const lost = (visits * (deskRate - appRate) * margin) / 10000;
    const key = lost - saved;
    if (key < 0.3 || key < 0.15 * lost) return null;
    const slips = apart(
      key,
      [
        { value: lost, why: '只算了丢掉的成交。省下的人工也是钱，要减去。' },
        { value: saved, why: '这是省下的人工。题目问的是丢的比省的多多少。' },
        {
          value: (visits * deskRate * margin) / 10000 - saved,
          why: '搬到 App 以后还有人成交，不能当成一笔也没有。',
        },
        {
          value: lost - (visits * desk * hourly) / 60 / 10000,
          why: 'App 上的咨询也要人处理几分钟，省下的是差出来的那一截。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        visits: String(visits),
        desk: String(desk),
        app: String(app),
        hourly: String(hourly),
        deskRate: percent(deskRate),
        appRate: percent(appRate),
        margin: String(margin),
        hours: upTo((visits * (desk - app)) / 60, 1),
        saved: upTo(saved, 2),
        fewer: upTo(visits * (deskRate - appRate), 0),
        lost: upTo(lost, 2),
        key: upTo(key, 2),
      },
      slips,
    };
  },
});
