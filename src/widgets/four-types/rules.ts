/**
 * 规则表：四型各要怎样的六项设计。四型的名字、分离与侧重出自 Metters & Vargas（2000）；
 * 哪一项配哪一型，薪酬、人手、产品三行照原文的银行案例归纳，其余由本课件照同一道理写出。
 */

export const types = ['leader', 'kiosk', 'professional', 'personal'] as const;
export type Type = (typeof types)[number];

/** 网格里的次序：上一行重服务，下一行重成本；左边不分离，右边分离。 */
export const typeNames: Record<Type, { code: Code; name: string; english: string; aim: string }> = {
  leader: { code: 'A', name: '成本领先型', english: 'Cost Leader', aim: '前后台分开，为的是省' },
  kiosk: { code: 'B', name: '便捷小站型', english: 'Kiosk', aim: '前后台不分，为的也是省' },
  professional: {
    code: 'C',
    name: '专注专业型',
    english: 'Focused Professional',
    aim: '前后台分开，为的是让前台腾出手服务',
  },
  personal: {
    code: 'D',
    name: '个人服务型',
    english: 'Personal Service',
    aim: '前后台不分，一个人从头服务到底',
  },
};

export const codes = ['A', 'B', 'C', 'D'] as const;
export type Code = (typeof codes)[number];
export const typeOf = (code: Code): Type =>
  types.find((type) => typeNames[type].code === code) as Type;

export const rows = ['back', 'staff', 'pay', 'measure', 'layout', 'product'] as const;
export type RowId = (typeof rows)[number];

interface Option {
  value: string;
  label: string;
  /** 配哪几型 */
  fits: readonly Type[];
  /** 选了它，人会怎样做事 */
  does: string;
}
interface Row {
  name: string;
  options: readonly Option[];
  /** 各型为什么要自己那一种 */
  needs: Record<Type, string>;
}

