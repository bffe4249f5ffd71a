let coming: Promise<unknown> | undefined;

/**
 * 课堂的页上，头一个实验与面板之前用不着的样式（`<link rel="late">`，见
 * src/build/shared-styles.ts）：和它们一起取，取不到也照样往下走。
 */
export async function withLateStyles<T>(part: Promise<T>): Promise<T> {
  coming ??= Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=late]')].map(
      (link) =>
        new Promise((done) => {
          link.onload = link.onerror = done;
          link.rel = 'stylesheet';
        }),
    ),
  );
  await coming;
  return part;
}
