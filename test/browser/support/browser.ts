/** 打开一页，记下它惹出的一切麻烦，用完关掉。 */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';

let connection: Promise<Browser> | undefined;

/** 每个测试文件连到共用的浏览器一次。 */
export function sharedBrowser(): Promise<Browser> {
  connection ??= chromium.connect(inject('browserEndpoint'));
  return connection;
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

/** 在全新的上下文里（没有存储、没有缓存）用一页。 */
export async function withPage<T>(
  { before, ...options }: PageOptions,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
    ...options,
  });
  try {
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    const problems: string[] = [];
    watch(page, problems);
    return await use({ page, problems });
  } finally {
    await context.close();
  }
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

/** 打开一页并等到半秒内再没有新的请求；量体积时用。 */
export async function visitFully(page: Page, route: string): Promise<void> {
  await page.goto(urlOf(route), { waitUntil: 'networkidle' });
}

/** 从头滚到尾，等每个实验都接管完毕。 */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => done(undefined)));
    const step = innerHeight * 0.8;
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
      await frame();
    }
  });
  await widgetsReady(page);
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
