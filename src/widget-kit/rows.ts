/** 列表参数的行：换一格，落到网格上。 */
import { nearest, type ListParam, type Row } from './model.ts';

/** 换掉一行里的几格，落到各列的网格上；别的行不动。 */
export function withRow<R extends Row>(
  param: ListParam,
  rows: readonly R[],
  index: number,
  change: Partial<R>,
): R[] {
  return rows.map((row, i) => (i === index ? (legalRow(param, { ...row, ...change }) as R) : row));
}

/** 每一格都合法的一行：数落在网格上，文字不超长；少的格用默认补上。 */
export function legalRow(param: ListParam, row: Partial<Row>): Row {
  return Object.fromEntries(
    Object.entries(param.fields).map(([name, field]) => {
      const value = row[name];
      if (field.kind === 'number')
        return [name, typeof value === 'number' ? nearest(field, value) : field.default];
      // ~ 与 _ 在链接里用来隔开行与格；控制符与改变书写方向的记号会搅乱旁边的字
      const text =
        typeof value === 'string'
          ? value
              .replace(/[\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
              .replace(/[~_\s\p{Cc}]+/gu, ' ')
              .trim()
          : '';
      return [name, [...(text || field.default)].slice(0, field.longest).join('').trim()];
    }),
  );
}
