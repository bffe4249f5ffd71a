/**
 * 带到教室：把一章的课堂（投影、讲台、备注、讲义、押注单、举牌、游戏的手机页，和它们用到的全部文件）
 * 存进这台设备，断了网照样上课。要带哪些文件，构建时列在 /classroom/<章>/offline.json；
 * 断网时由 public/offline.js 拿出来。
 */
import { href } from '../../lib/url.ts';

/** 构建时列的单子。 */
export interface OfflineList {
  /** 这一版的散列：有一个字节不同就不同 */
  release: string;
  bytes: number;
  /** 相对站点根的网址 */
  files: readonly string[];
}
export interface Taken {
  release: string;
  bytes: number;
  /** 哪一刻带的 */
  at: number;
}

const prefix = 'som-class:';
const nameOf = (chapter: string, release: string) => `${prefix}${chapter}:${release}`;
const listOf = (chapter: string) => href(`/classroom/${chapter}/offline.json`);
const scopes = ['/classroom/', '/play/'];
const atOnce = 6;

/** 浏览器许不许网页离线：要 https，或者本机。 */
export const canTake = (): boolean =>
  window.isSecureContext && 'caches' in window && 'serviceWorker' in navigator;

/** 单子像不像话。 */
export function readList(value: unknown): OfflineList | null {
  if (typeof value !== 'object' || value === null) return null;
  const { release, bytes, files } = value as Record<string, unknown>;
  if (typeof release !== 'string' || !/^[0-9a-f]{6,64}$/.test(release)) return null;
  if (!Number.isSafeInteger(bytes) || (bytes as number) < 0) return null;
  if (!Array.isArray(files) || files.length === 0) return null;
  if (!files.every((file) => typeof file === 'string' && /^[\w./-]*$/.test(file))) return null;
  return { release, bytes: bytes as number, files: files as string[] };
}

async function fetchList(chapter: string): Promise<OfflineList> {
  const response = await fetch(listOf(chapter), { cache: 'no-store' });
  const list = response.ok ? readList(await response.json()) : null;
  if (!list) throw new Error(`没有 ${listOf(chapter)}`);
  return list;
}

const cachesOf = async (chapter: string) =>
  (await caches.keys()).filter((name) => name.startsWith(`${prefix}${chapter}:`));

/** 带过没有；带到一半的不算。 */
export async function taken(chapter: string): Promise<Taken | null> {
  if (!canTake()) return null;
  for (const name of await cachesOf(chapter)) {
    const record = await (await caches.open(name)).match(listOf(chapter));
    if (record) return (await record.json()) as Taken;
  }
  return null;
}

/** 存一份：转过址的不能拿来当网页，重新包一层。 */
async function keep(cache: Cache, file: string): Promise<void> {
  const url = href(`/${file}`);
  const response = await fetch(url, { cache: file.startsWith('_astro/') ? 'default' : 'reload' });
  if (!response.ok) throw new Error(`${url} ${response.status}`);
  const { headers, redirected } = response;
  await cache.put(url, redirected ? new Response(response.body, { headers }) : response);
}

async function register(): Promise<void> {
  for (const scope of scopes) {
    const { installing, waiting, active } = await navigator.serviceWorker.register(
      href('/offline.js'),
      { scope: href(scope), updateViaCache: 'none' },
    );
    const coming = installing ?? waiting;
    if (active || !coming) continue;
    await new Promise<void>((resolve, reject) => {
      coming.addEventListener('statechange', () => {
        if (coming.state === 'activated') resolve();
        if (coming.state === 'redundant') reject(new Error('offline.js'));
      });
    });
  }
}

/**
 * 带上；从前带的那一版，新的齐了才换下。
 *
 * @param said 取了几个、一共几个
 */
export async function take(
  chapter: string,
  said: (done: number, all: number) => void = () => undefined,
): Promise<Taken> {
  const { release, bytes, files } = await fetchList(chapter);
  const name = nameOf(chapter, release);
  const cache = await caches.open(name);
  try {
    const left = [...files];
    let done = 0;
    const work = async () => {
      for (let file = left.pop(); file !== undefined; file = left.pop()) {
        await keep(cache, file);
        said(++done, files.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    // 取的当口换了一版，网页与文件就对不上
    if ((await fetchList(chapter)).release !== release) throw new Error('换了一版');
    await register();
    const record: Taken = { release, bytes, at: Date.now() };
    await cache.put(listOf(chapter), new Response(JSON.stringify(record)));
  } catch (error) {
    if (!(await cache.match(listOf(chapter)))) await caches.delete(name);
    throw error;
  }
  for (const other of await cachesOf(chapter)) if (other !== name) await caches.delete(other);
  return (await taken(chapter))!;
}

/** 带过的有了新的一版，就换上；没有带过、没有网、没有新的，什么也不做。 */
export async function renew(chapter: string): Promise<Taken | null> {
  const mine = await taken(chapter);
  if (!mine || !navigator.onLine) return mine;
  try {
    return (await fetchList(chapter)).release === mine.release ? mine : await take(chapter);
  } catch {
    return mine;
  }
}

/** 不带了；一章也没有剩下，离线的那一套也撤掉。 */
export async function leave(chapter: string): Promise<void> {
  for (const name of await cachesOf(chapter)) await caches.delete(name);
  if ((await caches.keys()).some((name) => name.startsWith(prefix))) return;
  for (const scope of scopes) {
    const found = await navigator.serviceWorker.getRegistration(href(scope));
    // 只撤自己的：同一个域名下别的网页也许另有一套
    if (found?.active?.scriptURL.endsWith(href('/offline.js'))) await found.unregister();
  }
}
