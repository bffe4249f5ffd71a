/** 评哪一家，六样各记几分，自己挑的时候和谁比。 */
import { branches } from './branches.ts';
import type { Returns, Weights } from './efficiency.ts';

const points = (label: string, meaning: string, most = 10, first = 1) =>
  ({
    kind: 'number',
    label,
    unit: '分',
    min: 0,
    max: most,
    step: most / 100,
    default: first,
    meaning,
  }) as const;

export const params = {
  returns: {
    kind: 'choice',
    label: '自己挑的时候，和谁比',
    options: [
      { value: 'constant', label: '大的小的都比' },
      { value: 'variable', label: '只和大小相当的比' },
    ],
    default: 'constant',
    meaning: '前一种当作规模不要紧，标杆可以放大缩小；后一种不许，只剩干得好不好。',
  },
  branch: {
    kind: 'choice',
    label: '评哪一家',
    options: branches.map(({ name }) => ({ value: name, label: name })),
    default: 'K8',
    meaning: '被评的那一家。',
    onStage: true,
  },
  a: points('A 类一笔记', '三类各记几分，只有比例要紧：都乘 2，名次不变。'),
  b: points('B 类一笔记', '觉得 B 类更费工，就多记一点。'),
  c: points('C 类一笔记', '觉得 C 类更费工，就多记一点。'),
  hours: points('一个人工时记', '投入也记分：产出分 ÷ 投入分，再除以第一名的，就是得分。'),
  expenses: points('一份经营费用记', '原表没有说费用的单位，一份就是表里的 1。', 10, 0),
  area: points('一份面积记', '面积的数小，想让它说得上话，要记得大一些。', 100, 0),
} as const;

export interface Setting {
  branch: string;
  a: number;
  b: number;
  c: number;
  hours: number;
  expenses: number;
  area: number;
  returns: Returns;
}
export const weightsOf = ({ a, b, c, hours, expenses, area }: Setting): Weights => ({
  outputs: [a, b, c],
  inputs: [hours, expenses, area],
});
