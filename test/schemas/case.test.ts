import { expect, test } from 'vitest';
import { caseSchema } from '../../src/schemas/case.ts';

const fact = {
  id: 'loaves',
  label: '一炉',
  value: 24,
  unit: '个',
  who: '面包师',
  holds: [{ in: 'bakery/discount', text: '一炉{}个' }],
};
const good = {
  name: '炉边面包',
  order: 1,
  summary: '一家面包店。',
  names: ['炉边面包'],
  facts: [fact],
  acts: [{ title: '打折', instalments: [{ at: 'bakery/discount', text: '一炉 {loaves}。' }] }],
};
const messages = (change: object) =>
  caseSchema
    .safeParse({ ...good, ...change })
    .error?.issues.map((issue) => issue.message)
    .join('\n');
const told = (...instalments: object[]) => ({ acts: [{ title: '打折', instalments }] });

test('完整的案例通过，人物与看守可以不写', () => {
  expect(messages({})).toBeUndefined();
  expect(messages({ people: [{ name: '小麦', role: '面包师' }] })).toBeUndefined();
  expect(messages({ watch: [{ text: '一炉{}个', facts: ['loaves'], also: [1] }] })).toBeUndefined();
});

test.each<[string, object, RegExp]>([
  ['缺名字', { name: undefined }, /^缺少名字 name/],
  ['没有事实', { facts: [] }, /至少要有一条/],
  ['没有用处的事实', { facts: [{ ...fact, holds: [] }] }, /没有哪里用到的事实不必记/],
  ['值写成文字', { facts: [{ ...fact, value: '24' }] }, /值 value 必须是数/],
  ['用处没有空位', { facts: [{ ...fact, holds: [{ in: 'a/b', text: '一炉' }] }] }, /有一处 \{\}/],
  [
    '用处有两个空位',
    { facts: [{ ...fact, holds: [{ in: 'a/b', text: '{}炉{}个' }] }] },
    /只有一处/,
  ],
  ['事实编号重复', { facts: [fact, fact] }, /有重复/],
  ['看守指着没有的事实', { watch: [{ text: '{}个', facts: ['x'] }] }, /没有编号是 x 的事实/],
  ['一回指着没有的事实', told({ at: 'bakery', text: '{x}。' }), /没有编号是 x 的事实：改正 \{x\}/],
  ['一回没有收尾', told({ at: 'bakery', text: '一炉' }), /请补上/],
  ['一回的地方写成网址', told({ at: '/chapters/bakery/', text: '一炉。' }), /要写成 queueing/],
  [
    '一节写了两回',
    told({ at: 'bakery', text: '一炉。' }, { at: 'bakery', text: '两炉。' }),
    /bakery 写了两回/,
  ],
  ['拼错的字段', { fact: [] }, /不认识的字段 fact：/],
])('%s：错误信息说明补救办法', (_, change, wanted) => {
  expect(messages(change)).toMatch(wanted);
});
