/**
 * 每个实验各打开一次：接管时版面不动、用过以后的体积、手机上放得下、一条胡话连篇的链接也打得开；
 * 代表全部部件的那些实验，揭晓以后还要各种宽度放得下、没有无障碍问题、只用键盘走得遍、数字框里
 * 敲什么都行。
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextFrame, withFreshPage } from './support/browser.ts';
import { cover } from './support/cover.ts';
import { freezeMotion } from './support/checks.ts';
import { walkByTab } from './support/focus.ts';
import { tryHostileLink } from './support/hostile-link.ts';
import { meter } from './support/measure.ts';
import { required, widgetId, widgetRoutes } from './support/routes.ts';
import { fewOrAll, fullExperiments } from './support/scope.ts';
import {
  checkPart,
  expectFits,
  expectNoProblems,
  expectOpens,
  expectStill,
} from './support/whole-page.ts';
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
    '%s never moves, is at most 105 kB once used, fits a phone, and opens from any link',
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
        await page.setViewportSize({ width: 360, height: 740 });
        await nextFrame(page);
        await expectFits(page, `${route} 揭晓以后`);
        if (fullExperiments.includes(route)) await tryThroughout(page, route);
        await expectAlive(page, route);
        expectNoProblems(problems, route);
        await tryHostileLink(open, route);
      }),
  );
});

/** 揭晓以后各种宽度、浅色深色、键盘都走一遍；盖着与揭晓时往每个框里敲什么都行。 */
async function tryThroughout(page: Page, route: string): Promise<void> {
  await checkPart(page, `${route} 揭晓以后`, experiment);
  await freezeMotion(page);
  await walkByTab(page, route, experiment);
  const wrong = `${route} 数字框里敲了这些就出错；看 NumberControl 与 compute 怎么接的`;
  expect.soft(await typeEverything(page), wrong).toEqual([]);
  await lockAgain(page);
  expect.soft(await typeEverything(page), wrong).toEqual([]);
  await unlock(page);
}
