/** 出一道题：字段的规矩取自各题型自己的 schema。 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { draw } from '../../quiz/generators/kit/draw.ts';
import type { AnyGenerator, Draw } from '../../quiz/generators/kit/generator.ts';
import { drawPlace, type AnyPlaceGenerator } from '../../quiz/generators/kit/place.ts';
import { seedOf } from '../../quiz/hash.ts';
import { schema as multiple } from '../../quiz/types/multiple/schema.ts';
import { schema as numeric } from '../../quiz/types/numeric/schema.ts';
import { schema as ordering } from '../../quiz/types/ordering/schema.ts';
import { schema as place } from '../../quiz/types/place/schema.ts';
import { schema as single } from '../../quiz/types/single/schema.ts';
import { schema as sort } from '../../quiz/types/sort/schema.ts';
import { bloomLevels, bloomNames } from '../../schemas/chapter.ts';
import { sharedQuizFields } from '../../schemas/quiz.ts';
import { choose, Refusal, yesOrNo, type Dialogue } from './dialogue.ts';
import type { BankItem, ChapterDraft } from './project.ts';
import { checksOf } from './project.ts';
import { chinese, id, number, words } from './readers.ts';

const schemas = { single, multiple, numeric, ordering, sort, place };

export interface NewQuestion {
  id: string;
  item: BankItem & { type: string };
}

interface Wanted {
  chapter: ChapterDraft;
  /** 只给这几节出 */
  sections?: readonly string[];
  /** 只考这几个目标 */
  objectives?: readonly string[];
  /** 放不放进节末自测；不写就问 */
  check?: boolean;
}

const generators = join(import.meta.dirname, '../../quiz/generators');

interface Template {
  /** 题面里可以写的 {名字} → 这一次抽到的写法；普通题没有 */
  shown: Draw['shown'] | null;
}

/** 生成题的话里，{名字} 要是生成器真给的数。 */
function fitting({ shown }: Template, least = 0) {
  return (text: string): void => {
    const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);
    if (shown === null) return;
    const known = Object.keys(shown).map((name) => `{${name}}`);
    for (const name of names)
      if (!Object.hasOwn(shown, name))
        throw new Refusal(`生成器没有名叫 {${name}} 的数，可用的是 ${known.join('、')}`);
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
      throw new Refusal('花括号要成对，只用来放生成器的数，如 {perHour}。');
    if (names.length < least)
      throw new Refusal(`题面里要用 {名字} 放进生成器的数，可用的是 ${known.join('、')}`);
  };
}

/** 挑一个生成器，定下它的选项，列出它给的数。`folder` 是各章文件夹里的哪一层。 */
async function askGenerator<G extends { options: Record<string, readonly string[]> }>(
  dialogue: Dialogue,
  folder: string,
  ask: string,
  drawn: (generator: G, options: Record<string, string>) => Pick<Draw, 'shown'>,
) {
  const files = new Map(
    globSync(`*/${folder}*.ts`, { cwd: generators })
      .filter((file) => dirname(file) !== 'kit')
      .map((file) => [basename(file, '.ts'), join(generators, file)]),
  );
  const fileOf = (name: string) => files.get(name) ?? '';
  const names = [...files.keys()].toSorted();
  const about = (name: string) =>
    /\/\*\* ?(.*?) ?\*\//.exec(readFileSync(fileOf(name), 'utf8'))?.[1] ?? name;
  const name = await dialogue.ask(
    choose({
      name: 'generator',
      ask,
      options: names.map((value) => ({ value, label: about(value) })),
    }),
  );
  const { generator } = (await import(pathToFileURL(fileOf(name)).href)) as {
    generator: G;
  };
  const options: Record<string, string> = {};
  for (const [option, values] of Object.entries(generator.options)) {
    const value = await dialogue.ask(
      choose({
        name: option,
        ask: `生成器的选项 ${option}`,
        options: values.map((each) => ({ value: each, label: each })),
        preset: values[0],
      }),
    );
    if (value !== values[0]) options[option] = value;
  }
  const { shown } = drawn(generator, options);
  dialogue.say('\n题面、提示和讲解里可以写这些 {名字}，括号里是这一次抽到的：');
  for (const [key, value] of Object.entries(shown)) dialogue.say(`  {${key}}（${value}）`);
  return {
    shown,
    fields: Object.keys(options).length > 0 ? { generator: name, options } : { generator: name },
  };
}

