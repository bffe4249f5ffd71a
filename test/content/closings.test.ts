import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/closings.ts';
import { frontMatter, numbering } from './rules/chapters.ts';
import { citations } from './rules/sections.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const closing = `${chapter}/closing.mdx`;
const second = `${chapter}/02-discount.mdx`;

test('there is a closing to check', () =>
  expect(course.chapters.some((each) => each.closing)).toBe(true));

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const says = (rule: keyof typeof rules, changes: Parameters<typeof courseWith>[0]) =>
  rules[rule](courseWith(changes)).join('\n');

test('a chapter with sections and no closing is named', () => {
  expect(says('written', { [closing]: null })).toMatch(`${chapter}：缺少 closing.mdx`);
});

test('a summary of another length or other headings are named', () => {
  expect(
    says('summaries', { [closing]: ['## 讨论', `${'再说一遍。'.repeat(60)}\n\n## 讨论`] }),
  ).toMatch(/小结有 \d+ 个汉字，改到 300 至 500 之间/);
  expect(says('summaries', { [closing]: ['## 延伸阅读', '## 参考书'] })).toMatch(
    '二级标题依次只写 ## 讨论 和 ## 延伸阅读',
  );
});

test('a discussion without question or note, or too few of them, are named with line', () => {
  expect(
    says('discussions', { [closing]: ['<Discussion question="第一炉几点出？">', ''] }),
  ).toMatch(`${closing}：讨论题有 3 道，至少写 4 道`);
  expect(says('discussions', { [closing]: [' question="第一炉几点出？"', ''] })).toMatch(
    /closing\.mdx:\d+：讨论题没有题目/,
  );
  expect(says('discussions', { [closing]: ['多半先答越早越好', '好'] })).toMatch(
    /closing\.mdx:\d+：讨论题缺给教师的提示/,
  );
});

test('a reading without its sentence, twice or unlisted is named with line', () => {
  expect(says('readings', { [closing]: ['想知道烤炉怎么来的，先读这一本。', '好。'] })).toMatch(
    /closing\.mdx:\d+：延伸阅读缺一句话/,
  );
  expect(says('readings', { [closing]: ['id="oven-2001"', 'id="baker-1990"'] })).toMatch(
    'baker-1990 列了两遍',
  );
  const unlisted = courseWith({ [closing]: ['oven-2001, ', ''] });
  expect(citations(unlisted).join('\n')).toMatch(
    '引了 oven-2001，front matter 的 sources 里却没有',
  );
});

test('parts of a closing do not stand in a section, and its name is taken', () => {
  const text = '<Reading id="baker-1990">好书，适合所有人。</Reading>';
  expect(says('onlyInClosings', { [second]: ['八点以后打七折。', text] })).toMatch(
    `${second}:10：<Reading> 只放在 closing.mdx 里`,
  );
  const taken = courseWith({ [`${chapter}/03-closing.mdx`]: '---\n---\n' });
  expect(numbering(taken).join('\n')).toMatch('closing 是章末小结的网址');
});

test('a closing has its own fields: it teaches no objective', () => {
  const wrong = courseWith({ [closing]: ['minutes: 8', 'objectives: [see-demand]'] });
  const problems = frontMatter(wrong).join('\n');
  expect(problems).toMatch(/closing\.mdx:\d+：不认识的字段 objectives/);
  expect(problems).toMatch('minutes 没有写。大约读几分钟');
});
