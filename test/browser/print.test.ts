/** 印在纸上：整章的学生版与教师版，一节，一个实验；以及“没有这一页”。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  urlOf,
  visit,
  visitFully,
  widgetsReady,
  withFreshPage,
  withPage,
} from './support/browser.ts';
import {
  answerRoutes,
  lessonRoutes,
  printRoutes,
  required,
  sectionRoutes,
  widgetId,
  widgetRoutes,
} from './support/routes.ts';
import { fewOrAll, fullRoutes, withAllPlaces } from './support/scope.ts';
import { modelOf } from './support/models.ts';

/** 各章由同一段代码拼成：快跑看一章。 */
const printed = required(
  fewOrAll(
    printRoutes.filter((route) => fullRoutes.includes(route)),
    printRoutes,
  ),
  '打印页面',
);

/** A4 去掉页边，按 96 dpi。 */
const sheet = { width: 673, height: 987 };

async function toPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
}

/** 印在纸上看得见几个；合着的 details 里的不算。 */
const shown = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll(
    (found) =>
      found.filter((element) => {
        const { height } = element.getBoundingClientRect();
        return height > 0 && element.checkVisibility({ contentVisibilityAuto: true });
      }).length,
  );

/** 非得整块印、又比半页还高的东西：它落到下一页，前一页就空着半张。实验的抬头跟着后面第一块走，合起来算。 */
const tooTallToMove = (page: Page) =>
  page.evaluate((half) => {
    const name = (element: Element) =>
      `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const whole = [...document.querySelectorAll('main *')].filter(
      (element) => getComputedStyle(element).breakInside === 'avoid' && element.checkVisibility(),
    );
    const tall = whole.filter((element) => element.getBoundingClientRect().height > half);
    const heads = [...document.querySelectorAll('.w-head')].filter((head) => {
      const next = whole.find(
        (element) =>
          !element.matches('.w-setting') &&
          head.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
      );
      const bottom = next?.getBoundingClientRect().bottom ?? 0;
      return bottom - head.getBoundingClientRect().top > half * 1.2;
    });
    return [...tall, ...heads].map(name);
  }, sheet.height / 2);

/** 同一份网页，换一个手机打得开的域名；返回它的网址。 */
async function publish(page: Page): Promise<string> {
  const home = 'http://course.example/';
  await page.route(`${home}**`, async (request) => {
    const { pathname } = new URL(request.request().url());
    await request.fulfill({ response: await request.fetch({ url: urlOf(pathname) }) });
  });
  return home;
}

describe('a printed chapter', () => {
  test.each(printed)(
    '%s: experiments are still figures, solutions stand at the end, blanks are lines, nothing of the site is printed',
    (route) =>
      withPage({}, async ({ page, problems }) => {
        await visitFully(page, route);
        const figures = page.locator('[data-still-widget]');
        expect(await page.locator('[data-widget], astro-island').count()).toBe(0);
        expect(await page.locator('.scan').count()).toBe(await figures.count());
        for (const figure of await figures.all()) {
          expect(await figure.locator('.w-sentence').isVisible()).toBe(true);
          expect(await figure.locator('table').first().isVisible()).toBe(true);
          expect(await figure.locator('button:visible, input:visible').count()).toBe(0);
        }
        const found = await page.evaluate(() => {
          const all = (selector: string) => [...document.querySelectorAll(selector)];
          return {
            examples: all('.worked').length,
            solutions: all('.solutions > section').filter(
              ({ textContent }) => (textContent ?? '').length > 30,
            ).length,
            inPlace: all('.worked :is(details, paper-solution), details:not([open])').length,
            fields: all('.blank :is(input, select)').length,
            lines: all('.blank-line').length,
            notes: all('.teacher-note').length,
          };
        });
        expect(found.examples).toBeGreaterThan(0);
        expect(found.lines, `${route}：空格印成可以写字的线`).toBeGreaterThan(0);
        expect(found, `${route}：解答只在章末，教师提示不给学生`).toMatchObject({
          solutions: found.examples,
          inPlace: 0,
          fields: 0,
          notes: 0,
        });

        await toPaper(page);
        for (const part of ['.site-header', '.site-footer', '.how', '.term-card', '#drawer'])
          expect.soft(await shown(page, part), `${route} 印出了 ${part}`).toBe(0);
        expect(await page.locator('.sources').count()).toBeLessThanOrEqual(1);
        expect
          .soft(await page.locator('main').innerText(), '没有跑过的仿真不印')
          .not.toMatch(/仿真\s*0\s*次/);
        expect.soft(await tooTallToMove(page), `${route} 里这些搬到下一页，会空出半页`).toEqual([]);
        expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
        expect(problems).toEqual([]);
      }),
  );

  test.each(printed)('%s: the teacher’s print has every note, and keeps out of searches', (route) =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, `${route}teacher/`);
      await toPaper(page);
      const questions = await page.locator('.discussion, .aside.ask').count();
      expect(questions).toBeGreaterThan(4);
      expect(
        await shown(page, '.teacher-note > p:not(.teacher-label)'),
        `${route}teacher/ 印出每一条教师提示`,
      ).toBeGreaterThanOrEqual(questions);
      expect(await page.locator('.solutions > section').count()).toBeGreaterThan(0);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(problems).toEqual([]);
    }),
  );

  test('every experiment has its code where phones can open it, and on this computer alone it says they cannot', () =>
    withFreshPage({}, async ({ page }) => {
      const [route = ''] = printed;
      await visitFully(page, route);
      expect(await page.locator('.scan svg').count()).toBe(0);
      await page.locator('[data-local]').getByText('学生的手机').waitFor();
      const home = await publish(page);
      await page.goto(home + route.slice(1), { waitUntil: 'networkidle' });
      const scans = page.locator('.scan');
      expect(await scans.count()).toBeGreaterThan(0);
      for (const scan of await scans.all()) {
        await scan.locator('svg[role=img] path').waitFor();
        expect(await scan.locator('a').innerText()).toContain(home);
        expect(await scan.locator('a').getAttribute('href')).toMatch(/\/widgets\/[\w-]+\/(\?.*)?$/);
      }
      expect(await page.locator('[data-local]').isVisible()).toBe(false);
    }));
});

describe('a page printed from the browser', () => {
  const withSymbols = sectionRoutes.filter((route) =>
    /utilization-cliff|coverage|empowerment/.test(route),
  );

  test.each(fewOrAll(required(withSymbols, '带公式与实验的小节').slice(0, 1), withSymbols))(
    '%s prints its symbols, keeps solutions and notes folded away, and starts on the first sheet',
    (route) =>
      withPage({}, async ({ page }) => {
        await visit(page, route);
        await toPaper(page);
        expect
          .soft(await shown(page, '.formula-box dl'), '符号说明印出来')
          .toBe(await page.locator('.formula-box').count());
        expect.soft(await shown(page, '.worked > details'), '解答不印在题目后面').toBe(0);
        expect.soft(await shown(page, 'details.teacher-note'), '教师提示不印').toBe(0);
        expect.soft(await tooTallToMove(page), '搬到下一页，会空出半页').toEqual([]);
      }),
  );

  // 版面都由同一个框给：每章看一个，快跑看合起来有全部摆法的
  const oneAChapter = [
    ...new Map(widgetRoutes.map((route) => [modelOf(widgetId(route))?.chapter, route])).values(),
  ];

  test.each(required(fewOrAll(withAllPlaces, oneAChapter), '实验页面'))(
    '%s prints no blank sheet',
    (route) =>
      withPage({}, async ({ page }) => {
        await visit(page, route);
        await widgetsReady(page);
        await toPaper(page);
        // 图照纸的宽重排，要等量到新的宽
        await expect
          .poll(() => tooTallToMove(page), { message: `${route}：搬到下一页，会空出半页` })
          .toEqual([]);
        const whole = (await page.pdf({ format: 'A4' })).toString('latin1');
        const sheets = [...whole.matchAll(/\/Type\s*\/Page\b/g)].length;
        expect(sheets).toBeGreaterThan(0);
        // 一张白纸不带字体，不到三千字节
        for (const number of [1, sheets]) {
          const { length } = await page.pdf({ format: 'A4', pageRanges: `${number}` });
          expect(length, `${route} 的第 ${number} 张是白纸`).toBeGreaterThan(5000);
        }
      }),
  );
});

describe('what a teacher prints', () => {
  const routes = required(
    [lessonRoutes, answerRoutes].flatMap((each) => fewOrAll(each.slice(0, 1), each)),
    '教案与答案页面',
  );
  test.each(routes)('%s prints whole: nothing folded, cut or left on a blank sheet', (route) =>
    withPage({}, async ({ page }) => {
      await visit(page, route);
      await toPaper(page);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const { folded, wide } = await page.evaluate((room) => {
        const all = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) =>
          element.checkVisibility(),
        );
        const name = (element: Element) =>
          `${element.localName}.${element.getAttribute('class') ?? ''}`;
        return {
          folded: all.filter((element) => element.matches('details:not([open])')).map(name),
          wide: all.filter((element) => element.getBoundingClientRect().right > room + 1).map(name),
        };
      }, sheet.width);
      expect(folded, `${route}：纸上点不开，打印前要展开`).toEqual([]);
      expect(wide, `${route}：宽过纸的会被裁掉，改窄或换行`).toEqual([]);
      expect(await tooTallToMove(page), `${route}：搬到下一页，会空出半页`).toEqual([]);
      const whole = (await page.pdf({ format: 'A4' })).toString('latin1');
      const sheets = [...whole.matchAll(/\/Type\s*\/Page\b/g)].length;
      expect(sheets).toBeGreaterThan(0);
      for (const number of new Set([1, Math.ceil(sheets / 2), sheets])) {
        const { length } = await page.pdf({ format: 'A4', pageRanges: `${number}` });
        expect(length, `${route} 的第 ${number} 张是白纸`).toBeGreaterThan(5000);
      }
    }),
  );
});

describe('an unknown address', () => {
  test('near a known one suggests it', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/Widgets/utilization_cliff.html'));
      const guess = page.locator('[data-guess] a').first();
      await guess.waitFor();
      expect(await guess.getAttribute('href')).toContain('utilization-cliff');
    }));
});

test('an experiment printed at once, changed or not, has the code of the setting it is in', () =>
  withFreshPage({}, async ({ page }) => {
    const [route = ''] = required(widgetRoutes, '实验页面');
    const home = await publish(page);
    await page.goto(home + route.slice(1), { waitUntil: 'networkidle' });
    await widgetsReady(page);
    await page.keyboard.press('r');
    await page.locator('.w-controls input[type=range]').first().press('ArrowRight');
    await page.evaluate(() => {
      Object.assign(window, {
        print: () => {
          dispatchEvent(new Event('beforeprint'));
          document.documentElement.dataset['printed'] = '';
        },
      });
    });
    await page.keyboard.press('Control+p');
    await page.locator('html[data-printed]').waitFor();
    await toPaper(page);
    expect(await page.locator('.w-qr svg[role=img] path').isVisible()).toBe(true);
    expect(await page.locator('.w-print').innerText()).toMatch(/course\.example\/widgets\/.+v=2&/);
  }));
