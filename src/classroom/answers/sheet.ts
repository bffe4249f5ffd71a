/** 从问卷、课堂平台导出的表里找出答案那一列。 */
import { plainText, splitTable, unguarded } from '../../lib/table-text.ts';

export interface Sheet {
  /** 答案在哪一列：表头里的字，没有表头的是“第 3 列” */
  column: string;
  rows: {
    /** 第几行，从 1 数起 */
    line: number;
    answer: string;
    /** 名字或学号，只用来认同一个人；没有的是空串 */
    name: string;
  }[];
}

const notAnswer =
  /序号|编号|时间|日期|用时|耗时|时长|\bIP\b|来源|得分|总分|分数|成绩|排名|手机|电话|班级|院系|专业|状态|设备|^\s*(?:ID|No\.?|#)\s*$/i;
const person = /姓名|学号|工号|昵称|用户名?|名字|学生|网名|称呼|\bname\b/i;
const asks =
  /答案|回答|作答|答复|你的|您的|猜|估计|预测|码|内容|弹幕|多少|几|？|\?|题|^\s*Q?\d+\s*[、.．]/i;

const share = (cells: readonly string[], holds: (cell: string) => boolean) => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
};
/** 1、2、3……：行号 */
const counted = (cells: readonly string[]) =>
  cells.length > 2 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);

/**
 * 认出一张表，挑出答案那一列；不像表的给 null，由别的读法去读。
 *
 * 有表头的看表头：时间、得分、学号这些不会是答案；没有表头的看内容：读得懂的最多、又不是行号的那一列。
 *
 * @param text 贴进来的文字
 * @param reads 这一格读得懂吗
 */
export function readSheet(text: string, reads: (cell: string) => boolean): Sheet | null {
  const plain = plainText(text);
  if (!/\n/.test(plain.trim()) || !/[,\t;]/.test(plain)) return null;
  const table = splitTable(plain);
  if ('refusal' in table) return null;
  const lines = table.rows
    .map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => unguarded(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const widths = lines.map(({ cells }) => cells.length);
  const width = Math.max(...widths);
  const alike = widths.filter((each) => each === width).length;
  if (lines.length < 2 || width < 2 || alike < lines.length * 0.8) return null;

  const [first] = lines as [(typeof lines)[number]];
  const header =
    first.cells.some((cell) => notAnswer.test(cell) || person.test(cell) || asks.test(cell)) &&
    first.cells.filter(reads).length < Math.max(1, width / 2);
  const body = header ? lines.slice(1) : lines;
  const columns = Array.from({ length: width }, (_, place) => {
    const title = header ? (first.cells[place] ?? '') : '';
    const cells = body.map(({ cells: row }) => row[place] ?? '');
    return { place, title, cells, read: share(cells, reads) };
  });
  // 没有表头、也没有写着名字的一列：多半是一行叫了好几个数
  if (!header && columns.every(({ read }) => read > 0.5)) return null;

  const possible = columns.filter(
    ({ title, cells, read }) =>
      read > 0 && !notAnswer.test(title) && !person.test(title) && !counted(cells),
  );
  const asked = possible.filter(({ title }) => asks.test(title));
  const best = (asked.length > 0 ? asked : possible).toSorted(
    (a, b) => b.read - a.read || b.place - a.place,
  )[0];
  if (!best) return null;
  const names =
    columns.find(({ title }) => person.test(title)) ??
    (header
      ? undefined
      : columns.find(
          ({ place, cells, read }) =>
            place !== best.place && read < 0.2 && share(cells, (cell) => /\p{L}/u.test(cell)) > 0.5,
        ));
  return {
    column: best.title || `第 ${best.place + 1} 列`,
    rows: body.map(({ line, cells }) => ({
      line,
      answer: cells[best.place] ?? '',
      name: names ? (cells[names.place] ?? '') : '',
    })),
  };
}
