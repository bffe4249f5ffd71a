import { z } from 'astro/zod';
import { entry, slug, text } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';
import { axesOf, distanceTo, ends, overlap, type Figure, type Spot } from './figure.ts';

const number = (label: string, remedy: string) =>
  z.number({ error: `${label}要写一个数：${remedy}` }).describe(`${label}。${remedy}`);

const axis = (label: string) =>
  entry(label, {
    label: text(`${label}的名字 label`, '写量的是什么，如 离江边、横、第几步'),
    unit: text(`${label}的单位 unit`, '写 公里、分钟 之类，没有单位就不写').optional(),
    from: number(`${label}起点 from`, '轴的一头'),
    to: number(`${label}终点 to`, '轴的另一头，比 from 大'),
    step: number(`${label}的格 step`, '方向键走一格多远').positive({
      error: `${label}的格 step 要大于 0`,
    }),
  }).refine(({ from, to, step }) => to - from >= 2 * step && (to - from) / step <= 200, {
    error: `${label}从 from 到 to 要有两格以上、两百格以下：改 from、to 或 step`,
  });

const mark = entry('图上的点', {
  x: number('横坐标 x', '这个点在哪里'),
  y: number('纵坐标 y', '只有一张图才写').optional(),
  text: text('名字 text', '写在点旁边，两三个字'),
  note: text('附注 note', '写在名字后面，如 5 万人').optional(),
  size: number('大小 size', '圆点的面积按它画，如 5')
    .positive({ error: '大小 size 要大于 0' })
    .optional(),
});

const extent = (label: string) =>
  z
    .union([z.number(), z.tuple([z.number(), z.number()])], {
      error: `${label}写一个数，或一段 [低, 高]`,
    })
    .describe(`${label}。一个数，或一段 [低, 高]`);

const spot = {
  x: extent('横坐标 x'),
  y: extent('纵坐标 y').optional(),
  within: number('余量 within', '相差多少以内都算；不写是半格')
    .positive({ error: '余量 within 要大于 0' })
    .optional(),
};

const wrong = entry('典型的错处', {
  name: text('错处的名字 name', '写它是什么，如 重心、正中间').max(8, {
    error: '错处的名字 name 太长：不超过 8 个字，要标在图上',
  }),
  ...spot,
  why: text('错处的解释 why', '写放在这里的人多半怎么想、错在哪里'),
});

/**
 * 放点题：在一条线、一张图或一条曲线上放一个点。
 * 两种写法：写 figure、answer、wrong、otherwise；或写 generator，图、答案和典型错处都算出来。
 */
export const schema = entry('放点题', {
  ...sharedQuizFields,
  figure: entry('图 figure', {
    x: axis('横轴 x'),
    y: axis('纵轴 y').optional(),
    curve: z
      .array(z.tuple([z.number(), z.number()]), {
        error: '曲线 curve 要写成一列 [横, 纵]，从左到右',
      })
      .min(2, '曲线 curve 至少两个点')
      .optional(),
    marks: z.array(mark, { error: '图上的点 marks 必须是一列' }).default([]),
  }).optional(),
  answer: entry('答案 answer', spot).optional(),
  wrong: z
    .array(wrong, { error: '典型的错处 wrong 必须是一列' })
    .min(2, '典型的错处 wrong 至少两处')
    .optional(),
  otherwise: text('放在别处 otherwise', '放在没有列出的地方时说的话').optional(),
  generator: slug(
    '生成器 generator',
    '写 src/quiz/generators/<章>/places/ 里的文件名（不带 .ts），如 line-site',
  ).optional(),
  options: z
    .record(z.string(), z.string(), {
      error: '生成器选项 options 要写成“选项: 值”，值都是文字；有哪些选项看生成器文件',
    })
    .default({})
    .describe('生成器选项 options。不写就用默认'),
}).superRefine(({ figure, answer, wrong: spots, otherwise, generator, options }, context) => {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (generator !== undefined) {
    for (const [name, value] of Object.entries({ figure, answer, wrong: spots, otherwise }))
      if (value !== undefined) complain([name], '写了 generator，图和答案都由它给，请删去这一项');
    return;
  }
  if (Object.keys(options).length > 0)
    complain(['options'], 'options 是给生成器的，没有 generator 就不写');
  if (!figure) complain(['figure'], '缺少图 figure：写一张图，或写 generator');
  if (!answer) complain(['answer'], '缺少答案 answer：写 x（一张图再写 y）');
  if (!spots) complain(['wrong'], '缺少典型的错处 wrong：至少两处，各有解释');
  if (!otherwise) complain(['otherwise'], '缺少 otherwise：放在没有列出的地方时说的话');
  if (!figure || !answer || !spots) return;

  const flat = axesOf(figure).length === 2;
  if (figure.curve && !figure.y) complain(['figure', 'y'], '有曲线就要有纵轴 y');
  const check = (path: (string | number)[], place: Spot) => {
    if (flat !== (place.y !== undefined))
      complain([...path, 'y'], flat ? '一张图上要写 y' : '线上和曲线上只写 x');
    for (const [name, { from, to }] of [
      ['x', figure.x],
      ...(figure.y ? ([['y', figure.y]] as const) : []),
    ] as const) {
      const value = place[name];
      if (value === undefined) continue;
      const [low, high] = ends(value);
      if (low > high) complain([...path, name], '区间要从小写到大');
      if (low < from || high > to) complain([...path, name], `出了图：要在 ${from} 到 ${to} 之间`);
    }
  };
  check(['answer'], answer);
  spots.forEach((each, index) => {
    check(['wrong', index], each);
    if (overlap(figure as Figure, answer, each))
      complain(['wrong', index], '和答案叠在一起了：挪开，或改小 within');
    const [x] = ends(each.x);
    const y = each.y === undefined ? undefined : ends(each.y)[0];
    if (spots.some((o, i) => i < index && distanceTo(o, y === undefined ? [x] : [x, y]) === 0))
      complain(['wrong', index], '和前面的错处是同一个地方：合成一条');
  });
  figure.marks.forEach(({ x, y }, index) => {
    const path = ['figure', 'marks', index];
    if (flat && y === undefined) complain([...path, 'y'], '一张图上的点要写 y');
    if (!flat && y !== undefined) complain([...path, 'y'], '线上和曲线上的点不写 y');
    if (x < figure.x.from || x > figure.x.to) complain([...path, 'x'], '出了图');
    if (figure.y && y !== undefined && (y < figure.y.from || y > figure.y.to))
      complain([...path, 'y'], '出了图');
  });
});