const askNumeric = (dialogue: Dialogue) =>
  askGenerator<AnyGenerator>(
    dialogue,
    '',
    '数字、答案和典型算错由哪个生成器出？',
    (generator, options) => draw(generator, seedOf('sample'), options),
  );

async function askPlaceGenerator(dialogue: Dialogue) {
  const own = await dialogue.ask(
    yesOrNo('computed', '图、答案和典型的错处由生成器算出来吗？答“否”就自己写一张图', true),
  );
  if (!own) return { shown: null, fields: {} };
  return askGenerator<AnyPlaceGenerator>(
    dialogue,
    'places/',
    '由哪个生成器出？',
    (generator, options) => drawPlace(generator, seedOf('sample'), options),
  );
}

interface Explained {
  text: string;
  why: string;
}

async function askSingle(dialogue: Dialogue) {
  const { text, why } = single.shape.options.element.shape;
  const correct = await dialogue.ask({
    name: 'correct',
    ask: '正确的选项怎么写？（不写 A、B、C，页面上会打乱次序）',
    example: '两倍多一点',
    read: words(text, distinct([])),
  });
  const wrong = await dialogue.list<Explained>(
    {
      name: 'wrong',
      each: '错的选项',
      min: 2,
      max: 5,
      // 正确的选项明显最长，不会的人也猜得中
      lacking: (soFar) =>
        soFar.length >= 2 && soFar.every(({ text: other }) => other.length < correct.length - 4)
          ? '正确的选项比错的都长出一截，一看就知道；请再加一个一样长的错选项。'
          : null,
    },
    async (part, soFar) => ({
      text: await part.ask({
        name: 'text',
        ask: '一个错的选项怎么写？写学生真会选的',
        read: words(text, distinct([correct, ...soFar.map((each) => each.text)])),
      }),
      why: await part.ask({
        name: 'why',
        ask: '选它的人多半怎么想，错在哪里？',
        read: chinese(why.unwrap(), 6),
      }),
    }),
  );
  return { options: [{ text: correct, correct: true as const }, ...wrong] };
}

async function askMultiple(dialogue: Dialogue) {
  const { text, why } = multiple.shape.options.element.shape;
  interface Choice {
    text: string;
    correct?: true;
    why: string;
  }
  const options = await dialogue.list<Choice>(
    {
      name: 'options',
      each: '选项',
      min: 3,
      max: 8,
      lacking: (soFar) =>
        soFar.length >= 3 && !soFar.some(({ correct }) => correct)
          ? '还没有一个对的选项，请再加一个对的。'
          : null,
    },
    async (part, soFar) => {
      const option = await part.ask({
        name: 'text',
        ask: '这个选项怎么写？',
        read: words(text, distinct(soFar.map((each) => each.text))),
      });
      const correct = await part.ask(yesOrNo('correct', '它是对的吗？', false));
      const reason = await part.ask({
        name: 'why',
        ask: correct ? '为什么对？漏选的人要看' : '选它的人多半怎么想，错在哪里？',
        read: chinese(why, 6),
      });
      return { text: option, ...(correct ? { correct: true as const } : {}), why: reason };
    },
  );
  return { options };
}

async function askOrdering(dialogue: Dialogue) {
  const { text, why } = ordering.shape.steps.element.shape;
  const from = await dialogue.ask({
    name: 'from',
    ask: '最上面是哪一头？',
    example: '等得最短',
    read: chinese(ordering.shape.from),
  });
  const to = await dialogue.ask({
    name: 'to',
    ask: '最下面是哪一头？',
    example: '等得最长',
    read: chinese(ordering.shape.to, 2),
  });
  dialogue.say('\n按正确的次序从上往下写，页面上会打乱。');
  const steps = await dialogue.list<Explained>(
    { name: 'steps', each: '要排的一项', min: 3, max: 7 },
    async (part, soFar) => ({
      text: await part.ask({
        name: 'text',
        ask: '这一项怎么写？',
        read: words(text, distinct(soFar.map((each) => each.text))),
      }),
      why: await part.ask({
        name: 'why',
        ask: '它为什么排在这里？和前后两项比',
        read: chinese(why, 6),
      }),
    }),
  );
  return { from, to, steps };
}

