/** 数与量词之间的空格换成不断行空格：“24,968 元”不会拆在两行。 */
export function bindUnits(text: string): string {
  return text.replace(/(?<=[\d%]) (?=\p{Script=Han})/gu, '\u00a0');
}
