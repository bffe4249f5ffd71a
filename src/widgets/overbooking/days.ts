/** 里斯本一家城市酒店 678 天的到场率。来源与许可写在文件开头。 */
import table from '../../../content/data/hotel-city-show-up-7days.csv?raw';

const rows = table
  .trim()
  .split(/\r?\n/)
  .filter((row) => /^\d/.test(row))
  .map((row) => {
    const [, booked, arrived] = row.split(',').map(Number) as [number, number, number];
    return { booked, arrived };
  });

/** 一天一个：提前 7 天还在手上的订单，来了几成。 */
export const rates: readonly number[] = rows.map(({ booked, arrived }) => arrived / booked);

const sum = (of: (row: (typeof rows)[number]) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** 全部日子合起来的到场率：只看得见平均的人会拿它去套二项。 */
export const average = sum(({ arrived }) => arrived) / sum(({ booked }) => booked);
