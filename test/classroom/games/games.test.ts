/** 六个课堂游戏：决定写得进码、读得回来；讲评的话句句是这个班的数，再怪的班也不漏出机器话。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decisionBits,
  readCode,
  spoken,
  tagBits,
  writeCode,
} from '../../../src/classroom/answers/code.ts';
import { collect } from '../../../src/classroom/games/collect.ts';
import type { Game } from '../../../src/classroom/games/game.ts';
import { keptRounds } from '../../../src/classroom/games/kept-rounds.ts';
import * as funnel from '../../../src/classroom/games/funnel/debrief.ts';
import * as hall from '../../../src/classroom/games/hall-staffing/debrief.ts';
import * as newsvendor from '../../../src/classroom/games/newsvendor/debrief.ts';
import * as overbooking from '../../../src/classroom/games/overbooking/debrief.ts';
import * as seats from '../../../src/classroom/games/seat-protection/debrief.ts';
import * as shops from '../../../src/classroom/games/two-shops/debrief.ts';
import { anyClass, anyDecision, classCodes, games } from './class.ts';

type Said = (round: number, decisions: readonly (readonly number[])[]) => string[];
const said: Readonly<Record<string, Said>> = {
  'seat-protection': (round, all) => seats.sentences(seats.debrief(round, all)),
  overbooking: (round, all) => overbooking.sentences(overbooking.debrief(round, all)),
  newsvendor: (round, all) => newsvendor.sentences(newsvendor.debrief(round, all)),
  'hall-staffing': (round, all) => hall.sentences(hall.debrief(round, all)),
  'two-shops': (round, all) => shops.sentences(shops.debrief(round, all)),
  funnel: (round, all) => funnel.sentences(funnel.debrief(round, all)),
};
const saysOf = ({ id }: Game) => said[id] as Said;
const rows = games.map((game) => [game.id, game] as const);

test('the games have numbers of their own that fit three bits, and leave room for a tag', () => {
  const numbers = games.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(games.length);
  for (const game of games) {
    expect(game.number).toBeLessThan(8);
    expect(tagBits(game)).toBeGreaterThanOrEqual(2);
    expect(tagBits(game)).toBeLessThanOrEqual(decisionBits);
    for (const { min, max, bits } of game.fields) expect(max - min).toBeLessThan(2 ** bits);
  }
});

describe.each(rows)('%s', (_id, game) => {
  test('every decision goes into a code and comes back', () => {
    fc.assert(
      fc.property(
        anyDecision(game),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        (decision, round, tag) => {
          const code = writeCode(game, { round, decision, tag });
          expect(readCode(game, round, code)).toMatchObject({ ok: true, decision });
        },
      ),
    );
  });

  test('any class at all is debriefed in whole sentences', () => {
    fc.assert(
      fc.property(anyClass(game), ({ round, decisions }) => {
        const lines = saysOf(game)(round, decisions);
        expect(lines.length).toBeGreaterThanOrEqual(2);
        for (const line of lines) {
          expect(line).not.toMatch(/NaN|Infinity|undefined|null|\[object|无限|—|\d\.\d{4}/);
          expect(line).toMatch(/[。？]$/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('one student alone, and all alike at either end, are debriefed too', () => {
    for (const end of ['min', 'max'] as const)
      for (const people of [1, 2, 3, 60]) {
        const decision = game.fields.map((field) => field[end]);
        const lines = saysOf(game)(
          1,
          Array.from({ length: people }, () => decision),
        );
        expect(lines.join('')).not.toMatch(/NaN|Infinity|undefined|无限/);
      }
  });

  test('sixty codes pasted from a chat are all collected', () => {
    const codes = classCodes(game, 3, 60);
    const text = codes
      .map(
        (code, i) =>
          `学生${i} 10:0${i % 10}:12\n我的码 ${i % 2 ? spoken(code).toLowerCase() : code}`,
      )
      .join('\n');
    const read = collect(game, 3, text);
    expect(read.unread).toEqual([]);
    expect(read.codes.length + read.repeats).toBe(60);
    expect(read.decisions).toHaveLength(read.codes.length);
  });

  test('a slip in one letter is not taken, and the line says what it likely was', () => {
    const [code = ''] = classCodes(game, 3, 1);
    const wrong = code.slice(0, 3) + (code[3] === 'A' ? 'B' : 'A') + code.slice(4);
    expect(collect(game, 3, `张三: ${wrong}`)).toMatchObject({
      codes: [],
      unread: [{ line: 1, suggestion: code }],
    });
  });

  test('codes on one line are each counted, however they are parted; a name of eight letters is no code', () => {
    const codes = classCodes(game, 3, 5);
    for (const between of [' ', '  ', '、', '，', ', ', ' ; '])
      for (const written of [codes, codes.map(spoken)])
        expect(collect(game, 3, written.join(between)).codes, `以“${between}”隔开`).toEqual(codes);
    expect(collect(game, 3, `zhangsan ${codes[0]}`).codes).toEqual([codes[0]]);
  });

  test('a slip among codes on one line is named with that line, and the row it is written out to', () => {
    const [one = '', two = '', three = ''] = classCodes(game, 3, 3);
    const wrong = two.slice(0, 3) + (two[3] === 'A' ? 'B' : 'A') + two.slice(4);
    const read = collect(game, 3, `${one} ${wrong}\n${three}`);
    expect(read).toMatchObject({
      codes: [one, three],
      unread: [{ line: 1, row: 2, suggestion: two }],
      rows: [one, wrong, three],
    });
  });

  test('codes of the round before are refused by name', () => {
    const [code = ''] = classCodes(game, 3, 1);
    expect(collect(game, 4, code).unread[0]?.reason).toContain('另一轮');
  });

  test('who changed his mind counts once, with his last code', () => {
    const [first = '', second = ''] = classCodes(game, 3, 2);
    const read = collect(game, 3, `张三: ${first}\n李四: ${first}\n张三: ${second}`);
    expect(read.codes).toEqual([first, second]);
    expect(read.replaced).toBe(1);
  });
});

test('equal codes from different students: once where the tag is long, each where it is short', () => {
  for (const game of games) {
    const [code = ''] = classCodes(game, 3, 1);
    const read = collect(game, 3, `张三: ${code}\n李四: ${code}`);
    expect(read.codes.length, game.id).toBe(tagBits(game) > 3 ? 1 : 2);
    expect(read.repeats, game.id).toBe(tagBits(game) > 3 ? 1 : 0);
  }
});

describe('what the board keeps', () => {
  test('odd records are set aside and counted, sound ones read', () => {
    const codes = ['ABCDEFGH'];
    expect(
      keptRounds.restore({ funnel: { round: 2, codes }, newsvendor: { round: 0, codes } }),
    ).toEqual({
      value: { funnel: { round: 2, codes } },
      lost: '有 1 个游戏的记录读不懂',
    });
    expect(keptRounds.restore('x').lost).not.toBe('');
  });

  test('two tabs on two games lose nothing', () => {
    const one = { round: 1, codes: ['ABCDEFGH'] };
    const two = { round: 2, codes: [] };
    expect(
      keptRounds.merge?.({ funnel: two }, { funnel: one, newsvendor: one }, { funnel: one }),
    ).toEqual({
      funnel: two,
      newsvendor: one,
    });
  });
});
