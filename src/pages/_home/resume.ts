/** 回来的读者从哪里接着读。存着的可能是坏的：看不懂的当作没有。 */
export interface SectionLink {
  id: string;
  href: string;
  title: string;
}

export interface Resume {
  href: string;
  title: string;
  /** 上次停在哪个小标题底下；不知道是空的 */
  at: string;
}

/**
 * 上次停在的那一节还没读完，就回那一节的那个小标题；读完了，是它之后第一节没读过的。
 * 都读过了，或者什么也没有读过，是 null。
 */
export function resume(
  sections: readonly SectionLink[],
  progress: unknown,
  place: unknown,
): Resume | null {
  const done = new Set(Array.isArray(progress) ? progress : []);
  const { section, id, heading } = Object.assign(
    { section: '', id: '', heading: '' } as Record<string, unknown>,
    place,
  );
  const here = sections.findIndex((each) => each.id === section);
  const left = sections[here];
  if (left && !done.has(left.id)) {
    const known = typeof id === 'string' && id !== '' && typeof heading === 'string';
    return {
      href: known ? `${left.href}#${encodeURIComponent(id)}` : left.href,
      title: left.title,
      at: known ? heading.slice(0, 40) : '',
    };
  }
  const read = sections.map((each) => done.has(each.id));
  if (!read.includes(true)) return null;
  const order = Array.isArray(progress) ? progress : [];
  const last = here >= 0 ? here : sections.findIndex((each) => each.id === order.at(-1));
  const next = [...sections.slice(last + 1), ...sections].find((each) => !done.has(each.id));
  return next ? { href: next.href, title: next.title, at: '' } : null;
}
