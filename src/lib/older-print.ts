/**
 * 合着的折叠块印在纸上点不开，样式里用 `::details-content` 让它现出来（styles/print.css）；
 * 不认识它的浏览器（Chromium 131、Safari 18.4 以前），打印之前替读者打开，印完合上。
 */
let opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  opened = [
    ...document.querySelectorAll<HTMLDetailsElement>(
      ':is(.formula-box details, .w-data):not([open])',
    ),
  ];
  for (const folded of opened) folded.open = true;
});
addEventListener('afterprint', () => {
  for (const folded of opened) folded.open = false;
});

export {};
