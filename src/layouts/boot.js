(function () {
  var root = document.documentElement;
  /* 嵌在不给同源的沙箱里，模块脚本取不到：照没有脚本的样子给看静态的答案 */
  if (self.origin !== 'null') root.classList.add('js');
  if (self !== top) {
    /* 告诉宿主这一页多高，好把框拉到刚好 */
    var tell = function () {
      parent.postMessage({ type: 'som:height', height: root.scrollHeight }, '*');
    };
    addEventListener('load', tell);
    addEventListener('resize', tell);
    if (self.ResizeObserver) new ResizeObserver(tell).observe(root);
  }
  try {
    var saved = JSON.parse(localStorage.getItem('som:display') || '{}');
    if (saved.theme === 'light' || saved.theme === 'dark') root.dataset.theme = saved.theme;
    if (saved.keys === 'off') root.dataset.keys = 'off';
    if (saved.text === 'large' || saved.text === 'larger') root.dataset.text = saved.text;
  } catch {
    /* 存储被禁用或内容损坏：用系统主题与默认字号 */
  }
})();
