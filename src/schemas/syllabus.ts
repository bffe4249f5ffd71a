import { z } from 'astro/zod';
import { entry, slug, text, textList } from './fields.ts';

const chapterSchema = entry('章', {
  number: z
    .int({ error: '章号 number 必须是整数，如 8' })
    .min(1, { error: '章号 number 从 1 开始' })
    .describe('章号 number。决定各章先后'),
  slug: slug('章编号 slug', '写网址里用的英文编号，如 queueing'),
  title: text('章名 title', '写中文章名'),
  english: text('英文章名 english', '写英文章名'),
  summary: text('提要 summary', '用一句话说这一章解决什么问题'),
});

const itemSchema = entry('大纲条目', {
  id: text('条目编号 id', '写 S 加两三位数字，如 S75').regex(/^S\d{2,3}$/, {
    error: '条目编号 id 要写成 S 加两三位数字，如 S75',
  }),
  title: text('条目名 title', '写几个字的名称'),
  statement: text('要点 statement', '用自己的话写一两句，说明这一条讲什么'),
  chapters: z
    .array(slug('章编号', '写章的 slug，如 queueing'), {
      error: '讲授章 chapters 必须是一列章编号，如 [queueing, capacity-revenue]',
    })
    .describe('讲授章 chapters。哪些章要讲到它；只属于全书的条目写 []'),
  wholeCourse: z
    .boolean({ error: '全书条目 wholeCourse 只能写 true 或 false' })
    .describe('全书条目 wholeCourse。属于课程说明或贯穿全书时写 true')
    .optional(),
  note: text('教学说明 note', '写讲授时要提醒的事').optional(),
}).refine((item) => item.chapters.length > 0 || item.wholeCourse === true, {
  path: ['chapters'],
  error: '条目没有归到任何一章：请在 chapters 写上章编号，或写 wholeCourse: true',
});

/** content/syllabus.yaml 整个文件。 */
export const syllabusSchema = entry('大纲', {
  course: entry('课程说明', {
    title: text('课程名 title', '写中文课程名'),
    english: text('英文课程名 english', '写英文课程名'),
    status: text('课程地位 status', '一句话'),
    object: text('研究对象 object', '一句话'),
    aims: textList('教学目的 aims', '一句一条'),
    prerequisites: textList('先修要求 prerequisites', '一句一条'),
    requirements: textList('学习要求 requirements', '一句一条'),
    pedagogy: textList('教学方法 pedagogy', '一句一条'),
    keyPoints: textList('重点难点 keyPoints', '一句一条'),
  }),
  chapters: z
    .array(chapterSchema, { error: '各章 chapters 必须是一列' })
    .min(1, { error: '各章 chapters 至少要有一章' })
    .describe('各章 chapters。按章号排列'),
  items: z
    .array(itemSchema, { error: '大纲条目 items 必须是一列' })
    .min(1, { error: '大纲条目 items 至少要有一条' })
    .describe('大纲条目 items。每一条都要有小节在 front matter 里声明讲授'),
});

export type Syllabus = z.infer<typeof syllabusSchema>;
