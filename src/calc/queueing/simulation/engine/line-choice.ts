/** 随机选队。 */
export function randomLine(lines: number, draw: number): number {
  return Math.floor(draw * lines);
}

/** 最短的队；不止一队时用均匀数 `draw` 在其中等概率取一。 */
export function shortestLine(lengths: Int32Array, draw: number): number {
  let shortest = lengths[0]!;
  let ties = 1;
  for (let line = 1; line < lengths.length; line++) {
    const length = lengths[line]!;
    if (length < shortest) {
      shortest = length;
      ties = 1;
    } else if (length === shortest) ties++;
  }
  let pick = Math.floor(draw * ties);
  for (let line = 0; line < lengths.length; line++)
    if (lengths[line] === shortest && pick-- === 0) return line;
  return 0;
}

/** 比 `line` 多至少 2 人的队中最长的一队，同长取最近的；没有则 −1。 */
export function lineToJockeyFrom(lengths: Int32Array, line: number): number {
  let longest = -1;
  let most = lengths[line]! + 1;
  for (let other = 0; other < lengths.length; other++) {
    const length = lengths[other]!;
    const nearer = longest >= 0 && Math.abs(other - line) < Math.abs(longest - line);
    if (length > most || (length === most && nearer)) {
      longest = other;
      most = length;
    }
  }
  return longest;
}
