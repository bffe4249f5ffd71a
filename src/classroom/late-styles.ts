let coming: Promise<unknown> | undefined;

/**
 * 课堂的页上，头一个实验与面板之前用不着的样式（`<link disabled data-on-demand>`，见
 * src/build/shared-styles.ts）：和它们一起取，取不到也照样往下走。
 */
export async function withLateStyles<T>(part: Promise<T>): Promise<T> {
  coming ??= Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[data-on-demand]')].map(
      (link) =>
        new Promise((done) => {
          link.onload = link.onerror = done;
          link.disabled = false;
        }),
    ),
  );
  await coming;
  return part;
}
