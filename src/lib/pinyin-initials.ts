import { customPinyin, pinyin } from 'pinyin-pro';

// 词典里没有这两个词：前者会读成 zhòng，后者会断成“排 · 队长 · 度”。
customPinyin({ 重拨: 'chóng bō', 排队长度: 'pái duì cháng dù' });

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
