import { z } from 'astro/zod';
import { entry, oneOf, text, textList } from './fields.ts';

export const referenceTypes = [
  'article',
  'book',
  'chapter',
  'thesis',
  'standard',
  'report',
  'news',
  'web',
] as const;

/** 每种文献缺了就著录不全的字段。 */
const needed = {
  article: ['container', 'year'],
  book: ['year'],
  chapter: ['container', 'year'],
  thesis: ['publisher', 'year'],
  standard: ['year'],
  report: ['publisher', 'year'],
  news: ['container', 'date'],
  web: ['url'],
} as const;

/** content/references.yaml 的一条来源；键就是引用编号。 */
export const referenceSchema = entry('来源', {
  type: oneOf('文献类型 type', referenceTypes, '期刊文章写 article，析出的篇章写 chapter'),
  authors: z
    .array(text('作者 authors', '西文写成 姓, 名；机构与中文作者照写'), {
      error: '作者 authors 必须是一列，如 ["Little, John D. C."]；没有署名就写 []',
    })
    .describe('作者 authors。西文写成“姓, 名”；没有署名写 []'),
  title: text('题名 title', '照原文写，不加书名号'),
  container: text('出处 container', '写期刊、报纸或文集的名称').optional(),
  editors: textList('文集编者 editors', '写法同 authors').optional(),
  publisher: text('出版者 publisher', '写出版社、学校或发布机构').optional(),
  place: text('出版地 place', '写城市名').optional(),
  number: text('编号 number', '写标准号或报告号，如 GB 51080—2015').optional(),
  year: z
    .int({ error: '年份 year 必须是整数：写四位年份，不加引号' })
    .min(1800, { error: '年份 year 太早：写四位年份' })
    .max(2100, { error: '年份 year 太晚：写四位年份' })
    .describe('年份 year。四位整数')
    .optional(),
  date: text('日期 date', '写成带引号的 2024-07-25 或 2024-07')
    .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: '日期 date 要写成 2024-07-25 或 2024-07' })
    .optional(),
  volume: text('卷 volume', '加引号写，如 "35"').optional(),
  issue: text('期 issue', '加引号写，如 "6"').optional(),
  pages: text('页码 pages', '加引号写起止页，如 "895-905"').optional(),
  url: z
    .url({ protocol: /^https?$/, error: '网址 url 要以 http:// 或 https:// 开头：请写完整网址' })
    .describe('网址 url。写公开可读、由出版方或发布方维护的网址')
    .optional(),
  accessed: text('访问日期 accessed', '写成带引号的 2025-01-31')
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '访问日期 accessed 要写成 2025-01-31' })
    .optional(),
  language: oneOf('语种 language', ['zh', 'en'], '中文写 zh，西文写 en'),
  note: text('说明 note', '写 转引自…、企业自述 等读者应当知道的事').optional(),
  also_in: z
    .array(
      text('还用在 also_in', '写 widgets/实验编号 或 quiz/章#题号').regex(
        /^(widgets\/[a-z0-9-]+|quiz\/[a-z0-9-]+#[a-z0-9-]+)$/,
        { error: '还用在 also_in 要写成 widgets/huff 或 quiz/economy#two-editions' },
      ),
    )
    .describe('还用在 also_in。说到它、用到它的实验与题目；节由各节的 sources 得来，不写在这里')
    .optional(),
  supports: textList('所支持的事实 supports', '写这条来源在课程里证明的事，一句一条'),
}).superRefine((reference, context) => {
  for (const field of needed[reference.type]) {
    if (reference[field] !== undefined) continue;
    context.addIssue({
      code: 'custom',
      path: [field],
      message: `${reference.type} 类来源缺少 ${field}：请补上，否则参考文献著录不全`,
    });
  }
});

export type Reference = z.infer<typeof referenceSchema>;
