/** 课堂：一套步骤从头走到尾，哪一段都放得下；翻页笔、刷新、记票、断网都不出岔子；体积。 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextFrame, urlOf, visit, withCleanPage } from './support/browser.ts';
import { axeViolations, dropRepeats, freezeMotion } from './support/checks.ts';
import { distFolder, fileOf, required, routes } from './support/routes.ts';
import { everything, fewOrAll } from './support/scope.ts';
import { bytesOf, servedBytes } from './support/served-bytes.ts';
import {
  enter,
  forward,
  goToId,
  goToStep,
  projector,
  settled,
  until,
  voteAll,
  where,
} from './support/wall.ts';

const kB = 1000;
const decks = required(
  routes.filter((route) => /^\/classroom\/[^/]+\/desk\/$/.test(route)),
  '课堂',
).map((route) => route.replace(/desk\/$/, ''));
/** 下面几条照排队管理的步数走 */
const first = '/classroom/queueing/';
/** 快跑只走一套：每一套都是同一个播放器 */
const walked = fewOrAll([first], decks);
const sizes = fewOrAll(
  [projector.viewport],
  [
    projector.viewport,
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
  ],
);

/** 台上是指着读数的曲线的几步，与画着它的那一幅 */
const charted = [
  [first, 'fifty-seats', 'chart'],
  [first, 'four-times-calls', 'chart'],
  ['/classroom/economy/', 'ticket', 'price'],
] as const;

/**
 * 横轴上的各个刻度：写着什么，在屏幕的哪里，那里头一条线画在多高（照纵轴的刻度换成数），一个像素
 * 是多少。
 */
function readTicks(frame: Locator) {
  return frame.evaluate((element) => {
    const svg = element.querySelector('svg') as SVGSVGElement;
    const matrix = svg.getScreenCTM() as DOMMatrix;
    const all = (anchor: string) =>
      [...svg.querySelectorAll(`:scope > text[text-anchor=${anchor}]:not(.name, .tag)`)].map(
        (tick) => ({
          text: tick.textContent.trim(),
          x: Number(tick.getAttribute('x')),
          y: Number(tick.getAttribute('y')),
        }),
      );
    const [low, ...others] = all('end').map(({ text, y }) => ({ value: parseFloat(text), y }));
    const high = others.at(-1);
    const line = svg.querySelector('.line')?.getAttribute('d') ?? '';
    const points = [...line.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    if (!low || !high) throw new Error('纵轴上没有刻度');
    const pixel = Math.abs((high.value - low.value) / (high.y - low.y));
    const { top, height } = svg.getBoundingClientRect();
    return all('middle').flatMap(({ text, x }) => {
      const drawn = points.find((point) => Math.abs(point.x - x) < 0.2);
      if (!drawn) return [];
      return [
        {
          text,
          x: x * matrix.a + matrix.e,
          y: top + height / 2,
          value: low.value + (low.y - drawn.y) * pixel * Math.sign(low.y - high.y),
          pixel,
        },
      ];
    });
  });
}

/** 敲的时候题面还在眼前。 */
async function voteInSight(page: Page, counts: readonly number[]): Promise<void> {
  await voteAll(page, counts, async () => {
    const now = await where(page);
    expect(await underPanel(page), `${now} 记票的一块盖着题面：看 Panel.svelte`).toEqual([]);
    expect(await spilling(page), `${now} 敲票的时候题面放不下：看 Panel.svelte`).toEqual([]);
  });
}

/** 题面里被记票的一块盖住的；空数组为通过。 */
function underPanel(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const panel = (document.querySelector('.panel') as HTMLElement).getBoundingClientRect();
    return [...document.querySelectorAll('.wall :is(h2, .setting, .question, li, .cue)')].flatMap(
      (element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const apart =
          right <= panel.left ||
          left >= panel.right ||
          bottom <= panel.top ||
          top >= panel.bottom ||
          right - left < 1;
        return apart ? [] : [(element.textContent ?? '').trim().slice(0, 20)];
      },
    );
  });
}

