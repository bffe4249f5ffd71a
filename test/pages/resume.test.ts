/** 首页上“接着读”指到哪里。 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resume } from '../../src/pages/_home/resume.ts';

const sections = ['a/one', 'a/two', 'b/one'].map((id) => ({ id, href: `/${id}/`, title: id }));
const place = { section: 'a/two', id: '算一算', heading: '算一算' };

test('a newcomer is not told to read on', () => {
  expect(resume(sections, null, null)).toBeNull();
  expect(resume(sections, [], { section: 'gone/one' })).toBeNull();
});

test('a section left half read is taken up at the heading where it was left', () => {
  expect(resume(sections, ['a/one'], place)).toEqual({
    href: `/a/two/#${encodeURIComponent('算一算')}`,
    title: 'a/two',
    at: '算一算',
  });
  expect(resume(sections, null, { ...place, id: '', heading: '' })?.href).toBe('/a/two/');
});

test('after a section read to its end comes the next one not read', () => {
  expect(resume(sections, ['a/two'], place)?.title).toBe('b/one');
  expect(resume(sections, ['b/one'], { ...place, section: 'b/one' })?.title).toBe('a/one');
  expect(resume(sections, ['a/one'], null)?.title).toBe('a/two');
});

test('who has read everything is not told to read on', () => {
  expect(
    resume(
      sections,
      sections.map(({ id }) => id),
      place,
    ),
  ).toBeNull();
});

test('anything at all that is stored leads somewhere in the course, or nowhere', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (progress, stored) => {
      const found = resume(sections, progress, stored);
      expect(found === null || sections.some(({ href }) => found.href.startsWith(href))).toBe(true);
    }),
  );
});
