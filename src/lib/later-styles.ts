let coming: Promise<unknown> | undefined;

/**
 * 网页里还没有、脚本画出来才用得上的样式，构建时写成停用的 `<link disabled>`
 * （src/build/shared-styles.ts）；要画的人先取它。取不到也照样往下走：能用比好看要紧。
 */
export function laterStyles(): Promise<unknown> {
  coming ??= Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][disabled]')].map(
      (link) =>
        new Promise((done) => {
          link.onload = link.onerror = done;
          link.disabled = false;
        }),
    ),
  );
  return coming;
}
