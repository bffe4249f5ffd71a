/** 房间规则：谁可以引用谁。规则本身就是下面这张表。 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** 每间房除自己以外还能引用哪些房间；`styles` 是样式表，随页面框架进来。 */
const mayImport: Record<string, readonly string[]> = {
  calc: [],
  lib: [],
  schemas: [],
  styles: [],
  charts: ['lib'],
  'widget-kit': ['charts', 'lib'],
  widgets: ['calc', 'charts', 'widget-kit', 'lib'],
  quiz: ['calc', 'schemas', 'widget-kit', 'lib'],
  exports: ['quiz', 'schemas', 'lib'],
  components: ['schemas', 'quiz', 'lib'],
  classroom: ['calc', 'widget-kit', 'quiz', 'schemas', 'lib', 'styles'],
  layouts: ['components', 'lib', 'styles'],
  content: ['widgets', 'components', 'classroom', 'calc', 'lib'],
  'content.config.ts': ['schemas'],
};
/** 页面、构建步骤和手工运行的脚本可以引用一切，但反过来谁也不能引用它们。 */
const mayImportAll = ['pages', 'build', 'scripts'];
const importedByNone = ['pages', 'build', 'scripts', 'test'];
/** 课堂里的各间，后面的可以引用前面的；播放器在最上面，引用它们，它们不引用它。 */
const classroomOrder = [
  'offline',
  'answers',
  'games',
  'deck',
  'steps',
  'lesson',
  'bets',
  'stage',
  'link',
  'desk',
];
const calcPackages = ['pure-rand', 'flatqueue', 'highs'];

interface Import {
  /** 引用者与被引用者，都是相对项目根、以 / 分隔的路径；包名原样。 */
  from: string;
  to: string;
}

function roomOf(path: string): string {
  const [top, room = ''] = path.split('/');
  return top === 'src' ? room : (top ?? '');
}

/** 课堂里的一个文件排在第几；不认识的一间是 -1。 */
function placeInClass(path: string): number {
  const [, , mine = '', inside] = path.split('/');
  return inside === undefined ? classroomOrder.length : classroomOrder.indexOf(mine);
}

/** 违反规则时返回“怎么改”，否则 null。 */
function remedy({ from, to }: Import): string | null {
  const here = roomOf(from);
  if (!to.startsWith('src/') && !to.startsWith('content/') && !to.startsWith('test/')) {
    const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : to.split('/')[0]!;
    if (here === 'calc' && !calcPackages.includes(name))
      return `calc 只能用 ${calcPackages.join('、')}；把这段移出 calc，或自己实现并加测试`;
    if (name === 'chart.js' && here !== 'charts')
      return '只有 src/charts 认识 chart.js；通过 src/charts 的组件来画';
    return null;
  }
  const there = roomOf(to);
  if (here === there) {
    const [, , mine] = from.split('/');
    const [, , other] = to.split('/');
    if (here === 'widgets' && mine !== other)
      return '实验之间不互相引用；共用的部分移到 src/widget-kit（界面）或 src/calc（计算）';
    if (here === 'classroom' && placeInClass(from) < 0)
      return `不认识课堂里的 “${mine}”；放进已有的一间，或在 test/rooms.test.ts 的次序里加一行`;
    if (here === 'classroom' && placeInClass(from) < placeInClass(to))
      return `课堂里 ${mine} 排在 ${other} 前面，不能引用它；由后面的传进来，或把两处都要的移到前面的一间`;
    return null;
  }
  if (importedByNone.includes(there))
    return `没有谁可以引用 ${there}；把要共用的部分移到合适的房间`;
  if (mayImportAll.includes(here)) return null;
  // 真实的表归教师管，实验照着画；别的正文碰不得
  if (here === 'widgets' && /^content\/data\/[\w-]+\.csv$/.test(to)) return null;
  const allowed = mayImport[here];
  if (!allowed) return `不认识房间 “${here}”；放进已有的房间，或在 test/rooms.test.ts 的表里加一行`;
  if (!allowed.includes(there))
    return `${here} 只能引用 ${allowed.join('、') || '自己'}，不能引用 ${there}；反过来由上层传进来，或移到被允许的房间`;
  if (here === 'quiz' && there === 'calc' && !from.startsWith('src/quiz/generators/'))
    return 'quiz 里只有 generators 可以用 calc；把计算写进题目生成器';
  if (here === 'exports' && there === 'quiz' && to.endsWith('.svelte'))
    return 'exports 只用 quiz 的类型与评分，不用界面';
  if (here === 'content' && there === 'lib' && !/^src\/lib\/format(\.ts)?$/.test(to))
    return '正文里只用 lib/format；别的由组件去做';
  return null;
}

