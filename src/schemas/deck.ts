import { z } from 'astro/zod';
import { entry, slug } from './fields.ts';

/** content/decks/<章>.mdx 开头的几行；各步可以写什么见 src/classroom/deck/step-schema.ts。 */
export const deckSchema = entry('课堂', {
  chapter: slug('章 chapter', '写章目录名去掉编号，如 queueing'),
  periods: z
    .array(z.int({ error: '课时 periods 写每节课的分钟数，如 [45, 45]' }).min(20).max(60), {
      error: '课时 periods 写一列分钟数，如 [45, 45]',
    })
    .min(1),
});
