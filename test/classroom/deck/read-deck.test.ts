/** 写错了的课堂：每一种错都说得出在哪个文件、哪一行、怎么改。 */
import { expect, test } from 'vitest';
import { fill } from '../../../src/classroom/deck/fill.ts';
import { resolveDeck, type Course } from '../../../src/classroom/deck/resolve-deck.ts';
import { game as funnel } from '../../../src/classroom/games/funnel/model.ts';
import type { Question } from '../../../src/quiz/question.ts';
import type { ParamSet, WidgetModel } from '../../../src/widget-kit/model.ts';
import { model as cliff } from '../../../src/widgets/utilization-cliff/model.ts';
import { model as pooling } from '../../../src/widgets/pooling/model.ts';
import { model as optima } from '../../../src/widgets/three-optima/model.ts';

const single = {
  id: 'q-one',
  type: 'single',
  title: '一题',
  prompt: '哪一个？',
  explanation: '因为。',
  options: [
    { text: '甲', correct: true },
    { text: '乙', why: '乙不对。' },
  ],
} as unknown as Question;
const many = {
  ...single,
  id: 'q-many',
  options: Array.from({ length: 7 }, (_, i) => ({ text: `第 ${i}`, correct: i === 0 })),
} as unknown as Question;
const sort = { ...single, id: 'q-sort', type: 'sort' };
/** 题目里的百分数是比例 */
const share = {
  ...single,
  id: 'q-share',
  type: 'numeric',
  key: 0.588,
  unit: 'percent',
  slips: [{ value: 0.96, why: '这是一处的把握。' }],
} as unknown as Question;

const course: Course = {
  title: '排队管理',
  models: new Map(
    [cliff, pooling].map((model) => [model.id, model as unknown as WidgetModel<ParamSet, unknown>]),
  ),
  partsOf: () => ['scene', 'even'],
  games: [funnel],
  question: async (id) => [single, many, sort, share].find((each) => each.id === id) ?? null,
  initials: (text) => text,
};

const file = 'content/decks/queueing.mdx';
const head = ['---', 'chapter: queueing', 'periods: [45]', '---', ''];
const good = [
  '<Cover id="open" minutes={1} title="开场">', // 第 6 行
  '<Say>发牌。</Say>',
  '</Cover>',
  '<Bet id="pool" minutes={5} widget="pooling" scenario="bank" part="even" cuts={[5, 8, 12]} revote>',
  '<Say>念题。</Say>',
  '</Bet>',
  '<Ask id="one" minutes={3} question="q-one">',
  '<Say>念题。</Say>',
  '</Ask>',
  '<Ask id="vote" minutes={3} title="表决">',
  '',
  '选哪一个？',
  '',
  '<Option>甲</Option>',
  '<Option>乙</Option>',
  '',
  '<Say>不讲对错。</Say>',
  '',
  '</Ask>',
  '<Game id="play" minutes={4} game="funnel">', // 第 25 行
  '<Say>扫码。</Say>',
  '</Game>',
];
const problemsOf = async (lines: readonly string[], front = head) =>
  (await resolveDeck(file, [...front, ...lines].join('\n'), course)).problems;
/** 把一行换成别的 */
const having = (from: string, to: string) => {
  const at = good.findIndex((line) => line.includes(from));
  if (at < 0) throw new Error(`没有这一行：${from}`);
  return good.with(at, (good[at] as string).replace(from, to));
};

test('写对的没有话说，题面、分段、答案与错答都由实验来', async () => {
  expect(await problemsOf(good)).toEqual([]);
  const { deck } = await resolveDeck(file, [...head, ...good].join('\n'), course);
  const [, bet, ask, vote, play] = deck.steps;
  expect(play).toMatchObject({
    kind: 'game',
    title: funnel.title,
    game: { id: 'funnel', question: funnel.question },
  });
  expect(bet?.asking).toMatchObject({
    kind: 'number',
    count: 4,
    right: 1,
    answer: '6.9\u00a0分钟',
  });
  expect(bet?.asking?.answers.at(-1)?.why).toContain('省得还不够');
  expect(ask?.asking?.answers.find(({ label }) => label === '乙')?.why).toBe('乙不对。');
  expect(vote?.asking).toMatchObject({ question: null, count: 2, right: null });
});

