/** 打开一页，记下它惹出的一切麻烦，用完关掉。 */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchOptions } from '../../../src/scripts/browser.ts';
import { everything } from './scope.ts';

/**
 * 工作进程已经占满各个核：浏览器里多开的线程只会来回抢。栅格化、脚本的编译与回收都留在一个线程上，
 * 用不到的函数不编译，同样的检查少用两成处理器时间。测速（bench）不用这几样。
 */
const thrifty = ['--num-raster-threads=1', '--js-flags=--single-threaded --max-lazy'];

let launched: Promise<Browser> | undefined;

/**
 * 每个工作进程自己起一个浏览器，它跑的各个文件都用这一个，进程结束时 playwright 一并关掉。共用一个
 * 要经另一个进程转手，每条消息多译两遍。
 */
function ownBrowser(): Promise<Browser> {
  launched ??= launchOptions().then((options) =>
    chromium.launch({ ...options, args: [...(options.args ?? []), ...thrifty] }),
  );
  return launched;
}

/** 站内路径 → 完整网址。 */
export function urlOf(route: string): string {
  return inject('site') + route.replace(/^\//, '');
}

export interface OpenPage {
  page: Page;
  /** 控制台错误、未捕获异常、违反内容安全策略、跨源请求、取不到的文件。 */
  problems: string[];
}

export interface PageOptions extends BrowserContextOptions {
  /** 在页面自己的脚本之前运行。 */
  before?: string;
}

/** 用完还能再用的页面与打开它时的选项，最近用过的在后；多了就关掉最久没有用的。 */
let idle: { key: string; open: OpenPage }[] = [];
const most = 4;

/**
 * 借一页来用，用完清空归还：新开一页要起一个进程、把脚本重新编译一遍，比换个网址慢几倍。
 * 缓存会留给下一个借用者；在意的用 `withFreshPage`。
 */
export async function withPage<T>(
  options: PageOptions,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(options);
  const found = idle.findLast((each) => each.key === key);
  idle = idle.filter((each) => each !== found);
  const open = found?.open ?? (await openPage(options));
  await open.page.setViewportSize(options.viewport ?? desktop);
  try {
    const result = await use(open);
    await tidy(open, options);
    idle.push({ key, open });
    if (idle.length > most) await idle.shift()?.open.page.context().close();
    return result;
  } catch (error) {
    await open.page.context().close();
    throw error;
  }
}

/** 借来的页面还回去以前：别的标签页、拦截、断网、打印的样子、存着的东西都不留给下一个。 */
async function tidy({ page, problems }: OpenPage, options: PageOptions): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({
    media: null,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
  });
  // 离开一页时它还会存一次，所以先换到本站一个没有脚本的文件，再清空
  await page.goto(urlOf('/robots.txt'));
  await page.evaluate(emptyStorage).catch(() => undefined);
  problems.length = 0;
}

function emptyStorage(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) window[name].clear();
}

/**
 * 没有存储的一页。全跑时每次新开；快跑时借一页清空过的，不滚来滚去地等。要量传了多少、要换掉
 * 页面开始以前的东西的（addInitScript、clock），用 `withFreshPage`。
 */
export function withCleanPage<T>(
  options: PageOptions,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  return everything
    ? withFreshPage(options, use)
    : withPage({ reducedMotion: 'reduce', ...options }, use);
}

/** 在全新的上下文里用一页：没有存储，没有缓存。 */
export async function withFreshPage<T>(
  options: PageOptions,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const open = await openPage(options);
  try {
    return await use(open);
  } finally {
    // 还在路上的替身回应（page.route）不必等，也不算错
    await open.page.unrouteAll({ behavior: 'ignoreErrors' });
    await open.page.context().close();
  }
}

const desktop = { width: 1280, height: 900 };

/** 开一页，一直用到用完的人自己关掉：只打开看一眼、什么也不动的，不必换一页清空一次。 */
export async function openPage({ before, ...options }: PageOptions): Promise<OpenPage> {
  const browser = await ownBrowser();
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'zh-CN',
    serviceWorkers: 'block',
    ...options,
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const problems: string[] = [];
  watch(page, problems);
  return { page, problems };
}

function watch(page: Page, problems: string[]): void {
  const home = new URL(inject('site')).origin;
  page.on('pageerror', (error) => problems.push(`异常：${error.message}`));
  page.on('console', (message) => {
    // 违反内容安全策略也记在控制台的错误里。
    if (message.type() === 'error') problems.push(`控制台：${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home) problems.push(`跨源请求：${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}：${response.url()}`);
  });
}

/** 打开一页；返回状态码。 */
export async function visit(page: Page, route: string): Promise<number> {
  const response = await page.goto(urlOf(route), { waitUntil: 'load' });
  return response?.status() ?? 0;
}

/** 扣住名字合 `files` 的文件；返回的函数一叫，才放它们过去。 */
export async function holdBack(page: Page, files: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(files, async (request) => {
    await held;
    await request.continue();
  });
  return release;
}

/** 打开一页并等到半秒内再没有新的请求；量体积时用。 */
export async function visitFully(page: Page, route: string): Promise<void> {
  await page.goto(urlOf(route), { waitUntil: 'networkidle' });
}

/** 从头滚到尾，等每个实验都接管完毕。 */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // 同时开着好几页时，浏览器会停掉看不见的那页的动画帧：等不到就不等
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(() => done(undefined));
        setTimeout(done, 100);
      });
    // 滚到实验与自测跟前就停下等它接管：滚过头再接管，版面动了也看不出来；机器忙时一帧里滚过去，
    // 浏览器根本不知道它露过面
    const parts = '[data-widget], [data-quiz=block]';
    const waiting = () =>
      [...document.querySelectorAll(parts)].some((part) => {
        if ('ready' in (part as HTMLElement).dataset) return false;
        const { top, bottom } = part.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
    // 首屏里的实验要等读者动过手才接管
    dispatchEvent(new Event('pointermove'));
    const whole = document.documentElement.scrollHeight;
    // 没有这些部件的长页（几万像素的参考手册）不必一屏一屏地停
    const stops = document.querySelector(parts) ? Infinity : 12;
    const step = Math.max(innerHeight * 0.8, whole / stops);
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
      for (let frames = 0; frames < 120 && waiting(); frames++) await frame();
    }
    await frame();
  });
  await widgetsReady(page);
}

/** 等浏览器画完这一帧：改了窗口大小以后，量过宽度的图要到下一帧才重排。 */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** 回到页首：停在半路时，粘在顶上的页眉会盖住某个链接，那不是页面的毛病。 */
export async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** 页面上每个实验都已能回应输入。 */
export async function widgetsReady(page: Page): Promise<void> {
  const waiting = page.locator('[data-widget]:not([data-ready])');
  for (const widget of await waiting.all()) {
    const id = await widget.getAttribute('data-widget', { timeout: 1000 }).catch(() => null);
    if (id) {
      await page.locator(`[data-widget="${id}"]`).first().scrollIntoViewIfNeeded();
      await page
        .locator(`[data-widget="${id}"][data-ready]`)
        .first()
        .waitFor({ timeout: 10_000 })
        .catch(() => {
          throw new Error(`实验 ${id} 十秒内没有标上 data-ready`);
        });
    }
  }
}
