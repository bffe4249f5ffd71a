/** “报告错误”：把页面、所选的句子和版本写成一份报告，复制好；设了收件地址就顺手打开。 */
export async function report(button: HTMLButtonElement): Promise<void> {
  const { to = '' } = button.dataset;
  const page = document.querySelector<HTMLElement>('h1')?.innerText.replace(/\s+/g, ' ') ?? '';
  const version = document
    .querySelector('.site-footer .version')
    ?.textContent?.replace('版本 ', '');
  const selected = getSelection()?.toString().trim().slice(0, 300);
  const text = [
    `页面：${page}`,
    `网址：${location.href}`,
    `版本：${version}`,
    `句子：${selected || '（没有选中文字；请在这里粘贴有问题的句子）'}`,
    `窗口：${innerWidth}×${innerHeight}`,
    '问题：',
  ].join('\n');

  const status = button.nextElementSibling;
  const say = (message: string) => {
    if (status) status.textContent = message;
  };
  try {
    await navigator.clipboard.writeText(text);
    say(to ? '报告已复制，正在打开收件地址。' : '报告已复制，请发给任课教师。');
  } catch {
    // 剪贴板被拒绝（例如不是 https）：把报告摆出来让读者自己复制
    say('浏览器不让自动复制，请手动复制下面的文字：');
    const shown = status?.nextElementSibling;
    const box = shown instanceof HTMLTextAreaElement ? shown : document.createElement('textarea');
    box.className = 'field report-text';
    box.rows = 6;
    box.value = text;
    box.setAttribute('aria-label', '错误报告');
    status?.after(box);
    box.select();
  }
  if (to.startsWith('https://')) open(to, '_blank', 'noopener');
  else if (to.includes('@'))
    location.href = `mailto:${to}?subject=${encodeURIComponent(`课件勘误：${page}`)}&body=${encodeURIComponent(text)}`;
}
