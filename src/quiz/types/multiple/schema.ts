import { z } from 'astro/zod';
import { entry, text } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';

const option = entry('选项', {
  text: text('选项文字 text', '写选项的内容，不写 A、B、C，次序会打乱'),
  correct: z.literal(true, { error: '正确的选项写 correct: true，错的不写这一行' }).optional(),
  why: text('解释 why', '错的写错在哪里，对的写为什么对：漏选的人要看'),
});

/** 多选题：对的可以是一个到全部，每个选项都解释。 */
export const schema = entry('多选题', {
  ...sharedQuizFields,
  options: z
    .array(option, { error: '选项 options 必须是一列' })
    .min(3, '选项 options 至少三个')
    .max(8, '选项 options 最多八个'),
}).refine(({ options }) => options.some(({ correct }) => correct), {
  path: ['options'],
  error: '多选题至少要有一个选项写 correct: true',
});
