/** 整句的提问（“怎么算平均等待时间”）里，哪些字是要找的，哪些只是在问。 */

import { fold } from './fold.ts';

const asking = [
  '为什么还要|为什么还|为什么要|为什么会|为什么|为何|凭什么',
  '怎么计算|怎样计算|如何计算|怎么算|怎样算|怎么求|怎么办|怎么样|怎么|怎样|如何',
  '什么时候|什么叫做|什么叫|什么是|是什么意思|是什么|什么样|什么意思|什么',
  '哪一个|哪一种|哪个|哪些|哪里|哪儿|哪种|哪家|在哪',
  '多少个|多少|几个|几家|多大|多久|多长|多高|多低|多远|多快',
  '是不是|能不能|要不要|会不会|有没有|该不该|可不可以|能否|是否',
  '请问|到底|究竟|一下|应该|应当|可以|还要|还是|的时候|的话',
  '[的了吗呢吧啊呀嘛]',
].join('|');
const words = new RegExp(asking, 'gu');

/** 只留下要找的字；原来连着的字不因此连到一起，各段之间用空格隔开。没有可去掉的就原样返回。 */
export function contentOf(query: string): string {
  return query
    .replace(words, ' ')
    .replace(/[\p{P}\p{S}]+$/u, '')
    .replace(/[？！。，、；：]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 一个词写不了这么长 */
const longestWord = 8;

/** 像一句话而不像一个词：问了什么，或者长得不会是一个词。 */
export function isQuestion(query: string): boolean {
  return fold(contentOf(query)) !== fold(query) || [...query].length > longestWord;
}