test.each<[what: string, lines: readonly string[], line: number, says: RegExp]>([
  ['编号重了', having('id="one"', 'id="pool"'), 12, /编号 pool 与第 9 行的那一步重了/],
  ['没有这个实验', having('widget="pooling"', 'widget="poolling"'), 9, /没有实验 poolling/],
  [
    '没有这个场景',
    having('scenario="bank"', 'scenario="branch"'),
    9,
    /没有场景 branch：可以写 bank/,
  ],
  ['没有这幅画面', having('part="even"', 'part="map"'), 9, /没有画面 map：可以写 scene、even/],
  ['只摆一幅，没说哪一幅', having('part="even"', 'alone'), 9, /alone 是只摆 part 那一幅/],
  ['没有这道题', having('"q-one"', '"q-two"'), 12, /题库里没有 q-two/],
  ['举牌答不了的题型', having('"q-one"', '"q-sort"'), 12, /题型 sort 不能举牌/],
  ['分界贴着答案', having('cuts={[5, 8, 12]}', 'cuts={[5, 7, 12]}'), 9, /离分界太近.*一成/],
  ['押数没有分界', having('cuts={[5, 8, 12]} ', ''), 9, /要写分界 cuts/],
  ['分界没有排好', having('[5, 8, 12]', '[8, 5, 12]'), 9, /从小到大/],
  ['没有备注', having('<Say>发牌。</Say>', ''), 6, /没有 <Say>/],
  ['字太多', having('选哪一个？', '选'.repeat(121)), 15, /正文有 \d+ 个字/],
  ['数是手打的', having('选哪一个？', '等了 8.7 分钟，选哪一个？'), 17, /“8.7 分钟”是手打的数/],
  ['百分数是手打的', having('<Option>甲', '<Option>忙到 95%'), 19, /“95%”是手打的数/],
  ['不认识的步', ['<Covers id="a">', '</Covers>'], 6, /没有 <Covers> 这种步/],
  ['标签没有配对', having('</Cover>', '</Covers>'), 8, /读不通/],
  ['正文写在步的外面', [...good, '', '外面的话。'], 29, /正文要写在一步里面/],
  ['不认识的属性', having('revote', 'revotes'), 9, /不认识的属性/],
  ['属性要算', having('minutes={5}', 'minutes={2 + y()}'), 9, /minutes/],
  ['时间写成零', having('minutes={5}', 'minutes={0}'), 9, /至少 1/],
  ['表决只有一个选项', having('<Option>乙</Option>', ''), 15, /2 到 6 个 <Option>/],
  [
    '题库的题写了再投的是',
    having('question="q-one"', 'question="q-one" repeats="pool"'),
    12,
    /不用 repeats/,
  ],
  [
    '单选题写了分界',
    having('question="q-one"', 'question="q-one" cuts={[1, 2]}'),
    12,
    /只用在押数的题上/,
  ],
  ['选项比牌多', having('"q-one"', '"q-many"'), 12, /有 7 个选项，举牌只有 6 种/],
  ['题库的题押数没有分界', having('"q-one"', '"q-share"'), 12, /要写分界 cuts/],
  ['表决没有题名', having(' title="表决"', ''), 15, /要写题名 title/],
  ['表决写了重投', having('title="表决"', 'title="表决" revote'), 15, /表决，没有标准答案/],
  [
    '不是曲线的写了 at',
    having('cuts={[5, 8, 12]}', 'at={2} cuts={[5, 8, 12]}'),
    9,
    /at 只用来押一条曲线/,
  ],
  [
    '画线的写了分界',
    having(
      'widget="pooling" scenario="bank" part="even"',
      'widget="utilization-cliff" scenario="bank"',
    ),
    9,
    /只用在押数的题上/,
  ],
  ['时间太长', having('minutes={5}', 'minutes={21}'), 9, /至多 20/],
  ['时间不是整数', having('minutes={5}', 'minutes={2.5}'), 9, /写整数/],
  ['分界只有一个', having('[5, 8, 12]', '[5]'), 9, /至少两个/],
  ['分界太多', having('[5, 8, 12]', '[1, 2, 3, 4, 5, 8]'), 9, /至多五个/],
  [
    '看到的只有一个选项',
    having(' revote>', ` see={{ ask: '哪个？', options: ['甲'], right: 0 }}>`),
    9,
    /options 至少两个/,
  ],
  [
    '看到的答案不在选项里',
    having(' revote>', ` see={{ ask: '哪个？', options: ['甲', '乙'], right: 2 }}>`),
    9,
    /超出了选项/,
  ],
  [
    '看到的缺一样',
    having(' revote>', ` see={{ options: ['甲', '乙'], right: 0 }}>`),
    9,
    /see\.ask/,
  ],
  ['编号写成汉字', having('id="one"', 'id="一"'), 12, /编号 id/],
  ['没有题名', having(' title="开场"', ''), 6, /题名 title/],
  ['属性用 {...} 展开', having('title="开场"', '{...rest}'), 6, /不能用 \{\.\.\.\} 展开/],
  [
    '没有倒计时',
    [...good, '<Discuss id="talk" minutes={3} title="说说">', '<Say>说。</Say>', '</Discuss>'],
    28,
    /倒计时 seconds/,
  ],
  [
    '倒计时太短',
    [
      ...good,
      '<Discuss id="talk" minutes={3} title="说说" seconds={5}>',
      '<Say>说。</Say>',
      '</Discuss>',
    ],
    28,
    /至少 10/,
  ],
  ['没有这个游戏', having('"funnel"', '"funnels"'), 25, /没有游戏 funnels：可以写 funnel/],
  ['游戏没有写是哪一个', having(' game="funnel"', ''), 25, /游戏 game/],
  ['游戏又写了题面', good.toSpliced(20, 0, '', '自己的题面。', ''), 25, /题面由游戏给/],
  ['题库的题又写了题面', good.toSpliced(7, 0, '', '自己的题面。', ''), 12, /题面与选项由题库给/],
])('%s', async (_what, lines, line, says) => {
  const problems = await problemsOf(lines);
  expect(problems.length, problems.join('\n')).toBeGreaterThan(0);
  const found = problems.find((problem) => says.test(problem));
  expect(found, problems.join('\n')).toBeDefined();
  expect(found).toContain(`${file} 第 ${line} 行：`);
});

