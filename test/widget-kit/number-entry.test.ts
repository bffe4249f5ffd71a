/** 数字框与表格里敲的数：用的总在网格上，不用的说清为什么，能替人改的只差一按。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upTo } from '../../src/lib/format.ts';
import { parseNumber } from '../../src/lib/parse-number.ts';
import {
  decimals,
  nearest,
  scenarioValues,
  type ListParam,
  type NumberField,
  type NumberParam,
  type Row,
  type WidgetModel,
} from '../../src/widget-kit/model.ts';
import { named } from '../../src/widget-kit/rows.ts';
import { readEntry } from '../../src/widget-kit/number-entry.ts';
import { plainNumber } from '../../src/widget-kit/plain-number.ts';

const load = { min: 0.5, max: 0.95, step: 0.01, default: 0.85, percent: true };
const wait = { min: 0, max: 60, step: 0.5, default: 5, unit: '分钟' };
const founded = { min: 1978, max: 2023, step: 1, default: 1978, unit: '年' };
/** 多卖几张：数的是个数，没有写单位 */
const extra = { min: 0, max: 150, step: 1, default: 14 };
/** 曲线上的一点，轴以百分点计 */
const point = { min: 0, max: 100, step: 0.1, default: 30, unit: '%' };
const weight = { min: 0, max: 1, step: 0.05, default: 0.5 };

describe('what is used is said when it differs from what was typed', () => {
  test.each([
    ['85', load, 0.85, ''],
    ['８５％', load, 0.85, ''],
    ['八成', load, 0.8, '读作 80%。'],
    ['3/4', load, 0.75, '读作 75%。'],
    ['85.4', load, 0.85, '每格 1%，取最近的 85%。'],
    ['12', wait, 12, ''],
    ['12 分钟', wait, 12, ''],
    ['半小时', wait, 30, '读作 30 分钟。'],
    ['12.2', wait, 12, '每格 0.5，取最近的 12 分钟。'],
    ['0.36', weight, 0.35, '每格 0.05，取最近的 0.35。'],
    ['50%', weight, 0.5, '读作 0.5。'],
    ['46%', point, 46, ''],
    ['46', point, 46, ''],
    ['46.12', point, 46.1, '每格 0.1%，取最近的 46.1%。'],
  ])('%s', (text, grid, value, say) => {
    expect(readEntry(text, grid, grid.default)).toEqual({ value, say });
  });
});

describe('what is refused leaves the value in use, and says which that is', () => {
  test.each([
    ['abc', wait, '没看懂“abc”，请填一个数。还是用 5 分钟。'],
    ['', wait, '还没有填数。还是用 5 分钟。'],
    ['12 人', wait, '这里的单位是“分钟”，不是“人”。还是用 5 分钟。'],
    ['50%', wait, '这里的单位是“分钟”，不是百分数。还是用 5 分钟。'],
    ['50%', extra, '这里填不带单位的数，不是百分数。还是用 14。'],
    ['三成', extra, '这里填不带单位的数，不是百分数。还是用 14。'],
    ['12 分钟', load, '这里填百分数，不是“分钟”。还是用 85%。'],
  ])('%j', (text, grid, say) => {
    expect(readEntry(text, grid, grid.default)).toEqual({ value: null, say });
  });

  test('out of range, the nearest end is one press away', () => {
    expect(readEntry('120', load, 0.85)).toEqual({
      value: null,
      say: '120% 不在 50% 到 95% 之内。还是用 85%。',
      offer: { value: 0.95, text: '用 95%' },
    });
    expect(readEntry('2小时', wait, 5)).toMatchObject({ offer: { value: 60, text: '用 60 分钟' } });
  });

  test('what is in use already is not offered again', () => {
    const say = '还是用 98%。';
    const grid = { ...load, max: 0.98 };
    for (const text of ['0.98', '120'])
      expect(readEntry(text, grid, 0.98)).toEqual({
        value: null,
        say: expect.stringContaining(say),
      });
  });

  test('a year is said without a comma', () => {
    expect(readEntry('1900', founded, 1995)).toEqual({
      value: null,
      say: '1900 年不在 1978 年到 2023 年之内。还是用 1995 年。',
      offer: { value: 1978, text: '用 1978 年' },
    });
  });

  test('a share typed into a percent field is asked about, never taken in silence', () => {
    expect(readEntry('0.9', load, 0.85)).toEqual({
      value: null,
      say: '0.9% 不在 50% 到 95% 之内。还是用 85%。',
      offer: { value: 0.9, text: '用 90%' },
    });
    // 0.9% 在范围里的，就是 0.9%
    expect(readEntry('0.9', { ...load, min: 0, step: 0.001 }, 0.85)).toEqual({
      value: 0.009,
      say: '',
    });
  });
});

