import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/**
 * 真浏览器里的检查；先 `npm run build`，站点与浏览器由 globalSetup 各起一个，所有文件共用。
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
    // 两个工作进程、每个一页：双核机器上再多只会互相等。
    maxWorkers: 2,
    maxConcurrency: 1,
    // 一页要连查十来项；机器忙的时候慢不算错
    testTimeout: 120_000,
    hookTimeout: 90_000,
  },
}));
