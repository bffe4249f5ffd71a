/** 十家（都是虚构案例），各照规则归一型；`second` 是虚构的第二位分拣者“小周”归的，他常看行业、看排场。 */
import { codes, type Code } from './rules.ts';

export interface Case {
  name: string;
  text: string;
  rule: Code;
  second: Code;
  /** 分在哪里、为了什么 */
  why: string;
  /** 也是银行 */
  bank?: boolean;
}

export const cases: readonly Case[] = [
  {
    name: '电话车险',
    text: '没有门店，打电话投保；理赔员坐在同一个大厅，一人只做一段，量的是每件几分钟。',
    rule: 'A',
    second: 'A',
    why: '活拆细、攒到一处，图的是便宜。',
  },
  {
    name: '超市里的银行摊位',
    text: '两位职员，开户、挂失、小额贷款都当场办完；只做六样，条款不改。',
    rule: 'B',
    second: 'A',
    why: '什么也没有拆走，省在人少、地方小、单子短。',
    bank: true,
  },
  {
    name: '私人银行部',
    text: '一位客户经理管六十户，只陪客户；单据、报表由后台一个小组替他做好。',
    rule: 'C',
    second: 'C',
    why: '拆走杂事，为的是让前台有时间，不是为省。',
    bank: true,
  },
  {
    name: '镇上的信用社',
    text: '信贷员住在镇上，贷款从问到批、从放到收，都是他一个人跟，他点头就算。',
    rule: 'D',
    second: 'D',
    why: '后台的事也在他手里，靠的是认得人。',
    bank: true,
  },
  {
    name: '房产中介',
    text: '经纪人只管陪看、谈价；合同、按揭、过户有专门一组替他跑，他照成交提成。',
    rule: 'C',
    second: 'D',
    why: '后台替前台接走手续，好让他多陪客户。',
  },
  {
    name: '街口打印店',
    text: '老板一个人，接单、排版、打印、装订当场做完；价目贴在墙上，不议价。',
    rule: 'B',
    second: 'D',
    why: '一个人做完不等于个人服务型：单子短、不商量，图的是近和便宜。',
  },
  {
    name: '连锁面包店',
    text: '面团、成品由中央工厂统一做，门店只加热、收钱；店员拿固定工资。',
    rule: 'A',
    second: 'B',
    why: '店小、顺路像小站，可做面包的活都拆到工厂去了。',
  },
  {
    name: '定制裁缝铺',
    text: '老师傅量体、裁剪、试穿、修改一手包办，老客人的尺寸都在他本子上。',
    rule: 'D',
    second: 'D',
    why: '不拆，是因为手艺和交情都在一个人身上。',
  },
  {
    name: '手机银行的信用贷',
    text: '手机上申请，机器几秒钟批完，人只在抽查时看一眼；额度、利率没得谈。',
    rule: 'A',
    second: 'B',
    why: '方便是方便，后台全拆给了机器，靠量大摊薄。',
    bank: true,
  },
  {
    name: '医院的特需门诊',
    text: '专家只管看病、谈方案；病史、检查、预约由后台的助理组提前备好。',
    rule: 'C',
    second: 'D',
    why: '助理组在后台替专家省出时间，分得很开，只是病人看不见。',
  },
];

export const unsorted = 'x'.repeat(cases.length);

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Sorter = { name: string; codes: string };
export type Mark = Code | null;

/** 一串读成十格：全角、小写、1–4 都认得，看不懂的当作没分。 */
export function readMarks(text: string): Mark[] {
  const letters = [...text.normalize('NFKC').toUpperCase()];
  return cases.map((_, i): Mark => {
    const letter = letters[i] ?? 'x';
    return codes['1234'.indexOf(letter)] ?? codes.find((code) => code === letter) ?? null;
  });
}

/** 改一格，别的不动。 */
export function withMark(text: string, index: number, code: Mark): string {
  return readMarks(text)
    .map((mark, i) => (i === index ? code : mark) ?? 'x')
    .join('');
}

export const startSorters: readonly Sorter[] = [
  { name: '我', codes: unsorted },
  { name: '小周（虚构）', codes: cases.map(({ second }) => second).join('') },
];
