/** 第 7 章：正文写定的数，与旁边的实验打开时的数是同一组。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { failures, model as iceberg } from '../../src/widgets/complaint-iceberg/model.ts';
import { model as gapTracer } from '../../src/widgets/gap-tracer/model.ts';
import {
  easy,
  hard,
  model as guarantee,
  orders,
} from '../../src/widgets/guarantee-designer/model.ts';
import { model as recovery } from '../../src/widgets/recovery-paradox/model.ts';
import { model as survey } from '../../src/widgets/servqual-live/model.ts';
import { smoothing } from '../../src/widgets/tampering/cups.ts';
import { grouped, model as cups } from '../../src/widgets/tampering/model.ts';
import { given, numbers } from './written-numbers.ts';

const folder = join(import.meta.dirname, '../../content/chapters/07-quality');
const section = (name: string) => readFileSync(join(folder, `${name}.mdx`), 'utf8');

describe('the text and the experiment beside it tell one story with one set of numbers', () => {
  const remedy = (name: string) => `正文与实验 ${name} 的数要一样：改了一处，另一处也改`;

  test('7.2 and servqual-live: the canteen, this year and next', () => {
    const text = section('02-measure');
    const { dimensions, perceptionRise, expectationRise } = scenarioValues(survey, 'canteen');
    const of = (key: 'perception' | 'expectation' | 'importance') =>
      dimensions.map((each) => each[key]);
    for (const key of ['perception', 'expectation', 'importance'] as const)
      expect(numbers(text, key), remedy('servqual-live')).toEqual(of(key));
    expect(text, remedy('servqual-live')).toContain(
      `raised(perception, ${perceptionRise}), expectation: raised(expectation, ${expectationRise})`,
    );
    expect(text).toContain(`感知都涨 ${perceptionRise} 分，期望都涨 ${expectationRise} 分`);
  });

  test('7.3 and gap-tracer: the four gaps and the other set of coefficients', () => {
    const text = section('03-gaps');
    const { gap1, gap2, gap3, gap4, k1, k2, k3, k4 } = scenarioValues(gapTracer, 'weights');
    expect(numbers(text, 'gaps'), remedy('gap-tracer')).toEqual([gap1, gap2, gap3, gap4]);
    expect(numbers(text, 'weights'), remedy('gap-tracer')).toEqual([k1, k2, k3, k4]);
  });

  test('7.5 and tampering: the thirty shops, the small shift and how it is averaged', () => {
    const text = section('05-control');
    expect(text).toContain(`chance(${scenarioValues(cups, 'thirty-shops').watched})`);
    const { shift, beyond } = scenarioValues(cups, 'small-shift');
    expect([shift, beyond], '正文的 1σ 与 3σ').toEqual([1, 3]);
    expect(text).toContain(`detect(${grouped})`);
    expect(text, remedy('tampering')).toContain(
      `lambda: ${smoothing.lambda}, sigmas: ${smoothing.sigmas} }`,
    );
    expect(text).toContain(`限 ${smoothing.sigmas}σ`);
  });

  test('7.7 and guarantee-designer: the promise of ten yuan', () => {
    const text = section('07-guarantee');
    const { claimRate, ...values } = scenarioValues(guarantee, 'delivery');
    for (const [name, value] of Object.entries({ ...values, orders }))
      expect(given(text, name), `${remedy('guarantee-designer')}：${name}`).toBe(value);
    expect([claimRate, hard, easy], '正文的三种申领率').toEqual([0.5, 0.1, 0.9]);
    for (const rate of [claimRate, hard, easy]) expect(text).toContain(`= at(${rate})`);
  });

  test('7.8 and recovery-paradox: the soup, the second time, not a cent paid', () => {
    const text = section('08-recover');
    for (const [name, value] of Object.entries(scenarioValues(recovery, 'soup')))
      if (name !== 'failureCount')
        expect(given(text, name), `${remedy('recovery-paradox')}：${name}`).toBe(value);
    expect(scenarioValues(recovery, 'again').failureCount).toBe(2);
    expect(scenarioValues(recovery, 'takeaway').compensation).toBe(0);
  });

  test('7.9 and complaint-iceberg: a thousand customers, one in ten of whom complains', () => {
    const text = section('09-iceberg');
    const { complaintRate, resolutionRate, ...stay } = scenarioValues(iceberg, 'shop');
    for (const [name, value] of Object.entries(stay))
      expect(given(text, name), `${remedy('complaint-iceberg')}：${name}`).toBe(value);
    expect(given(text, 'failures'), remedy('complaint-iceberg')).toBe(failures);
    expect(text).toContain(`now = sea(${complaintRate}, ${resolutionRate})`);
    expect(text).toContain(`more = sea(${2 * complaintRate}, ${resolutionRate})`);
  });
});
