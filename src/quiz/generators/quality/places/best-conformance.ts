import { conformanceTradeoff } from '../../../../calc/quality/quality-cost.ts';
import { upTo } from '../../../../lib/format.ts';
import { oneOf, pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

/** 质量成本曲线的最低点。 */
export const generator = definePlace({
  draw(random) {
    const failureCoefficient = pick(random, 200, 500, 50);
    const gap = oneOf(random, [0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.25]);
    const preventionCoefficient = Number((failureCoefficient * gap * gap).toFixed(2));
    const at = (percent: number) =>
      conformanceTradeoff({
        conformance: percent / 100,
        preventionCoefficient,
        failureCoefficient,
      });
    const key = at(60).bestConformance * 100;
    const [from, to] = [50, 98];
    const high = Math.ceil(at(to).total / 50) * 50;
    const curve = Array.from({ length: 97 }, (_, i) => {
      const x = from + i / 2;
      return [x, Number(at(x).total.toFixed(2))] as const;
    });
    const within = 1.5;
    return {
      shown: {
        failure: String(failureCoefficient),
        key: upTo(key, 0),
        least: upTo(at(key).total, 0),
        perfect: upTo(at(to).total, 0),
        careless: upTo(at(from).total, 0),
      },
      numbers: {},
      figure: {
        x: { label: '合格率', unit: '%', from, to, step: 1 },
        y: { label: '一年的质量成本', unit: '万元', from: 0, to: high, step: 50 },
        curve,
        marks: [],
      },
      answer: { x: key, within },
      wrong: [
        {
          name: '零差错',
          x: to,
          within,
          why: '这里差错最少，总成本却高得多：照现在的办法，最后几个差错要用很多检查去换。',
        },
        {
          name: '少检查',
          x: from,
          within,
          why: '省下了预防和检查，赔付、返工和流失却大得多。要看合起来的曲线。',
        },
      ],
      otherwise: '曲线已经是四样成本合起来的。找它最低的一点，再看下面是百分之几。',
    };
  },
});
