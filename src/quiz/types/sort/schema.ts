import { z } from 'astro/zod';
import { entry, text } from '../../../schemas/fields.ts';
import { sharedQuizFields } from '../../../schemas/quiz.ts';

const item = entry('要归组的一项', {
  text: text('这一项 text', '写要归组的东西，一个短语或一句话'),
  group: text('所属的组 group', '写 groups 里的一个，一字不差'),
  why: text('理由 why', '写它为什么归这一组：放错的人要看'),
  instead: z
    .record(z.string(), text('放错的解释 instead', '写放进这一组的人多半怎么想、错在哪里'), {
      error: '放错的解释 instead 要写成“组名: 解释”',
    })
    .describe('放错的解释 instead。放进某一组有特别的误会时才写，不写就用 why')
    .optional(),
});

/** 归组题：把几项分到几组里，每项都说明理由。 */
export const schema = entry('归组题', {
  ...sharedQuizFields,
  groups: z
    .array(text('组名 groups', '写组的名字，越短越好'), {
      error: '组 groups 必须是一列组名，如 [甲类, 乙类]',
    })
    .min(2, '组 groups 至少两个')
    .max(5, '组 groups 最多五个'),
  items: z
    .array(item, { error: '要归组的各项 items 必须是一列' })
    .min(3, '要归组的各项 items 至少三项')
    .max(10, '要归组的各项 items 最多十项：再多就是考耐心了'),
}).superRefine(({ groups, items }, context) => {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const names = groups.join('、');
  if (new Set(groups).size < groups.length) complain(['groups'], '组名有重复：改成不同的名字');
  items.forEach(({ group, instead = {} }, index) => {
    if (!groups.includes(group))
      complain(['items', index, 'group'], `没有“${group}”这一组，可以写 ${names}`);
    for (const other of Object.keys(instead))
      if (!groups.includes(other) || other === group)
        complain(
          ['items', index, 'instead', other],
          '放错的解释只能写给别的组：名字要和 groups 里的一字不差，也不能是它自己那一组',
        );
  });
  // 一组都没有人，多半是写漏了；故意留空的组会让人疑心自己
  for (const group of groups)
    if (!items.some((each) => each.group === group))
      complain(['groups'], `“${group}”这一组里一项也没有：加一项，或删去这一组`);
});
