/** 第 10 章生成题的答案，照题面写出来的数换一条路再算一遍：一月一月地走，或一件一件地数。 */
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/quiz/generators/kit/draw.ts';
import { loadPlace } from '../../../src/quiz/generators/kit/load-place.ts';
import { load } from '../../../src/quiz/generators/kit/load.ts';
import { drawPlace } from '../../../src/quiz/generators/kit/place.ts';
import { heightAt } from '../../../src/quiz/types/place/figure.ts';
import { near, questions, sum } from './from-shown.ts';

describe('from the numbers the reader sees, the key comes out', () => {
  test('steps-to-stage: one step at a time, always the weakest row', async () => {
    for (const { key, n, said } of await questions('steps-to-stage')) {
      const stages = [...said('rows').matchAll(/\d/g)].map(([each]) => Number(each));
      expect(stages).toHaveLength(6);
      let taken = 0;
      for (; Math.min(...stages) < n('target'); taken++) {
        const weakest = stages.indexOf(Math.min(...stages));
        stages[weakest] = (stages[weakest] as number) + 1;
      }
      expect(taken).toBe(key);
    }
  });

  test('small-step-gain: slide, then improve, three times over', async () => {
    for (const { key, n } of await questions('small-step-gain')) {
      let level = 100;
      for (let month = 0; month < 3; month++)
        level = (100 + (level - 100) * (1 - n('backsliding'))) * (1 + n('gain'));
      near(level - 100, key, 1e-9);
    }
  });

  test('step-left: what is written down stays, the rest slides month by month', async () => {
    for (const { key, n } of await questions('step-left')) {
      let loose = n('gain') * (1 - n('standardized'));
      for (let month = 0; month < n('months'); month++) loose -= loose * n('backsliding');
      near(n('gain') * n('standardized') + loose, key, 1e-9);
    }
  });

  test('value-share: minutes over days of 1440', async () => {
    for (const { key, n } of await questions('value-share'))
      near(n('value') / (n('days') * 1440), key, 1e-9);
  });

  test('after-waste-cut: the same work over a shorter whole', async () => {
    for (const { key, n } of await questions('after-waste-cut')) {
      const whole = n('value') + n('necessary') + n('waste') - n('waste') * n('cut');
      near(n('value') / whole, key, 1e-9);
    }
  });

  test('relative-efficiency: own rate over the best', async () => {
    for (const { key, l } of await questions('relative-efficiency')) {
      const rates = l('done').map((each, i) => each / (l('hours')[i] as number));
      near((rates[2] as number) / Math.max(...rates), key, 1e-9);
    }
  });

  test('defects-per-chance: defects over chances, in a million', async () => {
    for (const { key, n } of await questions('defects-per-chance'))
      near((n('defects') * 1e6) / n('units') / n('opportunities'), key, 1e-9);
  });

  test('whole-trip-yield: step after step', async () => {
    for (const { key, n } of await questions('whole-trip-yield')) {
      let right = 1;
      for (let step = 0; step < n('easy'); step++) right *= n('easyYield');
      for (let step = 0; step < n('hard'); step++) right *= n('hardYield');
      near(right, key, 1e-9);
      expect(n('easy') + n('hard')).toBe(n('steps'));
    }
  });

  test('yearly-miss: order after order', async () => {
    for (const { key, n } of await questions('yearly-miss')) {
      let never = 1;
      for (let order = 0; order < n('orders'); order++) never *= n('right');
      near(1 - never, key, 1e-9);
    }
  });

  test('learned-time: multiplied once at each doubling', async () => {
    for (const { key, n } of await questions('learned-time')) {
      let minutes = n('firstUnit');
      for (let unit = 1; unit < n('unit'); unit *= 2) minutes *= n('rate');
      near(minutes, key, 1e-9);
    }
  });

  test('seasoned-share: year after year, managers and stores', async () => {
    for (const { key, n } of await questions('seasoned-share')) {
      let [managers, stores] = [100, 100];
      for (let year = 0; year < n('years'); year++) {
        managers += managers * (n('trained') - n('leaving'));
        stores += stores * n('opening');
      }
      near(managers / stores, key, 1e-9);
    }
  });

  test('bot-minutes: a hundred calls, before and after', async () => {
    for (const { key, n } of await questions('bot-minutes')) {
      const before = 100 * n('minutes');
      const byBot = 100 * n('taken');
      const failed = byBot * (1 - n('right'));
      const after = (100 - byBot) * n('minutes') + failed * (n('minutes') + n('extra'));
      near(before - after, key, 1e-9);
    }
  });

  test('fix-one-step: two products, subtracted', async () => {
    for (const { key, n } of await questions('fix-one-step')) {
      const others = n('one') * n('two') * n('four');
      const fixedStep = 1 - (1 - n('three')) * (1 - n('failSafe'));
      near(others * fixedStep - others * n('three'), key, 1e-9);
    }
  });

  test('plan-total and plan-slack: walked forward week by week', async () => {
    const generator = await load('plan-weeks');
    for (const ask of ['total', 'slack'])
      for (let seed = 0; seed < 60; seed++) {
        const { key, shown } = draw(generator, seed * 104_729, { ask });
        const n = (name: string) => Number(shown[name]);
        const finish = (delay: number, what: string) => {
          const system = n('system') + (what === '改系统' ? delay : 0);
          const staff = n('draw') + n('train') + (what === '训员工' ? delay : 0);
          return Math.max(system, staff, n('draw') + n('write')) + n('trial') + n('spread');
        };
        const total = finish(0, '');
        const why = '题解里的两路与它们取长的';
        expect(n('start') + n('trial') + n('spread'), why).toBe(total);
        expect(Math.max(n('system'), n('staff')), why).toBe(n('start'));
        if (ask === 'total') expect(total).toBe(key);
        else {
          expect(Math.abs(n('system') - n('staff')), '题解说的“差的几周”').toBe(key);
          expect(finish(key, shown['waiting'] ?? '')).toBe(total);
          expect(finish(key + 1, shown['waiting'] ?? '')).toBe(total + 1);
        }
      }
  });

  test('three-point-total: a sixth of all the ends and four times the middles', async () => {
    for (const { key, l } of await questions('three-point-total')) {
      const tasks = ['first', 'second', 'third'].map(l) as [number, number, number][];
      near(sum(tasks.map(([a, m, b]) => a + 4 * m + b)) / 6, key, 1e-9);
    }
  });

  test('both-in-time: all three, one by one', async () => {
    for (const { key, n } of await questions('both-in-time'))
      near(n('first') * n('second') * n('third'), key, 1e-9);
  });
});

test('frontier-target: on the line from the origin to D, and on the frontier', async () => {
  const generator = await loadPlace('frontier-target');
  for (let seed = 0; seed < 60; seed++) {
    const { figure, answer } = drawPlace(generator, seed * 104_729, {});
    const d = figure.marks.find(({ text }) => text === 'D');
    const x = Number(answer.x);
    const y = heightAt(figure.curve ?? [], x);
    expect(Math.abs(y / x - (d?.y ?? NaN) / (d?.x ?? NaN))).toBeLessThan(0.06);
    expect(x).toBeLessThan(d?.x ?? 0);
  }
});