test('题库里的百分数照百分数分段，典型的错落在自己那一段', async () => {
  const lines = having('question="q-one"', 'question="q-share" cuts={[30, 50, 90]}');
  const { deck, problems } = await resolveDeck(file, [...head, ...lines].join('\n'), course);
  expect(problems).toEqual([]);
  expect(deck.steps[2]?.asking).toMatchObject({ right: 2, answer: '58.8%' });
  expect(deck.steps[2]?.asking?.answers.at(-1)).toEqual({
    label: '90%以上',
    why: '这是一处的把握。',
  });
});

test('一节课排不下、节数对不上，都说', async () => {
  const long = having('minutes={5}', 'minutes={20}');
  const short = head.with(2, 'periods: [22]');
  expect((await problemsOf(long, short)).join()).toMatch(
    /第 1 节课各步加起来 31 分钟，超过 22 分钟/,
  );
  expect((await problemsOf([...good, '<Period />'])).join()).toMatch(
    /periods 写了 1 节课.*分成 2 节/,
  );
});

test('开头的几行写错了，也说', async () => {
  expect((await problemsOf(good, head.with(1, 'chapter: 排队'))).join()).toMatch(
    /第 1 行：.*章 chapter/,
  );
  expect((await problemsOf(good, head.with(2, 'periods: 45'))).join()).toMatch(
    /第 1 行：.*课时 periods/,
  );
});

test('再投的要指着前面一样多选项的一步', async () => {
  const again = (id: string, options: number) => [
    ...good,
    `<Ask id="more" minutes={3} title="再投" repeats="${id}">`,
    '',
    '再选一次？',
    '',
    ...Array.from({ length: options }, (_, i) => `<Option>第${'甲乙丙'[i]}</Option>`),
    '',
    '<Say>并排看。</Say>',
    '',
    '</Ask>',
  ];
  expect(await problemsOf(again('vote', 2))).toEqual([]);
  expect((await problemsOf(again('vote', 3))).join()).toMatch(/要一样多/);
  expect((await problemsOf(again('later', 2))).join()).toMatch(/前面没有编号是 later/);
});

test('押曲线上的一点，要写问句与单位；别的题不许写', async () => {
  const bet = (rest: string) => [
    `<Bet id="point" minutes={3} widget="utilization-cliff" scenario="bank" ${rest}>`,
    '<Say>念题。</Say>',
    '</Bet>',
  ];
  const asks = 'at={0.95} question="几倍？" unit="倍" cuts={[5, 12, 30]}';
  const said = `misreads={{ 3: '{servers} 个窗口忙到 {at}，不止这些。', 40: '没有这么陡。' }}`;
  const { deck, problems } = await resolveDeck(
    file,
    [...head, ...bet(`${asks} ${said}`)].join('\n'),
    course,
  );
  expect(problems).toEqual([]);
  expect(deck.steps[0]?.asking?.answers.map(({ why }) => why)).toEqual([
    '1\u00a0个窗口忙到 95%，不止这些。',
    '',
    '',
    '没有这么陡。',
  ]);
  expect((await problemsOf(bet(asks))).join()).toMatch(/写 misreads/);
  expect((await problemsOf(bet(`${asks} misreads={{ 19: '答案。' }}`))).join()).toMatch(
    /19 落在答案那一段/,
  );
  expect((await problemsOf(bet('at={0.95} cuts={[5, 12, 30]}'))).join()).toMatch(
    /question 与 unit/,
  );
  expect((await problemsOf(bet('unit="倍"'))).join()).toMatch(/由实验给/);
});

