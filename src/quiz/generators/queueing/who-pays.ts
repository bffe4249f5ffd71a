import { priorityMg1 } from '../../../calc/queueing/priority-mg1.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';

/** 守恒律：快件优先以后快件少等了，慢件多等到多少。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const quickLoad = oneOf(random, [0.2, 0.25, 0.3, 0.4]);
    const slowLoad = oneOf(random, [0.3, 0.4, 0.45, 0.5, 0.55]);
    const quick = oneOf(random, [1, 2]);
    const slow = oneOf(random, [5, 6, 8, 10]);
    const total = quickLoad + slowLoad;
    if (total < 0.65 || total > 0.9) return null;
    const result = priorityMg1({
      classes: [
        { arrivalRate: quickLoad / quick, meanService: quick, scvService: 0 },
        { arrivalRate: slowLoad / slow, meanService: slow, scvService: 0 },
      ],
    });
    // 题面给的等待写到两位小数，读者照它算，讲解里的数才对得上
    const [quickWait = 0, before = 0] = [
      result.meanWaits[0],
      result.meanWaitFirstComeFirstServed,
    ].map((wait = 0) => Number(wait.toFixed(2)));
    const gain = before - quickWait;
    const loss = Number(((quickLoad * gain) / slowLoad).toFixed(2));
    const key = before + loss;
    // 按守恒律摊出来的，与科巴姆公式只差舍入
    if (Math.abs(key - (result.meanWaits[1] ?? Number.NaN)) > 0.03) return null;
    return {
      key,
      numbers: { quickLoad, slowLoad, quick, slow },
      shown: {
        quick: String(quick),
        slow: String(slow),
        quickLoad: percent(quickLoad),
        slowLoad: percent(slowLoad),
        before: upTo(before, 2),
        quickWait: upTo(quickWait, 2),
        gain: upTo(gain, 2),
        moved: upTo(quickLoad * gain, 4),
        loss: upTo(loss, 2),
        key: upTo(key, 2),
      },
      slips: [
        {
          value: before,
          why: '当成慢件不受影响了。快件插到前面，它省下的等待不会凭空消失，由慢件来出。',
        },
        {
          value: before + gain,
          why: '快件省几分钟，慢件就加几分钟，这只在两类一样忙时才对。要按各自占用窗口的比例来摊。',
        },
        {
          value: before + (gain * (quickLoad / quick)) / (slowLoad / slow),
          why: '按人数摊了。守恒的是“忙的份额 × 等待”，要用利用率作权，不用人数。',
        },
        {
          value: before + (gain * slowLoad) / quickLoad,
          why: '权放反了：快件的份额乘快件省下的，等于慢件的份额乘慢件多出的。',
        },
        {
          value: (quickLoad * gain) / slowLoad,
          why: '这是慢件多等的那几分钟，还要加上原来的等待。',
        },
      ],
    };
  },
});
