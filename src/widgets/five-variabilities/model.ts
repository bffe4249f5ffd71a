import {
  responses,
  variabilities,
  variabilityResponse,
  type Response,
  type ResponsePlan,
  type Variability,
} from '../../calc/strategy/variability-response.ts';
import { fixed, percent } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { places, responseNames, variabilityNames, type PlaceId } from './places.ts';

/** 一种变异选哪一类应对：在棋盘上落子，不在控件区。 */
function move(variability: Variability) {
  return {
    kind: 'choice',
    label: variabilityNames[variability],
    options: responses.map((value) => ({ value, label: responseNames[value] })),
    default: 'classic-accommodation',
    meaning: '这种变异用哪一类办法应对。',
    onStage: true,
  } as const;
}

export type Setting = { place: string } & Record<Variability, string>;

export function placeOf({ place }: Pick<Setting, 'place'>) {
  return places[place as PlaceId];
}

export function planOf(values: Setting): ResponsePlan {
  return Object.fromEntries(variabilities.map((each) => [each, values[each]])) as Record<
    Variability,
    Response
  >;
}

/** 占麻烦最多的那一种，先猜就猜它。 */
export function worstOf(place: string): Variability {
  const { troubles } = places[place as PlaceId];
  return variabilities.reduce((worst, each) =>
    troubles[each].share > troubles[worst].share ? each : worst,
  );
}

