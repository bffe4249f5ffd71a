/** 部件进入视野时做一次。`astro-island` 自己不占地方，看的是它里面的元素。 */
export function whenInView(island: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  for (const child of island.children) observer.observe(child);
}
