import { finite } from '../core/checks.ts';

/** 服务利润链算术的输入。 */
export interface ServiceProfitChainInput {
  /** 员工态度得分的提高。 */
  employeeAttitudeIncrease: number;
  /** 员工态度每提高 1 单位，顾客印象提高多少单位。 */
  attitudeToCustomer: number;
  /** 顾客印象每提高 1 单位，收入增长率提高多少个百分点。 */
  customerToRevenueGrowth: number;
}

/** 服务利润链算术的结果。 */
export interface ServiceProfitChainResult {
  /** 顾客印象的提高。 */
  customerImpression: number;
  /** 收入增长率的提高，百分点。 */
  revenueGrowthPoints: number;
}

/**
 * 服务利润链算术：员工态度 → 顾客印象 → 收入增长，逐环相乘。
 *
 * 假设：各环线性、无延迟，系数在所考察的范围内不变；系数来自某一企业的相关分析，不等于因果。
 * 符号与单位：前两环为各自量表的单位，末环为百分点。
 * 出处：Rucci, Kirn & Quinn (1998), HBR：西尔斯 +5 员工态度 → +1.3 顾客印象 → +0.5 个百分点收入增长。
 * 边界：各量可为负（态度恶化）。
 * 复杂度：O(1)。
 *
 * @example
 * serviceProfitChain({ employeeAttitudeIncrease: 5, attitudeToCustomer: 0.26, customerToRevenueGrowth: 0.3846153846153846 }).revenueGrowthPoints // 0.5
 */
export function serviceProfitChain({
  employeeAttitudeIncrease,
  attitudeToCustomer,
  customerToRevenueGrowth,
}: ServiceProfitChainInput): ServiceProfitChainResult {
  finite('employeeAttitudeIncrease', employeeAttitudeIncrease);
  finite('attitudeToCustomer', attitudeToCustomer);
  finite('customerToRevenueGrowth', customerToRevenueGrowth);
  const customerImpression = employeeAttitudeIncrease * attitudeToCustomer;
  return { customerImpression, revenueGrowthPoints: customerImpression * customerToRevenueGrowth };
}
