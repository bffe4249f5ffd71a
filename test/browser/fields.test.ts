/** 数字框里敲什么都行：要么采用，要么说清楚，绝不出错。 */
import { describe, expect, test } from 'vitest';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { required, widgetRoutes } from './support/routes.ts';
import { expectAlive, unlock } from './support/widgets.ts';

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
const fields = '[data-widget] input[type=text]:visible';

describe('number fields', () => {
  test.concurrent.for(required(widgetRoutes, '实验页面'))('%s accepts any text', (route) =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, route);
      await widgetsReady(page);
      const guess = page.locator(fields);
      for (const text of (await guess.count()) > 0 ? texts : []) {
        if ((await guess.count()) === 0) break;
        await guess.first().fill(text);
        await guess.first().press('Enter');
        expect.soft(problems.splice(0), `猜测框：${text.slice(0, 20)}`).toEqual([]);
      }
      await unlock(page);
      const count = await page.locator(fields).count();
      for (let i = 0; i < count; i++)
        for (const text of texts) {
          const field = page.locator(fields).nth(i);
          // 改一个参数可能让另一个控件收起来。
          if ((await field.count()) === 0 || !(await field.isEditable())) continue;
          await field.fill(text);
          await field.press('Enter');
          await field.blur();
          expect.soft(problems.splice(0), `第 ${i + 1} 个框：${text.slice(0, 20)}`).toEqual([]);
        }
      await expectAlive(page, route);
    }),
  );
});
