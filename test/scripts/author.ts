/** 一位作者会给出的答案，`npm run new` 的测试共用。 */

export const single = {
  objective: 'compute-distance',
  type: 'single',
  id: 'author-two-villages',
  title: '两个村之间设点',
  prompt: '两个村各有一百户，相距十里，卫生站设在哪里总路程最短？',
  correct: '两村之间哪里都一样',
  wrong: [
    { text: '一定在正中间', why: '正中间让最远的人走得最少，总路程却和别处一样。' },
    { text: '一定在其中一个村里', why: '靠近一个村省下的路，另一个村全要多走回来。' },
  ],
  explanation: '往任何一边挪一里，一百户少走一里，另外一百户多走一里，总数不变。',
  hints: ['先想一想往左挪一里，谁少走，谁多走。'],
};

export const multiple = {
  objective: 'compare-aims',
  type: 'multiple',
  id: 'author-what-a-site-decides',
  title: '选址决定什么',
  prompt: '一家便利店把店址定下来，同时也定下了哪些事？',
  options: [
    { text: '谁走路就能到', correct: true, why: '走路能到的人是店的基本顾客，店址一定就定了。' },
    { text: '每月的房租', correct: true, why: '房租跟着地段走，签了约就很难再改。' },
    { text: '店员的服务态度', why: '态度靠招聘和培训，换了地方也能改。' },
  ],
  explanation: '店址是很难反悔的决定，它先定下谁会来、花多少钱，别的还可以慢慢改。',
  hints: ['想一想哪些事搬家才能改。', '再想一想哪些事换个店长就能改。'],
};

export const ordering = {
  objective: 'weigh-sites',
  type: 'ordering',
  id: 'author-how-to-choose',
  title: '选址的先后',
  prompt: '给一家社区药店选址，下面几件事应当按什么次序做？',
  from: '最先做',
  to: '最后做',
  steps: [
    { text: '说清为谁服务', why: '不知道为谁服务，后面的距离和人数都无从算起。' },
    { text: '圈出候选的地段', why: '知道了为谁服务，才知道在哪一片找。' },
    { text: '逐个比较租金和客流', why: '有了候选才有东西可以比，比完才能定。' },
  ],
  explanation: '先定目标，再定范围，最后才比较；倒过来做，比得再细也可能比错了对象。',
  hints: ['没有候选，就没有东西可以比较。'],
};

export const numeric = {
  objective: 'apply-littles-law',
  type: 'numeric',
  id: 'author-law-in-a-museum',
  title: '展厅里待多久',
  generator: 'littles-law',
  prompt: '展厅平均每小时进来 {perHour} 人，里面平均有 {inventory} 人。每人平均待几分钟？',
  explanation: '人数除以每小时的流量得到 {hours} 小时，乘以 60 就是 {key} 分钟。',
  hints: ['时间等于人数除以流量。'],
};

export const sort = {
  objective: 'apply-littles-law',
  type: 'sort',
  id: 'author-three-quantities',
  title: '三个量各是什么',
  prompt: '展厅门口记下的几样东西，各是利特尔法则里的哪一个量？',
  groups: ['人数', '流量'],
  items: [
    { text: '此刻展厅里有 80 位', group: '人数', why: '数的是里面同时有几位，是人数。' },
    { text: '每小时进来 120 位', group: '流量', why: '按时间来数的是流量，单位里有“每小时”。' },
    { text: '一刻钟离开 30 位', group: '流量', why: '进和出长期一样快，数出口也是流量。' },
  ],
  explanation: '人数是某一刻的，流量是一段时间的，两样的单位不同，一看就分得开。',
  hints: ['看看单位里有没有时间。'],
};

export const place = {
  objective: 'apply-littles-law',
  type: 'place',
  id: 'author-where-on-the-line',
  title: '停留多久在线上指出来',
  computed: '否',
  prompt: '展厅里平均有 40 人，每小时进来 80 人。每人平均停留多久？在线上指出来。',
  map: '否',
  x: { label: '停留', unit: '分钟', from: 0, to: 120, step: 5 },
  marks: [{ text: '一小时', note: '无', x: 60 }],
  answer: { x: 30, within: 3 },
  wrong: [
    { name: '除反了', x: 120, within: 5, why: '用流量除以人数了，时间等于人数除以流量。' },
    { name: '忘了单位', x: 0.5, within: 2, why: '除出来是 0.5 小时，还要化成分钟。' },
  ],
  otherwise: '再算一遍：时间等于人数除以流量，注意单位。',
  explanation: '40 除以 80 是 0.5 小时，也就是 30 分钟，正好在一小时的一半。',
  hints: ['时间等于人数除以流量。'],
};

