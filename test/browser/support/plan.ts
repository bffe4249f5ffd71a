/**
 * 快跑与全跑各查哪些页面。
 *
 * 费时的检查只在代表上做。代表页是一组最省的页面，合起来含有每种版面里的每种部件，由构建出来的
 * 网页算出来；代表实验也是一组最省的，合起来用到每种控件、猜法、摆法与套件里的每个部件，由实验
 * 的源码算出来。其余的实验各用一遍，其余的章页各打开一次；由它们拼成的（打印版、嵌入页）与同一
 * 个模板生成的手册页，只看代表。`npm run test:all` 在每一页、每个实验上都做。
 */
import { statSync } from 'node:fs';
import { cover } from './cover.ts';
import type { ParsedPage } from './html.ts';
import { experimentsWith } from './experiments.ts';
import { fileOf, kindOf, routes, widgetId, widgetRoutes } from './routes.ts';

export interface Plan {
  /** 全跑：什么都不省。 */
  everything: boolean;
  /** 代表全部部件的页面。实验各是各的部件，另挑，不在其中。 */
  representatives: string[];
  /** 不当代表、也打开看一眼的页面。 */
  opened: string[];
  /** 每种版面一页，取代表里的头一页。 */
  oneOfEachKind: string[];
  /** 代表全部控件、猜法、摆法与套件部件的实验页面。 */
  experiments: string[];
  /** 其中合起来有全部控件与猜法的：每个框里敲坏数、链接里写胡话、盖着答案的样子。 */
  controls: string[];
  /** 其中合起来有全部摆法与猜法的：评语露在哪里。 */
  guesses: string[];
  /** 合起来有全部摆法与控件的：在正文里动一步。 */
  places: string[];
  /** 合起来有全部拖法的。 */
  drags: string[];
}

/** 打开任何一页都要花的工夫，折成网页的字节。 */
const visitCost = 40_000;

/** 由别的页面拼成的版面：小节、题目里看过的部件不再算一遍，只算自己才有的。 */
const assembled = /^print\//;
/** 自己没有内容的版面：一个实验的另一个框，一份说明书的又一页。 */
const templated = /^(print\/|calc\/|widgets\/\[id\]\/embed)/;

/** 一种部件换了版面就算另一种：窄栏里放得下，宽栏里未必。 */
function pageCandidates(pages: readonly ParsedPage[]) {
  const elsewhere = new Set(
    pages.filter(({ route }) => !assembled.test(kindOf(route))).flatMap(({ parts }) => parts),
  );
  return pages
    .filter(({ route }) => !widgetRoutes.includes(route))
    .map(({ route, parts }) => {
      const kind = kindOf(route);
      const own = assembled.test(kind) ? parts.filter((part) => !elsewhere.has(part)) : parts;
      return {
        name: route,
        has: new Set(['', ...own].map((part) => `${kind} ${part}`)),
        cost: visitCost + statSync(fileOf(route)).size,
      };
    });
}

export function makePlan(pages: readonly ParsedPage[], everything: boolean): Plan {
  const representatives = cover(pageCandidates(pages));
  const [someWidget] = widgetRoutes;
  const candidates = [...representatives, ...(someWidget ? [someWidget] : [])];
  const kinds = new Set(candidates.map(kindOf));
  const experiments = experimentsWith(['控件', '猜法', '部件', '摆法', '拖法']);
  return {
    everything,
    representatives,
    opened: routes.filter(
      (route) =>
        !representatives.includes(route) &&
        !widgetRoutes.includes(route) &&
        !templated.test(kindOf(route)),
    ),
    oneOfEachKind: [...kinds].map((kind) => candidates.find((route) => kindOf(route) === kind)!),
    experiments,
    controls: experimentsWith(['控件', '猜法'], experiments),
    guesses: experimentsWith(['摆法', '猜法'], experiments),
    places: experimentsWith(['控件', '摆法']),
    drags: experimentsWith(['拖法']),
  };
}

/** 印出来给人看：查哪些，省哪些，凭什么。 */
export function describePlan(plan: Plan): string {
  const { everything, representatives, opened, experiments } = plan;
  if (everything) return `全跑：${routes.length} 页逐页全查。`;
  const ids = (list: readonly string[]) => list.map(widgetId).join(' ');
  const left = routes.filter(
    (route) => ![...representatives, ...opened, ...widgetRoutes].includes(route),
  );
  return [
    `快跑（全查用 npm run test:all）。这 ${experiments.length} 个实验合起来有全部控件、猜法、摆法与套件部件，各种宽度、无障碍、键盘、手机与墙上每个控件都查：`,
    `  ${ids(experiments)}`,
    `  其中 ${ids(plan.controls)} 有全部控件与猜法，还往框里敲坏数、链接里写胡话；${ids(plan.guesses)} 有全部摆法与猜法，还在小节里看评语；`,
    `  ${ids(plan.places)} 有全部控件与摆法，在小节里动一步；${ids(plan.drags)} 有全部拖法，用手指拖。`,
    `其余 ${widgetRoutes.length - experiments.length} 个实验各在手机上猜一次、每种控件动一步、投影看一眼。省下的：别的宽度、无障碍、键盘、坏数、胡话链接、小节里的样子：`,
    `  ${ids(widgetRoutes.filter((route) => !experiments.includes(route)))}`,
    `别的页面里，这 ${representatives.length} 页合起来有全部版面与部件，逐页全查，一页里同样的部件查前三个：`,
    `  ${representatives.join(' ')}`,
    `这 ${opened.length} 页的部件上面都有，只看打得开、没有报错、手机上放得下：`,
    `  ${opened.join(' ')}`,
    `这 ${left.length} 页由上面的内容拼成或出自同一个模板，不打开（链接、标题、编号照 HTML 查）：`,
    `  ${left.join(' ')}`,
  ].join('\n');
}
