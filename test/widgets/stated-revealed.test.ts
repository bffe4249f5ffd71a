import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/calc/core/random.ts';
import { conjoint } from '../../src/calc/strategy/conjoint.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { Asking } from '../../src/widgets/stated-revealed/asking.ts';
import { model } from '../../src/widgets/stated-revealed/model.ts';
import { crowd, me } from '../../src/widgets/stated-revealed/people.ts';
import {
  bandsOfMany,
  bandsOfOne,
  chanceOf,
  choicesOf,
  importanceOf,
  patternCount,
  patternOf,
  reveal,
  ridge,
  truth,
  truthImportance,
} from '../../src/widgets/stated-revealed/revealed.ts';
import { storedWorths } from '../../src/widgets/stated-revealed/stored.ts';
import {
  declaredOf,
  levels,
  readPicks,
  taskCount,
  tasks,
  unanswered,
  withPick,
  type Pick,
} from '../../src/widgets/stated-revealed/tasks.ts';

function told(id: string, guess: Guess, change: object = {}) {
  const values = { ...scenarioValues(model, id), ...change };
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
}
const picksOf = (pattern: number): Pick[] => tasks.map((_, i) => ((pattern >> i) & 1 ? 1 : 0));

describe('the eight questions', () => {
  test('no alternative is the better in everything, and each level is compared', () => {
    for (const [one, other] of tasks) {
      const gaps = one.map((level, a) => level - (other[a] ?? 0));
      expect(gaps.some((gap) => gap < 0) && gaps.some((gap) => gap > 0)).toBe(true);
    }
    expect(conjoint({ levels, tasks: choicesOf(picksOf(0b10110100)) }).status).not.toBe(
      'unidentified',
    );
  });

  test('always taking the left, or always the right, is not the same as always the cheaper', () => {
    const cheaperLeft = tasks.filter(([one, other]) => (one[0] ?? 0) < (other[0] ?? 0)).length;
    expect([3, 4, 5]).toContain(cheaperLeft);
  });

  test('letters, digits, full-width and Chinese are the same pick; one changes, the others stay', () => {
    expect(readPicks('aＢ1２甲乙x?')).toEqual([0, 1, 0, 1, 0, 1, null, null]);
    expect(readPicks('')).toHaveLength(taskCount);
    expect(withPick(unanswered, 7, 1)).toBe('xxxxxxxB');
    expect(withPick('ABABABAB', 0, null)).toBe('xBABABAB');
    expect(declaredOf({ ...me, price: 0, wait: 0, manner: 0 })).toBeNull();
    expect(declaredOf({ ...me, price: 10, wait: 20, manner: 70 })).toEqual([0.1, 0.2, 0.7]);
  });
});

