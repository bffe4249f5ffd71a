import { z } from 'astro/zod';
import { entry, text } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';

const option = entry('选项', {
  text: text('选项文字 text', '写选项的内容，不写 A、B、C，次序会打乱'),
  correct: z.literal(true, { error: '正确的选项写 correct: true，错的不写这一行' }).optional(),
  why: text('选错的解释 why', '写选它的人多半怎么想、错在哪里').optional(),
});

/** 单选题：恰好一个对，错的每个都解释。 */
export const schema = entry('单选题', {
  ...sharedQuizFields,
  options: z
    .array(option, { error: '选项 options 必须是一列' })
    .min(3, '选项 options 至少三个')
    .max(6, '选项 options 最多六个'),
}).superRefine(({ options }, context) => {
  if (options.filter(({ correct }) => correct).length !== 1)
    context.addIssue({
      code: 'custom',
      path: ['options'],
      message: '单选题要恰好一个选项写 correct: true；有几个对的请改用 type: multiple',
    });
  options.forEach(({ correct, why }, index) => {
    if (!correct && why === undefined)
      context.addIssue({
        code: 'custom',
        path: ['options', index, 'why'],
        message: '错的选项缺解释 why：写选它的人多半怎么想、错在哪里',
      });
  });
});
