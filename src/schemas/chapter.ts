import { z } from 'astro/zod';

/** 布鲁姆层次，由低到高。 */
export const bloomLevels = [
  'remember',
  'understand',
  'apply',
  'analyze',
  'evaluate',
  'create',
] as const;
export const bloomNames: Record<(typeof bloomLevels)[number], string> = {
  remember: '识记',
  understand: '理解',
  apply: '应用',
  analyze: '分析',
  evaluate: '评价',
  create: '创造',
};

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只用小写英文字母、数字和连字符，例如 utilization-cliff');

export const objectiveSchema = z.strictObject({
  id: slug.describe('学习目标的编号，测验题用它说明自己在考什么，例如 explain-variability'),
  text: z
    .string()
    .min(6, '学习目标写成一句话，以动词开头：计算…、比较…、设计…')
    .describe('学习目标：学完能做什么，以动词开头'),
  bloom: z
    .enum(bloomLevels)
    .describe('布鲁姆层次：remember、understand、apply、analyze、evaluate、create'),
});

export const chapterSchema = z.strictObject({
  title: z.string().min(1).describe('章名，例如 排队管理'),
  english: z.string().min(1).describe('英文章名'),
  question: z.string().min(8).describe('这一章要回答的那个问题，一句话'),
  summary: z.string().min(20).describe('两三句话的提要，出现在首页和搜索结果里'),
  objectives: z
    .array(objectiveSchema)
    .min(3, '一章至少写三个学习目标')
    .describe('学习目标；每一个都要有小节教、有题目考'),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** 一页正文都有的字段。 */
const page = {
  title: z.string().min(1).describe('节名'),
  english: z.string().min(1).describe('英文节名'),
  question: z.string().min(8).describe('开头抛给读者的问题'),
  summary: z.string().min(15).describe('一两句话的提要，出现在章首地图和搜索结果里'),
  minutes: z.number().int().min(3).max(40).describe('大约读几分钟'),
  sources: z.array(z.string()).default([]).describe('这一页引用的资料，references.yaml 里的编号'),
};

export const sectionSchema = z.strictObject({
  ...page,
  objectives: z.array(slug).min(1, '说明这一节落实哪个学习目标').describe('落实的学习目标编号'),
  syllabus: z
    .array(z.string().regex(/^S\d{2,3}$/, '大纲条目写成 S75 这样'))
    .default([])
    .describe('教到的大纲条目'),
  widgets: z.array(slug).default([]).describe('这一节用到的实验'),
});
export type Section = z.infer<typeof sectionSchema>;

/** closing.mdx：章末的小结与讨论。不教新目标，也不算一节，所以没有那几个字段。 */
export const closingSchema = z.strictObject({
  ...page,
  title: page.title.default('小结与讨论').describe('页名，不写就是“小结与讨论”'),
  english: page.english.default('Summary and Discussion').describe('英文页名，一般不写'),
});
export type Closing = z.infer<typeof closingSchema>;

/** 小结要写多长、讨论题和延伸阅读各要几条；内容检查和 npm run new 都照它。 */
export const closingNeeds = {
  summary: { min: 300, max: 500 },
  discussions: 4,
  readings: 3,
} as const;
