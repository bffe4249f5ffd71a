import { cohenKappa } from '../../../calc/quality/cohen-kappa.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 两个人把同一批故事归成两类，由四格表求 κ。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0.012,
  draw(random) {
    const items = oneOf(random, [40, 50]);
    const bothSystem = pick(random, 18, 28);
    const onlyFirst = pick(random, 2, 6);
    const onlySecond = pick(random, 2, 6);
    const neither = items - bothSystem - onlyFirst - onlySecond;
    if (neither < 4) return null;
    const pairs = [
      ...Array.from({ length: bothSystem }, () => ['系统', '系统'] as const),
      ...Array.from({ length: onlyFirst }, () => ['系统', '态度'] as const),
      ...Array.from({ length: onlySecond }, () => ['态度', '系统'] as const),
      ...Array.from({ length: neither }, () => ['态度', '态度'] as const),
    ];
    const { kappa, agreement, expected } = cohenKappa({
      first: pairs.map(([first]) => first),
      second: pairs.map(([, second]) => second),
    });
    if (kappa < 0.2) return null;
    const first = (bothSystem + onlyFirst) / items;
    const second = (bothSystem + onlySecond) / items;
    return {
      key: kappa,
      numbers: {},
      shown: {
        items: String(items),
        bothSystem: String(bothSystem),
        onlyFirst: String(onlyFirst),
        onlySecond: String(onlySecond),
        neither: String(neither),
        agreement: percent(agreement, 1),
        expected: `${upTo(expected * 100, 2)}%`,
        first: percent(first, 1),
        second: percent(second, 1),
        above: upTo((agreement - expected) * 100, 2),
        room: upTo((1 - expected) * 100, 2),
        key: upTo(kappa, 3),
      },
      slips: [
        {
          value: agreement,
          why: '这是一致率。两个人闭着眼随手归，也会碰巧撞上一些，要把碰巧的扣掉。',
        },
        { value: expected, why: '这是碰巧会一致的比例。κ 问的是实际的一致超出它多少。' },
        {
          value: agreement - expected,
          why: '超出碰巧的部分算对了，还要除以“最多能超出多少”，也就是 1 减碰巧的比例。',
        },
        {
          value: (agreement - 0.5) / 0.5,
          why: '把碰巧的一致当成了一半。那是两类各占一半时的数，要用两个人各自归类的比例来算。',
        },
      ],
    };
  },
});
