import { describe, expect, test } from 'vitest';
import { lessonPlanSchema, plansSchema } from '../../src/schemas/teaching.ts';

const block = { minutes: 20, title: '猜', purpose: '看差多少', how: '先写后看' };
const period = { title: '一节课', blocks: [block, { ...block, minutes: 25 }] };
const plan = {
  aim: '能算等待',
  prepare: ['带表'],
  periods: [period, period],
  debate: { question: '该不该？', sides: ['该', '不该'], steer: '追问谁付账' },
  homework: ['量一条队'],
};
const says = (change: object) =>
  (lessonPlanSchema.safeParse({ ...plan, ...change }).error?.issues ?? [])
    .map(({ path, message }) => `${path.join(' › ')}: ${message}`)
    .join('\n');

describe('a lesson plan', () => {
  test('is accepted when every period fills its 45 minutes', () => {
    expect(says({})).toBe('');
  });

  test('whose minutes do not add up is told by how much and where', () => {
    expect(says({ periods: [period, { ...period, blocks: [block] }] })).toBe(
      'periods › 1 › blocks: 各段加起来是 20 分钟，不是 45 分钟：改各段的 minutes',
    );
  });

  test('needs two sides to argue and a question that asks', () => {
    expect(says({ debate: { ...plan.debate, sides: ['该'] } })).toMatch('只有一边就争不起来');
    expect(says({ debate: { ...plan.debate, question: '不该。' } })).toMatch('以问号结尾');
  });

  test('with an unknown field is told which', () => {
    expect(says({ answers: [] })).toMatch('不认识的字段 answers');
  });
});

test('a course plan whose weeks do not add up is told by how much', () => {
  const week = { hours: 2, title: '排队', sections: ['queueing/pooling'], homework: '量一条队' };
  const read = (hours: number) =>
    plansSchema.safeParse([{ hours, about: '两周', weeks: [week, week] }]);
  expect(read(4).success).toBe(true);
  expect(read(5).error?.issues[0]?.message).toBe(
    '各周加起来是 4 学时，不是 5 学时：改各周的 hours',
  );
});
