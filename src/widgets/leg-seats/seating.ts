/** 谁坐在哪一行：长票排在上面，短票填进长票空着的段里，同一行前后两段可以是两个人。 */
import { jingHu, jingJi, jingNing, jiHu, jiNing, ningHu } from './line.ts';

export interface Block {
  product: number;
  row: number;
}

/**
 * 各种票几批，一批一行；哪一段都不超过行数，就一定排得下。
 * 京—宁的旁边（第三段）填宁—沪，济—沪的旁边（第一段）填京—济，济—宁接在济—沪下面。
 */
export function seating(counts: readonly number[]): Block[] {
  const count = (product: number) => counts[product] ?? 0;
  const blocks: Block[] = [];
  const put = (product: number, from: number, many: number) => {
    for (let i = 0; i < many; i++) blocks.push({ product, row: from + i });
  };
  const middle = count(jingHu);
  const later = middle + count(jingNing);
  const last = later + count(jiHu);
  put(jingHu, 0, middle);
  put(jingNing, middle, count(jingNing));
  put(jiHu, later, count(jiHu));
  const beside = Math.min(count(ningHu), count(jingNing));
  put(ningHu, middle, beside);
  put(ningHu, last, count(ningHu) - beside);
  put(jingJi, later, count(jingJi));
  put(jiNing, last, count(jiNing));
  return blocks;
}