describe('what the choices reveal', () => {
  test('the stored 256 are what the estimator gives, to a quarter of a hundredth', () => {
    expect(storedWorths).toHaveLength(patternCount);
    for (let pattern = 0; pattern < patternCount; pattern++) {
      const { partWorths } = conjoint({ levels, tasks: choicesOf(picksOf(pattern)), ridge });
      expect(patternOf(picksOf(pattern))).toBe(pattern);
      partWorths?.forEach((values, a) =>
        values.forEach((value, l) =>
          expect(
            Math.abs(value - (storedWorths[pattern]?.[a]?.[l] ?? NaN)),
            `答法 ${pattern} 的部分值变了：重新生成 src/widgets/stated-revealed/stored.ts`,
          ).toBeLessThan(0.0051),
        ),
      );
    }
  });

  test('true weights 29, 60 and 12 percent, by hand: ranges 1.2, 2.5 and 0.5 of 4.2', () => {
    expect(truthImportance[0]).toBeCloseTo(1.2 / 4.2, 12);
    expect(truthImportance[1]).toBeCloseTo(2.5 / 4.2, 12);
    expect(truthImportance[2]).toBeCloseTo(0.5 / 4.2, 12);
    expect(
      importanceOf([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  test('one person’s band counted over every pattern is what asking again and again gives', () => {
    const random = createRandom(11);
    const chance = chanceOf(truth);
    const waits = Array.from({ length: 4000 }, () => {
      const picks = chance.map((second): Pick => (random.uniform() < second ? 1 : 0));
      return importanceOf(storedWorths[patternOf(picks)] ?? [])?.[1] ?? NaN;
    }).sort((a, b) => a - b);
    const { low, high } = bandsOfOne(truth).importance[1] ?? { low: 0, high: 0 };
    const inside = waits.filter((wait) => wait >= low && wait <= high).length / waits.length;
    expect(inside).toBeGreaterThan(0.89);
    expect(waits.filter((wait) => wait < low).length / waits.length).toBeLessThan(0.06);
    expect(waits.filter((wait) => wait > high).length / waits.length).toBeLessThan(0.06);
    expect(100 * (high - low)).toBeCloseTo(42.7, 0);
  });

  test('the band of thirty people together is what thirty people asked again and again give', () => {
    const random = createRandom(5);
    const chance = chanceOf(truth);
    const waits = Array.from({ length: 150 }, () => {
      const people = Array.from({ length: 30 }, () =>
        chance.map((second): Pick => (random.uniform() < second ? 1 : 0)),
      );
      return conjoint({ levels, tasks: people.flatMap(choicesOf), ridge }).importance?.[1] ?? NaN;
    }).sort((a, b) => a - b);
    const { low, high } = bandsOfMany(truth, 30).importance[1] ?? { low: 0, high: 0 };
    expect(Math.abs(low - (waits[7] ?? 0))).toBeLessThan(0.03);
    expect(Math.abs(high - (waits[142] ?? 0))).toBeLessThan(0.03);
  });

  test('hundreds of people, and the band closes around the truth', () => {
    const { low, high } = bandsOfMany(truth, 3000).importance[1] ?? { low: 0, high: 1 };
    expect(high - low).toBeLessThan(0.015);
    expect((low + high) / 2).toBeCloseTo(truthImportance[1] ?? 0, 2);
  });

  test('two people who choose the opposite throughout cancel, and the sentence says so', () => {
    const people = ['ABBAABBA', 'BAABBAAB'].map((answers, i) => ({ ...me, name: `${i}`, answers }));
    expect(
      reveal(
        people.map(({ answers }) => readPicks(answers)),
        false,
      ),
    ).toBeNull();
    const values = { ...scenarioValues(model, 'mine'), whom: 'all' as const, people };
    expect(model.sentence(values, model.compute(values))).toContain('抵消');
  });

  test('only those who answered all eight are counted together', () => {
    expect(model.at({}, 'crowd').revealed?.people).toBe(30);
    const joined = [...crowd, { ...me, answers: 'ABABABAB' }];
    expect(model.at({ people: joined }, 'crowd').revealed?.people).toBe(31);
  });

  test('thirty who say manner first choose by the wait', () => {
    const { declared, revealed } = model.at({}, 'crowd');
    expect(declared?.map((share) => Math.round(100 * share))).toEqual([25, 30, 45]);
    expect(revealed?.importance[1]).toBeGreaterThan(0.5);
    expect(revealed?.importance[2]).toBeLessThan(0.2);
  });

  test('eight choices of one person nearly always fit some weights without a miss', () => {
    const chance = chanceOf(truth);
    let separated = 0;
    for (let pattern = 0; pattern < patternCount; pattern++) {
      const picks = picksOf(pattern);
      if (conjoint({ levels, tasks: choicesOf(picks) }).status !== 'separated') continue;
      separated += chance.reduce((all, p, i) => all * (picks[i] === 1 ? p : 1 - p), 1);
    }
    expect(separated).toBeGreaterThan(0.95);
    expect(model.at({}, 'again').revealed?.separated).toBe(true);
  });
});

describe('guesses', () => {
  const answered = { people: [{ ...me, answers: 'ABABABAB' }] };

  test('before the eight choices a guess is not taken, looking is; with the choices it is judged', () => {
    let refused = 0;
    const widget = new Asking(
      () => ({}),
      () => (refused += 1),
    );
    widget.commit('1');
    expect([refused, widget.locked, widget.verdict]).toEqual([1, true, null]);
    widget.draft = '1';
    widget.reveal();
    expect([refused, widget.locked, widget.verdict]).toEqual([1, false, null]);
    widget.lockAgain();
    widget.set('people', answered.people);
    widget.commit('1');
    expect([refused, widget.locked]).toEqual([1, false]);
    expect(widget.verdict?.explanation).toContain('八道题');
    // 合起来的一问有别人的选择，不拦
    const crowd = new Asking(
      () => ({ scenario: 'crowd' }),
      () => (refused += 1),
    );
    crowd.commit(50);
    expect([refused, crowd.locked]).toEqual([1, false]);
  });

  test('with the choices made, the heaviest is told beside what was declared, with its band', () => {
    const { revealed } = model.at(answered, 'mine');
    const top = revealed?.importance.indexOf(Math.max(...revealed.importance));
    const right = told('mine', `${top}`, answered);
    expect(right.hit).toBe(true);
    expect(right.explanation).toContain('九成落在');
    expect(told('mine', '2', answered).explanation).toContain('你以为是态度');
  });

  test('where the two heaviest weigh the same, neither is called the heavier; all 256 patterns', () => {
    let ties = 0;
    for (let pattern = 0; pattern < patternCount; pattern++) {
      const answers = picksOf(pattern)
        .map((pick) => 'AB'[pick ?? 0])
        .join('');
      const values = { ...scenarioValues(model, 'mine'), people: [{ ...me, answers }] };
      const result = model.compute(values);
      const [first = 0, second = 0] = (result.revealed?.importance ?? []).toSorted((a, b) => b - a);
      const prediction = predictionOf(model, 'mine');
      const answer = prediction.kind === 'choice' ? prediction.answer(values, result) : '';
      const tied = first - second < 0.01;
      ties += tied ? 1 : 0;
      expect([answers, answer === '3']).toEqual([answers, tied]);
      if (tied)
        for (const guess of ['0', '1', '2', '3'])
          expect(told('mine', guess, { people: [{ ...me, answers }] }).explanation).toContain(
            '分不出谁更重',
          );
    }
    expect(ties).toBe(24);
  });

  test('without the true weights the question names none, and no rank is promised', () => {
    const values = { ...scenarioValues(model, 'again'), known: false };
    const asked = questionText(predictionOf(model, 'again'), values, model.compute(values));
    expect(asked).toContain('真权重不知道');
    expect(asked).not.toContain('0%');
    expect(told('again', 95, { known: false }).explanation).not.toContain('排第一');
  });

  test('asked again and again with the true weights, the wait comes first two times in three', () => {
    const chance = chanceOf(truth);
    let first = 0;
    storedWorths.forEach((worths, pattern) => {
      const [price = 0, wait = 0, manner = 0] = importanceOf(worths) ?? [];
      if (wait >= price && wait >= manner)
        first += chance.reduce((all, p, i) => all * ((pattern >> i) & 1 ? p : 1 - p), 1);
    });
    expect(first).toBeCloseTo(0.656, 2);
    expect(told('again', 95).explanation).toContain('三回里约有两回');
  });

  test.each<[string, Guess, string]>([
    ['crowd', 30, '嘴上的数'],
    ['crowd', 5, '比他们嘴上说的还低'],
    ['crowd', 45, '还不够'],
    ['crowd', 90, '过头了'],
    ['again', 10, '八道题挺多'],
    ['again', 25, '还没想到这么不准'],
    ['again', 80, '没有全凭运气'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = told(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });

  test.each<[string, Guess]>([
    ['crowd', 59],
    ['again', 43],
  ])('%s, %s is a hit', (id, guess) => {
    expect(told(id, guess).hit).toBe(true);
  });
});
