/**
 * 文字切成检索用的小段，建索引与查询用同一套切法：连着的汉字两个两个地切（排队论 → 排队、队论），
 * 西文按词，带连接符的词整个算一段、拆开再各算一段（m/m/1；p-median、median）。
 *
 * 不分词：分词器在构建机器与各家浏览器里切得不一样，切开的地方一错位，写着的字就查不到。
 */
import { fold } from './fold.ts';

const run =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[/.\-'’&](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const han = /^\p{Script=Han}/u;

/** 一个字母或数字到处都是，不单独算；希腊字母（ρ、λ）算。 */
const tooShort = /^[a-z\d]$/;

export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [found] of text.normalize('NFKC').matchAll(run)) {
    const word = fold(found);
    if (han.test(word)) {
      const characters = [...word];
      if (characters.length === 1) tokens.push(word);
      for (let at = 1; at < characters.length; at++)
        tokens.push(characters[at - 1]! + characters[at]!);
      continue;
    }
    const parts = word.split(/[/.\-'’&]/);
    tokens.push(
      ...[word, ...(parts.length > 1 ? parts : [])].filter((part) => !tooShort.test(part)),
    );
  }
  return tokens;
}
