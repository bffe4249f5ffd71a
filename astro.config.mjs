import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { finish } from './src/build/finish.ts';
import { lighterChart } from './src/build/lighter-chart.ts';
import { scopeName } from './src/build/scope-names.ts';
import { olderStyles, scriptTargets, styleTargets } from './src/build/older-styles.ts';
import { baseLinks, boundUnits, formulas } from './src/lib/markdown-plugins.ts';

/** 部署到子路径（例如 /som/）时设 BASE_PATH；绝对网址（分享、二维码）用 SITE_URL。 */
const base = process.env.BASE_PATH || '/';
const site = process.env.SITE_URL || undefined;

const clientReached = {
  name: 'client-reached',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'reached', entrypoint: './src/lib/client-reached.ts' }),
  },
};

export default defineConfig({
  base,
  site,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // 样式先全部内联；哪些共用、哪些跟着脚本走，由 src/build 构建之后分
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [
    mdx(),
    svelte({ compilerOptions: { discloseVersion: false, cssHash: scopeName } }),
    clientReached,
    finish(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { math: true, smartPunctuation: false },
      mdastPlugins: [formulas(), boundUnits(), baseLinks(base)],
    }),
  },
  vite: {
    resolve: {
      alias: {
        // chart.js 拿它在两种颜色之间过渡、给鼠标底下的加深；本课件的图两样都不用
        '@kurkle/color': fileURLToPath(new URL('src/charts/no-colours.ts', import.meta.url)),
      },
    },
    plugins: [lighterChart()],
    css: { postcss: { plugins: [olderStyles()] } },
    build: {
      target: scriptTargets,
      cssTarget: styleTargets,
      assetsInlineLimit: 7168,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // 读一个属性不会有别的后果：不这么说，chart.js 里没用到的几种坐标轴都摇不掉
        treeshake: { propertyReadSideEffects: false },
        // Astro 给 MDX 加的内部标记，打包器不认识；不影响结果，不必每次构建都刷屏。
        // 总是一起用的小块并成一个文件，省下逐个请求的开销
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'page',
                test: /layouts\/page\.ts|lib\/(storage|first-sign|later-styles|load-part|mended|url)\.ts|preload-helper/,
              },
              // 每个计算模块都要的参数检查单独放：只算两行增长率的实验不必取下排队的数值程序
              { name: 'checks', test: /calc\/core\/checks\.ts/ },
              {
                name: 'numbers',
                test: /calc\/(core\/(exact|special-functions|integer-bisect|poisson|quadrature)|queueing\/(erlang-[bc](-staffing)?|least-servers))\.ts/,
              },
              // 随机数与它的发生器总是一起用
              { name: 'random', test: /calc\/core\/random\.ts|node_modules\/pure-rand\// },
              { name: 'svelte', test: /node_modules\/(svelte|@astrojs\/svelte|esm-env|clsx)\// },
              {
                name: 'kit',
                test: /src\/(lib\/(format|composing|ticks|public-url)\.ts|widget-kit\/(WidgetFrame|Controls|NumberControl|DataTable|PredictPanel|Facts|judge|link-state|model|widget\.))/,
              },
              // 有费时一步的实验才要
              { name: 'settled', test: /lib\/when-idle\.ts|widget-kit\/(settled|replications)\./ },
              { name: 'charts', test: /src\/charts\/(Chart|SvgChart|chart-frame)\./ },
              // 课堂的播放器一打开就全要；排在最后：前面各组的模块不许被它一并收走
              { name: 'tab-storage', test: /lib\/tab-storage\.ts/ },
              { name: 'phases', test: /classroom\/(lesson\/phases|deck\/deck)\.ts/ },
              {
                name: 'player',
                test: /classroom\/(Player|bets\/(Asked|Tally)|desk\/keys|lesson\/player|link\/token|stage\/(Clock|Seen|Wall|late-styles))\./,
              },
            ],
          },
        },
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
