import { finite } from '../core/checks.ts';

/** 感知与期望。 */
export interface FirstLawInput {
  /** 感知到的水平。 */
  perception: number;
  /** 期望的水平，同一量表。 */
  expectation: number;
}

/** 满意及其方向。 */
export interface FirstLawResult {
  /** 满意 = 感知 − 期望。 */
  satisfaction: number;
  /** 超出、恰好、不及。 */
  verdict: 'delighted' | 'met' | 'disappointed';
}

/**
 * 服务第一定律：满意 = 感知 − 期望。
 *
 * 假设：感知与期望用同一量表，且分数越高越好；它说的是方向，不是测量仪器。
 * 符号与单位：量表分。
 * 出处：Maister (1985), The Psychology of Waiting Lines。
 * 边界：相等时满意为 0（“恰好”）；舍入误差内的差视为相等。
 * 复杂度：O(1)。
 *
 * @example
 * firstLawOfService({ perception: 6.25, expectation: 5.5 }).satisfaction // 0.75
 */
export function firstLawOfService({ perception, expectation }: FirstLawInput): FirstLawResult {
  finite('perception', perception);
  finite('expectation', expectation);
  const satisfaction = perception - expectation;
  const slack = 1e-12 * Math.max(Math.abs(perception), Math.abs(expectation));
  return {
    satisfaction,
    verdict:
      Math.abs(satisfaction) <= slack ? 'met' : satisfaction > 0 ? 'delighted' : 'disappointed',
  };
}
