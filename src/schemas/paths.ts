import { z } from 'astro/zod';
import { entry, slug, text } from './fields.ts';

const stepSchema = entry('走法的一步', {
  section: text('小节 section', '写“章/节”的英文编号，如 queueing/pooling'),
  why: text('理由 why', '用一句话说这一步为什么在这里，以句号结尾').regex(/。$/u, {
    error: '理由 why 要以句号“。”结尾：请补上句号',
  }),
});

/** content/paths.yaml：穿过这门课的几条走法。 */
export const pathsSchema = z.array(
  entry('走法', {
    id: slug('编号 id', '写英文编号，页面上的锚点用它，如 queues'),
    title: text('名字 title', '写读者看到的名字，如 一个晚上读懂排队'),
    english: text('英文名 english', '写英文名'),
    for: text('给谁 for', '写给什么样的读者'),
    about: text('说明 about', '一两句话说清走完能得到什么'),
    steps: z.union([z.literal('all'), z.array(stepSchema).min(3)], {
      error: 'steps 要写 all（整门课），或至少三步，每步写 section 与 why',
    }),
  }),
);

export type CoursePath = z.infer<typeof pathsSchema>[number];
