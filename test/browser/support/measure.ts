/** 量一页传了多少、抖了多少；慢机器由浏览器自己放慢处理器来模拟。 */
import type { CDPSession, Page } from 'playwright-core';

export interface Transfer {
  url: string;
  type: string;
  /** 线路上的字节数，含响应头，压缩后。 */
  bytes: number;
  /** 预先取来、读者还没用到的；不算在下面几项里。 */
  ahead: boolean;
}

export interface Meter {
  transfers: Transfer[];
  /** 数学字体单独立预算，不算在内。 */
  readonly bytes: number;
  readonly requests: number;
  readonly scriptBytes: number;
  readonly fontBytes: number;
  /** 等到没有在途的请求，而且四分之一秒里没有新的。 */
  quiet(): Promise<void>;
  /** 失败时印出来看的清单。 */
  report(): string;
}

/** 从现在起记下这一页的全部传输；在打开页面之前调用。 */
export async function meter(page: Page): Promise<Meter> {
  const session = await page.context().newCDPSession(page);
  const pending = new Map<string, Transfer>();
  const transfers: Transfer[] = [];
  let lastSign = Date.now();
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    lastSign = Date.now();
    if (request.url.startsWith('http'))
      pending.set(requestId, {
        url: request.url,
        type,
        bytes: 0,
        ahead: request.headers['Sec-Purpose'] === 'prefetch',
      });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    lastSign = Date.now();
    const transfer = pending.get(requestId);
    if (transfer) transfers.push({ ...transfer, bytes: encodedDataLength });
    pending.delete(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => pending.delete(requestId));
  await session.send('Network.enable');

  const sum = (keep: (transfer: Transfer) => boolean) =>
    counted()
      .filter(keep)
      .reduce((total, transfer) => total + transfer.bytes, 0);
  const counted = () => transfers.filter(({ ahead }) => !ahead);
  const isFont = ({ type }: Transfer) => type === 'Font';
  const isScript = ({ type, url }: Transfer) => type === 'Script' || /\.m?js(\?|$)/.test(url);
  return {
    transfers,
    get bytes() {
      return sum((transfer) => !isFont(transfer));
    },
    get requests() {
      return counted().filter((transfer) => !isFont(transfer)).length;
    },
    get scriptBytes() {
      return sum(isScript);
    },
    get fontBytes() {
      return sum(isFont);
    },
    async quiet() {
      const deadline = Date.now() + 10_000;
      while ((pending.size > 0 || Date.now() - lastSign < 250) && Date.now() < deadline)
        await new Promise((done) => setTimeout(done, 25));
    },
    report: () =>
      transfers
        .map(({ bytes, type, url, ahead }) => `${bytes} ${ahead ? '预取' : type} ${url}`)
        .join('\n'),
  };
}

/** 处理器放慢 `rate` 倍；返回的会话要留着，断开就恢复原速。 */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** 从现在起记录布局抖动；不是由读者刚做的操作引起的才算。 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { layoutShifts: seen });
    /** 哪个元素，原来的顶与高，现在的顶与高 */
    const describe = ({ node, previousRect: was, currentRect: now }: Source) =>
      `${node instanceof Element ? `${node.localName}.${node.className}` : (node?.nodeName ?? '?')}（${was.y}，${was.height} → ${now.y}，${now.height}）`;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[])
        if (!entry.hadRecentInput)
          seen.push(`${entry.value.toFixed(4)} ${entry.sources.map(describe).join(' ')}`);
    }).observe({ type: 'layout-shift' });
    interface LayoutShift {
      value: number;
      hadRecentInput: boolean;
      sources: Source[];
    }
    interface Source {
      node: Node | null;
      previousRect: DOMRectReadOnly;
      currentRect: DOMRectReadOnly;
    }
  });
  return () => page.evaluate(() => (window as unknown as { layoutShifts: string[] }).layoutShifts);
}
