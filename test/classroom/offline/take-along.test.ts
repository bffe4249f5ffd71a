/** 带到教室：单子上该有的都有，认不得的单子不取。 */
import { expect, test } from 'vitest';
import { OfflineLists } from '../../../src/build/offline-lists.ts';
import { readList } from '../../../src/classroom/offline/take-along.ts';

const site: Record<string, string> = {
  'classroom/index.html': '<script src="/_astro/base.ab12.js"></script>',
  'classroom/cards/index.html': '举牌',
  'classroom/queueing/index.html': '<astro-island component-url="/_astro/Deck.cd34.js">',
  'classroom/queueing/desk/index.html': '<link href="/_astro/desk.ef56.css">',
  'classroom/queueing/script/index.html': '<a href="/play/hall-staffing/board/">游戏</a>',
  'classroom/quality/index.html': '别的一章',
  'classroom/quality/desk/index.html': '',
  'classroom/quality/script/index.html': '',
  'play/hall-staffing/index.html': '<script src="/_astro/phone.0a1b.js"></script>',
  'play/hall-staffing/board/index.html': '',
  'play/funnel/index.html': '别的游戏',
  '_astro/base.ab12.js': 'import "./shared.7788.js"',
  '_astro/shared.7788.js': 'import("./base.ab12.js")',
  '_astro/Deck.cd34.js': 'const a=()=>import("./Pooling.9a9a.js"),b="/_astro/gone.0000.js"',
  '_astro/Pooling.9a9a.js': 'new URL("solver.5c5c.wasm",import.meta.url)',
  '_astro/solver.5c5c.wasm': '\0',
  '_astro/desk.ef56.css': '@font-face{src:url(/_astro/math.dd00.woff2)}',
  '_astro/math.dd00.woff2': '\0',
  '_astro/phone.0a1b.js': '',
  '_astro/Unused.1111.js': '',
  'index.html': '首页',
};
const listsOf = (changed: Record<string, string> = {}) => {
  const all = { ...site, ...changed };
  return new OfflineLists(Object.keys(all), async (file) => Buffer.from(all[file] ?? ''));
};

test('有讲台的各章都有单子', () => {
  expect(listsOf().chapters).toEqual(['queueing', 'quality']);
});

test('一章的网页、写到的游戏、顺着文件名找到的一切都在单子上，别章的、用不着的、求解器不在', async () => {
  const { files, bytes } = await listsOf().of('queueing');
  expect(files.toSorted()).toEqual(
    [
      'classroom/',
      'classroom/cards/',
      'classroom/queueing/',
      'classroom/queueing/desk/',
      'classroom/queueing/script/',
      'play/hall-staffing/',
      'play/hall-staffing/board/',
      ...Object.keys(site).filter((file) => /^_astro\/(?!Unused).*(?<!wasm)$/.test(file)),
    ].toSorted(),
  );
  expect(bytes).toBeGreaterThan(100);
});

test('有一个字节变了，就是新的一版；没有变的，两次构建一样', async () => {
  const release = async (changed?: Record<string, string>) =>
    (await listsOf(changed).of('queueing')).release;
  expect(await release()).toBe(await release());
  expect(await release({ '_astro/shared.7788.js': 'import("./base.ab12.js");' })).not.toBe(
    await release(),
  );
  expect(await release({ 'index.html': '换了首页' })).toBe(await release());
});

test('构建列的单子读得出；不像话的、要去别的网站取的，不取', async () => {
  const list = JSON.parse(JSON.stringify(await listsOf().of('queueing'))) as Record<
    string,
    unknown
  >;
  expect(readList(list)).toEqual(list);
  for (const change of [
    { release: '../x' },
    { release: 7 },
    { bytes: -1 },
    { bytes: '1' },
    { files: [] },
    { files: 'a.js' },
    { files: ['https://example.com/a.js'] },
    { files: ['a.js?x'] },
  ])
    expect(readList({ ...list, ...change }), JSON.stringify(change)).toBeNull();
  for (const value of [null, 7, [], 'x', {}]) expect(readList(value)).toBeNull();
});
