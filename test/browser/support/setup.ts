/** 全部浏览器测试开始前跑一次：端出 dist/，起一个浏览器；结束后都关掉。 */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { readBase, startServer } from '../../../src/scripts/serve.ts';
import { launchOptions } from '../../../src/scripts/browser.ts';
import { distFolder } from './routes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** 站点根，含部署前缀，以 / 结尾。 */
    site: string;
    browserEndpoint: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await startServer({
    dir: distFolder,
    port: 0,
    base: readBase(process.env['BASE_PATH']),
  });
  const browser = await chromium.launchServer(await launchOptions());
  project.provide('site', server.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