export const computedPlace = {
  objective: 'apply-littles-law',
  type: 'place',
  id: 'author-drawn-place',
  title: '公路上设一处',
  generator: 'line-site',
  aim: 'mean',
  prompt: '一条公路上，{towns}。放在哪里，平均路程最短？',
  explanation: '数人数数到一半，在{medianTown}，也就是 {median} 公里处。',
  hints: ['往旁边挪一公里，谁少走，谁多走？'],
};

export const section = {
  title: '先定目标再选址',
  english: 'Decide the aim before the site',
  question: '同一座城里，为什么消防站和便利店的选址办法完全不同？',
  summary: '服务的目标不同，选址的算法就不同：有的求最近，有的求人人够得着。',
  minutes: 8,
  opening: '城东新建了一个小区（虚构案例），消防站和便利店都要来设点，两家看中的却不是同一个路口。',
  parts: [
    {
      heading: '近，还是人人够得着',
      text: '便利店盼着总路程最短，多数人方便就好；消防站怕的是最远的那一户，差一分钟都不行。',
    },
    {
      heading: '目标写成一个数，地图才有用',
      text: '把盼着的事写成一个能比大小的数，两个路口哪个更好，量一量就知道，不必再争。',
    },
  ],
};

const paragraph =
  '把网点放到地图上去之前，先要说清楚盼着的是什么。便利店盼着总路程最短，消防站怕的是最远的那一户，政务大厅两样都要顾。';

export const closing = {
  question: '地图摊开之前，该先把哪句话说清楚？',
  summary: '把这一章从目标讲到店址的道理连起来，再留几道题。',
  minutes: 6,
  paragraphs: [paragraph.repeat(3), paragraph.repeat(4)],
  discussions: [
    '消防站为什么不设在人最多的地方？',
    '便利店该不该开在对手旁边？',
    '总路程最短，对最远的人公平吗？',
    '房租降了一半，值得搬家吗？',
  ].map((question) => ({
    question,
    note: '学生多半先凭印象作答，接着请他们把盼着的事写成一个能比大小的数。',
  })),
  readings: ['maister-1985', 'larson-1987', 'little-1961'].map((id) => ({
    id,
    why: '写得短，道理讲得透，适合第一次读论文的同学。',
  })),
};

export const chapter = {
  slug: 'location',
  question: '网点该放在哪里，放几个，每个放多大？',
  summary: '先分清服务要的是近、是全还是赚，再用相应的办法把网点放到地图上去。',
  objectives: [
    { id: 'compare-aims', text: '比较不同服务的选址目标', bloom: 'analyze' },
    { id: 'compute-distance', text: '计算一个网点的总路程', bloom: 'apply' },
    { id: 'weigh-sites', text: '评价几个候选的店址', bloom: 'evaluate' },
  ],
  opening: '沸点火锅（虚构案例）要在城北开第三家店，老板指着地图问：放在哪里？',
  sections: [{ ...section, questions: [single, multiple] }],
  questions: [ordering],
  closing,
};

export const widget = {
  id: 'author-seats',
  title: '食堂要几个座位',
  english: 'How many seats a canteen needs',
  question: '来的人没变，吃得慢一点，座位要多几个？',
  chapter: 'queueing',
  section: 'littles-law',
  unit: '人',
  flow: { meaning: '中午一小时里进来多少人。', min: 30, max: 900, step: 30, default: 300 },
  stay: {
    label: '平均吃多久',
    meaning: '从坐下到离开平均多少分钟。',
    min: 5,
    max: 60,
    step: 2.5,
    default: 20,
  },
  scenarios: [
    { id: 'noon', label: '十二点', sentence: '下课铃响，人一拨一拨进来。', flow: 600, stay: 20 },
    { id: 'late', label: '一点半', sentence: '人少了，大家坐下来慢慢聊。', flow: 90, stay: 35 },
  ],
};
