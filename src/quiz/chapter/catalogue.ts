/** 测验页面里带着的题目清单；题目本身点了“开始”才取。 */
export interface CatalogueItem {
  id: string;
  hash: string;
  section: string;
  objective: string;
  /** 有没有提示可看 */
  hinted: boolean;
}

export interface SectionLink {
  id: string;
  path: string;
  title: string;
}

export interface ObjectiveText {
  id: string;
  text: string;
}

/** 读者选的：做哪些题，做多少，怎么做。 */
export interface Choice {
  items: readonly { id: string }[];
  count: number;
  layout: 'one' | 'all';
  openBook: boolean;
}