async function askSort(dialogue: Dialogue) {
  const { text, why } = sort.shape.items.element.shape;
  const groups = await dialogue.list<string>(
    { name: 'groups', each: '组', min: 2, max: 5 },
    (part, soFar) =>
      part.ask({
        name: 'group',
        ask: '一个组叫什么？越短越好，按页面上的次序写',
        example: '成本',
        read: words(sort.shape.groups.element, distinct(soFar)),
      }),
  );
  interface Sorted extends Explained {
    group: string;
  }
  const items = await dialogue.list<Sorted>(
    {
      name: 'items',
      each: '要归组的一项',
      min: 3,
      max: 10,
      lacking: (soFar) => {
        const empty = groups.filter((group) => !soFar.some((each) => each.group === group));
        return soFar.length >= 3 && empty.length > 0
          ? `${empty.join('、')}里还一项都没有，请再加。`
          : null;
      },
    },
    async (part, soFar) => ({
      text: await part.ask({
        name: 'text',
        ask: '这一项怎么写？',
        read: words(text, distinct(soFar.map((each) => each.text))),
      }),
      group: await part.ask(
        choose({
          name: 'group',
          ask: '它归哪一组？',
          options: groups.map((value) => ({ value, label: value })),
        }),
      ),
      why: await part.ask({
        name: 'why',
        ask: '为什么归这一组？放错的人要看',
        read: chinese(why, 6),
      }),
    }),
  );
  return { groups, items };
}

/** 自己写的放点题：一条线，或一张图。曲线少见，写进文件以后再加。 */
async function askFigure(dialogue: Dialogue) {
  const flat = await dialogue.ask(
    yesOrNo('map', '是一张图（有横有纵）吗？答“否”就是一条线', false),
  );
  const axis = async (name: string, what: string) => {
    const part = dialogue.part(name);
    const label = await part.ask({
      name: 'label',
      ask: `${what}量的是什么？`,
      example: '公路里程',
      read: words(),
    });
    const unit = await part.ask({
      name: 'unit',
      ask: '单位是什么？没有就写“无”',
      preset: '公里',
      read: words(),
    });
    const from = await part.ask({ name: 'from', ask: '从多少起？', preset: '0', read: number() });
    const to = await part.ask({
      name: 'to',
      ask: '到多少为止？',
      preset: '10',
      read: number(undefined, (value) => {
        if (value <= from) throw new Refusal(`要大于 ${from}。`);
      }),
    });
    const step = await part.ask({
      name: 'step',
      ask: '方向键走一格多远？',
      preset: '0.5',
      read: number(undefined, (value) => {
        if (!(value > 0) || (to - from) / value < 2 || (to - from) / value > 200)
          throw new Refusal(`从 ${from} 到 ${to} 要有两格以上、两百格以下。`);
      }),
    });
    return { label, ...(unit === '无' ? {} : { unit }), from, to, step };
  };
  const x = await axis('x', '横轴');
  const y = flat ? await axis('y', '纵轴') : undefined;
  interface Spot {
    x: number;
    y?: number;
  }
  const on = ({ from, to }: { from: number; to: number }) =>
    number(undefined, (value) => {
      if (value < from || value > to) throw new Refusal(`要在 ${from} 到 ${to} 之间，才在图上。`);
    });
  const at = async (part: Dialogue, what: string): Promise<Spot> => ({
    x: await part.ask({ name: 'x', ask: `${what}的${x.label}是多少？`, read: on(x) }),
    ...(y && {
      y: await part.ask({ name: 'y', ask: `${what}的${y.label}是多少？`, read: on(y) }),
    }),
  });
  interface Town {
    x: number;
    y?: number;
    text: string;
    note?: string;
  }
  const marks = await dialogue.list<Town>(
    { name: 'marks', each: '图上给定的点', min: 0, max: 8 },
    async (part, soFar) => {
      const text = await part.ask({
        name: 'text',
        ask: '这个点叫什么？',
        example: '甲镇',
        read: words(undefined, distinct(soFar.map((each) => each.text))),
      });
      const note = await part.ask({
        name: 'note',
        ask: '名字后面附注什么？没有就写“无”',
        example: '5 万人',
        preset: '无',
        read: words(),
      });
      return { ...(await at(part, '它')), text, ...(note === '无' ? {} : { note }) };
    },
  );
  const within = async (part: Dialogue, check: (value: number) => void = () => {}) => ({
    within: await part.ask({
      name: 'within',
      ask: '相差多少以内都算？',
      preset: String(x.step),
      read: number(
        undefined,
        (value) => {
          if (value <= 0) throw new Refusal('要大于 0。');
        },
        check,
      ),
    }),
  });
  const right = dialogue.part('answer');
  const answerAt = await at(right, '答案');
  const answer = { ...answerAt, ...(await within(right)) };
  /** 错处和答案叠在一起，同一个位置就有两种说法。 */
  const apart = (spot: Spot) => (value: number) => {
    const distance = Math.hypot(spot.x - answer.x, (spot.y ?? 0) - (answerAt.y ?? 0));
    if (distance <= value + answer.within)
      throw new Refusal(
        `和答案叠在一起了：这一处离答案 ${Number(distance.toFixed(3))}，两边的余量加起来要比它小。`,
      );
  };
  const { name: spotName, why } = place.shape.wrong.unwrap().element.shape;
  const wrong = await dialogue.list(
    { name: 'wrong', each: '典型的错处', min: 2, max: 6 },
    async (part) => {
      const name = await part.ask({
        name: 'name',
        ask: '一处典型的错，它是什么？不超过 8 个字',
        example: '重心',
        read: words(spotName),
      });
      const spot = await at(part, '它');
      return {
        name,
        ...spot,
        ...(await within(part, apart(spot))),
        why: await part.ask({
          name: 'why',
          ask: '放在这里的人多半怎么想，错在哪里？',
          read: chinese(why, 6),
        }),
      };
    },
  );
  const otherwise = await dialogue.ask({
    name: 'otherwise',
    ask: '放在没有列出的地方时说什么？不说出答案',
    read: chinese(place.shape.otherwise.unwrap(), 6),
  });
  return { figure: { x, ...(y && { y }), marks }, answer, wrong, otherwise };
}

