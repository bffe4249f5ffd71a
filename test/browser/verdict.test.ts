/** 猜好了以后，评语的头一行就在画面下面：不被粘住的画面盖住，也不在屏外。 */
import { expect, test } from 'vitest';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { firstLine, guess } from './support/guess.ts';
import { modelOf } from './support/models.ts';
import { required, widgetId } from './support/routes.ts';
import { fewOrAll, withAllGuesses } from './support/scope.ts';

/** 小的放得下，大的就放得下。 */
const phones = fewOrAll(
  [{ width: 360, height: 640 }],
  [
    { width: 360, height: 640 },
    { width: 390, height: 844 },
  ],
);

test.each(required(withAllGuesses, '实验页面'))(
  'on a phone, in the section it belongs to, the verdict on a guess in %s begins in sight below the figure',
  (route) =>
    // 不减动效：平滑滚动也要停在对的地方
    withPage({ hasTouch: true, reducedMotion: 'no-preference' }, async ({ page }) => {
      const id = widgetId(route);
      const model = modelOf(id);
      for (const size of phones) {
        await page.setViewportSize(size);
        await visit(page, `/chapters/${model?.chapter}/${model?.section}/`);
        const here = page.locator(`[data-widget="${id}"]`);
        // 有的实验只在自己的一页上
        if ((await here.count()) === 0) await visit(page, route);
        await widgetsReady(page);
        if (!(await guess(here.first(), id))) continue;
        expect
          .soft(
            await firstLine(page),
            `${id} 在 ${size.width}×${size.height}：评语的头一行看不见；看 WidgetFrame 的 keepSaid`,
          )
          .toBe('');
        await page.evaluate(() => sessionStorage.clear());
      }
    }),
);
