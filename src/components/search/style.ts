import css from './search.css?inline';

let adopted = false;

/** 样式随脚本到，不多一个请求，也不进每页都要下载的样式表；样式表对象不受内联限制。 */
export function adoptStyle(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
