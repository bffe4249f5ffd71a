/** 纸上点不开：打印之前把折着的都打开，印完照原样折回去。 */
let opened: HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const each of opened) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of opened) each.open = false;
  opened = [];
});
document.querySelector('[data-print]')?.addEventListener('click', () => print());
