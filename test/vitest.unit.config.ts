import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    // 计算模块没有全局状态，各文件共用工人进程：起进程的时间比测试本身还长
    isolate: false,
    // 机器忙的时候慢不算错；真的死循环由计算模块自己的迭代上限拦下
    testTimeout: 60_000,
  },
});
