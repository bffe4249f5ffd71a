/** 索引文件长什么样：构建时写，浏览器里读，说法只此一处。 */

/** 哪一类页面；同样相关时，讲解排在题目与手册前面。 */
export type PageKind =
  | 'section'
  | 'chapter'
  | 'experiment'
  | 'quiz'
  | 'case'
  | 'reference'
  | 'other';

export interface PageInfo {
  /** 站内路径，不含部署前缀 */
  path: string;
  title: string;
  /** “第 8 章 排队管理 · 8.4” */
  crumbs: string;
  kind: PageKind;
}

/** `/search/catalogue.json`：唯一一个名字固定的文件，别的都在以内容命名的文件夹里。 */
export interface Catalogue {
  /** 放着分片与正文的文件夹，站内路径，以 / 结尾 */
  folder: string;
  shards: number;
  pages: PageInfo[];
}

/** 一片：每个小段在哪几页、有多要紧，写成“与上一页差几号、要紧程度”交替的一串数。 */
export type Shard = Record<string, number[]>;

/** 一页的正文，用来核对整句和摘一小段。 */
export interface PageText {
  text: string;
  /** 带锚点的小标题，从正文第几个字符开始 */
  headings: { at: number; id: string; title: string }[];
}

/** 按第一个字分片：同一个字开头的都在一片里，只打了半个词也只取一片。 */
export function shardOf(token: string, shards: number): number {
  return (token.codePointAt(0) ?? 0) % shards;
}
