/** 每个实验各打开一次：用过以后的体积、只用键盘走得遍、数字框里敲什么都行。 */
import { describe, expect, test } from 'vitest';
import { scrollThrough, visit, withFreshPage } from './support/browser.ts';
import { freezeMotion } from './support/checks.ts';
import { walkByTab } from './support/focus.ts';
import { meter } from './support/measure.ts';
import { required, widgetRoutes } from './support/routes.ts';
import { expectAlive, lockAgain, typeEverything, unlock, useWidget } from './support/widgets.ts';

const texts = [
  '',
  '３．５',
  'abc',
  '1e999',
  '-5',
  '1,000',
  '50%',
  '1/0',
  '三个',
  ' ',
  '9'.repeat(400),
];

describe('every experiment', () => {
  test.each(required(widgetRoutes, '实验页面'))(
    '%s is at most 105 kB once used, is walked through by Tab, and accepts any text',
    (route) =>
      withFreshPage({ viewport: { width: 412, height: 823 } }, async ({ page, problems }) => {
        const sent = await meter(page);
        await visit(page, route);
        await scrollThrough(page);
        await useWidget(page);
        await sent.quiet();
        expect
          .soft(sent.bytes, `${route} 用过以后超过 105 kB；看是谁带进来的\n${sent.report()}`)
          .toBeLessThanOrEqual(105_000);

        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.setViewportSize({ width: 1280, height: 900 });
        await freezeMotion(page);
        await walkByTab(page, route);

        const wrong = `${route} 数字框里敲了这些就出错；看 NumberControl 与 compute 怎么接的`;
        await lockAgain(page);
        expect.soft(await typeEverything(page, texts), wrong).toEqual([]);
        await unlock(page);
        expect.soft(await typeEverything(page, texts), wrong).toEqual([]);
        await expectAlive(page, route);
        expect.soft(problems, `${route} 用的时候报了错`).toEqual([]);
      }),
  );
});
