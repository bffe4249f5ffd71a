import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lightened } from '../../src/build/lighter-chart.ts';

test('what this site never draws is left out of the chart library, and the rest stays as it was', () => {
  const code = readFileSync('node_modules/chart.js/dist/chunks/index.js', 'utf8');
  const light = lightened(code);
  expect(light.length).toBeLessThan(code.length - 5000);
  expect(light).toContain('easeOutQuart');
  expect(light).not.toContain('easeInBounce');
  expect(light).not.toContain("case 'rectRounded'");
  expect(light).not.toContain('bezierCurveTo(flip');
  expect(light).not.toContain('fillText');
  expect(light.slice(-2000)).toBe(code.slice(-2000));
});

test('a chart library written otherwise is said, with what to change', () => {
  expect(() => lightened('export const nothing = 1;')).toThrow('src/build/lighter-chart.ts');
});
