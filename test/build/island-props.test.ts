import { expect, test } from 'vitest';
import { propsApart } from '../../src/build/island-props.ts';

const long = JSON.stringify({ questions: [0, `甲 & 乙 "丙" &quot; ${'题'.repeat(300)}`] });
const written = long.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const island = (props: string, client = 'reached') =>
  `<astro-island component-url="/_astro/Q.js" props="${props}" ssr client="${client}">题</astro-island>`;
const apart = (html: string) => {
  const site = {
    pages: new Map([['index.html', html]]),
    scripts: new Map<string, string>(),
    sheets: new Map<string, string>(),
    data: new Map<string, string>(),
  };
  propsApart(site, '/som/_astro/');
  return { html: site.pages.get('index.html'), data: [...site.data] };
};

test('long properties go into a file, word for word, and the page names it', () => {
  const { html, data } = apart(`<p props="x">${island(written)}`);
  const [[name, text] = []] = data;
  expect(text).toBe(long);
  expect(html).toBe(
    `<p props="x">${island('').replace('props=""', `props-url="/som/_astro/${name}"`)}`,
  );
});

test('the same properties on two pages make one file', () => {
  expect(apart(island(written) + island(written)).data).toHaveLength(1);
});

test('short ones stay, and so do those needed at once', () => {
  expect(apart(island('{&quot;place&quot;:[0,&quot;inline&quot;]}')).data).toEqual([]);
  expect(apart(island(written, 'load')).data).toEqual([]);
});
