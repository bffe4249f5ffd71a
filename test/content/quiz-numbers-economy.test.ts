/** 第 1 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { sectorContribution } from '../../src/calc/economy/sector-shares.ts';
import { customerContact } from '../../src/calc/process/customer-contact.ts';
import { littlesLaw } from '../../src/calc/process/littles-law.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/economy.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));

test('two-editions: within one edition the share rose by less than half a point', () => {
  const [preliminary, later, growth] = [54.6, 56.7, 0.00728];
  const revised = later / (1 + growth);
  const item = text('two-editions');
  expect(item).toContain(`一年升了 ${fixed(later - preliminary, 1)} 个百分点`);
  expect(item).toContain(`涨了 ${percent(later / preliminary - 1, 1)}`);
  expect(item).toContain(`2023 年约 ${fixed(revised, 1)}%`);
  expect(item).toContain(`只升了 ${fixed(later - revised, 1)} 个点`);
  expect(item).toContain(`多出来的 ${fixed(revised - preliminary, 1)} 个点`);
});

test('what-a-share-says: a rising share does not need the rest to shrink', () => {
  const { newShare } = sectorContribution({ share: 0.5, growth: 0.05, restGrowth: 0.02 });
  expect(newShare).toBeGreaterThan(0.5);
});

test('no-inventory: appointments on the book are the daily intake times the days waited', () => {
  const { inventory } = littlesLaw({ throughput: 240, flowTime: 6 });
  expect(text('no-inventory')).toContain(`240 × 6 = ${inventory} 人`);
  expect(text('no-inventory')).toContain(`平均压着 ${240 / 6} 个人`);
});

test('contact-order: the order is by contact, as printed', () => {
  const { steps, explanation } = bank.get('contact-order') as unknown as {
    steps: { text: string }[];
    explanation: string;
  };
  const ratios = steps.map((step) => {
    const [, contactTime, serviceTime] = /（(\d+)，(\d+)）/.exec(step.text)!.map(Number);
    return customerContact({ contactTime: contactTime!, serviceTime: serviceTime! }).contactRatio;
  });
  expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
  const [first = 0, ...others] = ratios;
  expect(explanation).toContain(
    `约 ${[percent(first, 1), ...others.map((each) => percent(each))].join('、')}`,
  );
});

test('low-contact-care: four minutes of a parcel are less than 0.2 %', () => {
  expect(customerContact({ contactTime: 4, serviceTime: 2286 }).contactRatio).toBeLessThan(0.002);
});

test('meaning-of-intensity: the ratio, not the heads', () => {
  const item = text('meaning-of-intensity');
  expect(item).toContain(`6 ÷ 40 = ${upTo(6 / 40, 2)}`);
  expect(item).toContain(`800 ÷ 100 = ${800 / 100}`);
});

test('cost-moved: what the hospital saves and what the patient adds', () => {
  const [saved, longer] = [10 - 7.5, 12 - 2];
  const item = text('cost-moved');
  expect(item).toContain(`净亏 ${upTo((longer / 60) * 30 - saved, 1)} 元`);
  expect(item).toContain(`多等 ${longer} 分钟折 ${upTo((longer / 60) * 12, 1)} 元`);
  expect(item).toContain(`分界在每小时 ${upTo((saved / longer) * 60, 1)} 元`);
  expect(12 / 2, '“涨到六倍”').toBe(6);
  expect(item).toContain('涨到六倍');
});
