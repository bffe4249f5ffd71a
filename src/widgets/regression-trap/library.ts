/**
 * 虚构的门店数据库：十八家老店分在三座城，新城市另有十家。
 * 数据由种子生成；真正写进利润里的只有三样，新老城市用的是同一条关系。
 * 每门生意的第一批是挑过的，陷阱看得最清楚；其余各批照种子的次序来，没有挑。
 */
import { createRandom } from '../../calc/core/random.ts';

/** 候选变量，次序就是数据里的列次序。 */
export const variables = [
  { id: 'offices', label: '上班人数', unit: '千人', kind: '需求源' },
  { id: 'rivals', label: '同行家数', unit: '家', kind: '竞争' },
  { id: 'frontage', label: '门面宽度', unit: '米', kind: '物理' },
  { id: 'parking', label: '车位', unit: '个', kind: '物理' },
  { id: 'income', label: '居民收入', unit: '千元/年', kind: '人口' },
  { id: 'housing', label: '房价', unit: '万元/平方米', kind: '人口' },
  { id: 'students', label: '大学生', unit: '千人', kind: '需求源' },
  { id: 'sisters', label: '附近自家店', unit: '家', kind: '知名度' },
] as const;
export type VariableId = (typeof variables)[number]['id'];

export interface Store {
  name: string;
  /** 各变量的值，次序同 `variables` */
  features: readonly number[];
  /** 年利润，万元 */
  profit: number;
}

export interface Library {
  old: readonly Store[];
  fresh: readonly Store[];
}

/** 一门生意：利润怎样由三样东西来，起伏多大。 */
interface Business {
  seed: number;
  base: number;
  /** 造数据时写进去的系数；没写的就是零 */
  truth: Partial<Record<VariableId, number>>;
  /** 说不清的起伏，标准差，万元 */
  noise: number;
  /** 学校旁边那一家碰上的好运气，万元 */
  windfall: number;
}

export const businesses = {
  hotel: {
    seed: 6_031,
    base: 90,
    truth: { offices: 14, rivals: -16, parking: 1.6 },
    noise: 26,
    windfall: 120,
  },
  convenience: {
    seed: 6_954,
    base: 18,
    truth: { offices: 3.2, rivals: -3.6, frontage: 1.5 },
    noise: 6,
    windfall: 28,
  },
  hotpot: {
    seed: 12_210,
    base: 60,
    truth: { offices: 8, rivals: -7, frontage: 4 },
    noise: 18,
    windfall: 110,
  },
} as const satisfies Record<string, Business>;
export type BusinessId = keyof typeof businesses;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function drawLibrary(business: BusinessId, draw: number): Library {
  const { seed, base, truth, noise, windfall }: Business = businesses[business];
  const random = createRandom(seed + draw);
  const between = (low: number, high: number) => low + (high - low) * random.uniform();

  function open(
    name: string,
    city: { income: number; ratio: number; sisters: number },
    hi: { offices: number; students: readonly [number, number]; parking: number },
  ): Store {
    const offices = round(between(2, hi.offices), 1);
    // 同行也看得见客源，哪里人多往哪里开
    const rivals = Math.max(0, Math.round(1 + 0.5 * offices + random.normal(0, 1.3)));
    const frontage = round(between(4, 16), 1);
    const parking = Math.round(between(0, hi.parking));
    const income = round(city.income + random.normal(0, 7), 1);
    const housing = round(city.ratio * income + random.normal(0, 0.13), 2);
    const students = round(between(...hi.students), 1);
    const sisters = Math.round(between(0, city.sisters));
    const features = [offices, rivals, frontage, parking, income, housing, students, sisters];
    const profit = variables.reduce(
      (sum, { id }, j) => sum + (truth[id] ?? 0) * (features[j] as number),
      base + random.normal(0, noise),
    );
    return { name, features, profit: round(profit, 1) };
  }

  const cities = [
    { income: 52, ratio: 0.035, sisters: 5 },
    { income: 62, ratio: 0.035, sisters: 5 },
    { income: 72, ratio: 0.035, sisters: 5 },
  ];
  const old = cities.flatMap((city, c) =>
    Array.from({ length: 6 }, (_, i) =>
      open(`${'甲乙丙'[c]}城 ${i + 1} 店`, city, { offices: 20, students: [0, 9], parking: 40 }),
    ),
  );
  // 有一家开在大学城边上，又赶上一笔与学生无关的好运气
  const lucky = old[10] as Store;
  old[10] = {
    ...lucky,
    features: lucky.features.map((value, j) => (variables[j]?.id === 'students' ? 16 : value)),
    profit: round(lucky.profit + windfall, 1),
  };
  const fresh = Array.from({ length: 10 }, (_, i) =>
    open(
      `新城 ${i + 1} 店`,
      { income: 76, ratio: 0.041, sisters: 1 },
      {
        offices: 20,
        students: [3, 20],
        parking: 30,
      },
    ),
  );
  return { old, fresh };
}
