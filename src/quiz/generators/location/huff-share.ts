import { huff } from '../../../calc/location/huff.ts';
import { upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick, share } from '../kit/generator.ts';

/** 赫夫概率：三家店的面积与路程已知，去小店的概率是多少。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const attractiveness = [
      pick(random, 2000, 6000, 500),
      pick(random, 800, 2000, 200),
      pick(random, 400, 1000, 100),
    ];
    const distances = [pick(random, 4, 10), pick(random, 3, 6), pick(random, 1, 3)];
    const beta = oneOf(random, [1.5, 2, 2, 3]);
    const [big = 0, middle = 0, small = 0] = attractiveness;
    const [far = 0, mid = 0, near = 0] = distances;
    const last = (shares: number[]) => shares.at(-1) ?? 0;
    const key = last(huff({ attractiveness, distances, beta }));
    if (key < 0.1 || key > 0.9) return null;
    const pull = (size: number, distance: number) => size / distance ** beta;
    const pulls = [pull(big, far), pull(middle, mid), pull(small, near)];
    return {
      key,
      numbers: { big, middle, small, far, mid, near, beta },
      shown: {
        big: upTo(big, 0),
        middle: upTo(middle, 0),
        small: upTo(small, 0),
        far: String(far),
        mid: String(mid),
        near: String(near),
        beta: upTo(beta, 1),
        pullBig: upTo(pulls[0] ?? 0, 2),
        pullMiddle: upTo(pulls[1] ?? 0, 2),
        pullSmall: upTo(pulls[2] ?? 0, 2),
        sum: upTo(
          pulls.reduce((a, b) => a + b, 0),
          2,
        ),
        key: share(key),
      },
      slips: [
        {
          value: last(huff({ attractiveness, distances, beta: 1 })),
          why: '忘了 λ：路程直接去除面积了。λ 是多少，路程就要先乘几次方。',
        },
        {
          value: last(huff({ attractiveness, distances, alpha: beta, beta })),
          why: 'λ 把面积也乘方了。只有路程要乘方，面积原样用。',
        },
        {
          value: last(huff({ attractiveness, distances, beta: 0 })),
          why: '只比了面积，没有算路程：小店全靠近才有人来。',
        },
        {
          value: last(huff({ attractiveness: [1, 1, 1], distances, beta })),
          why: '只比了路程，没有算面积：店大一些，远一点也有人去。',
        },
        {
          value: (pulls[2] ?? 0) / ((pulls[0] ?? 0) + (pulls[1] ?? 0)),
          why: '分母漏了小店自己。概率是它占三家吸引力总和的份额。',
        },
      ],
    };
  },
});
