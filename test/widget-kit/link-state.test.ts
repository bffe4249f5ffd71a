import { expect, test } from 'vitest';
import { fromQuery, toQuery } from '../../src/widget-kit/link-state.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
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
