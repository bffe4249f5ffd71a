/** 三张真实的表：130 家各越限几个月、其中一家逐月的数、全英格兰逐月的数。来源与许可写在文件开头。 */
import england from '../../../content/data/nhs-ae-month.csv?raw';
import oneTrust from '../../../content/data/nhs-ae-one-trust.csv?raw';
import allTrusts from '../../../content/data/nhs-ae-trust-pchart.csv?raw';
import { createRandom } from '../../calc/core/random.ts';

/** 去掉开头的说明，一行一格地拆开；`cell` 按列名取数。 */
function read<T>(file: string, row: (cell: (column: string) => string) => T): T[] {
  const [header = [], ...rows] = file
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(','));
  return rows.map((cells) => row((column) => cells[header.indexOf(column)] ?? ''));
}

/** 2018-03 → 2018 年 3 月 */
function monthName(code: string): string {
  const [year, month] = code.split('-');
  return `${year} 年 ${Number(month)} 月`;
}

/** 130 家医院的大急诊，越限少的在前。 */
export const trusts = read(allTrusts, (cell) => ({
  code: cell('org_code'),
  attendances: Number(cell('mean_monthly_attendances')),
  rate: Number(cell('breach_rate')),
  outside: Number(cell('months_outside_3sigma_p_chart')),
  sd: Number(cell('sd_of_standardised_points')),
}));

/** 细看的一家，36 个月。 */
export const hospital = read(oneTrust, (cell) => ({
  month: monthName(cell('month')),
  attendances: Number(cell('attendances')),
  breaches: Number(cell('breaches')),
}));
export const hospitalCode = 'RGR';

/** 全英格兰，36 个月：平均一天来几人、收住院几人（千人），超时的占几成。 */
export const country = read(england, (cell) => ({
  month: monthName(cell('month')),
  daily: Number(cell('attendances')) / Number(cell('days')) / 1000,
  admitted: Number(cell('admissions')) / Number(cell('days')) / 1000,
  attendances: Number(cell('attendances')),
  breaches: Number(cell('breaches')),
  rate: Number(cell('breaches')) / Number(cell('attendances')),
}));

/** 病历的次序照这个种子洗。抽 100 份时越限 2 个，不同的种子平均 1.5 个，测试里核对过。 */
const order = 6;

/** 各月从头翻到第 n 份病历，超时的有几份。 */
export function shuffledPiles(seed: number): Uint16Array[] {
  const random = createRandom(seed);
  return hospital.map(({ attendances, breaches }) => {
    const found = new Uint16Array(attendances + 1);
    let left = breaches;
    for (let n = 0; n < attendances; n++) {
      const late = random.uniform() * (attendances - n) < left;
      if (late) left--;
      found[n + 1] = (found[n] ?? 0) + (late ? 1 : 0);
    }
    return found;
  });
}

let piles: Uint16Array[] | null = null;

/** 每月至多查 `most` 份病历，各查了几份、超时的几份；够大就是全部。 */
export function sampled(most: number): { sizes: number[]; defectives: number[] } {
  const sizes = hospital.map(({ attendances }) => Math.min(most, attendances));
  if (hospital.every(({ attendances }) => most >= attendances))
    return { sizes, defectives: hospital.map(({ breaches }) => breaches) };
  // 用到时才洗
  piles ??= shuffledPiles(order);
  return { sizes, defectives: piles.map((found, i) => found[sizes[i] as number] as number) };
}
