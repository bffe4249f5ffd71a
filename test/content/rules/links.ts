/** 链接的规则：站内网址、页内锚点和“8.3 节”都通向真有的地方。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Course, type Page } from '../course.ts';

/** 不带方括号的页面文件就是固定的网址，其余由内容决定。 */
function addresses({ root, chapters, widgets, quizzes }: Course): Set<string> {
  const pages = join(root, 'src/pages');
  const fixed = globSync('**/*.astro', { cwd: pages })
    .map((file) => file.replaceAll('\\', '/').replace(/(index)?\.astro$/, ''))
    .filter((path) => !/\[|(^|\/)_|^404$/.test(path))
    .map((path) => `/${path}/`.replace(/\/{2,}/g, '/'));
  return new Set([
    ...fixed,
    ...chapters.flatMap(({ slug, sections, closing }) => [
      `/chapters/${slug}/`,
      `/print/${slug}/`,
      ...(closing ? [`/chapters/${slug}/closing/`] : []),
      ...sections.map((section) => `/chapters/${slug}/${section.slug}/`),
    ]),
    ...globSync('*.yaml', { cwd: join(root, 'content/cases') }).map(
      (file) => `/cases/${file.replace(/\.yaml$/, '')}/`,
    ),
    ...globSync('*/', { cwd: join(root, 'src/calc') }).map((area) => `/calc/${area}/`),
    ...[...quizzes.keys()].map((slug) => `/quiz/${slug}/`),
    ...[...widgets].flatMap((id) => [`/widgets/${id}/`, `/widgets/${id}/embed/`]),
  ]);
}

const close = (wanted: string, known: Iterable<string>) => {
  const parts = wanted.split('/').filter(Boolean);
  return [...known].find((path) => parts.length > 1 && path.endsWith(`/${parts.at(-1)}/`));
};

export function internalLinks(course: Course): string[] {
  const known = addresses(course);
  return course.pages.flatMap((page) =>
    [...page.markup.matchAll(/\]\(([^)\s]+)[^)]*\)|\shref="([^"]*)"/g)].flatMap((found) => {
      const url = found[1] ?? (found[2] as string);
      const where = at(page, found.index);
      if (/^(https?:|mailto:|#)/.test(url)) return [];
      if (!url.startsWith('/'))
        return [`${where}：站内链接 ${url} 要以 / 开头，如 /chapters/queueing/littles-law/`];
      const [path = '', anchor] = url.replace(/\?[^#]*/, '').split('#');
      if (!known.has(path)) {
        const near = close(path, known) ?? (known.has(`${path}/`) ? `${path}/` : undefined);
        return [
          `${where}：链接 ${url} 通向不存在的页面，${near ? `是不是 ${near}？` : '改正网址或先写好那一页'}`,
        ];
      }
      const listed = { '/glossary/': course.glossary, '/references/': course.references }[path];
      if (listed && anchor && !Object.hasOwn(listed, anchor))
        return [`${where}：链接 ${url} 里没有 ${anchor} 这一条，改正编号或先补上`];
      return [];
    }),
  );
}

/** 正文里说的“8.7 节”要真有；调整次序后最容易忘的就是它。 */
export function sectionMentions({ chapters, pages }: Course): string[] {
  const counts = new Map(chapters.map(({ number, sections }) => [number, sections.length]));
  const broken = (page: Page) =>
    [...page.prose.matchAll(/(\d+)\.(\d+) ?节/g)].filter(([, chapter, section]) => {
      const count = counts.get(Number(chapter));
      return count === undefined || Number(section) < 1 || Number(section) > count;
    });
  return pages.flatMap((page) =>
    broken(page).map(
      (found) => `${at(page, found.index)}：没有 ${found[1]}.${found[2]} 节，对照各节编号改正`,
    ),
  );
}

/** 实验的“回到正文”要通向一节真有的正文。 */
export function widgetHomes({ root, widgets, chapters }: Course): string[] {
  return [...widgets].flatMap((id) => {
    const file = `src/widgets/${id}/model.ts`;
    if (!existsSync(join(root, file))) return [];
    const text = readFileSync(join(root, file), 'utf8');
    const found = /^ {2}chapter: '([^']*)',\s+section: '([^']*)'/m.exec(text);
    if (!found) return [];
    const [, chapter, section] = found;
    const home = chapters.find(({ slug }) => slug === chapter);
    return home?.sections.some(({ slug }) => slug === section)
      ? []
      : [
          `${at({ file, text }, found.index)}：没有 ${chapter} 章 ${section} 节，“回到正文”会落空，请改正`,
        ];
  });
}
