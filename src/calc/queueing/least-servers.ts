/**
 * 求最少服务台数的共用搜索。
 *
 * @internal
 */
import { reject } from '../core/checks.ts';
import { integerBisect } from '../core/integer-bisect.ts';

/** 负荷上限：再往上整数的间隔会大过 1，台数不再说得清。 */
const MOST = 2 ** 50;

/**
 * 从 low 起最少多少台使单调条件 enough 成立；一直不成立为 Infinity。
 * 负荷大到台数超出安全整数时，以调用者自己的参数名 `name`、`value` 报错。
 */
export function leastServers({
  enough,
  low,
  name,
  value,
}: {
  /** 单调条件：从假变真，之后一直为真。 */
  enough: (servers: number) => boolean;
  /** 最少可行台数。 */
  low: number;
  /** 决定负荷的参数名。 */
  name: string;
  /** 该参数收到的值。 */
  value: number;
}): number {
  if (!(low <= MOST)) reject(name, 'such that the offered load stays below 2^50', value);
  return integerBisect({ predicate: enough, low, high: low + MOST }) ?? Infinity;
}