/** 选项的次序会打乱，彼此要不同，也不能靠字母指认。 */
function distinct(taken: readonly string[]) {
  return (text: string): void => {
    if (taken.includes(text)) throw new Refusal('已经有一模一样的了，请换个写法。');
    if (/^[A-F][.、．]|以上(都|全)|选项 ?[A-F]/.test(text))
      throw new Refusal('次序会打乱，不要用 A、B、C 或“以上都”来指认，写成独立的话。');
  };
}

export async function askQuestion(dialogue: Dialogue, wanted: Wanted): Promise<NewQuestion> {
  const { chapter } = wanted;
  const sections = chapter.sections.filter(
    ({ slug, objectives }) =>
      (wanted.sections?.includes(slug) ?? true) &&
      (wanted.objectives === undefined ||
        objectives.some((each) => wanted.objectives?.includes(each))),
  );
  const section = await dialogue.ask(
    choose({
      name: 'section',
      ask: '这道题归哪一节？',
      options: sections.map(({ slug, title }) => ({ value: slug, label: title })),
      preset: sections.length === 1 ? sections[0]?.slug : undefined,
    }),
  );
  const taught = sections.find(({ slug }) => slug === section)?.objectives ?? [];
  const objectives = chapter.objectives.filter(
    (each) => taught.includes(each.id) && (wanted.objectives?.includes(each.id) ?? true),
  );
  const objective = await dialogue.ask(
    choose({
      name: 'objective',
      ask: '它考哪个学习目标？',
      options: objectives.map((each) => ({ value: each.id, label: each.text })),
      preset: objectives.length === 1 ? objectives[0]?.id : undefined,
    }),
  );
  const type = await dialogue.ask(
    choose({
      name: 'type',
      ask: '哪种题型？',
      options: [
        { value: 'single', label: '单选' },
        { value: 'multiple', label: '多选' },
        { value: 'numeric', label: '数值（每次换一组数）' },
        { value: 'ordering', label: '排序' },
        { value: 'sort', label: '归组' },
        { value: 'place', label: '放点（在线或图上放一个点）' },
      ],
      preset: 'single',
    }),
  );
  const known = Object.keys(chapter.items);
  const others = Object.values(chapter.items);
  const count = known.filter((each) => each.startsWith(`${section}-`)).length;
  const key = await dialogue.ask({
    name: 'id',
    ask: '给题目一个英文编号，定了就不再改',
    example: 'cliff-eighty-to-ninety',
    preset: free(known, section, count + 1),
    read: id(known),
  });
  const bloom = await dialogue.ask(
    choose({
      name: 'bloom',
      ask: '属于哪个认知层次？',
      options: bloomLevels.map((value) => ({ value, label: bloomNames[value] })),
      preset: objectives.find((each) => each.id === objective)?.bloom ?? 'understand',
    }),
  );
  const difficulty = await dialogue.ask(
    choose({
      name: 'difficulty',
      ask: '有多难？',
      options: [
        { value: '1', label: '读过就会' },
        { value: '2', label: '要想一步' },
        { value: '3', label: '要综合' },
      ],
      preset: '1',
    }),
  );
  const placed = checksOf(chapter, section);
  const check =
    wanted.check ??
    (placed < 3 &&
      (await dialogue.ask(
        yesOrNo('check', `放进节末的“考考自己”吗？那里已有 ${placed} 道，每节两三道`, placed < 2),
      )));
  const title = await dialogue.ask({
    name: 'title',
    ask: '短题名，搜索结果里用，不超过 24 个字',
    example: '利用率从八成到九成',
    read: chinese(sharedQuizFields.title, 2, distinct(others.map((each) => each.title))),
  });
  const { shown, fields } =
    type === 'numeric'
      ? await askNumeric(dialogue)
      : type === 'place'
        ? await askPlaceGenerator(dialogue)
        : { shown: null, fields: {} };
  const template = { shown };
  const prompt = await dialogue.ask({
    name: 'prompt',
    ask: '题面：写完整的一道题',
    example: shown
      ? '窗口平均每小时来 {perHour} 人……每人平均等几分钟？（名字照上面列的写）'
      : '利用率从 80% 提到 90%，平均等待大约变成原来的多少？',
    read: chinese(
      sharedQuizFields.prompt,
      8,
      fitting(template, 1),
      distinct(others.map((each) => each.prompt)),
    ),
  });
  const own =
    type === 'single'
      ? await askSingle(dialogue)
      : type === 'multiple'
        ? await askMultiple(dialogue)
        : type === 'ordering'
          ? await askOrdering(dialogue)
          : type === 'sort'
            ? await askSort(dialogue)
            : type === 'place' && shown === null
              ? await askFigure(dialogue)
              : {};
  const explanation = await dialogue.ask({
    name: 'explanation',
    ask: '讲解：为什么是这个答案，像课堂上讲的那样',
    read: chinese(sharedQuizFields.explanation, 10, fitting(template)),
  });
  const hints = await dialogue.list<string>(
    { name: 'hints', each: '提示', min: 1, max: 2 },
    (part, soFar) =>
      part.ask({
        name: 'hint',
        ask: '一条提示，不说出答案',
        read: chinese(undefined, 4, fitting(template), distinct(soFar)),
      }),
  );
  const item = {
    type,
    section,
    objective,
    bloom,
    difficulty: Number(difficulty),
    ...(check ? { check: true } : {}),
    title,
    ...fields,
    prompt,
    ...own,
    explanation,
    hints,
  };
  const result = schemas[type].safeParse(item);
  if (!result.success)
    throw new Refusal(
      result.error.issues.map((issue) => `${issue.path.join(' › ')}：${issue.message}`).join('；'),
    );
  return { id: key, item };
}

/** 没有用过的编号：小节名加序号。 */
function free(known: readonly string[], section: string, from: number): string {
  let n = from;
  while (known.includes(`${section}-${n}`)) n++;
  return `${section}-${n}`;
}
