import { decoupling } from '../../../calc/process/decoupling.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 两位全能拆成一前一后，后台要快几成，总周转才不吃亏。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.015,
  draw(random) {
    const hourly = pick(random, 5, 12);
    const frontTime = pick(random, 3, 6);
    const backTime = pick(random, 5, 10);
    const arrivalRate = hourly / 60;
    const { customerTimeBefore, front } = decoupling({
      arrivalRate,
      frontTime,
      backTime,
      frontServers: 1,
      backServers: 1,
    });
    if (!Number.isFinite(customerTimeBefore)) return null;
    // 读者照印出来的两位小数算
    const before = Number(customerTimeBefore.toFixed(2));
    const inFront = Number(front.meanTime.toFixed(2));
    const room = before - inFront;
    if (!(room > 0)) return null;
    const time = room / (1 + arrivalRate * room);
    const key = 1 - time / backTime;
    if (!(key > 0.1 && key < 0.55)) return null;
    const careless = before / (1 + arrivalRate * before);
    const slips = apart(
      key,
      [
        { value: time / backTime, why: '这是后台的时间缩到原来的几成，快了几成要用 1 去减。' },
        {
          value: backTime / time - 1,
          why: '这是一小时多做几成。题目问的是每件的时间少了几成，分母是原来的一件。',
        },
        {
          value: 1 - careless / backTime,
          why: '忘了先减去顾客在前台花的时间，留给后台的没有那么多。',
        },
        {
          value: 1 - (frontTime + backTime) / 2 / backTime,
          why: '只让后台和原来一样忙。原来两个人互相帮，拆开以后一个人排得更长，还要再快些。',
        },
        {
          value: 1 - room / backTime,
          why: '把留给后台的时间全当成了做的时间。后台也要排队，做的一段得更短。',
        },
      ].filter(({ value }) => value > 0),
      0.015,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        hourly: String(hourly),
        frontTime: String(frontTime),
        backTime: String(backTime),
        before: upTo(before, 2),
        front: upTo(inFront, 2),
        room: upTo(room, 2),
        time: upTo(time, 2),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
