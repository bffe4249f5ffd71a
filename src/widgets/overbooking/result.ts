/** 一个设置的结果：现在卖这么多会怎样，卖多少最省，别人眼里又该卖多少。 */
import { fixed } from '../../lib/format.ts';
import { believed, cheapest, outcome, showUps } from './outcomes.ts';
import { wordsOf, type Setting } from './setting.ts';

/** 图上最多画几个点。 */
const points = 44;

export function compute(values: Setting) {
  const { capacity } = values;
  const sold = capacity + values.extra;
  const now = outcome(values, sold);
  const best = cheapest(values);
  const naive = believed(values);
  const alike = values.bump === 'assigned' && values.days === 'model' && values.correlation === 0;
  /** 以为各来各的、随机指定，会卖几张 */
  const naiveBest = alike ? best : cheapest(naive);
  const most = Math.max(best.sold, sold, naiveBest.sold) - capacity;
  const span = Math.max(8, Math.ceil(most * 1.35) + 2);
  const step = Math.ceil(span / points);
  const curve = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) =>
    outcome(values, capacity + i * step),
  );
  return {
    now,
    best,
    none: curve[0]!,
    curve,
    step,
    chances: showUps(values, sold),
    /** 别人眼里的同一趟；设置本来就各来各的、随机指定时没有 */
    naive: alike
      ? null
      : {
          best: naiveBest,
          now: outcome(naive, sold),
          curve: curve.map(({ sold: each }) => outcome(naive, each)),
          chances: showUps(naive, sold),
        },
  };
}
export type Result = ReturnType<typeof compute>;

export const money = (values: Setting, value: number) => `${fixed(value)} ${wordsOf(values).money}`;
