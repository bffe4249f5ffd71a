/** 课堂里每一步可以写什么：字段、范围，写错时对作者说的话。 */
import { z } from 'astro/zod';
import { slug, text } from '../../schemas/fields.ts';

const id = slug('编号 id', '写英文小写、短横线，如 pool-four；定了就不再改，历年的押注认它');
const minutes = z
  .int({ error: '分钟 minutes 写整数，如 minutes={3}' })
  .min(1, { error: '分钟 minutes 至少 1' })
  .max(20, { error: '分钟 minutes 至多 20：再长的拆成两步' });
const title = text('题名 title', '写几个字，总览与“转到”里看得见；不要写出答案');
const flag = z.boolean({ error: '只写名字，不写值' }).optional();
const widget = slug('实验 widget', '写 src/widgets 下的文件夹名，如 pooling');
const scenario = slug('场景 scenario', '写那个实验 model.ts 里场景的 id，如 bank');
const part = slug('画面 part', '写那个实验视图 parts 里的 id，如 scores').optional();
const cuts = z
  .array(z.number({ error: '分界 cuts 写数，如 cuts={[5, 10, 20]}' }), {
    error: '分界 cuts 写一列数，如 cuts={[5, 10, 20]}',
  })
  .min(2, { error: '分界 cuts 至少两个：分成三段以上，举手才分得开' })
  .max(5, { error: '分界 cuts 至多五个：举牌只有六种' })
  .refine((list) => list.every((cut, i) => i === 0 || cut > (list[i - 1] as number)), {
    error: '分界 cuts 要从小到大，不重复',
  });
const see = z
  .strictObject(
    {
      ask: text('问什么 see.ask', '写“刚才看到的是哪一个”'),
      options: z
        .array(text('选项 see.options', '写几个字'), { error: 'see.options 写一列选项' })
        .min(2, { error: 'see.options 至少两个' })
        .max(4, { error: 'see.options 至多四个' }),
      right: z.int({ error: 'see.right 写第几个选项是对的，从 0 数' }).min(0),
    },
    { error: "看到的 see 写成 see={{ ask: '……', options: ['……', '……'], right: 1 }}" },
  )
  .refine(({ options, right }) => right < options.length, {
    error: 'see.right 超出了选项：从 0 数',
  });

/** 押曲线上的一点，实验说不出错在哪里：他说的数 → 他多半怎么想的。 */
const misreads = z.record(
  z.string().regex(/^-?\d+(\.\d+)?$/, { error: '错答 misreads 的每一条前面写他说的数' }),
  text('错答 misreads', '写他多半怎么想的，揭晓时上墙'),
  { error: "错答 misreads 写成 misreads={{ 19: '……' }}" },
);
/** 台上的实验先盖着：墙上只有这一句与布景，往后一段才亮出来。 */
const covered = text('盖着时问的 covered', '写一句问全班的话，以问号结尾')
  .regex(/？$/, { error: '盖着时问的 covered 以问号结尾：写一句问全班的话' })
  .optional();

const common = { id, minutes, skip: flag };
/** 实验页上的话有时说“拖到图上”“按看结果”：墙上没有图可拖，换成自己的一句。 */
const setting = text('情境 setting', '写一句：谁，在哪里，怎样；不写就用场景自己的').optional();
const staged = { widget, scenario, part, alone: flag, setting };

export const stepSchemas = {
  Cover: z.strictObject({ ...common, title }),
  Bet: z.strictObject({
    ...common,
    ...staged,
    title: title.optional(),
    cuts: cuts.optional(),
    at: z.number({ error: '横坐标 at 写数，如 at={0.95}' }).optional(),
    question: text(
      '问句 question',
      '押曲线上的一点时写，或实验的问句里有墙上做不了的动作时写；以问号结尾',
    ).optional(),
    unit: text('单位 unit', '押曲线上的一点时写，如 倍').optional(),
    misreads: misreads.optional(),
    see: see.optional(),
    revote: flag,
  }),
  Run: z.strictObject({ ...common, ...staged, title, covered, see: see.optional() }),
  Ask: z.strictObject({
    ...common,
    title: title.optional(),
    question: slug('题号 question', '写题库里的题目编号，如 idle-capacity').optional(),
    seed: z.int({ error: '种子 seed 写整数' }).optional(),
    cuts: cuts.optional(),
    revote: flag,
    repeats: slug('再投的是 repeats', '写前面那一步的 id').optional(),
  }),
  Explain: z.strictObject({ ...common, title }),
  Discuss: z.strictObject({
    ...common,
    title,
    seconds: z
      .int({ error: '倒计时 seconds 写整数，如 seconds={60}' })
      .min(10, { error: '倒计时 seconds 至少 10' })
      .max(900, { error: '倒计时 seconds 至多 900' }),
  }),
  Game: z.strictObject({
    ...common,
    title: title.optional(),
    game: slug('游戏 game', '写 src/classroom/games 下的文件夹名，如 overbooking'),
  }),
} as const;

export type StepTag = keyof typeof stepSchemas;
export type Attributes<T extends StepTag> = z.infer<(typeof stepSchemas)[T]>;
