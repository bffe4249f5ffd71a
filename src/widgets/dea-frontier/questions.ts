/** 四问，各带典型的错猜。 */
import { fixed, percent, upTo } from '../../lib/format.ts';
import type { ChoicePrediction, NumberPrediction } from '../../widget-kit/model.ts';
import { branches, count, indexOf, nameOf, total } from './branches.ts';
import { evaluation, ladder, ownScores, scaleParts } from './efficiency.ts';
import type { params } from './setting.ts';

const perHour = branches.map(({ inputs, outputs }) => total(outputs) / (inputs[0] ?? 1));
const top = perHour.indexOf(Math.max(...perHour));
const k8 = indexOf('K8');
const k14 = indexOf('K14');
const k16 = indexOf('K16');
const of = (unit: number) => branches[unit] as (typeof branches)[number];
const full = () => ownScores('constant').flatMap((score, j) => (score === 1 ? [nameOf(j)] : []));
const steps = () => ladder().map((each) => each.full);

export const ownWeightsAsked: NumberPrediction<typeof params, unknown> = {
  kind: 'number',
  question: `三样投入、三类业务，各记几分由被评的那家自己挑；只有一条，同一套分用到谁身上，谁都不许超过 1。${count} 家里，有几家能得 1？`,
  unit: '家',
  whole: true,
  min: 0,
  max: count,
  digits: 0,
  tolerance: 0.1,
  answer: () => full().length,
  misreads: [
    {
      when: (guess) => guess < 1,
      text: '至少有一家：不管照哪一套分，总有一家排第一。',
    },
    {
      when: (guess) => guess < 2,
      text: () =>
        `你还在用一把尺。只算人工时、不分哪一类，确实只有 ${nameOf(top)} 一家得 1；分开记，办得多的是哪一类就替哪一类说话，多了 ${full().length - 1} 家：${full().join('、')}。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, _result, guess) => {
        const [, three = 0, four, five] = steps();
        const thought =
          Math.round(guess) === three ? '你大概想：三类业务各出一个最好的。' : '还少了。';
        return `${thought}投入只算人工时、三类分开记，是 ${three} 家；可投入也能挑，添上费用有人靠省钱进来，是 ${four} 家，再添面积有人靠地方小进来，是 ${five} 家。`;
      },
    },
    {
      when: (guess) => guess >= 12,
      text: () =>
        `人人有话说，不等于人人说得通。同一套分也要用到别家身上：K16 不管怎么挑，总有别家同时更高，它最好只到 ${fixed(ownScores('constant')[k16] ?? 0, 3)}。能得 1 的只有 ${full().length} 家。`,
    },
    {
      when: () => true,
      text: () =>
        `没有那么宽。挑的分要拿去算所有的人，样样都不如某几家的拼起来，就翻不了身；能得 1 的是 ${full().join('、')}。${ownScores('constant').filter((score) => score > 0.9 && score < 1).length} 家到了 0.9 以上，差一点。`,
    },
  ],
  hit: () =>
    `${full().join('、')}。K8 在里面：照一把尺它第 14。没得 1 的，是自己挑了也有别家更高，这才叫挑得出毛病。`,
};

/** C 类一笔记几分，K8 追平每一家；A、B 一笔记一分，投入只算人工时 */
function breakEven(): number {
  const [a, b, c] = of(k8).outputs as [number, number, number];
  const hours = of(k8).inputs[0] ?? 1;
  return Math.max(
    ...branches.map(({ inputs, outputs }) => {
      const own = inputs[0] ?? 1;
      const [x = 0, y = 0, z = 0] = outputs;
      const ahead = (x + y) / own - (a + b) / hours;
      const gains = c / hours - z / own;
      return gains > 0 ? ahead / gains : 0;
    }),
  );
}
/** 只看自己：第一名是它的几倍 */
const behind = (perHour[top] ?? 0) / (perHour[k8] ?? 1);

export const dearTransactionAsked: NumberPrediction<typeof params, unknown> = {
  kind: 'number',
  question:
    'A、B 两类还是一笔记 1 分，投入还是只算人工时。C 类一笔要记几分，K8 才从第 14 升到第一？',
  unit: '分',
  min: 1,
  max: 100,
  digits: 1,
  answer: breakEven,
  misreads: [
    {
      when: (guess) => guess < 1.2,
      text: '记 1 分就是现在，K8 第 14。',
    },
    {
      when: (guess) => Math.abs(guess - behind) < 0.15,
      text: () =>
        `你大概拿第一名除以 K8，得 ${upTo(behind, 1)}。可涨的只有 C 类，它占 K8 的笔数不到一半；别家的 C 类也跟着涨。要到 ${fixed(breakEven(), 1)} 分才追平。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: () =>
        `方向对，还不够。${nameOf(top)} 靠的是 A 类，每个工时 ${upTo((of(top).outputs[0] ?? 0) / (of(top).inputs[0] ?? 1), 1)} 笔，K8 只有 ${upTo((of(k8).outputs[0] ?? 0) / (of(k8).inputs[0] ?? 1), 1)} 笔；这个差要全靠 C 类补回来，到 ${fixed(breakEven(), 1)} 分才补得平。`,
    },
    {
      when: (guess) => guess >= 10,
      text: () =>
        `用不着那么多。K8 办了 ${fixed(of(k8).outputs[2] ?? 0)} 笔 C 类，占它的 ${percent((of(k8).outputs[2] ?? 0) / total(of(k8).outputs))}；一笔记 ${fixed(breakEven(), 1)} 分就够了。名次看着差得远，换一个不算离谱的记法就翻过来。`,
    },
    {
      when: () => true,
      text: () =>
        `记得多了些，${fixed(breakEven(), 1)} 分就追平。一笔 C 类顶三笔 A 类，算不算离谱？要去柜台上量，这张表答不了。`,
    },
  ],
  hit: () =>
    `到 ${fixed(breakEven(), 1)} 分追平 ${nameOf(top)}。一笔 C 类顶三笔 A 类，算不算离谱？要去柜台上量，这张表答不了；第 14 这个名次，本来也是按“一笔顶一笔”答的。`,
};

