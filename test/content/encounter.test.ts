/** 第 6 章：数有公式，话有出处，同一件事到处是一个数，情境真合模型的假设。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { simulateWaits } from '../../src/calc/queueing/simulation/waits.ts';
import { lifetimeValue } from '../../src/calc/strategy/customer-lifetime-value.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { hotpot } from '../../src/widgets/empowerment-limit/model.ts';
import { readCourse } from './course.ts';

const root = join(import.meta.dirname, '../..');
const course = readCourse(root);
const folder = 'content/chapters/06-encounter';
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const section = (name: string) => read(`${folder}/${name}.mdx`);

/** 正文里写明的一个数：`export const margin = 240;` → 240。 */
const given = (text: string, name: string): number => {
  const found = new RegExp(`\\b${name}(?: =|:) (\\d+(?:\\.\\d+)?)`).exec(text);
  if (!found) throw new Error(`没有写明 ${name}：照 export const ${name} = … 写出来`);
  return Number(found[1]);
};

test('a regular guest of the hot-pot chain is worth the same everywhere', () => {
  const relationship = section('09-relationship');
  const [margin, discount] = [given(relationship, 'margin'), given(relationship, 'discount')];
  const where = '6.4 节的授权额度、6.9 节、6.9 节的图与章末小结，一位老客要值同样多';
  expect(lifetimeValue({ margin, retention: 0.6, discount }), where).toBeCloseTo(
    hotpot.lifetimeValue,
    6,
  );
  for (const text of [read(`${folder}/figures/RetentionCliff.astro`), section('closing')]) {
    expect(given(text, 'margin'), where).toBe(margin);
    expect(given(text, 'discount'), where).toBe(discount);
  }
});

test('6.4: the best limit worked out from the printed numbers is the printed best limit', () => {
  const { failureRate, maxRecovery, recoveryScale, spendShare, abuseRate } = hotpot;
  const unit = Number(upTo(spendShare * (failureRate + (1 - failureRate) * abuseRate), 5));
  const gain = Number(fixed(failureRate * maxRecovery * hotpot.lifetimeValue, 1));
  const printed = recoveryScale * Math.log(gain / Number(upTo(recoveryScale * unit, 4)));
  const exact =
    recoveryScale *
    Math.log(
      (failureRate * maxRecovery * hotpot.lifetimeValue) /
        (recoveryScale * spendShare * (failureRate + (1 - failureRate) * abuseRate)),
    );
  expect(fixed(printed), '中间的数取舍得太早，照印出来的数算不出答案，多印一位').toBe(fixed(exact));
});

describe('6.5: the morning at the kiosks', () => {
  const text = section('05-customer-role');
  const [machines, arrivals, skilled, novice, taught] = [
    'machines',
    'arrivals',
    'skilled',
    'novice',
    'taught',
  ].map((name) => given(text, name)) as [number, number, number, number, number];
  const minutes = 0.5 * novice + 0.5 * skilled;
  const hall = (service: number, servers = machines) =>
    mmc({ arrivalRate: arrivals / 60, serviceRate: 1 / service, servers });

  test('the long-run wait is what a morning of four hours that starts empty comes near to', () => {
    const mornings = 3000;
    const waits = Array.from(
      { length: mornings },
      (_, i) =>
        simulateWaits({
          arrivals: { kind: 'exponential', mean: 60 / arrivals },
          service: { kind: 'exponential', mean: minutes },
          servers: machines,
          customers: arrivals * 4,
          warmup: 0,
          seed: i + 1,
        }).meanWait,
    );
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / mornings;
    const steady = hall(minutes).meanWait;
    expect(mean / steady, '太忙的大厅一个上午稳定不下来，稳态的等待不能印').toBeGreaterThan(0.8);
    expect(mean / steady).toBeLessThan(1);
  });

  test('on the first day the machines cannot keep up', () => {
    expect((machines * 60) / novice).toBeLessThan(arrivals);
    expect((machines * 60) / skilled).toBeGreaterThan(arrivals);
  });

  test('one guide is worth two machines and no fewer', () => {
    const helped = hall(0.5 * taught + 0.5 * skilled).meanWait;
    expect(hall(minutes, machines + 1).meanWait).toBeGreaterThan(helped);
    expect(hall(minutes, machines + 2).meanWait / helped).toBeLessThan(1.1);
    expect(hall(minutes, machines + 2).meanWait).toBeGreaterThan(helped);
  });

  test('the formula on the page gives the printed wait', () => {
    const { offeredLoad, probabilityOfWaiting, meanWait } = hall(minutes);
    let blocked = 1;
    for (let k = 1; k <= machines; k++)
      blocked = (offeredLoad * blocked) / (k + offeredLoad * blocked);
    const wait = (machines * blocked) / (machines - offeredLoad * (1 - blocked));
    expect(wait).toBeCloseTo(probabilityOfWaiting, 12);
    const spare = Number(fixed(machines - offeredLoad, 3));
    const printed = (Number(fixed(probabilityOfWaiting, 3)) * minutes) / spare;
    expect(fixed(printed, 2), '照印出来的数算不出答案').toBe(fixed(meanWait, 2));
  });
});

