import { divideMarket } from '../../../../calc/location/line-competition.ts';
import { pick, share } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

const LENGTH = 1000;
const STEP = 20;

/** 街上已有一家店：你的店开在哪里，分到的顾客最多。 */
export const generator = definePlace({
  draw(random) {
    const rival = pick(random, 160, 840, STEP);
    if (Math.abs(rival - LENGTH / 2) < 100) return null;
    const mine = (at: number) =>
      divideMarket({ positions: [at, rival], length: LENGTH }).shares[0] ?? 0;
    const grid = Array.from({ length: LENGTH / STEP + 1 }, (_, k) => k * STEP).filter(
      (at) => at !== rival,
    );
    const best = grid.reduce((a, b) => (mine(b) > mine(a) ? b : a));
    const side = best > rival ? '右' : '左';
    const farEnd = best > rival ? LENGTH : 0;
    const between = (rival + farEnd) / 2;
    const mirror = LENGTH - rival;
    return {
      shown: {
        length: String(LENGTH),
        rival: String(rival),
        side,
        best: String(best),
        bestShare: share(mine(best)),
        mirror: String(mirror),
        mirrorShare: share(mine(mirror)),
        middleShare: share(mine(LENGTH / 2)),
      },
      numbers: { rival, best },
      figure: {
        x: { label: '街上位置', unit: '米', from: 0, to: LENGTH, step: STEP },
        marks: [{ x: rival, text: '对手' }],
      },
      answer: { x: best, within: STEP / 2 },
      wrong: [
        {
          name: '对称处',
          x: mirror,
          within: 40,
          why: `和对手对称，两家正好各一半，${share(mine(mirror))}。往他那边挪一步，你背后的人一个不少，中间的又多来一些。`,
        },
        {
          name: '空地中间',
          x: between,
          within: 40,
          why: `把大的那块空地占在正中，只得 ${share(mine(between))}。你和他之间的人被他分走一半，靠他近一点就能抢回来。`,
        },
        {
          name: '街的正中',
          x: LENGTH / 2,
          within: 40,
          why: `正中不错，有 ${share(mine(LENGTH / 2))}，可是对手不在正中，你还能再往他那边挪。正中是两家都挪完以后才停下的地方。`,
        },
      ],
      otherwise:
        '份额还能再大。试着朝对手挪一步：你背后的人还是你的，两家之间的分界却跟着你往他那边走。挪到哪里为止？',
    };
  },
});
