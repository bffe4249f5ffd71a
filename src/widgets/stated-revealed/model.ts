import { fixed, percent, upTo } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberField,
  type NumberPrediction,
  type Values,
} from '../../widget-kit/model.ts';
import { crowd, me, zhou } from './people.ts';
import { reveal, truthImportance, type Band, type Revealed } from './revealed.ts';
import { attributes, declaredOf, names, readPicks, taskCount, unanswered } from './tasks.ts';

/** “−0.6”“1.2” */
export const signed = (value: number) => (value < 0 ? `−${upTo(-value, 2)}` : upTo(value, 2));

const points = (label: string): NumberField => ({
  kind: 'number',
  label,
  unit: '分',
  min: 0,
  max: 100,
  step: 5,
  default: 50,
});

const params = {
  whom: {
    kind: 'choice',
    label: '看谁的',
    options: [
      { value: 'first', label: '头一位的' },
      { value: 'all', label: '全部合起来' },
    ],
    default: 'first',
    meaning: '一个人只有八道题；合起来算，八道题全选了的人才算进来。',
  },
  known: {
    kind: 'toggle',
    label: '误差照虚构客人的真权重算',
    default: false,
    meaning: '开着：假设答的人真权重就是那位虚构客人的。关着：照反推出来的那组数。',
  },
  people: {
    kind: 'list',
    label: '每位嘴上的与手上的',
    item: '位',
    fields: {
      name: { kind: 'text', label: '名字', longest: 6, default: '同学' },
      price: points('价格几分'),
      wait: points('等待几分'),
      manner: points('态度几分'),
      answers: { kind: 'text', label: '八道题', longest: taskCount, default: unanswered },
    },
    atLeast: 1,
    atMost: 60,
    default: [me],
    meaning: '八个字母依次是八道题：A 选左边，B 选右边，x 还没选。几分只看比例，不必凑成一百。',
  },
} as const;
export type Setting = Values<typeof params>;

function compute({ whom, known, people }: Setting) {
  const asked = whom === 'all' ? people : people.slice(0, 1);
  const picks = people.map(({ answers }) => readPicks(answers));
  const [mine = readPicks('')] = picks;
  const full = asked.filter((_, i) => picks[i]?.every((pick) => pick !== null));
  // 合起来时，嘴上的也只平均选全了的那些人
  const spoken = (whom === 'all' && full.length > 0 ? full : asked).flatMap(
    (person) => declaredOf(person) ?? [],
  );
  const voices = spoken.length / names.length;
  return {
    picks,
    done: mine.filter((pick) => pick !== null).length,
    /** 三样各占几成；谁也没有给分，是 null */
    declared:
      voices === 0
        ? null
        : names.map(
            (_, a) =>
              spoken.reduce((sum, share, i) => sum + (i % names.length === a ? share : 0), 0) /
              voices,
          ),
    revealed: reveal(whom === 'all' ? picks : [mine], known),
    truth: known ? truthImportance : null,
  };
}
export type Result = ReturnType<typeof compute>;

/** 最大的是哪一样。 */
const top = (shares: readonly number[]) => shares.indexOf(Math.max(...shares));
const topName = (shares: readonly number[]) => names[top(shares)] ?? names[0];
export const range = ({ low, high }: Band) => `${percent(low)}–${percent(high)}`;
const band = (revealed: Revealed, a: number) => revealed.bands.importance[a] ?? { low: 0, high: 1 };
const each = (shares: readonly number[]) =>
  names.map((name, a) => `${name} ${percent(shares[a] ?? 0)}`).join('、');

