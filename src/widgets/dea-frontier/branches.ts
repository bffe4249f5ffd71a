/** 一张真实的表：17 个网点的三项投入、三类业务的笔数。来源与许可写在文件开头。 */
import table from '../../../content/data/bank-branches-giokas-1991.csv?raw';

export interface Branch {
  name: string;
  /** 人工时、经营费用、面积 */
  inputs: readonly number[];
  /** A、B、C 三类业务的笔数 */
  outputs: readonly number[];
}

export const branches: readonly Branch[] = table
  .split(/\r?\n/)
  .filter((row) => /^K\d/.test(row))
  .map((row) => {
    const [name = '', ...cells] = row.split(',');
    return { name, inputs: cells.slice(0, 3).map(Number), outputs: cells.slice(3).map(Number) };
  });
export const inputNames = ['人工时', '经营费用', '面积'] as const;
export const outputNames = ['A 类', 'B 类', 'C 类'] as const;

export const count = branches.length;
export const indexOf = (name: string) =>
  Math.max(
    0,
    branches.findIndex((branch) => branch.name === name),
  );
export const nameOf = (index: number) => branches[index]?.name ?? '';
export const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
