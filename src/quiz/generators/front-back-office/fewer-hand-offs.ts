import { handOffs } from '../../../calc/process/hand-offs.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 少交接几次，一次办结率高几个百分点。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const fidelity = oneOf(random, [0.92, 0.93, 0.94, 0.95, 0.96]);
    const many = pick(random, 4, 8);
    const few = pick(random, 1, 3);
    const once = (count: number) => handOffs({ handOffs: count, fidelity }).firstTimeRight;
    const key = once(few) - once(many);
    if (many - few < 2) return null;
    const slips = apart(
      key,
      [
        {
          value: (many - few) * (1 - fidelity),
          why: '按每次少错几个百分点直接相加。做对的机会是一次一次乘的，越往后，同样的几个百分点落在越小的底上。',
        },
        { value: once(few), why: '这是少交接以后的一次办结率，还要减去原来的。' },
        {
          value: once(few) / once(many) - 1,
          why: '这是高了几成。题目问的是高几个百分点，用减，不用除。',
        },
        {
          value: once(many - few),
          why: '这是把少掉的几次单独连乘。两个办结率各自连乘，再相减。',
        },
      ],
      0.012,
    );
    if (!slips) return null;
    return {
      key,
      numbers: { many, fidelity },
      shown: {
        fidelity: percent(fidelity),
        many: String(many),
        few: String(few),
        before: percent(once(many), 1),
        after: percent(once(few), 1),
        key: `${upTo(key * 100, 1)} 个百分点`,
      },
      slips,
    };
  },
});
