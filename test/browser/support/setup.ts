/** 全部浏览器测试开始前跑一次：端出 dist/，读一遍每一页，定下查哪些；结束后都关掉。 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { readBase, startServer } from '../../../src/scripts/serve.ts';
import { launchOptions } from '../../../src/scripts/browser.ts';
import { parsePages, readParsed } from './html.ts';
import { describePlan, makePlan, type Plan } from './plan.ts';
import { distFolder } from './routes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** 站点根，含部署前缀，以 / 结尾。 */
    site: string;
    /** 全跑；由 `--mode everything` 定。 */
    everything: boolean;
    plan: Plan;
    /** 解析好的全部页面写在哪个文件里，见 html.ts。 */
    parsedPages: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await startServer({
    dir: distFolder,
    port: 0,
    base: readBase(process.env['BASE_PATH']),
  });
  const options = await launchOptions();
  const browser = await chromium.launch(options);
  const folder = await mkdtemp(join(tmpdir(), 'course-pages-'));
  const parsed = await parsePages(await browser.newPage(), server.url, folder);
  await browser.close();
  const plan = makePlan(readParsed(parsed), project.config.provide.everything ?? false);
  console.log(`浏览器：${options.executablePath}\n${describePlan(plan)}\n`);

  project.provide('site', server.url);
  project.provide('plan', plan);
  project.provide('parsedPages', parsed);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
}
