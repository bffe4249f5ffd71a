/**
 * 用到时才取的部件：取不到说得出来，也能再取一次。
 *
 * 浏览器会记住取失败的模块，同一个网址再取只会再失败一次，所以重取要换一个网址；
 * 它依赖的文件也失败过的，换网址救不回来，只能刷新。断网时干脆不去取，免得把失败记下。
 */

export type Loaded<T> = { ok: true; part: T } | { ok: false; message: string };

let renewals = 0;

/** 同一个文件，浏览器没有见过的网址。 */
const renewed = (address: string) =>
  `${address}${address.includes('?') ? '&' : '?'}again=${++renewals}`;

/** 失败的是哪个模块：多数浏览器写在错误里，Safari 不写，就从取它的那句代码里找。 */
function moduleOf(load: () => unknown, reason: string): string | null {
  const told = /https?:\/\/\S+\.js\S*/.exec(reason)?.[0];
  if (told) return told;
  const written = /import\(\s*["'`]([^"'`]+)["'`]/.exec(String(load))?.[1];
  return written ? new URL(written, import.meta.url).href : null;
}

/** 没取到的样式表换个网址再挂一次；取到为止才往下走。 */
async function renewStyles(): Promise<void> {
  const broken = [
    ...document.querySelectorAll<HTMLLinkElement>('head link[rel=stylesheet]:not([disabled])'),
  ].filter(({ sheet }) => sheet === null);
  await Promise.all(
    broken.map((link) => {
      const next = link.cloneNode() as HTMLLinkElement;
      next.href = renewed(link.href);
      const done = new Promise((resolve, reject) => {
        next.onload = resolve;
        next.onerror = reject;
      });
      link.replaceWith(next);
      return done;
    }),
  );
}

async function again<T>(load: () => Promise<T>, reason: string): Promise<T> {
  if (/CSS/.test(reason)) {
    await renewStyles();
    return load();
  }
  const address = moduleOf(load, reason);
  if (address === null) throw new Error(reason);
  return (await import(/* @vite-ignore */ renewed(address))) as T;
}

/**
 * 取一个部件，例如 `loadPart(() => import('./QrCode.svelte'))`：取不到不抛异常，给一句能念给人听的话。
 * 再取就再调用一次。
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    // 带到教室的课堂，断了网也取得到
    if (globalThis.navigator?.onLine === false && !navigator.serviceWorker?.controller) throw 0;
    try {
      return { ok: true, part: await load() };
    } catch (error) {
      if (typeof document === 'undefined') throw error;
      return { ok: true, part: await again(load, String(error)) };
    }
  } catch {
    return {
      ok: false,
      message: '没有取到，多半是网络断了。连上以后再试一次；还不行就刷新这一页。',
    };
  }
}
