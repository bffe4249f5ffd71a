/**
 * 每个实验各打开一次：接管时版面不动、用过以后的体积、揭晓以后各种宽度放得下而且没有无障碍
 * 问题、只用键盘走得遍、数字框里敲什么都行；最后在同一页里试一条胡话连篇的链接。
 */
import { describe, expect, test } from 'vitest';
import { withFreshPage } from './support/browser.ts';
import { cover } from './support/cover.ts';
import { freezeMotion } from './support/checks.ts';
import { walkByTab } from './support/focus.ts';
import { tryHostileLink } from './support/hostile-link.ts';
import { meter } from './support/measure.ts';
import { required, widgetId, widgetRoutes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';
import { checkPart, expectNoProblems, expectOpens, expectStill } from './support/whole-page.ts';
import {
  expectAlive,
  lockAgain,
  modelOf,
  typeEverything,
  unlock,
  useWidget,
} from './support/widgets.ts';

const phone = { width: 412, height: 823 };
const experiment = '[data-widget]';

/** 还盖着答案时只多一块猜测的面板：每种猜法看一个实验，揭晓以后的样子个个都看。 */
const everyGuess = cover(
  required(widgetRoutes, '实验页面').map((route) => {
    const model = modelOf(widgetId(route));
    return {
      name: route,
      has: new Set([model?.predict.kind ?? '']),
      cost: Object.keys(model?.params ?? {}).length,
    };
  }),
);
const lockedToo = fewOrAll(everyGuess, widgetRoutes);

describe('every experiment', () => {
  test.each(widgetRoutes)(
    '%s never moves, is at most 105 kB once used, fits every width, is accessible, is walked through by Tab, accepts any text and any link',
    (route) =>
      withFreshPage({ viewport: phone }, async (open) => {
        const { page, problems } = open;
        const sent = await meter(page);
        await expectOpens(page, route);
        await expectStill(page, route);
        if (lockedToo.includes(route)) await checkPart(page, `${route} 揭晓以前`, 'html');
        await page.setViewportSize(phone);
        await useWidget(page);
        await sent.quiet();
        expect
          .soft(sent.bytes, `${route} 用过以后超过 105 kB；看是谁带进来的\n${sent.report()}`)
          .toBeLessThanOrEqual(105_000);
        await checkPart(page, `${route} 揭晓以后`, experiment);
        await freezeMotion(page);
        await walkByTab(page, route, experiment);

        const wrong = `${route} 数字框里敲了这些就出错；看 NumberControl 与 compute 怎么接的`;
        expect.soft(await typeEverything(page), wrong).toEqual([]);
        await lockAgain(page);
        expect.soft(await typeEverything(page), wrong).toEqual([]);
        await unlock(page);
        await expectAlive(page, route);
        expectNoProblems(problems, route);

        await tryHostileLink(open, route);
      }),
  );
});
