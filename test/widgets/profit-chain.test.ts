import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { horizon, model, type Setting } from '../../src/widgets/profit-chain/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}): Setting => ({
  ...scenarioValues(model, scenario),
  ...change,
});
/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'hotel', change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const say = (scenario: string, change: Partial<Setting> = {}) => {
  const values = setting(scenario, change);
  return model.sentence(values, model.compute(values));
};

const on = (name: keyof Setting) => {
  const param = model.params[name];
  return fc
    .double({ min: param.min, max: param.max, noNaN: true })
    .map((value) => nearest(param, value));
};
const settings = fc.record({
  cut: on('cut'),
  months: on('months'),
  staff: on('staff'),
  service: on('service'),
  satisfaction: on('satisfaction'),
  loyalty: on('loyalty'),
  pass: on('pass'),
  revenue: on('revenue'),
});

describe('profit-chain', () => {
  test('cut for twelve months: the worst is month 21, −0.98, nine months after the restoring', () => {
    const { worst, total, saved, before, profit } = model.at();
    expect(worst.month).toBe(21);
    expect(worst.value).toBeCloseTo(-0.98, 2);
    expect(total).toBeCloseTo(-10.85, 2);
    // 砍的那一年账上一直好看；恢复那一刻成本跳回来 1 万，收入还没有动
    expect(profit.slice(0, 12).every((each) => each > 0)).toBe(true);
    expect(saved).toBeCloseTo(10.27, 2);
    expect(before - profit[12]!).toBeCloseTo(1, 12);
    expect(say('hotel')).toContain('恢复以后第 9 个月');
  });

  test('cut for good: more profit for seventeen months, less from the eighteenth, −1 a month in the end', () => {
    const { losesAt, forever, restored } = model.at({}, 'forever');
    expect(restored).toBe(false);
    expect(losesAt).toBe(18);
    expect(forever).toBeCloseTo(-1, 12);
    expect(told('later', 'forever').hit).toBe(true);
    expect(told('soon', 'forever').explanation).toContain('第 18 个月起');
    expect(told('never', 'forever', { revenue: 0 }).hit).toBe(true);
    expect(told('soon', 'forever', { staff: 0, service: 0, satisfaction: 0, loyalty: 0 }).hit).toBe(
      true,
    );
  });

  test('eight tenths passed on four times leave 41 %, and then cutting pays', () => {
    const { through, forever, losesAt } = model.at({}, 'leaky');
    expect(through).toBeCloseTo(0.4096, 12);
    expect(forever).toBeCloseTo(1 - 2 * 0.4096, 12);
    expect(losesAt).toBeNull();
    expect(told(41, 'leaky').hit).toBe(true);
    expect(told(41, 'leaky').explanation).toContain('砍掉反而划算');
    expect(told(20, 'leaky').explanation).toContain('加在一起');
    expect(told(80, 'leaky').explanation).toContain('一环的');
    expect(told(60, 'leaky').explanation).toContain('多了');
    expect(told(30, 'leaky').explanation).toContain('少了');
    expect(told(100, 'leaky', { pass: 1, revenue: 1 }).explanation).toContain('正好一万');
  });

  test('the slow link first or last gives the same profits; what differs is how soon one sees it', () => {
    const first = model.at({}, 'order');
    const last = model.at({ staff: 3, service: 4, satisfaction: 4, loyalty: 9 }, 'order');
    first.profit.forEach((value, month) => expect(value).toBeCloseTo(last.profit[month]!, 9));
    expect(first.worst.month).toBe(21);
    expect(first.slowestFirst.staff).toBeLessThan(first.slowestLast.staff);
    expect(told('same', 'order').hit).toBe(true);
    expect(told('later', 'order').explanation).toContain('也在第 21 个月');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(21).hit).toBe(true);
    expect(told(12).explanation).toContain('坏处不在砍的时候露面');
    expect(told(16).explanation).toContain('还要再往后');
    expect(told(36).explanation).toContain('太靠后了');
    expect(
      told(6, 'hotel', { staff: 1, service: 1, satisfaction: 1, loyalty: 1 }).explanation,
    ).toContain('砍着的时候已经在亏');
    expect(told(12, 'hotel', { months: horizon }).explanation).toContain('没有恢复');
    const values = setting('hotel');
    expect(questionText(model.predict, values, model.compute(values))).toContain('4、3、4、9');
  });

  test('what the explanations say holds over the whole range', () => {
    fc.assert(
      fc.property(settings, (values) => {
        const { worst, restored, before, profit, through, forever, losesAt } =
          model.compute(values);
        const { staff, service, satisfaction, loyalty } = values;
        const lagging = staff + service + satisfaction + loyalty > 0;
        // 恢复以前不会是最低的：恢复那天，培训的钱又花上了
        if (restored && lagging) expect(worst.month).toBeGreaterThanOrEqual(values.months);
        expect(Math.min(...profit)).toBeCloseTo(worst.value, 9);
        if (restored && lagging) expect(before - profit[values.months]!).toBeCloseTo(values.cut, 9);
        // 传到头养不活自己的培训，砍了永远不亏
        if (!restored && values.revenue * through <= 1) expect(losesAt).toBeNull();
        expect(Math.sign(forever)).toBe(Math.sign(1 - values.revenue * through));
      }),
      { numRuns: 80 },
    );
  });

  test('without lags, without revenue and with the shortest cut it still speaks in words', () => {
    const now = { staff: 0, service: 0, satisfaction: 0, loyalty: 0 };
    expect(say('hotel', { ...now, months: 1 })).toContain('最低在第 0 个月');
    expect(say('hotel', now)).not.toMatch(/恢复以后第 [-−]/);
    expect(say('hotel', { ...now, staff: 1 })).toContain('恢复的当月');
    expect(say('hotel', { revenue: 0 })).not.toContain('恢复的当月');
    expect(say('forever', { revenue: 0 })).toContain('一直没有比原来少赚');
  });
});

test('the month of the recovery has one number: sentence and table agree, and a drop is two rows', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const result = model.compute(values);
      if (!result.restored) return;
      const rows = model.table(values, result).rows;
      const [before, after] = [`${values.months}，恢复前`, `${values.months}，恢复后`].map((when) =>
        rows.find(([first]) => first === when),
      );
      expect(before?.[1], '恢复前那一行就是那句话里的数').toBeCloseTo(result.before, 12);
      expect(after?.[1]).toBeCloseTo(result.profit[values.months] as number, 12);
      expect(rows.filter(([first]) => first === values.months)).toEqual([]);
    }),
  );
  expect(say('hotel')).toContain('恢复前夕每月比原来多赚 0.51 万元');
  expect(say('hotel', { revenue: 0 })).toContain('没有一个月比原来少赚');
});
