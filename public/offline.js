/*
 * 教室里没有网也能上课：只管 /classroom/ 与 /play/ 两处的网页（由 src/classroom/offline/take-along.ts 登记）。
 * 网页先问网上要，三秒没有回音就用带来的；文件名带内容哈希的，带来了就不再问。
 * 两处以外的网页不归它管，没有带过课堂的设备上也没有它。
 */
const patience = 3000;
/** 轮数、场景写在问号后面，网页还是那一页 */
const kept = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** 等得久的、连不上的，用带来的；没有带的，接着等。 */
async function fresh(request) {
  const asked = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer?.ok) return answer;
  return (await kept(request)) ?? answer ?? asked;
}

const named = async (request) => (await kept(request)) ?? fetch(request);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  // 问有没有新的一版，只问网上
  if (pathname.endsWith('/offline.json')) return;
  event.respondWith(pathname.includes('/_astro/') ? named(request) : fresh(request));
});
