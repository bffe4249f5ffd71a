/**
 * 取一块晚到的代码，没取到就换个网址再取一次：
 *
 *     const { open } = await loadAgain(() => import('./dialog.ts'));
 *
 * 没取到的模块，多数浏览器（Chromium 156、Firefox 155 以前）会一直记着，同一个网址再取还是失败；
 * 加一段查询就是另一个网址。还取不到就照样抛出来：那是网络断着，或者断在它引用的另一个文件上
 * （那一个的网址改不了，要刷新这一页才行）。谁调用谁说给读者听，话用 `notLoaded`。
 */
export async function loadAgain<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // 网址只在错误信息里有；Safari 不说，就没有办法
    const url = /https?:\/\/\S+\.m?js\b/.exec(String(error))?.[0];
    if (!url) throw error;
    return (await import(/* @vite-ignore */ `${url}?again=${Date.now()}`)) as T;
  }
}

/** `notLoaded('搜索')`：说清哪里没取到、读者能做什么。 */
export function notLoaded(what: string): string {
  return `${what}的代码没有取到。看看网络，再按一次；还是不行，就刷新这一页。`;
}