const needed = () => 100 * (evaluation(k16, 'constant').score || 0);
const ratio16 = (100 * (perHour[k16] ?? 0)) / (perHour[top] ?? 1);
const mix16 = () =>
  evaluation(k16, 'constant')
    .peers.map(({ unit, weight }) => `${fixed(weight, 2)} 个 ${nameOf(unit)}`)
    .join('、');

export const targetAsked: NumberPrediction<typeof params, unknown> = {
  kind: 'number',
  question:
    '拿几家真有的网点，各取几成拼成一家，三类业务都不比 K16 少。拼得最省的，三样投入里用得最多的一样，要 K16 的百分之几？',
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.1,
  answer: needed,
  misreads: [
    {
      when: (guess) => Math.abs(guess - ratio16) <= 5,
      text: () =>
        `你大概拿每个工时的笔数比：K16 是第一名 ${nameOf(top)} 的 ${fixed(ratio16)}%。可 ${nameOf(top)} 办的几乎全是 A 类，照 K16 那么多的 B 类、C 类，拼一家要 ${mix16()}，用 ${fixed(needed(), 1)}%。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: () =>
        `没有那么省。三类都不能少，哪一家单独都顶不上：最省的拼法是 ${mix16()}，要 ${fixed(needed(), 1)}%。`,
    },
    {
      when: (guess) => guess > 85,
      text: () =>
        `你替 K16 想得宽了。它说自己三类都办，照三类都办的拼，${mix16()} 就够，只要 ${fixed(needed(), 1)}%。`,
    },
    {
      when: () => true,
      text: () => `还能再省。最省的拼法是 ${mix16()}，只要 ${fixed(needed(), 1)}%。`,
    },
  ],
  hit: () =>
    `最省的拼法是 ${mix16()}。得分 ${fixed(needed() / 100, 3)} 就是这个数。它不是骂名，是一张单子：该去看的是这三家，不是每工时笔数第一的 ${nameOf(top)} 一家。`,
};

function split() {
  const { overall, pureTechnical, scale } = scaleParts();
  const [all, pure, size] = [overall, pureTechnical, scale].map((list) => fixed(list[k14] ?? 0, 3));
  return `大的小的都比，它最高 ${all}；只和大小相当的比，是 ${pure}；前一个除以后一个，${size}，是规模那一头的。`;
}

export const whySmallAsked: ChoicePrediction<typeof params, unknown> = {
  kind: 'choice',
  question: '自己挑了最有利的权重，K14 还是得不到 1。主要差在哪一头？',
  options: [
    {
      value: 'work',
      label: '活干得松',
      explanation: () =>
        `${split()}同样大小的里面，它干得不差，催它多办几笔没有多少用；该想的是要不要和别家并。`,
    },
    {
      value: 'small',
      label: '规模太小',
      explanation: () => `${split()}同样大小的里面它干得不差，差在摊不开：该想的是要不要和别家并。`,
    },
    {
      value: 'large',
      label: '规模太大',
      explanation: () =>
        `${split()}规模是主要的一头，可方向反了：它的笔数在 ${count} 家里算少的，再大一点，每笔摊到的投入会少。`,
    },
  ],
  answer: () => {
    const { pureTechnical, scale, returnsToScale } = scaleParts();
    if ((pureTechnical[k14] ?? 0) < (scale[k14] ?? 0)) return 'work';
    return returnsToScale[k14] === 'decreasing' ? 'large' : 'small';
  },
};
