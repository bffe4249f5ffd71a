import { expect, test } from 'vitest';
import { longestQuery, toQuery } from '../../src/widget-kit/link-state.ts';
import { fromQuery } from '../../src/widget-kit/read-link.ts';
import {
  defaults,
  scenarioValues,
  type ListParam,
  type WidgetModel,
} from '../../src/widget-kit/model.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import { model as kingman } from '../../src/widgets/kingman/model.ts';
import { model as sorting } from '../../src/widgets/incident-sorting/model.ts';
import { model as cliff } from '../../src/widgets/utilization-cliff/model.ts';

const model = cliff as unknown as WidgetModel;
const first = model.scenarios[0]?.id ?? '';
const start = scenarioValues(model, first);
const declared = defaults(model.params);

test('a link is the scenario, and what differs from it', () => {
  expect(toQuery(model, start, first)).toBe(`?s=${first}`);
  expect(toQuery(model, { ...start, servers: 7 }, first)).toBe(`?s=${first}&v=2&servers=7`);
  expect(toQuery(model, { ...declared, servers: 7 }, null)).toBe('?v=2&servers=7');
});

test('a value put back to the declared default is still written when the scenario has another', () => {
  const minutes = kingman.scenarios.find(({ id }) => id === 'night-pharmacy')?.values
    .serviceMinutes;
  const changed = { ...scenarioValues(kingman, 'night-pharmacy'), serviceMinutes: 10 };
  expect(minutes).not.toBe(10);
  expect(fromQuery(kingman, toQuery(kingman, changed, 'night-pharmacy'))).toMatchObject({
    values: changed,
    scenario: 'night-pharmacy',
    notes: [],
  });
});

test('links of version 1 open as they did: what they say over the declared defaults', () => {
  expect(fromQuery(model, '?v=1&servers=3')).toEqual({
    values: { ...declared, servers: 3 },
    scenario: null,
    notes: [],
    present: true,
  });
  expect(fromQuery(model, '?v=1')).toMatchObject({ values: declared, present: true });
});

test('a link from another version opens with the first scenario and says so', () => {
  for (const query of ['?v=3&servers=3', '?v=abc', '?servers=3', '?v=-1', '?v=1e9&servers=2'])
    expect(fromQuery(model, query)).toMatchObject({
      values: start,
      scenario: first,
      present: false,
      notes: [expect.stringContaining('另一个版本')],
    });
});

test('an unknown scenario is said', () => {
  expect(fromQuery(model, '?s=__proto__')).toMatchObject({
    scenario: first,
    present: false,
    notes: [expect.stringContaining('没有“__proto__”这个场景')],
  });
});

test('nonsense values stay as the scenario has them, out-of-range values go to the nearest legal one, each with a note', () => {
  const { values, notes } = fromQuery(
    model,
    '?v=2&servers=999&utilization=-3&serviceMinutes=%E4%BA%94',
  );
  expect(values).toEqual({ ...declared, servers: 20, utilization: 0.1 });
  expect(notes).toHaveLength(3);
});

test('a page without parameters reads nothing and says nothing', () => {
  for (const query of ['', '?utm_source=qr'])
    expect(fromQuery(model, query)).toEqual({
      values: start,
      scenario: first,
      notes: [],
      present: false,
    });
});

test('a whole class fits a link, and no row is lost in the middle of a long one', () => {
  const wide = sorting as unknown as WidgetModel;
  const { atMost } = sorting.params.coders;
  const coders = Array.from({ length: atMost }, (_, i) => ({
    name: `上官婉儿欧阳修${i}`,
    codes: 'ABCDx'.repeat(4),
  }));
  const query = toQuery(wide, { industry: 'hotel', coders }, null);
  expect(query.length, '全班的链接装不下：看 link-state.ts 的 longestQuery').toBeLessThan(
    longestQuery,
  );
  expect(fromQuery(wide, query)).toEqual({
    values: { industry: 'hotel', coders },
    scenario: null,
    notes: [],
    present: true,
  });
  const five = fromQuery(wide, `?v=2&coders=${'甲_ABCDx~'.repeat(500)}`);
  expect(five.values['coders']).toHaveLength(atMost);
  expect(five.notes.join('')).toContain(`最多 ${atMost} 行`);
});

test('a key written twice counts once, and the note says which', () => {
  const { values, notes } = fromQuery(model, '?v=2&servers=3&servers=4');
  expect(values).toEqual({ ...declared, servers: 3 });
  expect(notes).toEqual([expect.stringContaining('不止一次')]);
});

test('a text cell keeps emoji but neither control marks nor half characters', () => {
  const names = { fields: { name: { kind: 'text', label: '店名', longest: 6, default: '店' } } };
  const clean = (name: string) => legalRow(names as unknown as ListParam, { name })['name'];
  expect(clean('\u202E\uD800老\u200F王\u0007 ☕')).toBe('老王 ☕');
  expect(clean('👨‍🍳')).toBe('👨‍🍳');
  expect(clean('\u202E~_')).toBe('店');
});
