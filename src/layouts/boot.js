(function () {
  var root = document.documentElement;
  root.classList.add('js');
  try {
    var saved = JSON.parse(localStorage.getItem('som:display') || '{}');
    if (saved.theme === 'light' || saved.theme === 'dark') root.dataset.theme = saved.theme;
    if (saved.text === 'large' || saved.text === 'larger') root.dataset.text = saved.text;
  } catch {
    /* 存储被禁用或内容损坏：用系统主题与默认字号 */
  }
})();
