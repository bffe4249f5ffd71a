import { customPinyin, pinyin } from 'pinyin-pro';

// 词典里没有这个词，会被读成 zhòng。
customPinyin({ 重拨: 'chóng bō' });

/**
 * 中文词的拼音首字母，供检索用。多音字由 pinyin-pro 的词组词典按上下文判断，
 * 所以要整词传入，不能逐字拆开。字母和数字保留（小写），标点空格去掉。
 *
 * @example pinyinInitials('排队论') // 'pdl'
 */
export function pinyinInitials(word: string): string {
  const parts = pinyin(word, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  });
  return parts
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
