import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/**
 * 真浏览器里的检查；先 `npm run build`，站点由 globalSetup 端出来，每个工作进程起
 * 一个浏览器，各个文件都用它。
 * `--mode everything` 逐页全查，平时只在代表页上做费时的检查（见 browser/support/plan.ts）。
 */
export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/browser/**/*.test.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    globalSetup: ['test/browser/support/setup.ts'],
    provide: { everything: mode === 'everything' },
    sequence: { sequencer: LongestFirst },
    // 各个文件共用工作进程、浏览器与打开的页面：起一遍比许多测试本身还久
    isolate: false,
    // 双核机器上三个工作进程、每个一页：一个在等网页，另外两个占着核
    maxWorkers: 3,
    maxConcurrency: 1,
    // 一页要连查十来项；机器忙的时候慢不算错
    testTimeout: 120_000,
    hookTimeout: 90_000,
  },
}));
