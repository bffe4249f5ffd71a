/** 比较两段文字前先抹平不影响意思的差别：全角半角、大小写、空白、弯引号与直引号。 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldOne(character);
  return folded;
}

export interface Folded {
  folded: string;
  /** folded 的第 i 个字符出自原文的第 origin[i] 个字符；末尾多一项，是原文长度。 */
  origin: number[];
}

/** 折叠之后还要在原文里标出命中的地方，所以记下每个字符的来处。 */
export function foldMap(text: string): Folded {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldOne(character);
    for (let i = 0; i < plain.length; i++) origin.push(at);
    folded += plain;
    at += character.length;
  }
  origin.push(at);
  return { folded, origin };
}

function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  // 一次查询要折叠几十页正文，绝大多数字符是汉字和基本拉丁字母，不必动用规范化。
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (code < 0x80) return code <= 0x20 ? '' : character.toLowerCase();
  return (
    character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      // 零宽空格是索引程序在词与词之间加的。
      .replace(/[\s\u200b\ufeff]/g, '')
  );
}

/** 读者输入里最多看这么多字；再长的多半是误粘的一整段。 */
export const longestQuery = 60;

/** 控制字符和落单的代理项都换掉，别的原样：显示给读者看的就是这一串。 */
export function tidy(query: string): string {
  const text = query
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return [...text].slice(0, longestQuery).join('').trim();
}

/** 用空格隔开的几段；一段都不能少才算找到。 */
export function partsOf(query: string): string[] {
  return query
    .split(/\s+/)
    .map(fold)
    .filter((part) => part !== '');
}

/** 整串出现，或空格隔开的每一段都出现。 */
export function contains(text: string, query: string): boolean {
  const folded = fold(text);
  const parts = partsOf(query);
  return parts.length > 0 && parts.every((part) => folded.includes(part));
}
