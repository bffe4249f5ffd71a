/** 美国各航空公司的拒载：硬拒的与自愿让座的。来源与许可写在文件开头。 */
import table from '../../../content/data/us-bumping.csv?raw';

export interface Carrier {
  name: string;
  involuntary: number;
  /** 没有公布的是 null */
  voluntary: number | null;
  smallerAircraft: number | null;
  passengers: number;
}

const number = (cell: string | undefined) => (cell ? Number(cell) : null);
const lines = table
  .trim()
  .split(/\r?\n/)
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split(','));

/** 一段时间里的各家。 */
export const carriers = (period: string): readonly Carrier[] =>
  lines
    .filter(([each]) => each === period)
    .map(([, name = '', involuntary, voluntary, smaller, passengers]) => ({
      name,
      involuntary: Number(involuntary),
      voluntary: number(voluntary),
      smallerAircraft: number(smaller),
      passengers: Number(passengers),
    }));

export const carrier = (period: string, name: string): Carrier =>
  carriers(period).find((each) => each.name.startsWith(name))!;

/** 每万名旅客几位。 */
export const perTenThousand = (people: number, { passengers }: Carrier) =>
  (people / passengers) * 1e4;

export const nineMonths = '2016年1–9月';
export const thirdQuarter = '2016年三季度';
