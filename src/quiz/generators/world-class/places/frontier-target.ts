import { dea } from '../../../../calc/benchmarking/dea.ts';
import { percent, upTo } from '../../../../lib/format.ts';
import { pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

/** 两种投入、一种产出：一个网点按比例缩到前沿上，落在哪里。 */
export const generator = definePlace({
  draw(random) {
    const a = [pick(random, 2, 3, 0.5), pick(random, 9, 11, 0.5)] as const;
    const b = [pick(random, 4, 5, 0.5), pick(random, 4, 5, 0.5)] as const;
    const c = [pick(random, 9, 11, 0.5), pick(random, 2, 3, 0.5)] as const;
    const d = [pick(random, 8, 11, 0.5), pick(random, 6, 11, 0.5)] as const;
    const units = [a, b, c, d];
    const [, , , own] = dea({
      inputs: units.map((unit) => [...unit]),
      outputs: units.map(() => [1]),
    });
    // D 的两样都要在前沿的两头之间，横着、竖着才碰得到折线
    if (!own || own.score > 0.8 || own.peers.length !== 2 || d[1] > a[1] || d[0] > c[0])
      return null;
    const [x, y] = own.inputTargets as [number, number];
    const curve = [a, b, c] as const;
    const heightAt = (at: number) => {
      const [left, right] = at <= b[0] ? [a, b] : [b, c];
      return left[1] + ((right[1] - left[1]) * (at - left[0])) / (right[0] - left[0]);
    };
    /** 前沿上高是 height 的一点。 */
    const across = (height: number) => {
      const [left, right] = height >= b[1] ? [a, b] : [b, c];
      return left[0] + ((right[0] - left[0]) * (left[1] - height)) / (left[1] - right[1]);
    };
    const within = 0.3;
    const wrong = [
      {
        name: '只砍工时',
        x: across(d[1]),
        within,
        why: '费用一分不动，只砍工时，横着走到了前沿。按比例缩，是两样一起缩，朝着原点走。',
      },
      {
        name: '只砍费用',
        x: d[0],
        within,
        why: '工时一点不动，只砍费用，竖着走到了前沿。按比例缩，是两样一起缩，朝着原点走。',
      },
      {
        name: '照抄 B',
        x: b[0],
        within,
        why: '这是一家标杆，不是 D 自己缩到的地方。D 的工时和费用之比不同，落在两家标杆之间。',
      },
    ].filter((each, i, all) =>
      [{ x }, ...all.slice(0, i)].every((other) => Math.abs(other.x - each.x) > 0.9),
    );
    if (wrong.length < 2 || Math.abs(heightAt(x) - y) > 0.01) return null;
    const points = Array.from({ length: 41 }, (_, i) => {
      const at = a[0] + ((c[0] - a[0]) * i) / 40;
      return [Number(at.toFixed(3)), Number(heightAt(at).toFixed(3))] as const;
    });
    return {
      shown: {
        hours: upTo(d[0], 1),
        cost: upTo(d[1], 1),
        score: percent(own.score),
        x: upTo(x, 1),
        y: upTo(y, 1),
      },
      numbers: {},
      figure: {
        x: { label: '工时', unit: '百小时', from: 0, to: 12, step: 0.1 },
        y: { label: '费用', unit: '万元', from: 0, to: 12, step: 2 },
        curve: points,
        marks: [
          ...curve.map(([px, py], i) => ({ x: px, y: py, text: 'ABC'.charAt(i) })),
          { x: d[0], y: d[1], text: 'D' },
        ],
      },
      answer: { x, within },
      wrong,
      otherwise: '从 D 朝原点画一条直线，它和前沿碰在哪里，就是 D 按比例缩到的地方。',
    };
  },
});
