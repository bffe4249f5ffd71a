/** 六句话，三对：前两对同一个差价换说法，第三对同一次涨价换理由。排的次序不让一对挨着。 */

export const pairs = [
  { id: 'train', name: '高铁票', plain: '说成减价', other: '说成加价' },
  { id: 'room', name: '酒店房', plain: '说成减价', other: '说成加价' },
  { id: 'reason', name: '涨价的理由', plain: '成本涨了', other: '因为缺' },
] as const;
export type PairId = (typeof pairs)[number]['id'];

export interface Statement {
  pair: PairId;
  side: 'plain' | 'other';
  text: string;
}

export const statements: readonly Statement[] = [
  { pair: 'train', side: 'plain', text: '高铁二等座 598 元，平日优惠 100 元。' },
  { pair: 'room', side: 'other', text: '客房 498 元一晚，周末加收 100 元。' },
  { pair: 'reason', side: 'plain', text: '布草和人工每晚贵了 100 元，客房从 498 元改成 598 元。' },
  { pair: 'train', side: 'other', text: '高铁二等座 498 元，旺日加收 100 元。' },
  { pair: 'reason', side: 'other', text: '台风天旅客滞留，客房从 498 元改成 598 元。' },
  { pair: 'room', side: 'plain', text: '客房 598 元一晚，周日到周四减 100 元。' },
];

/** 没打分是 0；1 很不公平，5 很公平。 */
export const scale = ['很不公平', '不公平', '说不清', '公平', '很公平'] as const;
export type Ratings = readonly number[];
export const unrated: Ratings = statements.map(() => 0);

/** 存着的是不是六个 0 到 5 的整数；不是就当没打过。 */
export function legalRatings(stored: unknown): Ratings {
  const legal =
    Array.isArray(stored) &&
    stored.length === statements.length &&
    stored.every((each) => Number.isInteger(each) && each >= 0 && each <= scale.length);
  return legal ? (stored as number[]) : unrated;
}

/** 一对的两句各打了几分；没打是 null。 */
export function pairScores(ratings: Ratings, pair: PairId) {
  const of = (side: Statement['side']) =>
    ratings[statements.findIndex((each) => each.pair === pair && each.side === side)] || null;
  return { plain: of('plain'), other: of('other') };
}

/** 三对都比过以后的一句话。 */
export function saysOf(ratings: Ratings): string {
  const done = statements.length - ratings.filter((each) => each === 0).length;
  if (done === 0) return '还没有打分。打过的分只留在这个标签页里。';
  const gaps = (['train', 'room'] as const).flatMap((pair) => {
    const { plain, other } = pairScores(ratings, pair);
    return plain === null || other === null ? [] : [plain - other];
  });
  if (gaps.length === 0) return `打了 ${done} 句；一对两句都打了才好比。`;
  const total = gaps.reduce((sum, each) => sum + each, 0);
  if (total > 0)
    return '差价一样是 100 元，你觉得说成减价的公平一些。参照价跟着说法走：说减，本来的价是高的那个，付低价是得；说加，本来的价是低的那个，付高价是失。';
  if (total < 0)
    return '差价一样是 100 元，你反而觉得说成加价的公平一些。多数人相反；可以想一想，你拿哪个价当本来的价。';
  return '差价一样是 100 元，两种说法你打了一样的分：你算的是钱，没有跟着说法走。见惯了的做法，许多人也是这样。';
}
