import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../src/build/search-index.ts';
import { readPage } from '../../../src/build/searchable-page.ts';
import type { TermRecord } from '../../../src/components/search/terms.ts';

const page = (path: string, title: string, body: string) =>
  readPage(`<title>${title}</title><main data-indexed="">${body}</main>`, path)!;
const pages = [
  page('/calc/queueing/', '排队的计算模块', '<h2 id="mm1">M/M/1 排队</h2><p>排队，一个窗口。</p>'),
  page('/chapters/queueing/why/', '能力够，为什么还排队', '<p>窗口够用，也会排队。</p>'),
  page(
    '/chapters/queueing/cliff/',
    '利用率悬崖',
    '<p>开头。</p><h2 id="formula">公式</h2><p>平均等待时间怎样随利用率上升。</p>',
  ),
  page('/quiz/queueing/', '排队管理：测验', '<p>排队的题。等待与时间平均起来。</p>'),
];
const terms: TermRecord[] = [
  {
    id: 'waiting-time',
    zh: '等待时间',
    en: 'waiting time',
    aliases: [],
    initials: ['ddsj'],
    chapter: '',
    taught: 'queueing/cliff',
    definition: '',
  },
  {
    id: 'queue',
    zh: '排队',
    en: 'queue',
    aliases: ['queueing line'],
    initials: ['pd'],
    chapter: '',
    taught: 'queueing/why',
    definition: '',
  },
];
const index = buildIndex(pages, 5);
const files: Record<string, unknown> = {
  '/terms.json': terms,
  '/search/catalogue.json': { folder: '/_astro/search-0/', shards: 5, pages: index.pages },
  ...Object.fromEntries(index.shards.map((shard, i) => [`/_astro/search-0/${i}.json`, shard])),
  ...Object.fromEntries(index.texts.map((text, i) => [`/_astro/search-0/text/${i}.json`, text])),
};
let broken: RegExp | null = null;
let asked: string[] = [];

beforeEach(() => {
  vi.resetModules();
  broken = null;
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    if (broken?.test(path)) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(
      path in files ? Response.json(files[path]) : new Response('', { status: 404 }),
    );
  });
});
afterEach(() => vi.unstubAllGlobals());

async function search(query: string, limit = 5) {
  const { find } = await import('../../../src/components/search/find.ts');
  const found = await find(query, limit);
  return { ...found, paths: found.pages.map(({ path }) => path) };
}

