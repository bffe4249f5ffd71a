/** 这一次跑查哪些；测试文件都从这里取名单。怎么定的见 plan.ts。 */
import { inject } from 'vitest';
import { routes, widgetRoutes } from './routes.ts';

const plan = inject('plan');

/** 全跑：什么都不省。 */
export const everything = plan.everything;

/** 从头查到尾的页面。 */
export const fullRoutes: readonly string[] = plan.everything ? routes : plan.representatives;

/** 每种版面一页，部件最多的那一页。 */
export const kindRoutes: readonly string[] = plan.everything ? routes : plan.oneOfEachKind;

/** 从头查到尾的实验页面。 */
export const fullExperiments: readonly string[] = plan.everything ? widgetRoutes : plan.experiments;

/** 快跑用 `few`，全跑用 `all`；`few` 按结构挑，怎么挑的写在调用的地方。 */
export function fewOrAll<T>(few: readonly T[], all: readonly T[]): readonly T[] {
  return plan.everything ? all : few;
}