export const model = defineWidget({
  id: 'five-variabilities',
  version: 2,
  title: '五种变异棋盘',
  english: 'Five variabilities, four responses',
  question: '顾客各有各的不同，是由着他们，还是管着他们？棋盘上不止这两步。',
  chapter: 'encounter',
  section: 'customer-variability',
  directional: true,
  params: {
    place: {
      kind: 'choice',
      label: '在哪里',
      options: (Object.keys(places) as PlaceId[]).map((value) => ({
        value,
        label: places[value].name,
      })),
      default: 'coffee',
      meaning: '换个地方，五种变异的轻重就变了，格子里的做法也变。',
    },
    able: {
      kind: 'number',
      label: '会自己动手的顾客',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.75,
      percent: true,
      meaning: '低成本迁就靠他们：自助、手机、机器，用得来也愿意用。',
    },
    flexible: {
      kind: 'number',
      label: '肯照规矩来的顾客',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.45,
      percent: true,
      meaning: '经典压减靠他们：肯预约、肯少选、肯被奖惩推着走。',
    },
    alike: {
      kind: 'number',
      label: '本来就合拍的顾客',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.5,
      percent: true,
      meaning: '不妥协压减靠他们：来的就是这一类人，不觉得被限制。',
    },
    weight: {
      kind: 'number',
      label: '体验占的分量',
      symbol: 'w',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.5,
      percent: true,
      meaning: '总分里体验算几成，其余算效率。医院与廉价快递，秤不一样。',
    },
    arrival: move('arrival'),
    request: move('request'),
    capability: move('capability'),
    effort: move('effort'),
    preference: move('preference'),
  },
  scenarios: [
    {
      id: 'coffee',
      label: '咖啡店点单',
      sentence:
        '写字楼下的咖啡店（虚构案例），客人多是天天来的上班族。一句“半糖、换燕麦奶、多一份浓缩”，后面八个人一起等。',
      values: { place: 'coffee' },
    },
    {
      id: 'triage',
      label: '医院分诊',
      sentence:
        '江城人民医院（虚构案例）的分诊台，老人多，常常说不清哪里不舒服。在这里，被好好对待比省人手要紧。',
      values: { place: 'triage', able: 0.3, flexible: 0.45, alike: 0.2, weight: 0.75 },
    },
    {
      id: 'delivery',
      label: '快递派送',
      sentence:
        '平价快递的一个站点（虚构案例），一件挣几毛钱。收件人几点在家，各有各的钟；便宜，大家也就肯迁就它。',
      values: { place: 'delivery', able: 0.55, flexible: 0.75, alike: 0.3, weight: 0.3 },
    },
    {
      id: 'hotpot',
      label: '沸点火锅',
      sentence:
        '沸点火锅（虚构案例）开在大学城边上，周末晚上排到门外，工作日下午空着一半；学生没课的时候正好有空。',
      values: { place: 'hotpot', able: 0.5, flexible: 0.5, alike: 0.75, weight: 0.7 },
    },
  ],
  compute(values) {
    const { troubles } = placeOf(values);
    const scored = variabilityResponse({
      trouble: Object.fromEntries(
        variabilities.map((each) => [each, troubles[each].share]),
      ) as Record<Variability, number>,
      plan: planOf(values),
      suited: {
        'classic-accommodation': 1,
        'low-cost-accommodation': values.able,
        'classic-reduction': values.flexible,
        'uncompromised-reduction': values.alike,
      },
      experienceWeight: values.weight,
    });
    const worst = worstOf(values.place);
    /** 只换一格会到哪里：在合计里挪动那一格的差 */
    const moves = variabilities.flatMap((variability) =>
      responses
        .filter((response) => response !== values[variability])
        .map((response) => {
          const { share } = troubles[variability];
          const from = scored.cells[variability][values[variability] as Response];
          const to = scored.cells[variability][response];
          return {
            variability,
            response,
            efficiency: scored.plan.efficiency + share * (to.efficiency - from.efficiency),
            experience: scored.plan.experience + share * (to.experience - from.experience),
          };
        }),
    );
    return {
      ...scored,
      worst,
      moves,
      /** 手里只有经典的两类应对时，最好能得几分 */
      classicBest: Math.max(...scored.classicFrontier.map(({ score }) => score)),
      /** 五格里有几格已经是这一行最好的 */
      settled: variabilities.filter((each) => values[each] === scored.best[each]).length,
    };
  },
  predict: {
    kind: 'choice',
    question: ({ place, weight }) => {
      const worst = worstOf(place);
      return `${places[place as PlaceId].name}，麻烦最多的是${variabilityNames[worst]}（${places[place as PlaceId].troubles[worst].looks}）。总分里体验占 ${percent(weight)}，效率占 ${percent(1 - weight)}。这一行四格，哪一格总分最高？`;
    },
    options: [
      {
        value: 'classic-accommodation',
        label: '经典迁就：多备人手，来什么接什么',
        explanation:
          '最体贴，也最贵，顾客带来的不同全由员工吸收。体验看得特别重、客人又帮不上自己的时候才合算，分诊台就是这样；别处往往有便宜的办法给到差不多的体验。',
      },
      {
        value: 'low-cost-accommodation',
        label: '低成本迁就：由着他们，活换给机器、自助或便宜的人手',
        explanation:
          '花样照给，只是换了谁来干活。条件是多数客人会用、也愿意自己动手；不会的人要人帮，还受了气，两头都亏。',
      },
      {
        value: 'classic-reduction',
        label: '经典压减：立规矩、少选项、用奖惩',
        explanation:
          '最省钱，客人也最先觉察：选择少了，规矩多了。客人肯照规矩来、体验又不是卖点的地方，它才是对的。',
      },
      {
        value: 'uncompromised-reduction',
        label: '不妥协压减：挑合拍的客人，让不同自己变小',
        explanation:
          '不降体验，也不添人，窍门在招揽谁。合拍的人够多，谁都不觉得被限制；不够多，就是把别的客人往门外推。',
      },
    ],
    answer: (_values, { best, worst }) => best[worst],
  },
  sentence(values, { plan, bestScore, best, worst, classicBest, settled }) {
    const { name } = placeOf(values);
    const start = `${name}，体验占 ${percent(values.weight)}：现在这五格，效率 ${fixed(plan.efficiency, 1)} 分、体验 ${fixed(plan.experience, 1)} 分，合 ${fixed(plan.score, 1)} 分`;
    const advice = `麻烦最多的${variabilityNames[worst]}，得分最高的是${responseNames[best[worst]]}`;
    if (settled === variabilities.length)
      return `${start}，每一行都已经是最高的一格；${advice}。只会经典的两招，最好也只有 ${fixed(classicBest, 1)} 分。`;
    return `${start}；五行都选最高的一格，合 ${fixed(bestScore.score, 1)} 分。${advice}。只会经典的两招，最好是 ${fixed(classicBest, 1)} 分。`;
  },
  brief: (_values, { plan }) =>
    `效率 ${fixed(plan.efficiency, 1)}，体验 ${fixed(plan.experience, 1)}，合 ${fixed(plan.score, 1)} 分`,
  table(values, { cells }) {
    const { name, troubles } = placeOf(values);
    return {
      caption: `${name}：二十格的分数（打分表为示意，每格 0–10 分）`,
      columns: [
        { label: '变异' },
        { label: '占麻烦', unit: '%' },
        { label: '应对' },
        { label: '做法' },
        { label: '效率', unit: '分' },
        { label: '体验', unit: '分' },
        { label: '总分', unit: '分' },
      ],
      rows: variabilities.flatMap((variability) =>
        responses.map((response, i) => {
          const { efficiency, experience, score } = cells[variability][response];
          return [
            variabilityNames[variability],
            troubles[variability].share * 100,
            responseNames[response],
            troubles[variability].measures[i] as string,
            efficiency,
            experience,
            score,
          ];
        }),
      ),
      digits: [0, 0, 0, 0, 1, 1, 1],
    };
  },
  monotone: [
    { param: 'able', quantity: ({ bestScore }) => bestScore.score, direction: 'up' },
    { param: 'flexible', quantity: ({ bestScore }) => bestScore.score, direction: 'up' },
    { param: 'alike', quantity: ({ bestScore }) => bestScore.score, direction: 'up' },
    { param: 'able', quantity: ({ plan }) => plan.score, direction: 'up' },
    { param: 'weight', quantity: ({ bestScore }) => bestScore.experience, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
