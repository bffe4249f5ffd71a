import { z } from 'astro/zod';
import { entry, slug, text, textList } from './fields.ts';

/** 一节课多少分钟。 */
export const periodMinutes = 45;

const minutes = z
  .int({ error: '分钟 minutes 必须是整数' })
  .min(2, { error: '分钟 minutes 太短：不足两分钟的事并进上一段' })
  .max(periodMinutes, { error: `分钟 minutes 太长：一节课只有 ${periodMinutes} 分钟` })
  .describe('分钟 minutes。这一段用多久');

const blockSchema = entry('一段', {
  minutes,
  title: text('段名 title', '写这几分钟做什么，几个字'),
  purpose: text('用意 purpose', '写为什么要花这几分钟：学生由此明白什么'),
  how: text('做法 how', '写教师照着做得出来的话：先问什么，再放什么，追问什么'),
  sections: z
    .array(slug('小节 sections', '写小节的英文编号，如 utilization-cliff'), {
      error: '小节 sections 必须是一列',
    })
    .describe('小节 sections。这一段用到哪几节；没有就整行删去')
    .optional(),
  experiments: z
    .array(
      entry('实验', {
        id: slug('实验编号 id', '写 src/widgets 下的文件夹名，如 pooling'),
        scenario: slug('场景编号 scenario', '写那个实验 model.ts 里场景的 id，如 bank'),
      }),
      { error: '实验 experiments 必须是一列 { id: 实验, scenario: 场景 }' },
    )
    .describe('实验 experiments。按放的先后；没有就整行删去')
    .optional(),
});

const periodSchema = entry('一节课', {
  title: text('课题 title', '写这一节课的题目'),
  blocks: z
    .array(blockSchema, { error: '时段 blocks 必须是一列' })
    .describe('时段 blocks。按先后排，加起来正好一节课'),
}).superRefine(({ blocks }, context) => {
  const total = blocks.reduce((sum, block) => sum + block.minutes, 0);
  if (total !== periodMinutes)
    context.addIssue({
      code: 'custom',
      path: ['blocks'],
      message: `各段加起来是 ${total} 分钟，不是 ${periodMinutes} 分钟：改各段的 minutes`,
    });
});

/** content/teaching/<章>.yaml：这一章的教案。错答、讨论提示、答案不写在这里，构建时从实验、正文和题库里取。 */
export const lessonPlanSchema = entry('教案', {
  aim: text('课后能做什么 aim', '写学生走出教室时做得到的一件事'),
  prepare: textList('课前准备 prepare', '写教师要带什么、先开好什么、请学生先做什么，一句一条'),
  periods: z
    .array(periodSchema, { error: '各节课 periods 必须是一列' })
    .min(2, { error: '各节课 periods 至少两节' })
    .describe('各节课 periods。一节 45 分钟'),
  debate: entry('争一争', {
    question: text('争什么 question', '写一个全班会分成两边的问题，以问号结尾').regex(/？$/u, {
      error: '争什么 question 要以问号结尾',
    }),
    sides: textList('各边的理由 sides', '写每一边站得住的理由，一边一条').min(2, {
      error: '各边的理由 sides 至少两条：只有一边就争不起来',
    }),
    steer: text('怎样收 steer', '写教师怎样追问、最后落在哪里'),
  }),
  homework: textList('课后 homework', '写布置什么，一句一条'),
});
export type LessonPlan = z.infer<typeof lessonPlanSchema>;

const place = text('小节', '写成 章/节，如 queueing/pooling').regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, {
  error: '小节要写成 章/节，如 queueing/pooling',
});

const weekSchema = entry('一周', {
  hours: z
    .int({ error: '学时 hours 必须是整数' })
    .min(1, { error: '学时 hours 至少是 1' })
    .describe('学时 hours。这一周上几节课'),
  title: text('内容 title', '写这一周讲什么'),
  sections: z
    .array(place, { error: '课上讲的小节 sections 必须是一列' })
    .default([])
    .describe('课上讲的小节 sections'),
  reading: z
    .array(place, { error: '自己读的小节 reading 必须是一列' })
    .default([])
    .describe('自己读的小节 reading。课上不讲，作业里用得到'),
  experiments: z
    .array(slug('实验 experiments', '写 src/widgets 下的文件夹名'), {
      error: '实验 experiments 必须是一列',
    })
    .default([])
    .describe('课上做的实验 experiments'),
  homework: text('作业 homework', '写这一周交什么'),
});

const planSchema = entry('教学日历', {
  hours: z.int({ error: '总学时 hours 必须是整数' }).min(1).describe('总学时 hours'),
  about: text('适合谁 about', '一两句话：给哪样的班，怎样取舍'),
  weeks: z
    .array(weekSchema, { error: '各周 weeks 必须是一列' })
    .min(1)
    .describe('各周 weeks。按先后排'),
}).superRefine(({ hours, weeks }, context) => {
  const total = weeks.reduce((sum, week) => sum + week.hours, 0);
  if (total !== hours)
    context.addIssue({
      code: 'custom',
      path: ['weeks'],
      message: `各周加起来是 ${total} 学时，不是 ${hours} 学时：改各周的 hours`,
    });
});

/** content/plans.yaml：几种学时的教学日历。 */
export const plansSchema = z
  .array(planSchema, { error: '教学日历必须是一列，一种学时一条' })
  .min(1);
export type CoursePlan = z.infer<typeof plansSchema>[number];
