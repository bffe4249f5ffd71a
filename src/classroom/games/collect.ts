/** 把贴进来、敲进来的一段读成这一轮的决定。 */
import { readCode, tidyCode, withoutRepeats, type CodeForm } from '../answers/code.ts';
import { readPaste, type ReadAnswer, type Unread } from '../answers/paste.ts';

export interface Collected {
  codes: string[];
  /** 与 `codes` 一一对应，各是游戏的几个整数 */
  decisions: number[][];
  unread: (Unread & { row: number })[];
  /** 一行一个码写开以后的各行；`unread` 的 `row` 从 1 数起，`line` 还是框里的那一行 */
  rows: string[];
  /** 相同的码多出来的几个 */
  repeats: number;
  /** 同一个人后来又发的，替下几个 */
  replaced: number;
}

const lead = /^(?:我们?的|我们?组?的?|这是|的|课堂|游戏|代?码|编码|是|为|code|[\s:：,，])+/iu;
/** 四个一停的写法：中间一个空格、一横。 */
const halves = /\b([0-9A-Z]{4})[ \u3000\-–—·]([0-9A-Z]{4})\b/giu;

/** 一行里隔开的几个，头一个真是码（不是八个字母的名字），才拆成一行一个。 */
const neighbours = /\b([0-9A-Z]{8})[ \u3000,，、;；]+(?=[0-9A-Z]{8}\b)/giu;
const oneEach = (form: CodeForm, round: number, text: string): string =>
  text.replace(halves, '$1$2').replace(neighbours, (whole, first: string) => {
    const reading = readCode(form, round, first);
    return reading.ok || reading.kind === 'round' || reading.kind === 'game' ? `${first}\n` : whole;
  });

const codeAnswer =
  (form: CodeForm, round: number): ReadAnswer<string> =>
  (text) => {
    const reading = readCode(form, round, tidyCode(text.replace(lead, '')));
    return reading.ok ? { ok: true, value: reading.code } : reading;
  };

/**
 * 读一段：群聊、表、一行一个，都读；同一个人只算最后一个，相同的码照记号的长短算。
 *
 * @param form 哪个游戏
 * @param round 第几轮，正整数
 * @param text 框里的全部文字
 */
export function collect(form: CodeForm, round: number, text: string): Collected {
  const lines = text.split('\n').map((line) => oneEach(form, round, line).split('\n'));
  const rows = lines.flat();
  const lineOf = lines.flatMap((parts, i) => parts.map(() => i + 1));
  const { answers, unread, replaced } = readPaste(rows.join('\n'), codeAnswer(form, round));
  const { kept, repeats } = withoutRepeats(
    form,
    answers.map(({ value }) => value),
  );
  const decisions = kept.map((code) => {
    const reading = readCode(form, round, code);
    return reading.ok ? reading.decision : [];
  });
  return {
    codes: kept,
    decisions,
    unread: unread.map((each) => ({
      ...each,
      row: each.line,
      line: lineOf[each.line - 1] ?? each.line,
    })),
    rows,
    repeats,
    replaced,
  };
}