function importsOf(file: string, text: string): string[] {
  let code = text;
  if (file.endsWith('.mdx'))
    code = text
      .replace(/^```[\s\S]*?^```/gm, '')
      .split('\n')
      .filter((line) => /^(import|export)\b/.test(line))
      .join('\n');
  if (/\.(astro|svelte)$/.test(file)) {
    const blocks = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]);
    code = [/^---([\s\S]*?)^---/m.exec(text)?.[1], ...blocks].join('\n');
  }
  const named = ts.preProcessFile(code, true, true).importedFiles.map((found) => found.fileName);
  const located = [
    /import\.meta\.glob(?:<[^>]*>)?\(\s*\[?\s*['"]([^'"]+)/g,
    /new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g,
  ].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
  return [...named, ...located];
}

function resolveImport(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('~/')) return `src/${path.slice(2)}`;
  if (path.startsWith('@content/')) return `content/${path.slice(9)}`;
  if (path.startsWith('/')) return path.slice(1);
  return path.startsWith('.') ? posix.normalize(posix.join(dirname(from), path)) : path;
}

const files = globSync(['src/**/*.{ts,svelte,astro}', 'content/**/*.{mdx,astro}'], { cwd: root })
  .map((file) => relative(root, join(root, file)).replaceAll('\\', '/'))
  .toSorted();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** 只要类型的引用也算：谁依赖谁绕成一圈，就没有一个能单独读懂、单独挪走。 */
function findCircles(links: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  function walk(file: string): void {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const next of links.get(file) ?? []) walk(next);
    path.pop();
    state.set(file, 'done');
  }
  for (const file of links.keys()) walk(file);
  return circles;
}

