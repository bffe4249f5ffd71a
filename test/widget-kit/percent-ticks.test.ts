/** 两种图的百分数刻度是同一种写法：14%，不是 14.0%。 */
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { show } from '../../src/charts/chart-frame.ts';
import Plot from '../../src/widget-kit/Plot.svelte';

const whole = Array.from({ length: 101 }, (_, i) => i / 100);
const half = 0.125;

test('SvgChart writes whole percentages without a decimal', () => {
  const axis = { label: '比例', percent: true };
  for (const value of whole)
    expect(show(axis, value), `src/charts/chart-frame.ts 的 show：${value}`).toMatch(/^\d+%$/);
  expect(show(axis, half)).toBe('12.5%');
});

test('Plot writes whole percentages without a decimal', () => {
  const axis = { label: '比例', min: 0, max: 1, ticks: [...whole, half], percent: true };
  const marks = createRawSnippet(() => ({ render: () => '<g></g>' }));
  const { body } = render(Plot, { props: { x: axis, y: axis, label: '刻度', marks } });
  const written = [...body.matchAll(/>(?:<!--.*?-->)?\s*([\d.]+%)/g)].map(([, text]) => text);
  expect(written.length).toBeGreaterThan(150);
  for (const text of written)
    expect(text, 'src/widget-kit/Plot.svelte 的刻度').toMatch(/^(\d+|12\.5)%$/);
});
