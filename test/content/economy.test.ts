/** 第 1 章：印出来的数有出处，同一件事到处是一个数，情境真合模型的假设。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { costDisease } from '../../src/calc/economy/cost-disease.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { fixed, percent } from '../../src/lib/format.ts';
import { model as contactRuler } from '../../src/widgets/contact-ruler/model.ts';
import { processes } from '../../src/widgets/contact-ruler/steps.ts';
import { model as costDiseaseWidget } from '../../src/widgets/cost-disease/model.ts';
import { sets } from '../../src/widgets/quadrant-sort/services.ts';
import { revisions } from '../../src/widgets/services-share/series.ts';
import { readMap } from './read-yaml.ts';

const folder = join(import.meta.dirname, '../../content/chapters/01-economy');
const section = (name: string) => readFileSync(join(folder, `${name}.mdx`), 'utf8');

/** 正文里写明的一个数：`first: 0.319` → 0.319。 */
const given = (text: string, name: string): number => {
  const found = new RegExp(String.raw`\b${name}(?: =|:) (\d+(?:\.\d+)?)`).exec(text);
  if (!found) throw new Error(`没有写明 ${name}：照 export const ${name} = … 写出来`);
  return Number(found[1]);
};

const references = new Map(readMap('content/references.yaml'));
const proves = (id: string) => (references.get(id) as { supports: string[] }).supports.join('');

describe('1.2: what is printed is what the sources say', () => {
  const text = section('02-how-big');

  test.each([
    ['nbs-2024', 'preliminary2023', 1],
    ['nbs-2024', 'contribution2023', 1],
    ['nbs-2022-employment', 'official2021', 0],
    ['china-census-2005', 'first', 1],
    ['china-census-2005', 'later', 1],
    ['china-census-2005', 'services', 0],
    ['world-bank-services-share-2025', 'value2024', 1],
  ])('%s: %s', (id, name, digits) => {
    expect(proves(id), `02-how-big.mdx 的 ${name} 要与 references.yaml 的 ${id} 一致`).toContain(
      percent(given(text, name), digits),
    );
  });

  test('the growth of the share from 2023 to 2024 is the one the World Bank edition gives', () => {
    expect(proves('world-bank-services-share-2025')).toContain(String(1 + given(text, 'growth')));
  });

  test('the revisions named in the text are those of the experiment', () => {
    const of = (year: number) => revisions.find((each) => each.year === year);
    expect(of(2004)?.first).toBeCloseTo(given(text, 'first') * 100, 6);
    expect(of(2004)?.later).toBeCloseTo(given(text, 'later') * 100, 6);
    expect(of(2023)?.first).toBeCloseTo(given(text, 'preliminary2023') * 100, 6);
    expect(fixed(of(2023)!.later, 1)).toBe(
      fixed((given(text, 'value2024') / (1 + given(text, 'growth'))) * 100, 1),
    );
  });
});

test('1.3 and the closing tell of the setting the experiment opens with', () => {
  const { goodsGrowth, servicesGrowth, years, initialShare } = costDiseaseWidget.params;
  for (const text of [section('03-cost-disease'), section('closing')])
    for (const [name, { default: value }] of Object.entries({
      goodsGrowth,
      servicesGrowth,
      years,
      initialShare,
    }))
      expect(given(text, name), name).toBe(value);
  const { goodsOutput, servicesOutput } = costDisease({
    goodsGrowth: 0.03,
    servicesGrowth: 0,
    years: 40,
    initialShare: 0.5,
  });
  expect(goodsOutput, '“两样东西的产量都是原来的几倍”要真是同一个倍数').toBeCloseTo(
    servicesOutput,
    9,
  );
  expect(
    costDisease({
      goodsGrowth: 0.03,
      servicesGrowth: 0,
      years: 40,
      initialShare: 0.5,
      elasticity: 1,
    }).servicesOutput,
    '“弹性到 1，音乐还是那么多”：03-cost-disease.mdx 的这句话要真',
  ).toBeCloseTo(1, 9);
});

describe('1.5: the visit', () => {
  test('is the one the experiment opens with, step by step', () => {
    expect(contactRuler.params.steps.default).toEqual(processes.hospital);
  });

  test('takes the doctor and the laboratory where the text counts them', () => {
    const text = section('05-contact');
    for (const [, index] of text.matchAll(/visit\[(\d)\]/g))
      expect(['就诊', '检验']).toContain(processes.hospital[Number(index)]?.name);
  });
});

describe('1.7: the same places as in the experiment', () => {
  const text = section('07-classify');
  const share = (name: string) => {
    const found = new RegExp(String.raw`${name}: \{ labour: (\d+), equipment: (\d+) \}`).exec(text);
    const [labour, equipment] = [Number(found?.[1]), Number(found?.[2])];
    return labour / (labour + equipment);
  };
  test.each([
    ['checkup', 'hospital', '体检中心'],
    ['expert', 'hospital', '专家门诊'],
    ['theatre', 'hospital', '手术室'],
    ['hotpot', 'hotpot', '门店堂食'],
  ] as const)('%s', (name, set, service) => {
    const found = sets[set].items.find((each) => each.name === service);
    expect(share(name), `${service}：正文的人工占比要与实验里的一样`).toBeCloseTo(
      found?.labour ?? Number.NaN,
      6,
    );
  });
});

test('1.8: the waits at the dispensary are those the model gives for such a counter', () => {
  const text = section('08-map');
  const wait = (servers: number) =>
    mmc({
      arrivalRate: given(text, 'perHour') / 60,
      serviceRate: 1 / given(text, 'each'),
      servers,
    }).meanWait;
  expect(Math.abs(wait(given(text, 'before')) - given(text, 'wait'))).toBeLessThan(0.5);
  expect(Math.abs(wait(given(text, 'after')) - given(text, 'longer'))).toBeLessThan(0.5);
});
