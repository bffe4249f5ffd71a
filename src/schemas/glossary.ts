import type { z } from 'astro/zod';
import { entry, slug, text, textList } from './fields.ts';

/** content/glossary.yaml 的一条术语；键就是术语编号。 */
export const termSchema = entry('术语', {
  zh: text('中文名 zh', '写页面上显示的中文名，如 利特尔法则'),
  en: text('英文名 en', '写英文名，如 Little’s law'),
  chapter: slug('所属章 chapter', '写主要讲解它的章的编号，如 queueing'),
  definition: text('定义 definition', '用一句话说清它是什么，以句号结尾').regex(/。$/u, {
    error: '定义 definition 要以句号“。”结尾：请补上句号',
  }),
  taught: text('讲它的一节 taught', '写“章/节”的英文编号，如 queueing/littles-law').regex(
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
    { error: '讲它的一节 taught 要写成“章/节”的英文编号，如 queueing/littles-law' },
  ),
  needs: textList(
    '先备术语 needs',
    '写要先懂的术语的编号，如 [arrival-rate]；没有就整行删去',
  ).optional(),
  contrasts: textList(
    '对照术语 contrasts',
    '写常与它对照的术语的编号，两条里写一条就够；没有就整行删去',
  ).optional(),
  aliases: textList('同义说法 aliases', '写别名或缩写，如 [FCFS]；没有就整行删去').optional(),
  instead_of: textList(
    '不用的说法 instead_of',
    '写课件里一律不用、遇到就改成中文名 zh 的说法；读者会拿来搜的，同时写进 aliases；没有就整行删去',
  ).optional(),
});

export type Term = z.infer<typeof termSchema>;
