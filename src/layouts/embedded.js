(function (root) {
  /* 告诉宿主这一页多高，好把框拉到刚好 */
  function tell() {
    parent.postMessage({ type: 'som:height', height: root.scrollHeight }, '*');
  }
  if (self === top) return;
  addEventListener('load', tell);
  addEventListener('resize', tell);
  if (self.ResizeObserver) new ResizeObserver(tell).observe(root);
})(document.documentElement);
