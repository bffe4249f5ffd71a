/** 汉字与拉丁字母、数字之间空一格，别处不空：话里填进去的名字、数，开头是什么事先不知道。 */
const han = /\p{Script=Han}/u;
const latin = /[\dA-Za-z%]/;

/** 用法：spaced`最窄的是${name}，每小时…`：名字是“B 超”就空一格，是“抽血”就不空。 */
export function spaced(
  texts: TemplateStringsArray,
  ...values: readonly (string | number)[]
): string {
  return values.reduce<string>(
    (said, value, i) => join(join(said, `${value}`), texts[i + 1] ?? ''),
    texts[0] ?? '',
  );
}

function join(before: string, after: string): string {
  const [left, right] = [before.at(-1) ?? '', after.charAt(0)];
  const meets = (han.test(left) && latin.test(right)) || (latin.test(left) && han.test(right));
  return meets ? `${before} ${after}` : before + after;
}