describe('a search', () => {
  test('lists what is taught first, the handbook by itself', async () => {
    const { reason, paths, reference } = await search('排队');
    expect([reason, paths]).toEqual(['exact', ['/chapters/queueing/why/', '/quiz/queueing/']]);
    expect(reference.map(({ path }) => path)).toEqual(['/calc/queueing/']);
  });

  test('points at the heading under which the words stand', async () => {
    const [hit] = (await search('平均等待时间')).pages;
    expect([hit?.path, hit?.heading?.id]).toEqual(['/chapters/queueing/cliff/', 'formula']);
  });

  test('puts the section that teaches a term in sight, though it says the word less or otherwise', async () => {
    const many = Array.from({ length: 4 }, (_, i) =>
      page(`/chapters/queueing/more-${i}/`, '排队', '<p>排队，排队，排队。</p>'),
    );
    const wider = buildIndex([...pages, ...many], 5);
    const before = { ...files };
    Object.assign(files, {
      '/search/catalogue.json': { folder: '/_astro/search-0/', shards: 5, pages: wider.pages },
      ...Object.fromEntries(wider.shards.map((shard, i) => [`/_astro/search-0/${i}.json`, shard])),
      ...Object.fromEntries(
        wider.texts.map((text, i) => [`/_astro/search-0/text/${i}.json`, text]),
      ),
    });
    try {
      const { paths } = await search('排队');
      expect(paths[0]).toBe('/chapters/queueing/why/');
      expect(new Set(paths).size).toBe(paths.length);
      expect((await search('排队', 2)).paths).toHaveLength(2);
      expect((await search('queueing line')).paths).toContain('/chapters/queueing/why/');
    } finally {
      Object.assign(files, before);
    }
  });

  test('does not take a page that has every pair of characters but not the words', async () => {
    expect((await search('等待时间')).paths).toEqual(['/chapters/queueing/cliff/']);
  });

  test('answers a question by what it asks about, with the terms it names', async () => {
    const { reason, query, terms, paths } = await search('怎么算平均等待时间');
    expect([reason, query]).toEqual(['content', '平均等待时间']);
    expect(terms.map(({ zh }) => zh)).toEqual(['等待时间']);
    expect(paths[0]).toBe('/chapters/queueing/cliff/');
  });

  test('answers a question that no page writes out by the nearest', async () => {
    const { reason, paths } = await search('为什么窗口够用还要排队');
    expect([reason, paths[0]]).toEqual(['closest', '/chapters/queueing/why/']);
  });

  test('offers the word that is one character away', async () => {
    expect(await search('利用律')).toMatchObject({ reason: 'near', query: '利用率' });
    expect((await search('排对')).reason).toBe('near');
  });

  test('says that a word is missing before it lists pages with a part of it', async () => {
    const { reason, paths } = await search('量子窗口');
    expect([reason, paths]).toEqual(['partial', ['/chapters/queueing/why/']]);
    expect((await search('火星')).paths).toEqual([]);
    // 只有手册里写到其中一个词的长串
    expect(await search('火星上也没有的这一串 mm1')).toMatchObject({
      reason: 'partial',
      paths: [],
    });
  });

  test('asked for by its English name or its initials, a term leads to the pages that write it', async () => {
    for (const query of ['Waiting time', 'ddsj'])
      expect(await search(query), query).toMatchObject({
        written: '等待时间',
        paths: ['/chapters/queueing/cliff/'],
      });
  });

  test('counts what it does not list', async () => {
    const { paths, rest } = await search('排队', 1);
    expect([paths.length, rest]).toEqual([1, 1]);
  });

  test.each(['', ' ', '"', '.*', 'p', '__proto__ constructor', '-排队 "排队', '😀'])(
    'takes %j as plain text',
    async (query) => {
      expect((await search(query)).failed).toEqual({ terms: false, pages: false });
    },
  );

  test('fetches only the shards and texts it needs, each once', async () => {
    await search('利用率');
    await search('利用率');
    expect(asked.length).toBe(new Set(asked).size);
    expect(asked.filter((path) => path.includes('/text/'))).toEqual([
      '/_astro/search-0/text/2.json',
    ]);
  });
});

describe('what cannot be fetched', () => {
  test.each([
    [/terms/, { terms: true, pages: false }],
    [/catalogue/, { terms: false, pages: true }],
    [/search-0\/\d/, { terms: false, pages: true }],
    [/text/, { terms: false, pages: true }],
    [/./, { terms: true, pages: true }],
  ])('%s is reported, and the next search tries again', async (pattern, failed) => {
    broken = pattern;
    expect((await search('等待时间')).failed).toEqual(failed);
    broken = null;
    const again = await search('等待时间');
    expect(again.failed).toEqual({ terms: false, pages: false });
    expect([again.terms.length, again.paths.length]).toEqual([1, 1]);
  });

  test('terms are found without the index, and pages without the terms', async () => {
    broken = /catalogue/;
    expect((await search('ddsj')).terms.length).toBe(1);
    broken = /terms/;
    expect((await search('利用率')).paths.length).toBe(1);
  });

  test('a folder gone since the site was rebuilt makes the next search read the list anew', async () => {
    broken = /search-0/;
    await search('排队');
    await search('排队');
    expect(asked.filter((path) => path.includes('catalogue')).length).toBe(2);
  });
});
