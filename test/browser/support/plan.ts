/**
 * 快跑与全跑各查哪些页面。
 *
 * `npm test` 把每一页都打开一遍，费时的检查（四种宽度、无障碍、键盘）只在代表上做：代表页是
 * 一组最省的页面，合起来含有每种版面里的每种部件，由构建出来的网页算出来；代表实验也是一组最省
 * 的，合起来用到每种控件、每种猜法与图框的每个部件，由实验的源码算出来。`npm run test:all` 在
 * 每一页、每个实验上都做。
 */
import { statSync } from 'node:fs';
import { cover } from './cover.ts';
import type { ParsedPage } from './html.ts';
import { experimentCandidates } from './experiments.ts';
import { fileOf, kindOf, routes, widgetId, widgetRoutes } from './routes.ts';

export interface Plan {
  /** 全跑：什么都不省。 */
  everything: boolean;
  /** 代表全部部件的页面。实验各是各的部件，另挑，不在其中。 */
  representatives: string[];
  /** 代表全部控件、猜法与图框部件的实验页面。 */
  experiments: string[];
  /** 每种版面一页，取代表里的头一页。 */
  oneOfEachKind: string[];
}

/** 打开任何一页都要花的工夫，折成网页的字节。 */
const visitCost = 40_000;

/** 一种部件换了版面就算另一种：窄栏里放得下，宽栏里未必。 */
export function makePlan(pages: readonly ParsedPage[], everything: boolean): Plan {
  const representatives = cover(
    pages
      .filter(({ route }) => !widgetRoutes.includes(route))
      .map(({ route, parts }) => ({
        name: route,
        has: new Set(['', ...parts].map((part) => `${kindOf(route)} ${part}`)),
        cost: visitCost + statSync(fileOf(route)).size,
      })),
  );
  const [someWidget] = widgetRoutes;
  const candidates = [...representatives, ...(someWidget ? [someWidget] : [])];
  const kinds = new Set(candidates.map(kindOf));
  return {
    everything,
    representatives,
    experiments: cover(experimentCandidates()),
    oneOfEachKind: [...kinds].map((kind) => candidates.find((route) => kindOf(route) === kind)!),
  };
}

/** 印出来给人看：查哪些，省哪些，凭什么。 */
export function describePlan({ everything, representatives, experiments }: Plan): string {
  if (everything) return `全跑：${routes.length} 页逐页全查。`;
  const spared = routes.filter(
    (route) => !representatives.includes(route) && !widgetRoutes.includes(route),
  );
  return [
    `快跑：${routes.length} 页都打开一遍；${widgetRoutes.length} 个实验逐个用一遍，看体积、手机与墙上放不放得下、坏链接。`,
    `这 ${experiments.length} 个实验合起来有全部控件、猜法与图框部件，还查各种宽度、无障碍、键盘与数字框：`,
    `  ${experiments.map(widgetId).join(' ')}`,
    `别的页面里，这 ${representatives.length} 页合起来有全部版面与部件，逐页全查，一页里同样的部件查前三个：`,
    `  ${representatives.join(' ')}`,
    `这 ${spared.length} 页的部件上面都有，只看打得开、没有报错、手机上放得下（全查用 npm run test:all）：`,
    `  ${spared.join(' ')}`,
  ].join('\n');
}
