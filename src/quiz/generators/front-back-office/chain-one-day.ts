import { maximumService } from '../../../calc/workforce/cross-training.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

const names = ['开户', '贷款', '理财', '挂失'];

/** 这一天的活，链式比专岗多做几件。 */
export const generator = defineGenerator({
  unit: 'pieces',
  tolerance: 0,
  draw(random) {
    const capacity = pick(random, 10, 20);
    const demand = names.map(() => capacity + pick(random, -8, 8));
    const capacities = names.map(() => capacity);
    const serve = (degree: number) =>
      Math.round(
        maximumService({
          demand,
          capacities,
          skills: capacities.map((_, i) =>
            Array.from({ length: degree }, (__, step) => (i + step) % names.length),
          ),
        }),
      );
    const [dedicated, chain, full] = [serve(1), serve(2), serve(names.length)];
    const key = chain - dedicated;
    const short = demand.reduce((all, each) => all + Math.max(0, each - capacity), 0);
    const spare = demand.reduce((all, each) => all + Math.max(0, capacity - each), 0);
    const oneHop = demand.reduce((all, each, i) => {
      const next = demand[(i + 1) % names.length] as number;
      return all + Math.min(Math.max(0, capacity - each), Math.max(0, next - capacity));
    }, 0);
    // 闲的人正好挨着缺的，链子就看不出一环传一环
    if (key < 2 || oneHop === key || short === spare) return null;
    const slips = apart(
      key,
      [
        { value: chain, why: '这是链式一共做完的，还要减去专岗做完的。' },
        { value: short, why: '这是专岗做不完的总数。闲着的人手不一定够补上全部。' },
        { value: spare, why: '这是专岗闲着的总数。闲着的不一定都有活可补。' },
        {
          value: oneHop,
          why: '只让闲的人帮了隔壁一样。隔壁的人被替下来，还可以再去帮他的下一样，一环传一环。',
        },
        { value: dedicated, why: '这是专岗做完的，题目问的是链式多做几件。' },
      ],
      0,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        capacity: String(capacity),
        demand: names.map((name, i) => `${name} ${demand[i]}`).join('、'),
        dedicated: String(dedicated),
        chain: String(chain),
        full: String(full),
        short: String(short),
        spare: String(spare),
        key: String(key),
      },
      slips,
    };
  },
});
