import { qfd } from '../../../calc/quality/qfd.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 质量屋里两项做法，一项占几成。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.01,
  draw(random) {
    const needs = [pick(random, 4, 5), pick(random, 2, 4), pick(random, 1, 3)];
    const mark = () => oneOf(random, [0, 1, 3, 9]);
    const relationship = needs.map(() => [mark(), mark()]);
    const column = (j: number) => relationship.map((row) => row[j] as number);
    const [first, second] = [column(0), column(1)];
    const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
    if (sum(first) === 0 || sum(second) === 0 || first.filter((x) => x > 0).length < 2) return null;
    const { raw, relative } = qfd({ customerImportance: needs, relationship });
    const key = relative[0] as number;
    if (key < 0.15 || key > 0.85) return null;
    const slips = apart(
      key,
      [
        {
          value: sum(first) / (sum(first) + sum(second)),
          why: '关系分直接相加了，没有乘需求的重要性。',
        },
        { value: 1 - key, why: '这是另一项做法占的。' },
        {
          value: (raw[0] as number) / (raw[1] as number),
          why: '除的是另一项的分。占几成，分母是两项合起来。',
        },
        {
          value: (raw[0] as number) / (9 * sum(needs)),
          why: '除的是满分。题目问的是两项里占几成。',
        },
        {
          value: Math.max(...first) / (Math.max(...first) + Math.max(...second)),
          why: '只看了最强的一条关系。每一条都要乘上重要性再加起来。',
        },
      ],
      0.01,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        needs: needs.join('、'),
        first: first.join('、'),
        second: second.join('、'),
        rawFirst: String(raw[0]),
        rawSecond: String(raw[1]),
        rawSum: String(sum(raw)),
        key: percent(key, 1),
      },
      slips,
    };
  },
});
