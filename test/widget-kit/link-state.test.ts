import { expect, test } from 'vitest';
import { fromQuery, longestQuery, toQuery } from '../../src/widget-kit/link-state.ts';
import { legalRow, type ListParam, type WidgetModel } from '../../src/widget-kit/model.ts';
import { model as sorting } from '../../src/widgets/incident-sorting/model.ts';
import { model as cliff } from '../../src/widgets/utilization-cliff/model.ts';

const model = cliff as unknown as WidgetModel;

test('a link says only what differs from the defaults', () => {
  expect(toQuery(model, { utilization: 0.8, serviceMinutes: 5, servers: 3 })).toBe(
    '?v=1&servers=3',
  );
});

test('a link from another version opens with the defaults and says so', () => {
  for (const query of ['?v=2&servers=3', '?v=abc', '?servers=3', '?v=-1', '?v=1e9&servers=2'])
    expect(fromQuery(model, query)).toMatchObject({
      values: {},
      present: false,
      notes: [expect.stringContaining('另一个版本')],
    });
});

test('nonsense values fall back, out-of-range values go to the nearest legal one, each with a note', () => {
  const { values, notes } = fromQuery(
    model,
    '?v=1&servers=999&utilization=-3&serviceMinutes=%E4%BA%94',
  );
  expect(values).toEqual({ servers: 20, utilization: 0.1, serviceMinutes: 5 });
  expect(notes).toHaveLength(3);
});

test('a page without parameters reads nothing and says nothing', () => {
  expect(fromQuery(model, '')).toEqual({ values: {}, notes: [], present: false });
  expect(fromQuery(model, '?utm_source=qr')).toEqual({ values: {}, notes: [], present: false });
});

test('a whole class fits a link, and no row is lost in the middle of a long one', () => {
  const wide = sorting as unknown as WidgetModel;
  const { atMost } = sorting.params.coders;
  const coders = Array.from({ length: atMost }, (_, i) => ({
    name: `上官婉儿欧阳修${i}`,
    codes: 'ABCDx'.repeat(4),
  }));
  const query = toQuery(wide, { industry: 'hotel', coders });
  expect(query.length, '全班的链接装不下：看 link-state.ts 的 longestQuery').toBeLessThan(
    longestQuery,
  );
  expect(fromQuery(wide, query)).toEqual({
    values: { industry: 'hotel', coders },
    notes: [],
    present: true,
  });
  const five = fromQuery(wide, `?v=1&coders=${'甲_ABCDx~'.repeat(500)}`);
  expect(five.values['coders']).toHaveLength(atMost);
  expect(five.notes.join('')).toContain(`最多 ${atMost} 行`);
});

test('a key written twice counts once, and the note says which', () => {
  const { values, notes } = fromQuery(model, '?v=1&servers=3&servers=4');
  expect(values).toEqual({ servers: 3 });
  expect(notes).toEqual([expect.stringContaining('不止一次')]);
});

test('a text cell keeps emoji but neither control marks nor half characters', () => {
  const names = { fields: { name: { kind: 'text', label: '店名', longest: 6, default: '店' } } };
  const clean = (name: string) => legalRow(names as unknown as ListParam, { name })['name'];
  expect(clean('\u202E\uD800老\u200F王\u0007 ☕')).toBe('老王 ☕');
  expect(clean('👨‍🍳')).toBe('👨‍🍳');
  expect(clean('\u202E~_')).toBe('店');
});
