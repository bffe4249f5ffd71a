/** 评分表：六个方面、四级，每一格一句看得见的话。四级与各格的意思据蔡斯与海斯 1991，话是本书的概括。 */

export const stageNames = ['可用', '熟练', '独特能力', '世界级'] as const;

/** 参数的名字，次序就是表上的次序。 */
export const aspects = [
  'quality',
  'backOffice',
  'customers',
  'technology',
  'workforce',
  'management',
] as const;
export type Aspect = (typeof aspects)[number];

export const sheet: Record<
  Aspect,
  { name: string; anchors: readonly [string, string, string, string] }
> = {
  quality: {
    name: '服务质量',
    anchors: ['时好时坏，省钱在先', '要紧的一两样稳', '样样稳，出乎意料地好', '带着顾客越要越高'],
  },
  backOffice: {
    name: '后台',
    anchors: ['花钱越少越好', '同行有的都有', '和前台一样要紧', '自己想得出新做法'],
  },
  customers: {
    name: '顾客',
    anchors: ['没有别处可去', '来不来都行', '冲着它来', '来过它，就嫌别家'],
  },
  technology: {
    name: '新技术',
    anchors: ['不上不行了才上', '算得出省钱才上', '为了服务更好而上', '做得到别家做不到的'],
  },
  workforce: {
    name: '员工',
    anchors: ['管住，别惹事', '照规程做', '规程之间会挑', '出主意，教别人'],
  },
  management: {
    name: '一线管理',
    anchors: ['盯着人', '盯着流程', '听顾客，带员工', '上头来听他的主意'],
  },
};

export type Rated = Record<Aspect, string>;
/** 六个数，照表上的次序。 */
export function rated(...stages: readonly [number, number, number, number, number, number]): Rated {
  return Object.fromEntries(aspects.map((aspect, k) => [aspect, String(stages[k])])) as Rated;
}
export const hospital = rated(3, 3, 3, 4, 1, 2);
/** 员工一路提到 4，别的不动 */
export const hospitalTaught = rated(3, 3, 3, 4, 4, 2);
/** 六行都是 3 的一家，带教的老人走了 */
export const hospitalEast = rated(3, 3, 3, 3, 1, 3);
export const canteen = rated(2, 3, 1, 3, 2, 2);
