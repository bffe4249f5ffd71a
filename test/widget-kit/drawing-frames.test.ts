/** 框里的画只有一种框：各写各的，投影时多高、手机上怎么缩就各是各的，改一处要改二十处。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** 字随画布缩的大堂自己管字号，Drawing 的字号是定的。 */
const own = new Set(['src/widgets/pooling/Hall.svelte']);

/** 自己搭的框：照画布给高，又把量尺寸挂在自己的元素上。 */
const framesItself = (source: string) =>
  /\bstyle:flex-basis=\{tall\(/.test(source) && source.includes('{@attach canvas.measure}');

test('自己搭框的写法认得出来', () => {
  expect(framesItself('<div style:flex-basis={tall(wanted)} {@attach canvas.measure}></div>')).toBe(
    true,
  );
  expect(framesItself('<Drawing {canvas} {wanted} {label}></Drawing>')).toBe(false);
});

test('实验里的画都用 Drawing', () => {
  const files = globSync('src/widgets/*/*.svelte', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) => framesItself(readFileSync(join(root, file), 'utf8')));
  const needless = [...own].filter((file) => !found.includes(file));
  expect(
    found.filter((file) => !own.has(file)),
    '改用 src/widget-kit/Drawing.svelte：<Drawing {canvas} {wanted} {label}>',
  ).toEqual([]);
  expect(needless, '不再自己搭框了，从这里的名单上去掉').toEqual([]);
});
