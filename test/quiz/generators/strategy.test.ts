/** 第 2 章生成题的答案，照题面写出来的数换一条路再算一遍：一年一年地推，一位一位地数。 */
import { describe, expect, test } from 'vitest';
import { drawPlace } from '../../../src/quiz/generators/kit/place.ts';
import { loadPlace } from '../../../src/quiz/generators/kit/load-place.ts';
import { near, questions, sum } from './from-shown.ts';

describe('from the numbers the reader sees, the key comes out', () => {
  test('focus-output: job after job through the day', async () => {
    for (const { key, n } of await questions('focus-output')) {
      const done = (each: number) => {
        let jobs = 0;
        for (let at = each; at <= n('hours') * 60; at += each) jobs++;
        return jobs;
      };
      expect(done(n('work')) - done(n('change') + n('work'))).toBe(key);
    }
  });

  test('share-of-two: only those over the line share', async () => {
    for (const { key, n } of await questions('share-of-two')) {
      const pull = (i: number) =>
        n(`gate${i}`) < n('gate')
          ? 0
          : Math.exp(n('w1') * n(`right${i}`) + n('w2') * n(`warm${i}`));
      expect(pull(3)).toBe(0);
      near(pull(1) / (pull(1) + pull(2) + pull(3)), key, 1e-9);
    }
  });

  test('curve-cost: squares over squares, of the same number of points', async () => {
    for (const { key, l, n } of await questions('curve-cost')) {
      expect(sum(l('curve'))).toBe(n('total'));
      near(sum(l('curve').map((each) => each ** 2)) / 150, key, 1e-9);
    }
  });

  test('utility-lead: item by item against five each', async () => {
    for (const { key, l } of await questions('utility-lead')) {
      const weights = l('weights');
      near(sum(l('curve').map((each, i) => (each - 5) * (weights[i] as number))), key, 1e-9);
    }
  });

  /** 一年一年加起来的终身价值，每年毛利 1。 */
  const yearly = (retention: number, discount: number, years = 2000) => {
    let total = 0;
    for (let year = 1; year <= years; year++) total += (retention / (1 + discount)) ** year;
    return total;
  };

  test('retention-gain: two lifetimes, year by year', async () => {
    for (const { key, n } of await questions('retention-gain', 30))
      near(
        yearly(n('raised'), n('discount')) / yearly(n('retention'), n('discount')) - 1,
        key,
        1e-6,
      );
  });

  test('payback-payments: payment after payment', async () => {
    for (const { key, n } of await questions('payback-payments')) {
      let [total, payments] = [0, 0];
      while (total < n('acquisition') && payments < 100)
        total += n('margin') * (n('retention') / (1 + n('discount'))) ** ++payments;
      expect(payments).toBe(key);
    }
  });

  test('mixed-multiple: the crowd year by year, nobody averaged', async () => {
    for (const { key, n } of await questions('mixed-multiple', 30)) {
      let [loyal, fickle, factor, total] = [0.5, 0.5, 1, 0];
      for (let year = 1; year <= 2000; year++) {
        loyal *= n('loyal');
        fickle *= n('fickle');
        factor /= 1 + n('discount');
        total += (loyal + fickle) * factor;
      }
      near(total, key, 1e-6);
    }
  });

  test('second-year-kept: the heads left, over the heads of a year before', async () => {
    for (const { key, n } of await questions('second-year-kept')) {
      const left = (years: number) =>
        (n('start') / 2) * (n('loyal') ** years + n('fickle') ** years);
      near(left(2) / left(1), key, 1e-9);
      expect(key).toBeGreaterThan((n('loyal') + n('fickle')) / 2);
    }
  });

  test('promoter-score: head by head', async () => {
    for (const { key, n, said } of await questions('promoter-score')) {
      const heads = [...said('table').matchAll(/(\d+) 分 (\d+) 人/g)].map(
        ([, score, count]) => [Number(score), Number(count)] as const,
      );
      expect(sum(heads.map(([, count]) => count))).toBe(n('count'));
      const net = sum(
        heads.map(([score, count]) => (score >= 9 ? count : score <= 6 ? -count : 0)),
      );
      near((100 * net) / n('count'), key, 1e-9);
    }
  });

  test('promoter-error: the spread of +1, 0 and −1 over all the heads', async () => {
    for (const { key, n } of await questions('promoter-error')) {
      const mean = (n('promoters') - n('detractors')) / n('count');
      const squares =
        n('promoters') * (1 - mean) ** 2 +
        n('passives') * mean ** 2 +
        n('detractors') * (1 + mean) ** 2;
      near((100 * 1.96 * Math.sqrt(squares / n('count'))) / Math.sqrt(n('count')), key, 1e-3);
    }
  });

  test('royalty-rate: at this rate both ways are worth the same, year by year', async () => {
    for (const { key, n } of await questions('royalty-rate')) {
      let [own, granted] = [-n('investment'), n('fee')];
      for (let year = 1; year <= n('years'); year++) {
        own += n('profit') / (1 + n('discount')) ** year;
        granted += (key * n('sales')) / (1 + n('discount')) ** year;
      }
      near(own, granted, 1e-6);
    }
  });

  test('tail-reputation: mean and the worst twentieth, by their weights', async () => {
    for (const { key, n } of await questions('tail-reputation')) {
      const tail = n('mean') - n('z') * n('sd');
      near(n('rest') * n('mean') + n('exposure') * tail, key, 1e-4);
    }
  });

  test('stores-from-cash: year by year out of the till', async () => {
    for (const { key, n } of await questions('stores-from-cash')) {
      let [stores, cash] = [n('own'), n('cash')];
      for (let year = 1; year <= 3; year++) {
        cash += stores * n('profit');
        for (; cash >= n('investment'); cash -= n('investment')) stores++;
      }
      expect(stores).toBe(key);
    }
  });

  test('saved-minus-lost: with the share as printed', async () => {
    for (const { key, n } of await questions('saved-minus-lost'))
      near(n('saved') - n('lost') * n('gone'), key, 0.012);
  });

  test('chain-product: two rulers, one after the other', async () => {
    for (const { key, n } of await questions('chain-product'))
      near((n('rise') / n('from')) * (n('to') / n('base')) * n('growth'), key, 1e-9);
  });
});

test('midpoint-brand: the marks named 甲 and 乙 are as far from the answer on either side', async () => {
  const generator = await loadPlace('midpoint-brand');
  for (let seed = 0; seed < 60; seed++) {
    const { figure, answer } = drawPlace(generator, seed * 104_729, {});
    const [one, two] = figure.marks;
    expect(2 * Number(answer.x)).toBeCloseTo((one?.x ?? 0) + (two?.x ?? 0), 1);
    expect(2 * Number(answer.y)).toBeCloseTo((one?.y ?? 0) + (two?.y ?? 0), 1);
    expect(figure.marks.map(({ text }) => text)).toEqual(['甲店', '乙店', '丙店', '丁店']);
  }
});
