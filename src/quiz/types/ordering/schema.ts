import { z } from 'astro/zod';
import { entry, text } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';

const step = entry('步骤', {
  text: text('步骤文字 text', '写要排的那一项'),
  why: text('位置的理由 why', '写它为什么排在这里，和前后两项比'),
});

/** 排序题：按正确的次序写，页面上会打乱。 */
export const schema = entry('排序题', {
  ...sharedQuizFields,
  from: text('起点 from', '写排在最上面的意思，如 等得最短'),
  to: text('终点 to', '写排在最下面的意思，如 等得最长'),
  steps: z
    .array(step, { error: '步骤 steps 必须是一列，按正确的次序写' })
    .min(3, '步骤 steps 至少三项')
    .max(7, '步骤 steps 最多七项：再多就是考耐心了'),
});