/** 前两样差不到一个百分点，印出来是一样的数：说不出谁更重。 */
const close = (shares: readonly number[]) => {
  const [first = 0, second = 0] = shares.toSorted((a, b) => b - a);
  return first - second < 0.01;
};
/** 八道没选完，反推不出，猜了也没有答案可对。 */
export const notYet = ({ done }: Result) => `八道题才选了 ${done} 道，还反推不出。`;
/** 猜了 `guess`：由选择反推，头一位最看重哪一样。 */
function heaviestSays(guess: number) {
  return (_values: Setting, result: Result) => {
    const { revealed, declared } = result;
    if (revealed === null) return notYet(result);
    const name = names[guess] ?? '';
    const tied = close(revealed.importance);
    const right = !tied && top(revealed.importance) === guess;
    const same = declared && !close(declared) && top(declared) === guess;
    const said = declared
      ? `嘴上${each(declared)}，选出来${each(revealed.importance)}。`
      : `选出来${each(revealed.importance)}。`;
    const why = tied
      ? `前两样差不到一个百分点，由这八道题分不出谁更重。`
      : right
        ? `在你的选择里，最重的确实是${name}${same ? '，嘴上也是它' : ''}。`
        : name === ''
          ? `最重的是${topName(revealed.importance)}，不止多出一点。`
          : `你以为是${name}，可真到要拿一样换另一样时，你多半保住了${topName(revealed.importance)}。`;
    return `${said}${why}不过只有八道题：${topName(revealed.importance)}的重要度，同样的人再答一遍，九成落在 ${range(band(revealed, top(revealed.importance)))}。`;
  };
}

const heaviest: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: '先到上面写下三样各看重几分，再把八道题选完。由你的选择反推，你最看重的是哪一样？',
  options: [...names, '前两样不相上下'].map((label, a) => ({
    value: `${a}`,
    label,
    explanation: heaviestSays(a),
  })),
  // 没选完的不收猜测，见 asking.ts；这时先拿嘴上的顶着
  answer: (_values, { revealed, declared }) => {
    const shares = revealed?.importance ?? declared ?? names.map(() => 0);
    return `${close(shares) ? names.length : top(shares)}`;
  },
};

/** 等待排第二。 */
const wait = 1;
const waitOf = ({ revealed }: Result) => 100 * (revealed?.importance[wait] ?? 0);

const together: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { declared, revealed }) =>
    `${revealed?.people ?? 0} 位客人嘴上${declared ? `平均给${each(declared)}` : '一分也没有给'}。把他们的 ${taskCount * (revealed?.people ?? 0)} 道题合起来反推，等待的重要度是百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 0,
  tolerance: 0.12,
  answer: (_values, result) => waitOf(result),
  hit: (_values, { revealed }) =>
    `准。要拿等待去换别的时，他们多半不肯。${taskCount * (revealed?.people ?? 0)} 道题合起来，误差比一个人的小：九成在 ${revealed ? range(band(revealed, wait)) : ''}。`,
  misreads: [
    {
      when: (guess, answer, _values, { declared }) =>
        declared !== null && guess < answer && Math.abs(guess - 100 * (declared[wait] ?? 0)) <= 5,
      text: (_values, result) =>
        `这差不多是他们嘴上的数。说的时候样样单独想，态度好当然好；选的时候要拿一样换另一样，等待就换不得了：反推出来 ${fixed(waitOf(result))}%。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, result, guess) =>
        `${guess > 100 * (result.declared?.[wait] ?? 1) ? '猜到手上比嘴上重，还不够' : '猜低了，比他们嘴上说的还低'}：反推出来 ${fixed(waitOf(result))}%${waitOf(result) > 50.5 ? '，比另外两样加起来还多' : ''}。`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `过头了：等待 ${fixed(waitOf(result))}%，价格还占着 ${percent(result.revealed?.importance[0] ?? 0)}。太贵的，他们也不肯。`,
    },
  ],
};

