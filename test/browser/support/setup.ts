/** 全部浏览器测试开始前跑一次：端出 dist/，起一个浏览器，定下查哪些页面；结束后都关掉。 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { readBase, startServer } from '../../../src/scripts/serve.ts';
import { launchOptions } from '../../../src/scripts/browser.ts';
import { parsePages } from './html.ts';
import { describePlan, makePlan, type Plan } from './plan.ts';
import { distFolder } from './routes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** 站点根，含部署前缀，以 / 结尾。 */
    site: string;
    browserEndpoint: string;
    /** 全跑；由 `--mode everything` 定。 */
    everything: boolean;
    plan: Plan;
    /** 解析好的全部页面写在哪个文件里，见 html.ts。 */
    parsedPages: string;
  }
}

/**
 * 两个核已经各有一个工作进程占满：浏览器里多开的线程只会来回抢。栅格化、脚本的编译与回收都留在
 * 一个线程上，用不到的函数不编译，同样的检查少用两成处理器时间。测速（bench）不用这几样。
 */
const thrifty = ['--num-raster-threads=1', '--js-flags=--single-threaded --max-lazy'];

export default async function setup(project: TestProject) {
  const server = await startServer({
    dir: distFolder,
    port: 0,
    base: readBase(process.env['BASE_PATH']),
  });
  const options = await launchOptions();
  const browser = await chromium.launchServer({
    ...options,
    args: [...(options.args ?? []), ...thrifty],
  });
  const client = await chromium.connect(browser.wsEndpoint());
  const pages = await parsePages(await client.newPage(), server.url);
  await client.close();
  const plan = makePlan(pages, project.config.provide.everything ?? false);
  console.log(`浏览器：${options.executablePath}\n${describePlan(plan)}\n`);

  project.provide('site', server.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('plan', plan);
  const folder = await mkdtemp(join(tmpdir(), 'course-pages-'));
  const parsed = join(folder, 'pages.json');
  await writeFile(parsed, JSON.stringify(pages));
  project.provide('parsedPages', parsed);
  return async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  };
}
