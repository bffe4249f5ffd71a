(function (root) {
  /* 嵌在不给同源的沙箱里，模块脚本取不到：照没有脚本的样子给看静态的答案 */
  if (origin != 'null') root.className = 'js';
  addEventListener('error', function (event) {
    if (event.target.localName == 'script') root.classList.replace('js', 'code-missing');
  }, true);
  /* 主题、字号、快捷键；存储被禁用或内容损坏时照系统的 */
  try {
    Object.assign(root.dataset, JSON.parse(localStorage.getItem('som:display')));
  } catch {}
})(document.documentElement);
