/** 这一次跑查哪些；测试文件都从这里取名单。怎么定的见 plan.ts。 */
import { inject } from 'vitest';
import { routes, widgetRoutes } from './routes.ts';

const plan = inject('plan');

/** 全跑：什么都不省。 */
export const everything = plan.everything;

/** 快跑用 `few`，全跑用 `all`；`few` 按结构挑，怎么挑的写在调用的地方。 */
export function fewOrAll<T>(few: readonly T[], all: readonly T[]): readonly T[] {
  return plan.everything ? all : few;
}

/** 从头查到尾的页面。 */
export const fullRoutes = fewOrAll(plan.representatives, routes);

/** 不从头查、也打开看一眼的页面。 */
export const openedRoutes = fewOrAll(plan.opened, []);

/** 每种版面一页，部件最多的那一页。 */
export const kindRoutes = fewOrAll(plan.oneOfEachKind, routes);

/** 从头查到尾的实验页面。 */
export const fullExperiments = fewOrAll(plan.experiments, widgetRoutes);

/** 合起来有全部控件与猜法、摆法与猜法、控件与摆法、拖法的实验页面。 */
export const withAllControls = fewOrAll(plan.controls, widgetRoutes);
export const withAllGuesses = fewOrAll(plan.guesses, widgetRoutes);
export const withAllPlaces = fewOrAll(plan.places, widgetRoutes);
export const withAllDrags = fewOrAll(plan.drags, widgetRoutes);
