/** 教案与教学日历：读 content/teaching/<章>.yaml 和 content/plans.yaml。 */
import { load } from 'js-yaml';
import plansSource from '../../../content/plans.yaml?raw';
import {
  lessonPlanSchema,
  plansSchema,
  type CoursePlan,
  type LessonPlan,
} from '../../schemas/teaching.ts';

const sources = import.meta.glob<string>('../../../content/teaching/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** 章 → 教案；没有写教案的章不在里面。 */
export const lessonPlans: ReadonlyMap<string, LessonPlan> = new Map(
  Object.entries(sources).map(([path, source]) => {
    const name = path.split('/').at(-1)?.replace('.yaml', '') ?? '';
    const { data, error } = lessonPlanSchema.safeParse(load(source));
    if (error)
      throw new Error(
        error.issues
          .map(
            (issue) =>
              `content/teaching/${name}.yaml › ${issue.path.join(' › ')}：${issue.message}`,
          )
          .join('\n'),
      );
    return [name, data];
  }),
);

export const coursePlans: readonly CoursePlan[] = plansSchema.parse(load(plansSource));

export const minutesOf = ({ periods }: LessonPlan): number =>
  periods.flatMap(({ blocks }) => blocks).reduce((sum, { minutes }) => sum + minutes, 0);
