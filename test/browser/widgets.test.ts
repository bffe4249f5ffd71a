/**
 * 每个实验各打开一次：接管时版面不动、用过以后的体积、手机上放得下；代表全部部件的那些实验，
 * 揭晓以后还要各种宽度放得下、没有无障碍问题、只用键盘走得遍、数字框里敲什么都行、一条胡话连篇
 * 的链接也打得开。
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextFrame, withFreshPage, withPage } from './support/browser.ts';
import { freezeMotion } from './support/checks.ts';
import { walkByTab } from './support/focus.ts';
import { tryHostileLink } from './support/hostile-link.ts';
import { meter } from './support/measure.ts';
import { smallPhone, takeOneTurn } from './support/one-turn.ts';
import { required, widgetRoutes } from './support/routes.ts';
import { fullExperiments, withAllControls } from './support/scope.ts';
import {
  checkPart,
  expectFits,
  expectNoProblems,
  expectOpens,
  expectStill,
  squeezeFigures,
} from './support/whole-page.ts';
import { expectAlive, lockAgain, typeEverything, unlock, useWidget } from './support/widgets.ts';

const phone = { width: 412, height: 823 };
const experiment = '[data-widget]';

const others = widgetRoutes.filter((route) => !fullExperiments.includes(route));

describe('every experiment', () => {
  test.each(required(fullExperiments, '代表实验'))(
    '%s never moves, is at most 105 kB once used, fits a phone, and opens from any link',
    (route) =>
      withFreshPage({ viewport: phone }, async (open) => {
        const { page, problems } = open;
        const allControls = withAllControls.includes(route);
        const sent = await meter(page);
        await expectOpens(page, route);
        await expectStill(page, route);
        // 还盖着答案时只多一块猜测的面板：快跑每种猜法看一个，揭晓以后的样子个个都看
        if (allControls) await checkPart(page, `${route} 揭晓以前`, 'html');
        await page.setViewportSize(phone);
        await useWidget(page);
        await sent.quiet();
        expect
          .soft(sent.bytes, `${route} 用过以后超过 105 kB；看是谁带进来的\n${sent.report()}`)
          .toBeLessThanOrEqual(105_000);
        await page.setViewportSize({ width: 360, height: 740 });
        await nextFrame(page);
        await expectFits(page, `${route} 揭晓以后`);
        await checkPart(page, `${route} 揭晓以后`, experiment);
        await freezeMotion(page);
        await walkByTab(page, route, experiment);
        if (allControls) await typeAnywhere(page, route);
        await squeezeFigures(page);
        await expectAlive(page, route);
        expectNoProblems(problems, route);
        if (allControls) await tryHostileLink(open, route);
      }),
  );

  test.each(others)(
    '%s takes a guess and answers it, in sight, on a phone and on the wall',
    (route) =>
      withPage({ viewport: smallPhone, reducedMotion: 'reduce' }, (open) =>
        takeOneTurn(open, route),
      ),
  );
});

/** 揭晓与盖着时往每个框里敲什么都行。 */
async function typeAnywhere(page: Page, route: string): Promise<void> {
  const wrong = `${route} 数字框里敲了这些就出错；看 NumberControl 与 compute 怎么接的`;
  expect.soft(await typeEverything(page), wrong).toEqual([]);
  await lockAgain(page);
  expect.soft(await typeEverything(page), wrong).toEqual([]);
  await unlock(page);
}
