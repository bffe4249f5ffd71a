/** 中文里的半角标点、直引号和多余空格：新建内容时当场说，检查内容时逐处说。 */

export interface PunctuationSlip {
  index: number;
  advice: string;
}

const HAN = '[\\u4e00-\\u9fff]';
/** 中文正文里左邻的字：汉字，或刚收尾的全角标点。 */
const BEFORE = '[\\u4e00-\\u9fff，。；：？！、”’》）]';

const full: Record<string, string> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const rules: readonly [RegExp, (found: string) => string][] = [
  [
    new RegExp(`(?<=${BEFORE})[,;:?!](?![\\w/])|(?<=${BEFORE})[,;:?!](?=${HAN})`, 'g'),
    (mark) => `中文里的半角标点 ${mark} 请换成全角 ${full[mark]}`,
  ],
  [
    // 后面紧跟字母、数字或另一个点的，是文件名、版本号和省略号
    new RegExp(`(?<=${HAN})\\.(?![\\w./])`, 'g'),
    () => '中文里的半角句点 . 请换成全角 。',
  ],
  [
    new RegExp(`(?<=${HAN}) ?[()]|[()](?=${HAN})`, 'g'),
    (mark) => `中文里的半角括号 ${mark.trim()} 请换成全角 ${full[mark.trim()]}`,
  ],
  [
    new RegExp(`(?<=${BEFORE})["']|["'](?=${HAN})`, 'g'),
    () => '中文里的直引号请换成弯引号 “ ”（里层用 ‘ ’）',
  ],
  [new RegExp(`(?<=${HAN}) +(?=${HAN})`, 'g'), () => '两个汉字之间多了空格，请删去'],
];

export function punctuationSlips(text: string): PunctuationSlip[] {
  return rules
    .flatMap(([pattern, advice]) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => {
        const around = text.slice(Math.max(0, index - 5), index + found.length + 5);
        return {
          index,
          advice: `“${around.replace(/[\n\uFFFC]+/g, ' ').trim()}”：${advice(found)}`,
        };
      }),
    )
    .toSorted((a, b) => a.index - b.index);
}