test('墙上做不了的动作，作者用自己的问句与情境换掉', async () => {
  const lines = [
    '<Bet id="own" minutes={3} widget="utilization-cliff" scenario="bank" question="各等几倍？" setting="一台机器。">',
    '<Say>念题。</Say>',
    '</Bet>',
  ];
  const { deck } = await resolveDeck(file, [...head, ...lines].join('\n'), course);
  expect(deck.steps[0]?.asking?.question).toBe('各等几倍？');
  expect(deck.steps[0]?.widget?.setting).toBe('一台机器。');
});

test('情境与问句里的数，照实验的设置换上；不认得的、手打的，说出来', async () => {
  const bet = (setting: string) => [
    `<Bet id="own" minutes={3} widget="utilization-cliff" scenario="bank" question="忙到 {at.0} 等 {given} 倍，到 {at.4} 等几倍？" setting="${setting}">`,
    '<Say>念题。</Say>',
    '</Bet>',
  ];
  const { deck, problems } = await resolveDeck(
    file,
    [...head, ...bet('{servers} 台机器，忙到 {utilization}。')].join('\n'),
    course,
  );
  expect(problems).toEqual([]);
  const { servers, utilization } = cliff.scenarios.find(({ id }) => id === 'bank')!.values;
  expect(deck.steps[0]?.widget?.setting.replaceAll('\u00a0', ' ')).toBe(
    `${servers} 台机器，忙到 ${100 * utilization!}%。`,
  );
  expect(deck.steps[0]?.asking?.question?.replaceAll('\u00a0', ' ')).toBe(
    '忙到 50% 等 1.0 倍，到 95% 等几倍？',
  );
  expect((await problemsOf(bet('{machines} 台机器。'))).join()).toMatch(
    /\{machines\} 不知道是什么：写实验 utilization-cliff 的参数，/,
  );
  expect((await problemsOf(bet('1 个人，走 3 公里。'))).join()).toMatch(
    /setting 里的“1 个”是手打的数：写成 \{参数名\}/,
  );
  for (const spelled of ['十二公里', '一百二十七分', '五十个', '三成'])
    expect((await problemsOf(bet(`机器走${spelled}。`))).join(), spelled).toContain(
      `setting 里的“${spelled}”是手打的数`,
    );
  const names = '两家、三种办法、一百个人里、三分之一、六十年代、连成一圈。';
  expect(await problemsOf(bet(names))).toEqual([]);
});

test('看到的那一问也换上设置，也不手打；一张表的一列至多写到几，也说得出', async () => {
  const run = (ask: string) => [
    `<Run id="go" minutes={3} title="放一遍" widget="utilization-cliff" scenario="bank" see={{ ask: '${ask}', options: ['有', '没有'], right: 0 }}>`,
    '<Say>念题。</Say>',
    '</Run>',
  ];
  const { deck } = await resolveDeck(
    file,
    [...head, ...run('忙到 {utilization}，有人等吗？')].join('\n'),
    course,
  );
  const { utilization } = cliff.scenarios.find(({ id }) => id === 'bank')!.values;
  expect(deck.steps[0]?.see?.ask.replaceAll('\u00a0', ' ')).toBe(
    `忙到 ${100 * utilization!}%，有人等吗？`,
  );
  expect((await problemsOf(run('一百二十七分，还剩几分？'))).join()).toMatch(
    /see\.ask 里的“一百二十七分”是手打的数/,
  );
  const { max } = optima.params.residents.fields.x;
  const city = optima as unknown as WidgetModel<ParamSet, unknown>;
  expect(fill('东西 {residents.max.x} 公里', city, 'fire')).toBe(`东西 ${max} 公里`);
});

test('备注叫人先猜再看的，实验要先盖着', async () => {
  const run = (say: string, more = '') => [
    `<Run id="go" minutes={3} title="放一遍" widget="pooling" scenario="bank"${more}>`,
    `<Say>${say}</Say>`,
    '</Run>',
  ];
  const covered = ' covered="谁等得久？"';
  for (const say of [
    '先按 B 黑屏，问谁等得久。',
    '先让学生押一个，再放。',
    '先请大家举手，再看。',
  ]) {
    expect((await problemsOf(run(say))).join(), say).toMatch(/墙上却一到就亮着：写 covered/);
    expect(await problemsOf(run(say, covered)), say).toEqual([]);
  }
  expect(await problemsOf(run('先看上面一幅，再看下面一幅。'))).toEqual([]);
  expect((await problemsOf(run('念题。', ' covered="看谁等得久。"'))).join()).toMatch(/以问号结尾/);
  const lines = run('念题。', covered);
  const { deck } = await resolveDeck(file, [...head, ...lines].join('\n'), course);
  expect(deck.steps[0]?.covered).toBe('谁等得久？');
});
