/** 拼弹窗用的几样东西；字一律走 textContent，不当作标签。 */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function button(text: string, act: () => void, quiet = true): HTMLButtonElement {
  const made = element('button', text, quiet ? 'button quiet' : 'button');
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
