/** 第 7 章生成题的答案，照题面写出来的数换一条路再算一遍：一步一步地推，或一件一件地数。 */
import { describe, expect, test } from 'vitest';
import { drawPlace } from '../../../src/quiz/generators/kit/place.ts';
import { loadPlace } from '../../../src/quiz/generators/kit/load-place.ts';
import { heightAt } from '../../../src/quiz/types/place/figure.ts';
import { near, questions, sum } from './from-shown.ts';

describe('from the numbers the reader sees, the key comes out', () => {
  test('room-lost: two rooms, subtracted', async () => {
    for (const { key, n } of await questions('room-lost')) {
      const room = n('perceived') - n('adequate') - (n('perceivedAfter') - n('adequateAfter'));
      near(room, key, 1e-9);
      expect(n('perceived')).toBeGreaterThan(n('adequate'));
      expect(n('desiredAfter')).toBeLessThanOrEqual(7);
    }
  });

  test('weighted-gap: expectation less perception, by weight', async () => {
    for (const { key, l } of await questions('weighted-gap')) {
      const [p, e, w] = [l('perception'), l('expectation'), l('importance')];
      near(sum(p.map((each, i) => ((e[i] as number) - each) * (w[i] as number))), key, 1e-9);
      near(sum(w), 1, 1e-12);
    }
  });

  test('chance-agreement: both good by chance, both bad by chance', async () => {
    for (const { key, n } of await questions('chance-agreement')) {
      const all = n('stores');
      const good = (n('firstGood') / all) * (n('secondGood') / all);
      const bad = (n('firstBad') / all) * (n('secondBad') / all);
      near(good + bad, key, 1e-9);
      near((n('bothGood') + n('bothBad')) / all, n('agreement'), 0.001);
      near((n('agreement') - key) / (1 - key), n('kappa'), 0.06);
    }
  });

  test('graded-kappa: every pair of chance grades, one by one', async () => {
    for (const { key, n } of await questions('graded-kappa')) {
      const all = n('stores');
      const shares = [n('low') / all, n('middle') / all, n('top') / all];
      let chance = 0;
      shares.forEach((a, i) =>
        shares.forEach((b, j) => {
          chance += a * b * Math.abs(i - j);
        }),
      );
      near(1 - (n('one') + 2 * n('two')) / all / chance, key, 1e-9);
    }
  });

  test('gap-cut: what training takes away, over all that arrives', async () => {
    for (const { key, n } of await questions('gap-cut')) {
      const arriving = n('three') * n('coefficient');
      near((n('cut') * arriving) / (n('one') + n('two') + n('four') + arriving), key, 1e-9);
    }
  });

  test('kano-coefficient: two kinds over those not against', async () => {
    for (const { key, n } of await questions('kano-coefficient')) {
      near((n('oneWay') + n('must')) / (100 - n('reversed')), key, 1e-9);
      expect(sum(['attractive', 'oneWay', 'must', 'indifferent', 'reversed'].map(n))).toBe(100);
    }
  });

  test('house-share: weights times marks, one column over both', async () => {
    for (const { key, l } of await questions('house-share')) {
      const column = (name: string) =>
        sum(l(name).map((mark, i) => mark * (l('needs')[i] as number)));
      near(column('first') / (column('first') + column('second')), key, 1e-9);
    }
  });

  test('p-upper: by the formula in the hint', async () => {
    for (const { key, n } of await questions('p-upper')) {
      const p = n('bad') / (n('size') * n('days'));
      near(p + 3 * Math.sqrt((p * (1 - p)) / n('size')), key, 1e-9);
    }
  });

  test('single-value-limit: with 2.66, as the prompt says', async () => {
    for (const { key, l } of await questions('single-value-limit')) {
      const values = l('values');
      const ranges = values.slice(1).map((each, i) => Math.abs(each - (values[i] as number)));
      near(sum(values) / 6 + (2.66 * sum(ranges)) / 5, key, 0.001);
    }
  });

  test('false-alarm: quiet point after quiet point', async () => {
    for (const { key, n } of await questions('false-alarm')) {
      let quiet = 1;
      for (let point = 0; point < n('stores') * n('points'); point++) quiet *= 1 - n('rate');
      near(1 - quiet, key, 0.006);
    }
  });

  test('adjusted-sd: today’s share and yesterday’s, added as variances', async () => {
    for (const { key, n } of await questions('adjusted-sd'))
      near(Math.hypot(n('sd'), n('sd')), key, 1e-9);
  });

  test('capability-index: room over three sigmas', async () => {
    for (const { key, n } of await questions('capability-index'))
      near((n('upper') - n('mean')) / 3 / n('sd'), key, 1e-9);
  });

  test('outside-share: paid and gone over all five', async () => {
    for (const { key, n } of await questions('outside-share')) {
      const all = sum(['training', 'checking', 'redone', 'paid', 'gone'].map(n));
      near((n('paid') + n('gone')) / all, key, 1e-9);
    }
  });

  test('harm-share: counts times points', async () => {
    for (const { key, n } of await questions('harm-share')) {
      const lost = n('lost') * n('lostWeight');
      near(lost / (lost + n('late') * n('lateWeight') + n('bill')), key, 1e-9);
    }
  });

  test('guarantee-net: one claimant at a time', async () => {
    for (const { key, n } of await questions('guarantee-net')) {
      const claims = n('orders') * 10000 * n('failureRate') * n('awareness') * n('claimRate');
      const each = (n('paid') - n('unpaid')) * n('lifetimeValue') - n('payout');
      near((claims * each) / 10000, key, 1e-9);
    }
  });

  test('break-even-payout: at this payout nothing is left', async () => {
    for (const { key, n } of await questions('break-even-payout')) {
      const kept = n('honest') * (n('paid') - n('unpaid')) * n('lifetimeValue');
      const cost = (n('honest') + n('cheats')) * key + n('fixedCost') * 10000;
      near(kept, cost, 0.006);
    }
  });

  test('recovery-worth: spent on each, the year breaks even', async () => {
    for (const { key, n } of await questions('recovery-worth')) {
      const benefit = n('failures') * (n('with') - n('without')) * n('lifetimeValue');
      near(benefit - n('fixedCost') * 10000, n('failures') * key, 1e-9);
    }
  });

  test('least-resolution: there, those who speak stay as often as those who do not', async () => {
    for (const { key, n } of await questions('least-resolution'))
      near(key * n('resolved') + (1 - key) * n('unresolved'), n('silent'), 1e-9);
  });

  test('lost-per-thousand: three streams', async () => {
    for (const { key, n } of await questions('lost-per-thousand')) {
      const spoke = 1000 * n('complaintRate');
      const solved = spoke * n('resolutionRate');
      const stay =
        (1000 - spoke) * n('silentStay') +
        (spoke - solved) * n('unresolvedStay') +
        solved * n('resolvedStay');
      near(1000 - stay, key, 1e-9);
    }
  });
});

test('best-conformance: nowhere on the curve is lower than at the answer', async () => {
  const generator = await loadPlace('best-conformance');
  for (let seed = 0; seed < 60; seed++) {
    const { figure, answer } = drawPlace(generator, seed * 104_729, {});
    const least = Math.min(...(figure.curve ?? []).map(([, height]) => height));
    expect(heightAt(figure.curve ?? [], Number(answer.x))).toBeLessThanOrEqual(least + 0.5);
  }
});