/** 墙上出了界、被盖住、要滚动才看得全的；空数组为通过。 */
function spilling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('.class-room .wall > .main') as HTMLElement;
    const box = main.getBoundingClientRect();
    const named = (element: Element) =>
      `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      // 读屏才念的、没轮到的画面、控件里自己会滚的
      return (
        width > 1 &&
        height > 1 &&
        !element.closest('.visually-hidden, [data-away], .w-controls') &&
        element.checkVisibility({ visibilityProperty: true })
      );
    };
    return [...main.querySelectorAll('*')]
      .filter((element) => !element.parentElement?.closest('svg') && seen(element))
      .flatMap((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const out =
          left < box.left - 2 ||
          right > box.right + 2 ||
          top < box.top - 2 ||
          bottom > box.bottom + 2;
        const { overflowY } = getComputedStyle(element);
        const scrolls =
          /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
        return out || scrolls ? [`${named(element)}${scrolls ? ' 要滚动' : ' 出了界'}`] : [];
      })
      .slice(0, 4);
  });
}

/**
 * 字高占屏高的百分之几，够不够后排的人看：题面 4.5–5.5，念出来的话 3，图里、表里、控件 2.4，
 * 别的 2。量的是画出来的字：图照缩放算。空数组为通过。
 */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('.class-room') as HTMLElement;
    const height = Math.min(innerHeight, innerWidth * 0.75);
    const found: string[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement as Element;
      if (
        text === '' ||
        parent.closest('.visually-hidden, [data-away], math, select') ||
        !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().height < 1) continue;
      const matrix = parent instanceof SVGGraphicsElement ? parent.getScreenCTM() : null;
      const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
      const share = (100 * scale * parseFloat(getComputedStyle(parent).fontSize)) / height;
      const question = parent.closest(':is(.asked, .seen) .question');
      const said = parent.closest('.prose-wall > p, .w-sentence p, .says p, .told-line, .cue');
      const staged = parent.closest('.wall > .main');
      const least = question ? 4.5 : said ? 3 : staged ? 2.4 : 2;
      if (share < least - 0.02 || (question && share > 5.52))
        found.push(`“${text.slice(0, 12)}” ${share.toFixed(2)} %，要 ${least} %`);
    }
    return found.slice(0, 4);
  });
}

/** 题面、选项、正文里短的一句从一个词中间断了行的；空数组为通过。 */
function brokenClauses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** 这么多字一行里怎么也摆得下 */
    const short = 14;
    const han = /\p{Script=Han}/u;
    const texts = '.wall :is(.question, .setting, .prose-wall p, .asked li, .seen li, .tally th)';
    return [...document.querySelectorAll(texts)].flatMap((block) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (node.parentElement?.closest('.visually-hidden, svg, math')) continue;
        const topOf = (at: number) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().top;
        };
        for (let i = 1; i < text.length; i++) {
          if (!han.test(text[i - 1]!) || !han.test(text[i]!) || topOf(i) - topOf(i - 1) < 8)
            continue;
          const before = text
            .slice(0, i)
            .split(/[^\p{Script=Han}]/u)
            .at(-1)!;
          const after = text.slice(i).split(/[^\p{Script=Han}]/u)[0]!;
          if (before.length + after.length <= short) found.push(`${before}／${after}`);
        }
      }
      return found;
    });
  });
}

describe.each(walked)('%s', (route) => {
  test('is walked by keyboard from the first step to the last, and every phase fits the wall in letters the back row can read', () =>
    withCleanPage(projector, async ({ page, problems }) => {
      await enter(page, route);
      const passed = new Set<string>();
      let now = await where(page);
      for (let before = ''; now !== before;) {
        expect(passed.has(now), `又回到了 ${now}：看 phases.ts 的 next`).toBe(false);
        passed.add(now);
        await settled(page);
        if (/ (collect|again)$/.test(now) && (await page.locator('.asked li').count()) > 0)
          await voteInSight(page, [9, 21, 12, 4]);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await nextFrame(page);
          await expect
            .poll(() => spilling(page), {
              message: `${now} 在 ${size.width}×${size.height} 放不下：改短文字，或改 src/classroom 里这一段的版面`,
            })
            .toEqual([]);
          expect(
            await brokenClauses(page),
            `${now} 在 ${size.width}×${size.height} 一个词拆在两行：看 Clauses.svelte 与 wall.css 的 keep-all`,
          ).toEqual([]);
          expect(
            await tooSmall(page),
            `${now} 在 ${size.width}×${size.height} 有字太小：改 src/classroom 里这一段的字号`,
          ).toEqual([]);
        }
        await page.setViewportSize(projector.viewport);
        before = now;
        now = await forward(page);
      }
      const steps = Number((await page.locator('.strip .number').textContent())?.split('/')[1]);
      expect(new Set([...passed].map((each) => each.split(' ')[0])).size).toBe(steps);
      expect(problems).toEqual([]);
    }));
});

describe.each(decks)('%s', (route) => {
  test('is light: 60 kB before the first experiment, the player itself at most 12 kB', async () => {
    const html = readFileSync(fileOf(route), 'utf8');
    // 打开就接管：停用着等脚本的样式也马上要，rel="late" 的等头一个实验
    const soon = [...html.matchAll(/<link [^>]*href="([^"]+)" disabled>/g)].map(([, url]) => url!);
    const files = [
      ...(await servedBytes(urlOf(route))),
      ...(await Promise.all(
        soon.map(async (url) => ({ url, bytes: await bytesOf(new URL(url, urlOf(route)).href) })),
      )),
    ];
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = files.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
    expect(total, `${route} 打开要传太多：\n${list}`).toBeLessThanOrEqual(60 * kB);
    const player = files
      .map(({ url }) => basename(url))
      .filter((name) => /^(player|phases)\..*\.js$/.test(name))
      .map((name) => join(distFolder, '_astro', `${name}.br`));
    expect(player, '播放器是 player 与 phases 两个文件：看 astro.config.mjs 的分组').toHaveLength(
      2,
    );
    expect(
      player.reduce((sum, file) => sum + statSync(file).size, 0),
      '播放器太重：一时用不到的面板用 loadPart 另取',
    ).toBeLessThanOrEqual(12 * kB);
  });
});

describe('in class', () => {
  test('a clicker turns the page whatever has the focus, and the experiment keeps its setting', () =>
    withCleanPage(projector, async ({ page, problems }) => {
      await enter(page, first);
      await goToStep(page, '8');
      await until(page, 'run');
      await page.keyboard.press('c');
      const slider = page.locator('.w-controls input[type=range]').first();
      await slider.focus();
      const before = await slider.inputValue();
      await page.locator('.stage .widget').evaluate((widget) => (widget.id = 'same-one'));
      await page.keyboard.press('ArrowRight');
      expect(await slider.inputValue(), '滑块在手里时，方向键归滑块').not.toBe(before);
      const moved = await slider.inputValue();
      await nextFrame(page);
      expect(
        await page.locator('#same-one').count(),
        '动一下滑块，台上的实验就换了一个新的：看 Stage.svelte',
      ).toBe(1);
      await page.keyboard.press('PageDown');
      expect(await where(page)).toContain(' see');
      await page.keyboard.press('PageUp');
      expect(await slider.inputValue()).toBe(moved);
      const field = page.locator('.w-controls input[type=text]').first();
      await field.waitFor();
      await field.focus();
      await page.keyboard.press('.');
      expect(await page.locator('.blank').count(), '打字的框里，句点是字').toBe(0);
      await page.keyboard.press('PageDown');
      expect(await where(page)).toContain(' see');
      // 框收起来了，浏览器画过一帧，焦点才离开它
      await nextFrame(page);
      await page.keyboard.press('.');
      await page.locator('.blank').waitFor();
      await page.keyboard.press('PageDown');
      await page.locator('.blank').waitFor({ state: 'detached' });
      expect(await where(page), '黑屏时往后，先亮回来').toContain(' see');
      expect(problems).toEqual([]);
    }));

  test('a reload comes back to the same step, phase, votes and setting; another window is asked', () =>
    withCleanPage(projector, async ({ page }) => {
      await enter(page, first);
      await goToStep(page, '8');
      await until(page, 'run');
      await page.keyboard.press('2');
      const sentence = () => page.locator('.stage .w-sentence').textContent();
      const said = await sentence();
      await page.reload();
      await page.locator('.class-room[data-ready]').waitFor();
      await settled(page);
      expect(await where(page)).toContain(' run');
      await expect.poll(sentence, { message: '刷新以后实验的设置丢了' }).toBe(said);

      await goToStep(page, '2');
      await until(page, 'collect');
      await voteAll(page, [5, 6, 7, 8]);
      await until(page, 'counts');
      const bars = () => page.locator('.tally td').allTextContents();
      const counted = await bars();
      await page.reload();
      await page.locator('.tally').waitFor();
      expect(await bars(), '刷新以后票丢了').toEqual(counted);

      const other = await page.context().newPage();
      await enter(other, first);
      await other.getByRole('button', { name: '接着上', exact: true }).click();
      expect(await where(other)).toBe(await where(page));
      await other.close();
    }));

  test('an experiment that is guessed at first arrives covered: a question and no answer, until the next press or R', () =>
    withCleanPage(projector, async ({ page, problems }) => {
      await enter(page, first);
      await goToStep(page, '13');
      expect(await where(page)).toBe('train-crowds covered');
      await page.locator('.asked .question').waitFor();
      const answers = page.locator('.stage :is(.w-answer, .w-say)');
      await page.locator('.stage [data-widget][data-ready]').waitFor({ state: 'attached' });
      const seen = () =>
        answers.evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
      expect(await seen(), '盖着的时候，画面与那句话都不给看：看 Stage.svelte').toBe(0);
      await page.keyboard.press('PageDown');
      await settled(page);
      await expect.poll(seen).toBeGreaterThan(1);
      expect(await page.locator('.asked').count()).toBe(0);
      await page.keyboard.press('r');
      expect(await where(page)).toContain(' covered');
      await expect.poll(seen).toBe(0);
      await page.keyboard.press('r');
      expect(await where(page)).toContain(' run');
      await expect.poll(seen).toBeGreaterThan(1);
      expect(problems).toEqual([]);
    }));

  test('votes are hidden until they are shown, kept on this device, and closed by the answer', () =>
    withCleanPage(projector, async ({ page }) => {
      await enter(page, first);
      await goToStep(page, '3');
      await until(page, 'collect');
      await voteAll(page, [5, 6, 7, 8]);
      expect(await page.locator('.room').textContent()).toContain('已收 26');
      expect(await page.locator('.tally').count(), '收票时墙上不给看票数').toBe(0);
      await page.keyboard.press('r');
      await page.locator('.tally .right').waitFor();
      await page.keyboard.press('r');
      expect(await where(page)).toContain(' collect');
      await page.keyboard.press('v');
      await page.locator('.panel').getByText('不再记票').waitFor();
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.evaluate(() => localStorage.getItem('som:class-bets') ?? ''), {
          message: '押注没有存在这台设备上：看 keep-bets.ts',
        })
        .toContain('"counts":[5,6,7,8]');
    }));

  test.each([
    [
      'denied',
      `for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
    ],
    [
      'full',
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
    ],
    ['garbled', `Storage.prototype.getItem = () => '{"deck":"queueing","step":[1],"bets":7}';`],
  ])('with storage %s the lesson goes on', (_name, before) =>
    withCleanPage(projector, async ({ page, problems }) => {
      const script = await page.addInitScript(before);
      await enter(page, first);
      await goToStep(page, '3');
      await until(page, 'collect');
      await voteAll(page, [5, 6, 7, 8]);
      await until(page, 'reveal');
      expect(await page.locator('.tally').textContent()).toContain('26 票');
      expect(problems).toEqual([]);
      await script.dispose();
    }),
  );

  test.each(fewOrAll(charted.slice(0, 1), charted))(
    'on the wall of %s, %s: the pointer reads off the chart what is drawn there, magnified too',
    (route, step, part) =>
      withCleanPage(projector, async ({ page }) => {
        await enter(page, route);
        await goToId(page, step);
        await until(page, 'explain', 'run');
        for (const magnified of [false, true]) {
          if (magnified) await page.keyboard.press('m');
          const frame = page.locator(`.stage [data-part=${part}]:not([data-away]) .chart .frame`);
          await frame.hover();
          const reading = frame.locator('xpath=../*[contains(@class, "reading")]');
          const texts = (await readTicks(frame)).map(({ text }) => text);
          expect(texts.length).toBeGreaterThan(3);
          for (const text of texts) {
            // 画布是指到了才取的，取来以前的那几下它没有听见；放大、换幅以后版面还在动，刻度现找
            const point = async () => {
              const tick = (await readTicks(frame)).find((each) => each.text === text);
              if (!tick) return `没有刻度 ${text} 了`;
              await page.mouse.move(tick.x, tick.y - 3);
              await page.mouse.move(tick.x, tick.y);
              const said = (await reading.textContent()) ?? '';
              const read = Number(/([\d.]+)(?=%?(?:，|$))/.exec(said)?.[1]);
              const apart = Math.abs(read - tick.value);
              return said.includes(` ${text}：`) && apart < tick.pixel ? '' : said || '没有读数';
            };
            await expect
              .poll(point, { message: `指着 ${text}，读出来的与画着的不是一个数` })
              .toBe('');
          }
        }
      }),
  );

  test('the focus follows the step, and what has changed is said', () =>
    withCleanPage(projector, async ({ page }) => {
      await enter(page, first);
      await page.keyboard.press('o');
      await page.locator('.panel [aria-current]').waitFor();
      await page.keyboard.press('Escape');
      await goToStep(page, '4');
      await page.locator('[data-title]:focus').waitFor();
      expect(await page.locator('.class-room > [role=status]').textContent()).toMatch(
        /^第 4 步，共/,
      );
      await page.keyboard.press('h');
      await page.locator('.class-room[data-contrast]').waitFor();
      await page.keyboard.press('t');
      await page.locator('[role=timer]').waitFor();
    }));

  test('the wall, its panels and the notes are accessible, light, dark and in high contrast', () =>
    withCleanPage(projector, async ({ page }) => {
      await enter(page, first);
      await freezeMotion(page);
      const check = async (what: string) =>
        expect.soft(await axeViolations(page, 'all'), `${what}：照每条后面的说明改`).toEqual([]);
      await goToStep(page, '3');
      await until(page, 'collect');
      await check('题面');
      await voteAll(page, [5, 6, 7, 8]);
      await until(page, 'reveal');
      await check('揭晓');
      for (const key of ['o', '?']) {
        await page.keyboard.press(key);
        await page.locator('.panel').waitFor();
        await check(`面板 ${key}`);
        await page.keyboard.press('Escape');
      }
      await goToStep(page, '8');
      await until(page, 'run');
      await check('实验');
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.keyboard.press('h');
        expect.soft(await axeViolations(page, 'colors'), `${colorScheme} 下的颜色对比`).toEqual([]);
      }
      await visit(page, `${first}script/`);
      if (!everything) await dropRepeats(page);
      await check('教师备注');
    }));
});