test('whatever is typed, what is used or offered lies on the grid', () => {
  const text = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.string({ unit: fc.constantFrom(...'0123456789.-/%,十百半成分小时'), maxLength: 8 }),
    fc.string(),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(load, wait, weight), (typed, grid) => {
      const entry = readEntry(typed, grid, grid.default);
      const used = entry.value ?? ('offer' in entry ? entry.offer?.value : undefined);
      if (used !== undefined) expect(used).toBe(nearest(grid, used));
      if (entry.value === null) expect(entry.say).toMatch(/。还是用 .+。$/);
    }),
  );
});

test('a number written plainly is read without the reader exactly as with it', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789.-'), maxLength: 6 });
  const bounds = fc.record({
    unit: fc.constantFrom('', '%', '分钟'),
    min: fc.constantFrom(-50, 0, 0.25),
    max: fc.constantFrom(0.75, 95, 1e6),
  });
  fc.assert(
    fc.property(digits, bounds, (text, asked) => {
      const value = plainNumber(text, asked);
      const reading = parseNumber(text, asked);
      if (value !== null) expect(reading).toMatchObject({ ok: true, plain: true, value });
      else if (/^[1-9]\d*$/.test(text)) expect(reading.ok, text).toBe(false);
    }),
    { numRuns: 2000 },
  );
  expect(plainNumber('12', { min: 0, max: 20 })).toBe(12);
  expect(plainNumber('0.9', { unit: '%', min: 0, max: 95 })).toBeNull();
});

const modules = import.meta.glob<Record<string, unknown>>('../../src/widgets/*/model.ts', {
  eager: true,
});
const models = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(
    (value): value is WidgetModel =>
      typeof value === 'object' && value !== null && 'params' in value && 'version' in value,
  );

describe('whatever a field of an experiment shows can be typed back, with the unit beside it or without', () => {
  test.each(models.map((model) => [model.id, model] as const))('%s', (_id, { params, predict }) => {
    const numbers = Object.values(params).flatMap<NumberParam | NumberField>((param) =>
      param.kind === 'number'
        ? [param]
        : param.kind === 'list'
          ? Object.values(param.fields).filter((field) => field.kind === 'number')
          : [],
    );
    for (const param of numbers) {
      const scale = 'percent' in param && param.percent ? 100 : 1;
      const unit = scale === 100 ? '%' : (param.unit ?? '');
      const digits = decimals(Number((param.step * scale).toPrecision(6)));
      for (const value of [param.min, param.max, param.default])
        for (const text of [upTo(value * scale, digits), `${upTo(value * scale, digits)} ${unit}`])
          expect(readEntry(text, param, param.default), `${param.label}：${text}`).toEqual({
            value,
            say: '',
          });
    }
    if (predict.kind === 'number')
      for (const guess of [predict.min, predict.max])
        expect(parseNumber(`${guess}${predict.unit}`, predict)).toMatchObject({ value: guess });
  });
});

describe('a table whose columns are named by another parameter', () => {
  const score = { kind: 'number', unit: '分', min: 0, max: 10, step: 1, default: 5 } as const;
  const shops: ListParam = {
    kind: 'list',
    label: '打分',
    item: '家',
    fields: { a: { ...score, label: '第一项' }, b: { ...score, label: '第二项' } },
    names: ({ what }) =>
      Object.fromEntries((what as Row[]).map(({ to, name }) => [to, name])) as Record<
        string,
        string
      >,
    atLeast: 1,
    atMost: 3,
    default: [{ a: 5, b: 5 }],
    meaning: '',
  };

  test('shows those names, and its own where a name is missing or empty', () => {
    const called = named(shops, {
      what: [
        { to: 'a', name: '便宜' },
        { to: 'b', name: '' },
      ],
    });
    expect(Object.values(called.fields).map(({ label }) => label)).toEqual(['便宜', '第二项']);
    expect(called.fields.a).toMatchObject({ unit: '分', max: 10 });
    expect(named(shops, { what: [] }).fields).toEqual(shops.fields);
  });

  test('the map and the value curve name theirs after what is rated and who rates', () => {
    const labels = (model: WidgetModel, param: string, scenario: string) => {
      const values = scenarioValues(model, scenario);
      return Object.values(named(model.params[param] as ListParam, values).fields).map(
        ({ label }) => label,
      );
    };
    const find = (id: string) => models.find((model) => model.id === id) as WidgetModel;
    expect(labels(find('perceptual-map'), 'shops', 'restaurants')).toEqual([
      '名字',
      '好吃',
      '快捷',
      '便宜',
      '环境',
    ]);
    expect(labels(find('subtraction-canvas'), 'items', 'hotel').slice(-3)).toEqual([
      '“赶路的”的权重',
      '“出差的”的权重',
      '“度假的”的权重',
    ]);
    for (const model of models)
      for (const param of Object.values(model.params))
        if (
          param.kind === 'list' &&
          /第.项|客群 \d/.test(
            Object.values(param.fields)
              .map(({ label }) => label)
              .join(),
          )
        )
          expect(
            param.names,
            `${model.id} 的“${param.label}”：列名是“第一项”一类，写 names 换成真名`,
          ).toBeDefined();
  });
});
