/** 一张真实的表：各条线逐年的占比，与同一年先后公布的两个数。来源与许可写在文件开头。 */
import table from '../../../content/data/services-share.csv?raw';

/** 一条线：哪里的、按什么算，与它在表里的那一列。 */
export const lines = [
  { id: 'china-value', column: '中国增加值', place: '中国', measure: '增加值' },
  { id: 'china-jobs', column: '中国就业', place: '中国', measure: '就业' },
  { id: 'world-value', column: '世界增加值', place: '世界', measure: '增加值' },
  { id: 'world-jobs', column: '世界就业', place: '世界', measure: '就业' },
  { id: 'usa-value', column: '美国增加值', place: '美国', measure: '增加值' },
] as const;

export type LineId = (typeof lines)[number]['id'];

export interface YearShare {
  year: number;
  /** 百分数 */
  share: number;
}

/** 去掉开头的说明，一行一格地拆开。 */
const [header = [], ...rows] = table
  .trim()
  .split(/\r?\n/)
  .filter((row) => !row.startsWith('#'))
  .map((row) => row.split(','));

/** 一列里有数的年份。 */
function read(column: string): YearShare[] {
  const at = header.indexOf(column);
  return rows.flatMap((row) => (row[at] ? [{ year: Number(row[0]), share: Number(row[at]) }] : []));
}

const all = new Map(lines.map(({ id, column }) => [id, read(column)]));

/** 这条线逐年的占比，一年不缺。 */
export const seriesOf = (id: LineId): readonly YearShare[] => all.get(id) ?? [];

/** 这一年的占比；没有这一年是 null。 */
export const shareIn = (id: LineId, year: number): number | null =>
  seriesOf(id).find((point) => point.year === year)?.share ?? null;

const later = read('中国修订后');

/** 同一年，先公布的与修订后的。 */
export const revisions = read('中国初步核算').map(({ year, share }, i) => ({
  year,
  first: share,
  later: later[i]!.share,
}));