const width = ({ revealed }: Result) => {
  const { low, high } = revealed?.bands.importance[wait] ?? { low: 0, high: 0 };
  return 100 * (high - low);
};
const spread: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { truth }) =>
    `这位客人看重等待的${truth ? `真权重是 ${percent(truth[wait] ?? 0)}` : '真权重不知道，先当它就是反推出来的那组数'}，选的时候会摇摆。把同样八道题请他答了又答，每回各反推一次：等待的重要度，九成的回数落在多宽的一段里，上下相差几个百分点？`,
  unit: '个百分点',
  min: 0,
  max: 100,
  digits: 0,
  tolerance: 0.2,
  answer: (_values, result) => width(result),
  hit: (_values, { revealed }) =>
    `准：${revealed ? range(band(revealed, wait)) : ''}。这八道已经挑得很会分辨了，还是这么宽。一个人的八道题只当热身，结论要合许多人的。`,
  misreads: [
    {
      when: (guess, answer) => guess < answer && guess <= 15,
      text: (_values, result) =>
        `你大概觉得八道题挺多了。可要定五个数，每道题只答一个“左”或“右”，还会摇摆：九成落在 ${result.revealed ? range(band(result.revealed, wait)) : ''}，宽 ${fixed(width(result))} 个百分点。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (_values, result) =>
        `想到了不准，还没想到这么不准：九成落在 ${result.revealed ? range(band(result.revealed, wait)) : ''}。八道题一共只有 256 种答法，差一道，重要度就能跳十几个百分点。`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `也没有全凭运气：九成落在 ${result.revealed ? range(band(result.revealed, wait)) : ''}${result.truth ? '，三回里约有两回，等待还是排第一' : ''}。`,
    },
  ],
};

export const model = defineWidget({
  id: 'stated-revealed',
  version: 2,
  title: '嘴上的，手上的',
  english: 'Stated and revealed',
  question: '问你看重什么，和看你选了什么，得到的是同一组数吗？',
  chapter: 'delivery-design',
  section: 'ask-or-watch',
  params,
  scenarios: [
    {
      id: 'mine',
      label: '你自己',
      sentence:
        '江城人民医院（虚构案例）的体检套餐，项目一样，只有价格、等待、态度不同。先说三样各看重几分，再做八道二选一。',
      values: { people: [me] },
    },
    {
      id: 'crowd',
      label: '三十位合起来',
      sentence:
        '三十位虚构的客人，嘴上都把态度排第一；选的时候照同一组真权重，只是各有摇摆。你也可以添上自己的一份。',
      values: { whom: 'all', known: true, people: [...crowd, me] },
      predict: together,
    },
    {
      id: 'again',
      label: '一位答了又答',
      sentence:
        '小周（虚构）的真权重我们知道。他答了一遍八道题，反推出一组数；换一天再答，又是一组。',
      values: { known: true, people: [zhou] },
      predict: spread,
    },
  ],
  compute,
  predict: heaviest,
  sentence({ people }, { declared, revealed, done, truth }) {
    const who =
      revealed && revealed.people > 1 ? `${revealed.people} 位合起来` : (people[0]?.name ?? '');
    const said = declared ? `嘴上${each(declared)}` : '嘴上一分也没有给';
    if (revealed === null)
      return done < taskCount
        ? `${who}${said}；八道题选了 ${done} 道，选完才反推得出。`
        : `${who}${said}；各人的选择正好抵消，反推不出轻重。`;
    const shown = names.map(
      (name, a) =>
        `${name} ${percent(revealed.importance[a] ?? 0)}（九成 ${range(band(revealed, a))}）`,
    );
    return `${who}${said}；由 ${taskCount * revealed.people} 道题反推，${shown.join('、')}${truth ? `；真权重${each(truth)}` : ''}。`;
  },
  brief: (_values, { revealed, done }) =>
    revealed === null ? `八道题选了 ${done} 道` : `手上：${each(revealed.importance)}`,
  table(_values, { declared, revealed }) {
    const gap = '—';
    return {
      caption: '重要度：嘴上与手上；下面是每一档的部分值。九成低、九成高是再答一遍的范围',
      columns: [
        { label: '哪一样' },
        { label: '嘴上' },
        { label: '手上' },
        { label: '九成低' },
        { label: '九成高' },
      ],
      rows: [
        ...names.map((name, a) => [
          `${name}的重要度（%）`,
          declared ? 100 * (declared[a] ?? 0) : gap,
          revealed ? 100 * (revealed.importance[a] ?? 0) : gap,
          revealed ? 100 * band(revealed, a).low : gap,
          revealed ? 100 * band(revealed, a).high : gap,
        ]),
        ...attributes.flatMap(({ name, levels }, a) =>
          levels.map((level, l) => {
            const around = revealed?.bands.worths[a]?.[l];
            return [
              spaced`${name}${level}的部分值`,
              gap,
              revealed?.partWorths[a]?.[l] ?? gap,
              around?.low ?? gap,
              around?.high ?? gap,
            ];
          }),
        ),
      ],
      digits: [0, 1, 2, 2, 2],
    };
  },
});
