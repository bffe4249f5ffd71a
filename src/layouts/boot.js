(function (root) {
  /* 嵌在不给同源的沙箱里，模块脚本取不到：照没有脚本的样子给看静态的答案 */
  if (self.origin !== 'null') root.className = 'js';
  addEventListener(
    'error',
    function (event) {
      if (event.target.localName === 'script') root.classList.replace('js', 'code-missing');
    },
    true,
  );
  try {
    var saved = JSON.parse(localStorage.getItem('som:display'));
    for (var name in saved)
      if (/^(light|dark|large|larger|off)$/.test(saved[name])) root.dataset[name] = saved[name];
  } catch {
    /* 存储被禁用或内容损坏：用系统主题与默认字号 */
  }
})(document.documentElement);