export const table: Record<RowId, Row> = {
  back: {
    name: '审批和单据',
    options: [
      {
        value: 'pool',
        label: '集中到处理中心，谁有空谁做',
        fits: ['leader'],
        does: '件送走以后，前台说不清在谁手里、哪天回来。',
      },
      {
        value: 'support',
        label: '集中到后台，一个小组对口几位客户经理',
        fits: ['professional'],
        does: '后台照着客户经理的时间转，为快和对口多留了人。',
      },
      {
        value: 'branch',
        label: '留在网点，谁接的谁办',
        fits: ['kiosk', 'personal'],
        does: '接待的人要停下来审单、录入、打电话核实。',
      },
    ],
    needs: {
      leader: '成本领先型靠把零碎的活攒到一处，分细、上机器，才摊得薄。',
      kiosk: '小站只有两三个人、几样事，送出去再送回来，往返比省下的还多。',
      professional: '专注专业型分开前后台，是要后台替前台把杂事接过去，随叫随应。',
      personal: '个人服务型卖的就是从头到尾一个人，他审、他批，才答应得下来。',
    },
  },
  staff: {
    name: '前台的人',
    options: [
      {
        value: 'narrow',
        label: '专做一段，照单收件',
        fits: ['leader'],
        does: '问到别的，只能说“这个不归我”。',
      },
      {
        value: 'versatile',
        label: '两三个人，样样都会一点',
        fits: ['kiosk'],
        does: '什么都能当场办，遇到复杂的就到头了。',
      },
      {
        value: 'advisor',
        label: '会谈事的客户经理，不碰单据',
        fits: ['professional'],
        does: '他只管陪客户，单据要有别人接着做。',
      },
      {
        value: 'banker',
        label: '老信贷员，接待、调查、批贷一人到底',
        fits: ['personal'],
        does: '他懂行、贵，也只有他能替这位客户做主。',
      },
    ],
    needs: {
      leader: '成本领先型的活已经拆细，要的是上手快、顶得上的人。',
      kiosk: '小站人少，缺一样手艺就要关一扇窗，所以人人样样会。',
      professional: '专注专业型把会谈事的人和会做单据的人分开，各用所长。',
      personal: '个人服务型没有后台替他做，一个人得从头到尾都拿得起来。',
    },
  },
  pay: {
    name: '薪酬',
    options: [
      {
        value: 'wage',
        label: '固定工资，至多一点小奖励',
        fits: ['leader', 'kiosk'],
        does: '照章办完就好，没有人会为一位客户多走一步。',
      },
      {
        value: 'commission',
        label: '照自己带来的业务提成',
        fits: ['professional'],
        does: '人会追着大客户跑，小业务能躲就躲。',
      },
      {
        value: 'bonus',
        label: '工资为主，整个网点的业绩好就发大奖金',
        fits: ['personal'],
        does: '人会把眼光放长，肯花工夫认识街坊。',
      },
    ],
    needs: {
      leader: '成本领先型的客户由总部的广告和价格招来，柜员拉不来也留不住，提成没有道理。',
      kiosk: '客户是顺路走进小站的，不是谁拉来的，大奖金付了也换不来生意。',
      professional: '专注专业型的生意一笔笔是客户经理谈来的，奖励要跟着他谈成的走。',
      personal: '个人服务型靠全网点在街坊里的口碑，几年才见效，一笔一提就没人肯等。',
    },
  },
  measure: {
    name: '考核',
    options: [
      {
        value: 'time',
        label: '每通电话、每份单据用了几分钟',
        fits: ['leader'],
        does: '聊到第五分钟，人就想挂电话。',
      },
      {
        value: 'outlet',
        label: '每个点一年办多少件、花多少钱',
        fits: ['kiosk'],
        does: '一个点的人会想着怎样不闲、怎样省租金。',
      },
      {
        value: 'client',
        label: '客户留了几年、往来多了没有',
        fits: ['professional', 'personal'],
        does: '人舍得在一位客户身上花时间。',
      },
    ],
    needs: {
      leader: '成本领先型要的是每一件都便宜，量的就得是每一件的时间。',
      kiosk: '小站一个人什么都做，按件掐表掐不准，看整个点的账才公道。',
      professional: '专注专业型卖的是时间和判断，拿分钟去考，前台照成本管，战略就断在这里。',
      personal: '个人服务型的一段来往要好几年，量分钟、量件数都看不见它。',
    },
  },
  layout: {
    name: '网点的样子',
    options: [
      {
        value: 'counter',
        label: '不大的网点，一排窗口，叫号',
        fits: ['leader'],
        does: '来了就办，办完就走，没有坐下来的地方。',
      },
      {
        value: 'stall',
        label: '超市、地铁口的小摊位',
        fits: ['kiosk'],
        does: '顺路、省租金，旁边就是收银台。',
      },
      {
        value: 'lounge',
        label: '会客室，看不见单据和机器',
        fits: ['professional'],
        does: '坐得住、谈得开，后台藏在别处。',
      },
      {
        value: 'full',
        label: '人手足的全功能网点，进门有人认得',
        fits: ['personal'],
        does: '养着十来个人，什么都在这里办。',
      },
    ],
    needs: {
      leader: '成本领先型的网点只管收件，面积和人手都要压到最小。',
      kiosk: '小站卖的是近和顺路，搬进大网点，房租先吃掉省下的。',
      professional: '专注专业型的前台只谈事，要静，单据和机器都不该摆在客户眼前。',
      personal: '个人服务型当场审、当场定，人和手续都得在这个网点里。',
    },
  },
  product: {
    name: '产品',
    options: [
      {
        value: 'short',
        label: '最常见的几样，条款不改',
        fits: ['leader', 'kiosk'],
        does: '特别一点的请求，只能请他去别家。',
      },
      {
        value: 'broad',
        label: '样样都有，后台有专家随时支援',
        fits: ['professional'],
        does: '客户要什么都接得住，专家养在后台。',
      },
      {
        value: 'tailored',
        label: '照这位客户的情况单议，网点说了算',
        fits: ['personal'],
        does: '每一笔都不一样，流水线上走不动。',
      },
    ],
    needs: {
      leader: '成本领先型只在标准件上快而便宜，多一种例外，处理中心就多停一次。',
      kiosk: '小站的两三个人记不住一百样产品，短单子才办得快。',
      professional: '专注专业型的客户要的多，前台一个人不必都懂，背后得有专家。',
      personal: '个人服务型敢单议，是因为做主的人就在眼前，他认得这位客户。',
    },
  },
};

export type Design = Record<RowId, string>;

export const optionOf = (row: RowId, value: string): Option =>
  table[row].options.find((option) => option.value === value) ?? (table[row].options[0] as Option);

/** 某一型整套的六项。 */
export function whole(type: Type): Design {
  return Object.fromEntries(
    rows.map((row) => [row, table[row].options.find(({ fits }) => fits.includes(type))?.value]),
  ) as Design;
}

export const clashes = (design: Design, type: Type): RowId[] =>
  rows.filter((row) => !optionOf(row, design[row]).fits.includes(type));
