/** 第 4 章生成题的答案，照题面写出来的数换一条路再算一遍：一步一步地推，或一件一件地派。 */
import { describe, expect, test } from 'vitest';
import { decoupling } from '../../../src/calc/process/decoupling.ts';
import { drawPlace } from '../../../src/quiz/generators/kit/place.ts';
import { loadPlace } from '../../../src/quiz/generators/kit/load-place.ts';
import { heightAt } from '../../../src/quiz/types/place/figure.ts';
import { near, questions, sum } from './from-shown.ts';

describe('from the numbers the reader sees, the key comes out', () => {
  test('undisturbed-rate: pieces an hour, with and without the breaks', async () => {
    for (const { key, n } of await questions('undisturbed-rate'))
      near(60 / n('work') / (60 / (n('work') + n('times') * n('settle'))) - 1, key, 1e-9);
  });

  test('back-load: minutes of work over minutes of people', async () => {
    for (const { key, n } of await questions('back-load')) {
      near((n('hourly') * n('backTime')) / (60 * n('backServers')), key, 1e-9);
      expect(n('frontServers') + n('backServers')).toBe(n('people'));
    }
  });

  test('two-stage-turnaround: two stations, each by the formula in the prompt', async () => {
    for (const { key, n } of await questions('two-stage-turnaround')) {
      const station = (minutes: number) => minutes / (1 - (n('hourly') / 60) * minutes);
      near(station(n('frontTime')) + station(n('backTime')), key, 1e-9);
    }
  });

  test('returned-flow: round after round until nobody is sent back', async () => {
    for (const { key, n } of await questions('returned-flow')) {
      let total = 0;
      for (let wave = n('hourly'); wave > 1e-9; wave *= n('returned')) total += wave;
      near(total, key, 1e-6);
    }
  });

  test('break-even-speedup: at this speed the split takes as long as before', async () => {
    for (const { key, n } of await questions('break-even-speedup')) {
      const { turnaroundAfter, customerTimeBefore } = decoupling({
        arrivalRate: n('hourly') / 60,
        frontTime: n('frontTime'),
        backTime: n('backTime'),
        frontServers: 1,
        backServers: 1,
        specializedBackTime: n('backTime') * (1 - key),
      });
      near(turnaroundAfter, customerTimeBefore, 0.002);
    }
  });

  test('rounded-heads: one more at a time until nobody is too busy', async () => {
    for (const { key, n } of await questions('rounded-heads')) {
      const heads = (work: number) => {
        let count = 1;
        while (work / count > n('most') + 1e-9) count++;
        return count;
      };
      expect(n('branches') * heads(n('load')) - heads(n('branches') * n('load'))).toBe(key);
    }
  });

  test('central-wait: by the formula in the prompt', async () => {
    for (const { key, n } of await questions('central-wait')) {
      const spare = 1 - n('busy');
      const alone = (n('busy') * n('minutes')) / spare;
      const together = (n('chance') * n('minutes')) / (n('branches') * spare);
      near(alone / together, key, 0.015);
      expect(key).toBeGreaterThan(n('branches'));
    }
  });

  test('two-savings: fewer heads at the old pay, over all that is saved', async () => {
    for (const { key, n } of await questions('two-savings')) {
      const saved = n('branches') * n('here') - n('heads') * n('there');
      near(((n('branches') - n('heads')) * n('here')) / saved, key, 1e-9);
      near(n('byHeads') + n('byWage'), n('saved'), 0.002);
    }
  });

  test('channel-net: deals lost less hours saved', async () => {
    for (const { key, n } of await questions('channel-net')) {
      const lost = n('visits') * (n('deskRate') - n('appRate')) * n('margin');
      const saved = (n('visits') * (n('desk') - n('app')) * n('hourly')) / 60;
      near((lost - saved) / 10000, key, 1e-9);
    }
  });

  test('fewer-hand-offs: two products, subtracted', async () => {
    for (const { key, n } of await questions('fewer-hand-offs'))
      near(n('fidelity') ** n('few') - n('fidelity') ** n('many'), key, 1e-9);
  });

  test('asked-again: pass after pass, every hand asking', async () => {
    for (const { key, n } of await questions('asked-again')) {
      let [repeated, still] = [0, 1];
      for (let pass = 1; pass < 400; pass++) {
        still *= 1 - n('fidelity') ** n('count');
        repeated += still * n('people');
      }
      near(repeated, key, 1e-6);
    }
  });

  test('failure-calls: every call is somebody’s minutes', async () => {
    for (const { key, n } of await questions('failure-calls')) {
      let calls = n('hourly');
      for (let round = 0; round < 200; round++) calls = n('hourly') + n('share') * calls;
      near((calls * n('minutes')) / 60 / n('seats'), key, 1e-6);
    }
  });

  test('chain-one-day: every way to share out the day, one piece at a time', async () => {
    for (const { key, n, said } of await questions('chain-one-day', 20)) {
      const demand = [...said('demand').matchAll(/(\d+)/g)].map(([each]) => Number(each));
      const capacity = n('capacity');
      let best = 0;
      // 窗口 0 给下一样做几件定下来，后面各窗口先补本样剩下的，余力全给下一样
      for (let given = 0; given <= capacity; given++) {
        const left = [...demand];
        const own = Math.min(capacity - given, left[0] as number);
        left[0] = (left[0] as number) - own;
        let done = own;
        let help = Math.min(given, left[1] as number);
        for (let i = 1; i < 4; i++) {
          left[i] = (left[i] as number) - help;
          done += help;
          const mine = Math.min(capacity, left[i] as number);
          done += mine;
          help = Math.min(capacity - mine, left[(i + 1) % 4] as number);
        }
        best = Math.max(best, done + help);
      }
      const dedicated = sum(demand.map((each) => Math.min(each, capacity)));
      expect(best - dedicated).toBe(key);
    }
  });

  test('chain-gain: of the way from one skill to all, how far', async () => {
    for (const { key, n } of await questions('chain-gain', 20)) {
      near((n('two') - n('one')) / (n('all') - n('one')), key, 1e-9);
      expect(n('learnAll')).toBe(n('kinds') * (n('kinds') - 1));
    }
  });
});

test('no-loss-back: at the answer the curve is as high as the time before', async () => {
  const generator = await loadPlace('no-loss-back');
  for (let seed = 0; seed < 60; seed++) {
    const { figure, answer, shown } = drawPlace(generator, seed * 104_729, {});
    expect(heightAt(figure.curve ?? [], Number(answer.x))).toBeCloseTo(Number(shown['before']), 0);
  }
});
