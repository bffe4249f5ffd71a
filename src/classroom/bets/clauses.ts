/** 题面照标点拆成一句一句：墙上一句短的不从中间断行。 */

const clause = /[^，。；：？！]*[，。；：？！]+[”’）》]*|[^，。；：？！]+$/g;
const item = /[^、]*、|[^、]+$/g;
/** 一行摆得下两句：再长的一句，在顿号后面断，没有顿号就照常断行 */
const most = 14;

export interface Clause {
  text: string;
  /** 短，不从中间断行 */
  whole: boolean;
}

/** 拼起来还是原来的字，一个不多，一个不少。 */
export function clausesOf(text: string): Clause[] {
  return (text.match(clause) ?? [])
    .flatMap((each) => (each.length > most ? (each.match(item) ?? []) : [each]))
    .map((each) => ({ text: each, whole: each.length <= most }));
}
