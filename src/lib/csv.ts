/** 表格写成 CSV。带 BOM，Windows 上的 Excel 才认得出是 UTF-8。 */

export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cell = (value: string | number) => {
    const text = String(value);
    // 以 = + - @（全角的也算，前面有空白也算）开头的文字在表格软件里会被当成公式执行，前面垫一个单引号；
    // 原来就垫着的再垫一个，读回来去掉一个，正好是原来的字。
    const safe =
      typeof value === 'string' && /^'*\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return '\uFEFF' + [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** 让浏览器保存一个文件。 */
export function download(name: string, content: string, type = 'text/csv;charset=utf-8'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
