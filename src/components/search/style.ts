import css from './search.css?inline';

let adopted = false;

/**
 * 样式随脚本到，不多一个请求，也不进每页都要下载的样式表；样式表对象不受内联限制。
 * 没有样式表对象的浏览器（Safari 16.4 以前）改用链接。
 */
export function adoptStyle(): void {
  if (adopted) return;
  adopted = true;
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  void import('./search.css?url').then(({ default: address }) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.append(link);
  });
}
