import { expect, test } from 'vitest';
import { visit, withFreshPage } from './support/browser.ts';
import { meter } from './support/measure.ts';
test('x', () => withFreshPage({ viewport: { width: 412, height: 823 } }, async ({ page }) => {
  await page.addInitScript(() => {
    (window as any).signs = [];
    for (const s of ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart', 'focusin'])
      addEventListener(s, (e) => (window as any).signs.push([s, performance.now(), (e.target as any)?.nodeName + '.' + (e.target as any)?.className, scrollY, location.hash]), true);
  });
  const sent = await meter(page);
  await visit(page, '/chapters/queueing/anatomy/');
  await sent.quiet();
  console.log(JSON.stringify(await page.evaluate(() => [(window as any).signs, scrollY, location.href])), sent.report());
  expect(1).toBe(1);
}));
