/**
 * 样式随脚本到，不多一个请求，也不进每页都要下载的样式表；样式表对象不受内联限制。
 * 没有样式表对象的浏览器（Safari 16.4 以前）改用链接，`address` 给它的网址。
 */
export function adopt(css: string, address: () => Promise<{ default: string }>): void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  void address().then(({ default: href }) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  });
}
