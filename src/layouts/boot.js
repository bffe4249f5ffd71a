(function (root) {
  root.className = 'js';
  addEventListener(
    'error',
    function (event) {
      if (event.target.localName === 'script') root.className = 'code-missing';
    },
    true,
  );
  try {
    var saved = JSON.parse(localStorage.getItem('som:display'));
    for (var name in saved)
      if (/^(light|dark|large|larger)$/.test(saved[name])) root.dataset[name] = saved[name];
  } catch {
    /* 存储被禁用或内容损坏：用系统主题与默认字号 */
  }
})(document.documentElement);