describe('rooms', () => {
  test('every import stays within what its room may import', () => {
    const broken = files.flatMap((from) =>
      importsOf(from, sources.get(from)!).flatMap((specifier) => {
        const advice = remedy({ from, to: resolveImport(from, specifier) });
        return advice ? [`${from} 引用了 ${specifier}：${advice}`] : [];
      }),
    );
    expect(broken).toEqual([]);
    for (const kind of [/^src\/calc\//, /^content\/.*\.mdx$/, /^content\/.*\.astro$/])
      expect(
        files.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true);
  });

  test('no file imports itself in a circle, not even for a type', () => {
    const links = new Map(
      files.map((from) => [
        from,
        importsOf(from, sources.get(from)!)
          .map((specifier) => resolveImport(from, specifier))
          .filter((to) => sources.has(to)),
      ]),
    );
    // 把两边都要的类型移到第三个文件，两边都去引用它
    expect(findCircles(links)).toEqual([]);
  });

  test('a circle is found, and only a circle', () => {
    const links = (text: string) =>
      new Map(text.split(' ').map((item) => [item[0]!, Array.from(item.slice(1))]));
    expect(findCircles(links('ab bc ca'))).toEqual(['a → b → c → a']);
    expect(findCircles(links('abc bd cd d'))).toEqual([]);
    expect(findCircles(links('aa'))).toEqual(['a → a']);
  });

  test('nothing draws unseeded random numbers, and calc knows no clock', () => {
    const broken = files.flatMap((file) => {
      const code = sources.get(file)!.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
      const advice = [];
      if (/\bMath\s*\.\s*random\b/.test(code))
        advice.push(
          `${file} 用了 Math.random：改用作为参数传入的种子发生器（calc/core），结果才可重现`,
        );
      if (roomOf(file) === 'calc' && /\bnew Date\b|\bDate\.now\b|\bperformance\./.test(code))
        advice.push(`${file} 读了时钟：时间由调用者作为参数传入`);
      return advice;
    });
    expect(broken).toEqual([]);
  });

  test('no test times what it runs: a busy machine would fail it', () => {
    const timed = globSync('test/**/*.test.ts', { cwd: root }).filter(
      (file) =>
        file !== join('test', 'rooms.test.ts') &&
        /\bperformance\.now\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(timed, '快慢归 src/scripts/bench/suites，测试只问算得对不对').toEqual([]);
  });

  test.each<[from: string, to: string, allowed: boolean]>([
    ['src/calc/queueing/mm1.ts', 'lodash', false],
    ['src/calc/core/streams.ts', 'pure-rand/generator/x', true],
    ['src/calc/core/streams.ts', 'src/lib/format.ts', false],
    ['src/widgets/pooling/Pooling.svelte', 'src/widgets/kingman/model.ts', false],
    ['src/widgets/pooling/Pooling.svelte', 'src/widgets/pooling/model.ts', true],
    ['src/widgets/pooling/Pooling.svelte', 'chart.js', false],
    ['src/widgets/services-share/series.ts', 'content/data/services-share.csv', true],
    ['src/widgets/services-share/series.ts', 'content/references.yaml', false],
    ['src/calc/economy/cost-disease.ts', 'content/data/services-share.csv', false],
    ['src/charts/line.ts', 'chart.js/auto', true],
    ['src/quiz/types/numeric/score.ts', 'src/calc/queueing/mm1.ts', false],
    ['src/quiz/generators/mm1.ts', 'src/calc/queueing/mm1.ts', true],
    ['src/classroom/stage/Stage.svelte', 'src/widgets/pooling/Pooling.svelte', false],
    ['src/classroom/games/overbooking/model.ts', 'src/calc/revenue/overbooking.ts', true],
    ['src/classroom/stage/Stage.svelte', 'src/widget-kit/widget.svelte.ts', true],
    ['src/classroom/stage/Wall.svelte', 'src/classroom/bets/Tally.svelte', true],
    ['src/classroom/bets/Votes.svelte', 'src/classroom/desk/keys.ts', false],
    ['src/classroom/Player.svelte', 'src/classroom/stage/Wall.svelte', true],
    ['src/classroom/stage/Wall.svelte', 'src/classroom/Player.svelte', false],
    ['src/classroom/tools/x.ts', 'src/classroom/deck/deck.ts', false],
    ['src/classroom/steps/Step.astro', 'src/components/Term.astro', false],
    ['content/decks/queueing.mdx', 'src/widgets/pooling/model.ts', true],
    ['src/layouts/Base.astro', 'src/pages/index.astro', false],
    ['content/chapters/08-queueing/index.mdx', 'src/lib/url.ts', false],
    ['content/chapters/08-queueing/index.mdx', 'src/lib/format', true],
    ['content/chapters/05-location/figures/Map.astro', 'src/calc/location/huff.ts', true],
    ['content/chapters/05-location/figures/Map.astro', 'src/widget-kit/model.ts', false],
    ['src/helpers/x.ts', 'src/lib/format.ts', false],
  ])('the table itself: %s → %s allowed: %s', (from, to, allowed) => {
    expect(remedy({ from, to }) === null).toBe(allowed);
  });

  test('imports are found in every kind of file', () => {
    const found = (file: string, text: string) =>
      importsOf(file, text).map((specifier) => resolveImport(file, specifier));
    expect(
      found('src/a/b.ts', "import type { X } from '~/lib/x.ts'; await import('../c/d.ts');"),
    ).toEqual(['src/lib/x.ts', 'src/c/d.ts']);
    expect(
      found('src/a/B.svelte', '<script lang="ts">\nimport "./c.css";\n</script>\n<p>import</p>'),
    ).toEqual(['src/a/c.css']);
    expect(found('src/a/B.astro', "---\nimport C from '../c/C.astro';\n---\n<p/>")).toEqual([
      'src/c/C.astro',
    ]);
    expect(found('src/a/b.ts', "new Worker(new URL('./w.ts', import.meta.url))")).toEqual([
      'src/a/w.ts',
    ]);
    expect(
      found(
        'content/a/b.mdx',
        "import C from '~/widgets/c/C.svelte';\n\n```\nimport x from 'y'\n```",
      ),
    ).toEqual(['src/widgets/c/C.svelte']);
  });
});
