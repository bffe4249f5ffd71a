import { z } from 'astro/zod';
import { entry, slug } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';

/** 数值题一律由生成器出：数字、答案和典型错法都是算出来的，题库里只写话。 */
export const schema = entry('数值题', {
  ...sharedQuizFields,
  generator: slug(
    '生成器 generator',
    '写 src/quiz/generators/<章>/ 里的文件名（不带 .ts），如 single-window-wait',
  ),
  options: z
    .record(z.string(), z.string(), {
      error: '生成器选项 options 要写成“选项: 值”，值都是文字；有哪些选项看生成器文件',
    })
    .default({})
    .describe('生成器选项 options。不写就用默认'),
});
