/** 列表参数的行：换一格，落到网格上。 */
import { nearest, type AnyValues, type ListParam, type Row } from './model.ts';

/** 换掉一行里的几格，落到各列的网格上；别的行不动。 */
export function withRow<R extends Row>(
  param: ListParam,
  rows: readonly R[],
  index: number,
  change: Partial<R>,
): R[] {
  return rows.map((row, i) => (i === index ? (legalRow(param, { ...row, ...change }) as R) : row));
}

/** 列名跟着别的参数走的表：换上它们现在的名字。 */
export function named(param: ListParam, values: AnyValues): ListParam {
  const names = param.names?.(values);
  if (names === undefined) return param;
  return {
    ...param,
    fields: Object.fromEntries(
      Object.entries(param.fields).map(([name, field]) => [
        name,
        { ...field, label: names[name] || field.label },
      ]),
    ),
  };
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
