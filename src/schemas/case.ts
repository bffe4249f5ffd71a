import { z } from 'astro/zod';
import { entry, slug, text, textList } from './fields.ts';

/** 一处用到这个事实的地方：哪一页或哪个文件，那里照原样怎样写；`{}` 是数或名字站的地方。 */
const holdSchema = entry('用处', {
  in: text('用在哪里 in', '写 location/regression 这样的节，或 src/widgets/… 的文件'),
  text: text('原样的写法 text', '照那里的原文写，值的地方写 {}').refine(
    (value) => value.split('{}').length === 2,
    { error: '原样的写法 text 里要有一处 {}，而且只有一处：它是值站的地方' },
  ),
});

const factSchema = entry('事实', {
  id: slug('事实编号 id', '写英文短横线编号，如 promise'),
  label: text('事实 label', '写几个字，说这是什么'),
  value: z
    .number({ error: '值 value 必须是数：写阿拉伯数字，不加引号' })
    .describe('值 value。百分数写百分之几，15% 写 15'),
  unit: text('单位 unit', '写量词或单位，如 家、分钟、%'),
  who: text('谁说的 who', '写案例里是谁量的、谁说的'),
  holds: z
    .array(holdSchema, { error: '用处 holds 必须是一列' })
    .min(1, { error: '用处 holds 至少要有一处：没有哪里用到的事实不必记' })
    .describe('用处 holds。值一变，每一处都要跟着变'),
});

const watchSchema = entry('看守', {
  text: text('写法 text', '写一种会印着事实的说法，值的地方写 {}').refine(
    (value) => value.split('{}').length === 2,
    { error: '写法 text 里要有一处 {}，而且只有一处' },
  ),
  facts: textList('许可的事实 facts', '写事实的编号'),
  also: z
    .array(z.number(), { error: '另许的数 also 必须是一列数' })
    .describe('另许的数 also。说的不是这件事、恰好也这样写的数')
    .optional(),
});

const instalmentSchema = entry('一回', {
  at: text('在哪里 at', '写 章、章/节 或 章/closing').regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, {
    error: '在哪里 at 要写成 queueing、queueing/littles-law 或 queueing/closing',
  }),
  text: text('这一回 text', '一小段话，说在那里碰上了什么；不说实验要猜的答案').refine(
    (value) => /[。？！]$/.test(value),
    { error: '这一回 text 要以句号或问号收尾：请补上' },
  ),
});

/** content/cases/ 的一个案例：事实只写在这里，一回一回的故事也在这里。 */
export const caseSchema = entry('案例', {
  name: text('名字 name', '写案例里那家单位的名字'),
  order: z.int({ error: '次序 order 必须是整数' }).min(1).describe('次序 order。在目录里排第几'),
  summary: text('提要 summary', '两三句话，说它是谁、故事大概怎样走'),
  names: textList('叫法 names', '正文里认得出它的叫法'),
  people: z
    .array(
      entry('人物', {
        name: text('人名 name', '如 小周'),
        role: text('身份 role', '几个字'),
      }),
      { error: '人物 people 必须是一列' },
    )
    .default([])
    .describe('人物 people。一个名字只归一个案例'),
  facts: z
    .array(factSchema, { error: '事实 facts 必须是一列' })
    .min(1, { error: '事实 facts 至少要有一条' })
    .describe('事实 facts。只在这里写一次'),
  watch: z
    .array(watchSchema, { error: '看守 watch 必须是一列' })
    .default([])
    .describe('看守 watch。说到这个案例的每一段里，这样写的数都要与事实相同'),
  acts: z
    .array(
      entry('幕', {
        title: text('小标题 title', '几个字'),
        instalments: z
          .array(instalmentSchema, { error: '各回 instalments 必须是一列' })
          .min(1, { error: '一幕至少要有一回' })
          .describe('各回 instalments。照故事的先后'),
      }),
      { error: '各幕 acts 必须是一列' },
    )
    .min(1, { error: '各幕 acts 至少要有一幕' })
    .describe('各幕 acts。照故事的先后'),
}).superRefine(({ facts, watch, acts }, context) => {
  const problem = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const known = new Set(facts.map(({ id }) => id));
  if (known.size < facts.length) problem(['facts'], '事实的编号 id 有重复：一个编号只用一次');
  watch.forEach((each, i) => {
    for (const id of each.facts)
      if (!known.has(id)) problem(['watch', i, 'facts'], `没有编号是 ${id} 的事实：改正编号`);
  });
  const places = acts.flatMap(({ instalments }) => instalments.map(({ at }) => at));
  for (const at of places.filter((each, i) => places.indexOf(each) < i))
    problem(['acts'], `${at} 写了两回：一节只算一回，并成一段`);
  acts.forEach(({ instalments }, i) => {
    instalments.forEach((each, k) => {
      for (const [, id = ''] of each.text.matchAll(/\{([^}]*)\}/g))
        if (!known.has(id))
          problem(['acts', i, 'instalments', k, 'text'], `没有编号是 ${id} 的事实：改正 {${id}}`);
    });
  });
});

export type Case = z.infer<typeof caseSchema>;
