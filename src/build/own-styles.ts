/**
 * 一页用得到的样式。
 *
 * 所有实验的网页出自同一个路由，Astro 便把每个实验的样式都放进每一页；实验越多，每页越重。
 * 一条规则的作用域（`.sv-…`、`data-astro-cid-…`）在这一页的网页里、在它会装的脚本里都没有
 * 出现，就不可能选中什么，删去。没有作用域的规则一律留着。
 */
import postcss from 'postcss';

const scope = /\bsv-[a-z0-9]+|data-astro-cid-[a-z0-9]+/g;

/** 文字里出现的全部作用域。 */
export function scopesIn(text: string): Set<string> {
  return new Set(text.match(scope));
}

/** 删去作用域不在 `used` 里的选择器；选择器删光的规则与空了的 @media 一并删去。 */
export function ownStyles(css: string, used: ReadonlySet<string>): string {
  const mine = (text: string) => [...scopesIn(text)].every((each) => used.has(each));
  if (mine(css)) return css;
  const sheet = postcss.parse(css);
  sheet.walkAtRules(/keyframes$/, (rule) => {
    if (!mine(rule.params)) rule.remove();
  });
  sheet.walkRules((rule) => {
    const selectors = rule.selectors.filter(mine);
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return sheet.toString();
}

/** 从一段文字出发，顺着文件名找到它会装的全部脚本。 */
export function reachable(text: string, scripts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const queue = [text];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const [name] of next.matchAll(/[\w.-]+\.js\b/g)) {
      const body = scripts.get(name);
      if (body === undefined || found.has(name)) continue;
      found.add(name);
      queue.push(body);
    }
  return found;
}