test('the colonoscopy trial is told with its outcome, alike in the text and in the experiment', () => {
  const facts = [1.7, 2.5, 4.4, 4.9, 1.41];
  const known = JSON.stringify(course.references['redelmeier-katz-kahneman-2003']);
  const told = {
    '6.7 节正文': section('07-memory'),
    体验曲线实验: read('src/widgets/experience-curve/ExperienceCurve.svelte'),
    资料表: known,
  };
  for (const [where, text] of Object.entries(told))
    for (const fact of facts)
      expect(text, `${where}没有写 ${fact}：操纵检验和结果都要写出来`).toMatch(
        new RegExp(`(?<![\\d.])${String(fact).replace('.', '\\.')}(?![\\d])`),
      );
});

test('the sources of trouble with self-service are told with their shares, and the shares are a whole', () => {
  const shares = [0.43, 0.36, 0.17, 0.04];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const known = JSON.stringify(course.references['meuter-2000']);
  for (const share of shares) {
    expect(section('08-visible-work'), `6.8 节没有写 ${share}`).toContain(`{percent(${share})}`);
    expect(known, '6.8 节的比例要与资料表一样').toContain(percent(share));
  }
});

test('mutual benefit is not put into the mouth of the first definition of relationship marketing', () => {
  const text = section('09-relationship');
  const mutual = text.indexOf('互信互惠');
  expect(mutual, '6.9 节：互信互惠是讲义添的').toBeGreaterThan(0);
  expect(text.slice(mutual - 30, mutual), '互信互惠前面要说是谁添的').toContain('讲义');
  expect(text.indexOf('<Cite id="berry-1983" />')).toBeLessThan(mutual);
});

test('a printed difference is the difference of the two printed numbers', () => {
  const written = /fixed\(([\w.]+(?:\([\w.]+\))?) - ([\w.]+(?:\([\w.]+\))?)\)/g;
  const wrong = globSync('*.mdx', { cwd: join(root, folder) }).flatMap((file) => {
    const text = read(`${folder}/${file}`);
    return [...text.matchAll(written)]
      .filter((found) => found.slice(1).every((each) => text.includes(`{fixed(${each})}`)))
      .map(
        ([whole, more, less]) =>
          `${file}：两个数分头取整，差就对不上；${whole} 写成 fixed(Math.round(${more}) - Math.round(${less}))`,
      );
  });
  expect(wrong).toEqual([]);
});

test('grouping pains and spreading pleasures is credited to mental accounting, not to peak and end', () => {
  const text = section('07-memory');
  const at = text.indexOf('苦合在一起');
  expect(text.slice(at, at + 400)).toContain('<Cite id="thaler-1985" />');
});
