import { z } from 'astro/zod';
import { bloomLevels } from './chapter.ts';
import { oneOf, slug, text, textList } from './fields.ts';

/** “动手试试”的链接：打开哪个实验、把参数设成什么。 */
const widgetLink = z
  .strictObject(
    {
      id: slug('实验编号 widget.id', '写 src/widgets 下的文件夹名，如 utilization-cliff'),
      version: z
        .int({ error: '实验版本 widget.version 要写整数，与那个实验 model.ts 里的 version 一致' })
        .default(2),
      values: z
        .record(z.string(), z.union([z.number(), z.boolean(), z.string()]), {
          error:
            '实验参数 widget.values 必须写成“参数: 值”；生成题里值可以写题目里某个数的名字，如 utilization: rho',
        })
        .default({}),
    },
    { error: 'widget 要写成 { id: 实验编号, values: { 参数: 值 } }' },
  )
  .describe('“动手试试”：打开哪个实验、各参数设成多少');

/** 各种题型共有的字段；题型自己的字段在 src/quiz/types/<题型>/schema.ts。 */
export const sharedQuizFields = {
  type: slug('题型 type', '写 src/quiz/types 下的文件夹名，如 single'),
  section: slug('所属小节 section', '写小节的英文编号，如 utilization-cliff'),
  objective: slug('考查的学习目标 objective', '写本章 index.mdx 里 objectives 的 id'),
  bloom: oneOf('布鲁姆层次 bloom', bloomLevels, '由低到高共六层'),
  difficulty: z
    .union([z.literal(1), z.literal(2), z.literal(3)], {
      error: '难度 difficulty 只能是 1、2、3：读过就会写 1，要想一步写 2，要综合写 3',
    })
    .describe('难度 difficulty。1 读过就会，2 要想一步，3 要综合'),
  title: text('短题名 title', '写一个短语，搜索结果里用它').max(24, {
    error: '短题名 title 太长：不超过 24 个字',
  }),
  prompt: text('题面 prompt', '写完整的一道题；生成题里用 {名字} 放数'),
  explanation: text('讲解 explanation', '写为什么是这个答案，像课堂上讲的那样'),
  hints: textList('提示 hints', '写一两条，由浅入深，不说出答案').max(2, {
    error: '提示 hints 最多两条：请合并',
  }),
  check: z
    .boolean({ error: '节末自测 check 只能写 true 或 false' })
    .describe('节末自测 check。放进小节末尾“考考自己”的写 true，每节两三道')
    .optional(),
  widget: widgetLink.optional(),
};

/** content/quizzes/ 的一个文件：编号 → 题目。这里只看共有的字段，题型的字段由 src/quiz/bank.ts 接着查。 */
export const quizBankSchema = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: '题目编号只能用小写英文字母、数字和短横线，如 cliff-ninety',
  }),
  z.looseObject(sharedQuizFields),
);
