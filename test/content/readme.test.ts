import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const count = (pattern: string) => globSync(pattern, { cwd: root }).length;

test('the README names every chapter and counts chapters, sections and experiments', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const chapters = globSync('content/chapters/*/index.mdx', { cwd: root });
  const titles = chapters.map(
    (file) => /^title: (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? file,
  );
  for (const title of titles)
    expect(readme, `README.md 没有提到“${title}”这一章：补上`).toContain(`**${title}**`);
  const said = `${chapters.length} 章：`;
  expect(readme, 'README.md 里的章数不对').toContain(said);
  const [sections, widgets] = [
    count('content/chapters/*/[0-9]*.mdx'),
    count('src/widgets/*/model.ts'),
  ];
  expect(readme, 'README.md 里的节数、实验数不对').toContain(
    `共 ${sections} 节、${widgets} 个实验`,
  );
});
