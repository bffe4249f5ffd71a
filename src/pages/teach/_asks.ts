/**
 * 各节“想一想”里给教师的提示：从正文的 MDX 里读出来，教案上排在一起。
 * 提示里有要算的数或公式的，这里不抄，只说在哪一节。
 */
export interface Ask {
  question: string;
  /** 提示的各段；undefined 是要到那一节去看 */
  notes: string[] | undefined;
}

/** 一节正文里的“想一想”，`mdx` 是它的源文。 */
export function asksIn(mdx: string): Ask[] {
  const callouts = mdx.matchAll(/<Callout kind="ask" title="([^"]+)">([\s\S]*?)<\/Callout>/g);
  return [...callouts].flatMap(([, question = '', inside = '']) => {
    const note = /<Fragment slot="teacher">([\s\S]*?)<\/Fragment>/.exec(inside)?.[1];
    return note === undefined ? [] : [{ question, notes: plainParagraphs(note) }];
  });
}

/** 术语、链接、着重都只留字。 */
export function plainParagraphs(mdx: string): string[] | undefined {
  if (/[{$]/.test(mdx)) return undefined;
  return mdx
    .replace(/<\/?[A-Z]\w*\b[^>]*>/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|^- /gm, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
