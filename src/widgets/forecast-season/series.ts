/** 一张真实的表：英格兰急诊三年，每月平均一天来几个人。来源与许可写在文件开头。 */
import table from '../../../content/data/nhs-ae-month.csv?raw';

const [header = [], ...rows] = table
  .trim()
  .split(/\r?\n/)
  .filter((row) => !row.startsWith('#'))
  .map((row) => row.split(','));
const cell = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? '';

/** 2018-03 → 2018 年 3 月 */
export const months = rows.map((row) => {
  const [year, month] = cell(row, 'month').split('-');
  return `${year} 年 ${Number(month)} 月`;
});

/** 每天到诊人数，千人：月有长短，除过天数才好比。 */
export const daily = rows.map(
  (row) => Number(cell(row, 'attendances')) / Number(cell(row, 'days')) / 1000,
);

/**
 * 站在第几个月末，用那时已有的数拟合出的 α、β、γ，取三位小数。
 * 由 calc/forecasting/smoothing-fit 搜出来，测试里再搜一遍；十二次搜索太费时，页面上不重做。
 */
export const fits: Readonly<Record<number, readonly [number, number, number]>> = {
  24: [0.488, 0, 0],
  25: [0.937, 0, 1],
  26: [0.347, 0, 1],
  27: [0.243, 0.093, 1],
  28: [0.181, 0.185, 1],
  29: [0.218, 0.124, 1],
  30: [0.23, 0.111, 1],
  31: [0.366, 0, 1],
  32: [0.3, 0.023, 1],
  33: [0.318, 0.012, 1],
  34: [0.149, 0.108, 1],
  35: [0.046, 0.413, 1],
};
