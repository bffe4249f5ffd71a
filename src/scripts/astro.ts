/**
 * Astro 命令行的入口：`node src/scripts/astro.ts build`。
 * 先关掉遥测再载入，任何一次开发或构建都不向外发请求；写在这里而不写在
 * package.json 里，是因为 `VAR=1 命令` 的写法在 Windows 上不成立。
 */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const packageUrl = import.meta.resolve('astro/package.json');
await import(new URL('bin/astro.mjs', packageUrl).href);

export {};
