/**
 * 参考文献著录：GB/T 7714—2015 顺序编码制。
 *
 * 只管格式：缺的项目连同它前面的标点一起略去，不补“[S.l.]”“[s.n.]”，
 * 因为缺项多半是没有核实，而不是原文没有。
 */
export interface CitedWork {
  type: 'article' | 'book' | 'chapter' | 'thesis' | 'standard' | 'report' | 'news' | 'web';
  /** 西文个人作者写成“姓, 名”；机构与中文作者照写。 */
  authors: readonly string[];
  title: string;
  /** 期刊、报纸或文集的名称。 */
  container?: string | undefined;
  editors?: readonly string[] | undefined;
  publisher?: string | undefined;
  place?: string | undefined;
  /** 标准号或报告号。 */
  number?: string | undefined;
  year?: number | undefined;
  /** 2024-07-25 或 2024-07。 */
  date?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  url?: string | undefined;
  accessed?: string | undefined;
  language: 'zh' | 'en';
}

/** 著录文字与网址分开，页面才能把网址做成链接。 */
export interface Citation {
  text: string;
  url?: string | undefined;
}

const mark = {
  article: 'J',
  book: 'M',
  chapter: 'M',
  thesis: 'D',
  standard: 'S',
  report: 'R',
  news: 'N',
  web: 'EB',
} as const;

/** `Larson, Richard C.` → `LARSON R C`；没有逗号的名字（中文、机构）原样返回。 */
export function formatName(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 0) return name.trim();
  const surname = name.slice(0, comma).trim().toUpperCase();
  const initials = name
    .slice(comma + 1)
    .split(/[\s.\-‐]+/u)
    .flatMap((part) => [...part].slice(0, 1))
    .map((letter) => letter.toUpperCase());
  return [surname, ...initials].join(' ');
}

/** 三人以内全列，多于三人列前三人后加“等”或“et al.”。 */
export function formatNames(names: readonly string[], language: 'zh' | 'en'): string {
  const shown = names.slice(0, 3).map(formatName);
  if (names.length > 3) shown.push(language === 'zh' ? '等' : 'et al.');
  return shown.join(', ');
}

/** 各段之间用“. ”隔开；一段已以句点收尾（如 et al.）时不再重复句点。 */
function joinSegments(segments: readonly string[]): string {
  return segments
    .filter((segment) => segment !== '')
    .map((segment) => (segment.endsWith('.') ? segment : `${segment}.`))
    .join(' ');
}

function present(parts: readonly (string | number | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

function withPages(head: string, pages: string | undefined): string {
  return pages === undefined ? head : `${head}: ${pages}`;
}

function imprint(work: CitedWork): string {
  const publisher = present([work.place, work.publisher], ': ');
  return withPages(present([publisher, work.year], ', '), work.pages);
}

function journalImprint(work: CitedWork): string {
  const issue = work.issue === undefined ? '' : `(${work.issue})`;
  // 没有卷号的期刊，期号直接跟在年份后面。
  const located =
    work.volume === undefined
      ? present([work.container, `${work.year ?? ''}${issue}`], ', ')
      : present([work.container, work.year, `${work.volume}${issue}`], ', ');
  return withPages(located, work.pages);
}

function source(work: CitedWork): string {
  switch (work.type) {
    case 'article':
      return journalImprint(work);
    case 'news':
      return withPages(present([work.container, work.date ?? work.year], ', '), work.pages);
    case 'web': {
      const updated = work.date === undefined ? '' : `(${work.date})`;
      const publisher = present([work.place, work.publisher ?? work.container], ': ');
      return `${present([publisher, work.year], ', ')}${updated}`;
    }
    default:
      return imprint(work);
  }
}

/** 一条来源的著录文字；网址另外给出。 */
export function formatCitation(work: CitedWork): Citation {
  const online = work.url !== undefined;
  const title = present([work.title, work.number], work.language === 'zh' ? '：' : ': ');
  const marked = `${title}[${mark[work.type]}${online ? '/OL' : ''}]`;
  const accessed = online && work.accessed !== undefined ? `[${work.accessed}]` : '';
  const authors = formatNames(work.authors, work.language);
  const tail = `${source(work)}${accessed}`;
  const body =
    work.type === 'chapter'
      ? [
          authors,
          `${marked}//${joinSegments([formatNames(work.editors ?? [], work.language), work.container ?? ''])}`,
          tail,
        ]
      : [authors, marked, tail];
  return { text: joinSegments(body), url: work.url };
}

/** 文中引用用的短形式：“Maister，1985”“国家统计局，2024”；两位以上作者写第一位加“等”，没有作者写刊名；网页没有年份写“无日期”。 */
export function shortCitation(
  work: Pick<CitedWork, 'authors' | 'title' | 'container' | 'year' | 'date'>,
): string {
  const [first = work.container ?? work.title] = work.authors;
  const surname = /[\u4e00-\u9fff]/.test(first) ? first : (first.split(',')[0] ?? first).trim();
  const authors = work.authors.length > 1 ? `${surname} 等` : surname;
  return `${authors}，${work.year ?? work.date?.slice(0, 4) ?? '无日期'}`;
}
