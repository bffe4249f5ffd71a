import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIndex, writeIndex } from '../../src/build/search-index.ts';
import { kindOf, readPage } from '../../src/build/searchable-page.ts';
import type { PageText } from '../../src/components/search/index-format.ts';
import { shardOf } from '../../src/components/search/index-format.ts';
import { postingsIn } from '../../src/components/search/rank.ts';
import { tokensOf } from '../../src/components/search/tokens.ts';

const html = (body: string, title = '利用率悬崖', crumbs = '第 8 章') =>
  `<!doctype html><title>${title} · 服务运营管理</title><header>页眉</header>` +
  `<main data-indexed="${crumbs}">${body}</main><footer>页脚</footer>`;
const path = '/chapters/queueing/utilization-cliff/';

describe('reading a page', () => {
  test('takes the marked part only, and says whose it is', () => {
    expect(readPage(html('<h1>利用率悬崖</h1><p>正文</p>'), path)).toEqual({
      path,
      title: '利用率悬崖',
      crumbs: '第 8 章',
      kind: 'section',
      text: '利用率悬崖\n正文',
      headings: [],
    });
    expect(readPage('<title>首页</title><main>正文</main>', '/')).toBeNull();
    expect(readPage(html('', '奶茶街（实验）'), '/widgets/hotelling-street/')?.title).toBe(
      '奶茶街',
    );
  });

  test('leaves out what is not told: marked parts, scripts, drawings, choices', () => {
    const page = readPage(
      html(
        '<p>甲<b>乙</b>丙</p><p data-unindexed>丁</p><script>戊</script><svg><text>己</text></svg>' +
          '<select><option>庚</option></select><nav>辛</nav><button>壬</button>' +
          '<button data-term="x">癸</button>',
      ),
      path,
    );
    expect(page?.text).toBe('甲乙丙\n癸');
  });

  test('knows where each heading with an anchor begins, and spaces its English name', () => {
    const page = readPage(
      html('<p>开头</p><h2 id="a">名字<i lang="en">Name</i></h2><p>里面</p><h3>没有锚点</h3>'),
      path,
    );
    expect(page?.headings.map(({ id, title }) => [id, title])).toEqual([['a', '名字 Name']]);
    expect(page?.text.slice(page.headings[0]?.at)).toMatch(/^名字/);
  });

  test('of an experiment takes its name into the section, and never its answer', () => {
    const widget =
      '<p>前文</p><section data-widget="x"><h2 id="w">奶茶街</h2><p>猜猜看。</p><button>答</button>' +
      '<div class="w-stage w-answer">答案是 7</div></section><p>后文</p>';
    expect(readPage(html(widget), path)?.text).toBe('前文\n奶茶街\n后文');
    expect(readPage(html(widget), '/widgets/x/')?.text).toBe('前文\n奶茶街\n猜猜看。\n后文');
  });

  test('of the handbook takes each entry’s name and first paragraph', () => {
    const page = readPage(
      html(
        '<h2 id="mm1">M/M/1</h2><p>一个窗口。</p><p>很长的说明。</p><h3 id="x">结果</h3><dl>表</dl>',
      ),
      '/calc/queueing/',
    );
    expect(page?.text).toBe('M/M/1\n一个窗口。\n结果');
  });

  test.each([
    ['/chapters/queueing/pooling/', 'section'],
    ['/chapters/queueing/closing/', 'chapter'],
    ['/chapters/queueing/', 'chapter'],
    ['/widgets/huff/', 'experiment'],
    ['/quiz/queueing/', 'quiz'],
    ['/calc/', 'reference'],
    ['/syllabus/', 'other'],
  ])('%s is a %s', (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });
});

describe('the index', () => {
  const pages = ['排队论讲等待。', '等待时间与 Erlang C。', '没有那两个字。'].map((text, number) =>
    readPage(html(`<p>${text}</p>`, `第 ${number} 页`), `/chapters/a/s${number}/`)!,
  );

  test('leads from every token of a page back to that page, in one shard or many', () => {
    for (const shards of [1, 7]) {
      const index = buildIndex(pages, shards);
      for (const [number, page] of pages.entries())
        for (const token of tokensOf(`${page.title}\n${page.text}`)) {
          const postings = postingsIn(index.shards[shardOf(token, shards)]!, token);
          expect(postings.has(number), `${token} 在第 ${number} 页`).toBe(true);
        }
      expect([...postingsIn(index.shards[shardOf('等待', shards)]!, '等待').keys()]).toEqual([
        0, 1,
      ]);
    }
  });

  test('counts a title for more than the same word in the text', () => {
    const [titled, said] = [
      readPage(html('<p>别的话。</p>', '等待'), '/chapters/a/s1/')!,
      readPage(html('<p>等待。</p>', '别的'), '/chapters/a/s2/')!,
    ];
    const postings = postingsIn(buildIndex([titled, said], 1).shards[0]!, '等待');
    expect(postings.get(0)).toBeGreaterThan(postings.get(1)!);
  });
});

describe('the files', () => {
  const dist = mkdtempSync(join(tmpdir(), 'search-index-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  };

  test('lie in a folder named by their content, and an older one is cleared away', () => {
    write('index.html', '<title>首页</title>');
    write(`${path}index.html`, html('<p>正文</p>'));
    const first = writeIndex(dist).folder;
    expect(writeIndex(dist).folder).toBe(first);
    write(`${path}index.html`, html('<p>正文改了</p>'));
    const { folder, pages } = writeIndex(dist);
    expect(folder).toMatch(/^\/_astro\/search-[\da-f]{8}\/$/);
    expect(folder).not.toBe(first);
    expect(() => readFileSync(join(dist, first, '0.json'))).toThrow('ENOENT');
    const catalogue: unknown = JSON.parse(
      readFileSync(join(dist, 'search/catalogue.json'), 'utf8'),
    );
    expect(catalogue).toMatchObject({ folder, pages });
    const text = JSON.parse(readFileSync(join(dist, folder, 'text/0.json'), 'utf8')) as PageText;
    expect(text.text).toBe('正文改了');
    rmSync(dist, { recursive: true });
  });

  test('a site without a page to search is an error that says what to do', () => {
    mkdirSync(dist);
    write('index.html', '<title>首页</title>');
    expect(() => writeIndex(dist)).toThrow('npm run build');
    rmSync(dist, { recursive: true });
  });
});
