import { perceptualMap } from '../../../../calc/strategy/perceptual-map.ts';
import { upTo } from '../../../../lib/format.ts';
import { pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

const names = ['甲店', '乙店', '丙店', '丁店'] as const;

/** 新店的四项打分恰好是两家的平均，在感知图上落在哪里。 */
export const generator = definePlace({
  draw(random) {
    const ratings = names.map(() => [0, 1, 2, 3].map(() => pick(random, 1, 10)));
    const { coordinates, explained } = perceptualMap({ ratings });
    const at = coordinates.map(([x = 0, y = 0]) => [x, y] as const);
    const [one, two, three, four] = at;
    if (!one || !two || !three || !four) return null;
    const [first = 0, second = 0] = explained;
    if (first + second < 0.9 || at.some(([x, y]) => Math.abs(x) > 2.8 || Math.abs(y) > 2.3))
      return null;
    // 标在图上的名字要分得开
    const close = at.some(([x, y], i) =>
      at.slice(i + 1).some(([u, v]) => Math.hypot(x - u, y - v) < 1),
    );
    if (close) return null;
    const middle = [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2] as const;
    const within = 0.3;
    const wrong = [
      {
        name: '图的正中',
        x: 0,
        y: 0,
        within,
        why: '正中是四家的平均。新店只取甲、乙两家的平均，丙、丁与它无关。',
      },
      {
        name: '丙丁之间',
        x: -middle[0],
        y: -middle[1],
        within,
        why: '放到对面去了。打分像甲、乙，就该落在甲、乙那一边。',
      },
      {
        name: '甲店',
        x: one[0],
        y: one[1],
        within,
        why: '这里的打分和甲店一样。新店只有一半像甲，还有一半像乙。',
      },
      {
        name: '乙店',
        x: two[0],
        y: two[1],
        within,
        why: '这里的打分和乙店一样。新店只有一半像乙，还有一半像甲。',
      },
    ];
    const figures = (i: number) => (ratings[i] ?? []).join('、');
    return {
      shown: {
        one: figures(0),
        two: figures(1),
        mean: [0, 1, 2, 3]
          .map((j) => upTo(((ratings[0]?.[j] ?? 0) + (ratings[1]?.[j] ?? 0)) / 2, 1))
          .join('、'),
        x: upTo(middle[0], 1),
        y: upTo(middle[1], 1),
      },
      numbers: {},
      figure: {
        x: { label: '第一维', from: -3, to: 3, step: 0.1 },
        y: { label: '第二维', from: -2.5, to: 2.5, step: 0.1 },
        marks: at.map(([x, y], i) => ({
          x: Number(x.toFixed(2)),
          y: Number(y.toFixed(2)),
          text: names[i] ?? '',
        })),
      },
      answer: { x: middle[0], y: middle[1], within },
      wrong,
      otherwise: '图上的位置由四项打分一项一项地加出来。打分取两家的平均，位置落在两家的什么地方？',
    };
  },
});
