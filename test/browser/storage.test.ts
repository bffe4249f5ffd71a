/** 存储被拒绝、写满或存着乱码时，页面照常可用。 */
import { describe, expect, test } from 'vitest';
import { scrollThrough, visit, withPage } from './support/browser.ts';
import { sampleRoutes } from './support/routes.ts';

const places = sampleRoutes;

const denied = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`;

const full = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`;

/** 页面无论问哪个键，拿到的都是乱码。 */
const corrupt = (garbage: string) =>
  `Storage.prototype.getItem = function () { return ${JSON.stringify(garbage)}; };`;

const conditions: [name: string, before: string][] = [
  ['denied', denied],
  ['full', full],
  ['half a record', corrupt('{"version":1,"answers":[{')],
  ['another shape', corrupt('[[null,-1,"x"],{"__proto__":0}]')],
];

describe.each(conditions)('storage: %s', (_name, before) => {
  test.concurrent.for(places)('%s still works', (route, { expect: check }) =>
    withPage({ before }, async ({ page, problems }) => {
      await visit(page, route);
      await scrollThrough(page);
      check(await page.locator('h1').first().isVisible()).toBe(true);
      check(problems).toEqual([]);
    }),
  );
});

test('there is something to try', () => expect(places.length).toBeGreaterThan(2));
