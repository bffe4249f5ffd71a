import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, readyNets } from '../../src/widgets/specialist-generalist/model.ts';
import {
  alone,
  inOrder,
  mixed,
  netOf,
  pairs,
  pieces,
  ring,
  toggled,
  towards,
  withNet,
  type Crew,
} from '../../src/widgets/specialist-generalist/nets.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const crewsIn = (scenario: string) =>
  scenarioValues(model, scenario).crews as readonly Crew[] as Crew[];

describe('what each way of sharing skills brings', () => {
  test('six kinds of 10 ± 3: dedicated 52.74, the ring 57.00, everyone 57.01; the ring gets 99.8 %', () => {
    const { dedicated, full, own, fullSkills } = model.at({}, 'hall');
    expect(dedicated).toBeCloseTo(52.74, 2);
    expect(own.meanServed).toBeCloseTo(57.0, 1);
    expect(full).toBeCloseTo(57.01, 1);
    expect([own.skills, fullSkills]).toEqual([12, 36]);
    expect(own.gained).toBeCloseTo(0.998, 3);
  });

  test('dedicated in closed form: six times 10 − 3 φ(0), within the error of the simulation', () => {
    // E[min(需求, 10)] = 10 − 3 × 0.39894
    const { dedicated } = model.at({ crews: withNet(crewsIn('hall'), alone(6)) });
    expect(Math.abs(dedicated - 6 * (10 - 3 * 0.3989423))).toBeLessThan(0.15);
  });

  test('the last link is worth a third of it all: 11 skills 67 %, 12 skills 99.8 %', () => {
    expect(model.at({}, 'gap').own.gained).toBeCloseTo(0.67, 2);
    expect(model.at({}, 'gap').own.skills).toBe(11);
    expect(told(67, 'gap').hit).toBe(true);
    expect(told(95, 'gap').explanation).toContain('A 社保类只有本组会做');
  });

  test('the same twelve skills in pairs bring half: what is cut in pieces cannot borrow across', () => {
    const { own, pieces: blocks } = model.at({}, 'pairs');
    expect(own.skills).toBe(12);
    expect(own.gained).toBeCloseTo(0.5, 2);
    expect(blocks).toBe(3);
    expect(told(50, 'pairs').hit).toBe(true);
    expect(told(99, 'pairs').explanation).toContain('断成 3 块');
  });

  test('uneven: the ring in order 92.6 %, busy beside idle 97.3 %, all towards the busiest 67 %, pairs 26 %', () => {
    expect(model.at({}, 'uneven').own.gained).toBeCloseTo(0.926, 2);
    const said = told('order', 'uneven');
    expect(said.hit).toBe(false);
    expect(said.explanation).toMatch(
      /相间的圈 97\.3%.*次序的圈 92\.6%.*最忙的 67\.1%.*结对 26\.4%/,
    );
    expect(told('mix', 'uneven').hit).toBe(true);
  });

  test('ten kinds of 10 ± 4: a ring of twenty skills gets about 94 %', () => {
    const { own, fullSkills } = model.at({}, 'ten');
    expect([own.skills, fullSkills]).toEqual([20, 100]);
    expect(own.gained).toBeGreaterThan(0.925);
    expect(own.gained).toBeLessThan(0.945);
    expect(own.standardError).toBeLessThan(0.25);
  });
});

describe('the words', () => {
  test('a guess by the share of skills hears about it, counted either way', () => {
    expect(told(33, 'hall').explanation).toContain('12 比 36 是 33%');
    expect(told(20, 'hall').explanation).toContain('6 比 30 是 20%');
    expect(told(60, 'hall').explanation).toContain('少了');
    expect(told(100, 'hall').hit).toBe(true);
  });

  test('nothing to gain is said in words, whatever was guessed', () => {
    const still = { spread: 0 };
    for (const guess of [0, 50, 100])
      expect(told(guess, 'hall', still).explanation).toContain('没有多做一件');
    const values = { ...scenarioValues(model, 'hall'), ...still };
    expect(model.sentence(values, model.compute(values))).toContain('没有多做一件');
  });

  const crews = fc
    .array(
      fc.record({
        mean: fc.integer({ min: 0, max: 30 }),
        capacity: fc.integer({ min: 0, max: 30 }),
        also: fc.string({ maxLength: 10 }),
      }),
      { minLength: 2, maxLength: 5 },
    )
    .map((rows) => rows.map((row): Crew => ({ ...row, name: '', sd: 3 })));

  test('every reason given for falling short is true of the net drawn', () => {
    fc.assert(
      fc.property(crews, (rows) => {
        const values = { crews: rows, spread: 1 };
        const result = model.compute(values);
        const said = model.sentence(values, result);
        expect(said.includes('断成')).toBe(
          result.worth && result.own.gained < 0.98 && pieces(result.net) > 1,
        );
        if (said.includes('只有本组会做')) expect(result.single.length).toBeGreaterThan(0);
        if (result.worth) {
          expect(result.own.gained).toBeGreaterThan(-1e-9);
          expect(result.own.gained).toBeLessThan(1 + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('one more link never does harm', () => {
    fc.assert(
      fc.property(crews, fc.nat(4), fc.nat(4), (rows, a, b) => {
        const [group, kind] = [a % rows.length, b % rows.length];
        const net = netOf(rows);
        if (net[group]?.includes(kind)) return;
        const served = (each: Crew[]) => model.compute({ crews: each, spread: 1 }).own.meanServed;
        const more = withNet(rows, toggled(net, group, kind));
        expect(served(more)).toBeGreaterThanOrEqual(served(rows) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});

describe('nets', () => {
  test('letters become links: any width, any case; what is beyond the kinds or not a letter is passed over', () => {
    expect(netOf([{ also: 'bＣ7z' }, { also: '' }, { also: 'AAC' }])).toEqual([
      [0, 1, 2],
      [1],
      [0, 2],
    ]);
    expect(netOf(withNet(crewsIn('ten'), pairs(10)))).toEqual(pairs(10));
  });

  test('a link is put in and taken out; one’s own trade stays', () => {
    const net = toggled(alone(3), 0, 2);
    expect(net).toEqual([[0, 2], [1], [2]]);
    expect(toggled(net, 0, 2)).toEqual(alone(3));
    expect(toggled(net, 1, 1)).toBe(net);
  });

  test('rings, pairs and stars of any number of crews keep their own trade and at most one more', () => {
    for (let count = 2; count <= 10; count++) {
      const rows = inOrder(count).map((i) => ({ mean: (i * 7) % 5, capacity: 2 }));
      for (const net of [ring(inOrder(count)), ring(mixed(rows)), pairs(count), towards(rows)])
        net.forEach((kinds, i) => {
          expect(kinds).toContain(i);
          expect(kinds.length).toBeLessThanOrEqual(2);
        });
      expect(mixed(rows).toSorted((a, b) => a - b)).toEqual(inOrder(count));
      expect(pieces(ring(mixed(rows)))).toBe(1);
      expect(pieces(pairs(count))).toBe(Math.ceil(count / 2));
    }
    expect(mixed(crewsIn('uneven'))).toEqual([0, 5, 1, 4, 2, 3]);
  });

  test('the ready-made nets offer busy-beside-idle only where loads differ', () => {
    const ids = (scenario: string) => readyNets(crewsIn(scenario)).map(({ id }) => id);
    expect(ids('hall')).not.toContain('mix');
    expect(ids('uneven')).toContain('mix');
  });
});
