import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

export default defineConfig({
  // 实验的状态写在 *.svelte.ts 里，要先编译；跑的是浏览器里的那一份
  plugins: [svelte({ configFile: false })],
  resolve: { conditions: ['browser'] },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    // 计算模块没有全局状态，各文件共用工人进程：起进程的时间比测试本身还长
    isolate: false,
    // 不写就空出一个核：网站先构建完，那个核便一直闲着
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // 机器忙的时候慢不算错；真的死循环由计算模块自己的迭代上限拦下
    testTimeout: 60_000,
  },
});
