/** 三问，各带典型的错猜。 */
import { fixed, percent, upTo } from '../../lib/format.ts';
import type { NumberPrediction } from '../../widget-kit/model.ts';
import { inHand, long, share, type params, type Result } from './stream.ts';

const minutesOf = (minutes: number) => `${fixed(minutes)} 分钟`;
const days = (minutes: number) => minutes / 1440;
const daysOf = (minutes: number) => `${upTo(days(minutes), 2)} 天`;

/** “有人在办 122 分钟：增值 47，必要 75” */
const parted = ({ before }: Result) =>
  `有人在办的一共 ${minutesOf(inHand(before))}：增值 ${fixed(before.valueTime)}，必要 ${fixed(before.necessaryTime)}`;
const rest = ({ before, calendar }: Result) =>
  `其余 ${percent(1 - inHand(before) / calendar.before, 1)} 的时间，它躺在谁的桌上、夹子里、系统里`;

export const inHandAsked: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { calendar }) =>
    `从交件到办成，日历上 ${long(calendar.before)}。有人真正在办这一件的，加起来多少分钟？`,
  unit: '分钟',
  min: 0,
  max: 100000,
  digits: 0,
  tolerance: 0.2,
  answer: (_values, { before }) => inHand(before),
  misreads: [
    {
      when: (guess, _answer, _values, { calendar }) => guess > calendar.before,
      text: (_values, result) =>
        `这比从头到尾的 ${minutesOf(result.calendar.before)}还长。${parted(result)}。`,
    },
    {
      when: (guess, answer, _values, { calendar }) =>
        guess > answer && guess >= calendar.before / 2,
      text: (_values, result, guess) =>
        `照这个数，${percent(guess / result.calendar.before)} 的时间都有人在办它，夜里也不停。一天只上八小时，上班的时候办的又多半是别人的件。${parted(result)}。`,
    },
    {
      when: (guess, answer, _values, { calendar }) =>
        guess > answer && guess >= calendar.before / 4,
      text: (_values, result) =>
        `你大概把上班的时间都算给了它，一天八小时是 ${minutesOf(result.calendar.before / 3)}。上班的时候人在办，办的多半是别人的件。${parted(result)}。`,
    },
    {
      when: (guess, answer) => guess >= 3 * answer,
      text: (_values, result) =>
        `你大概从“人人都忙”往回猜。忙是真的，轮到这一件只有一小会儿。${parted(result)}；${rest(result)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (_values, result) => `已经猜得很少了，还要少：${parted(result)}。`,
    },
    {
      when: (guess, _answer, _values, { before }) =>
        Math.abs(guess - before.valueTime) <= 0.15 * before.valueTime,
      text: (_values, result) =>
        `这正好是增值的那一份。${parted(result)}。必要的那一份他不觉得，也是有人在办。`,
    },
    {
      when: () => true,
      text: (_values, result) => `少了些。${parted(result)}；${rest(result)}。`,
    },
  ],
  hit: (_values, result) =>
    `${parted(result)}；${rest(result)}。增值比 ${share(result.before.valueAddedRatio)}。`,
};

export const fasterAsked: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { calendar }) =>
    `每一步都办得快一倍，别的不动。日历上的 ${long(calendar.before)}，变成几天？写到两位小数。`,
  unit: '天',
  min: 0,
  max: 100,
  digits: 2,
  tolerance: 0.003,
  answer: (_values, { calendar }) => days(calendar.after),
  misreads: [
    {
      when: (guess, _answer, _values, { calendar }) => guess > days(calendar.before) + 0.005,
      text: '快了一倍，总不会更慢。',
    },
    {
      when: (guess, _answer, _values, { calendar }) => guess > days(calendar.before) - 0.005,
      text: (_values, { calendar, before }) =>
        `省得少，也不是一点没省。有人在办的一共 ${minutesOf(inHand(before))}，省下 ${minutesOf(calendar.before - calendar.after)}，还要 ${daysOf(calendar.after)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (_values, { calendar, before }) =>
        `省得再多一点：有人在办的一共 ${minutesOf(inHand(before))}，省下 ${minutesOf(calendar.before - calendar.after)}，还要 ${daysOf(calendar.after)}。`,
    },
    {
      when: (guess, _answer, _values, { calendar }) => guess <= 0.6 * days(calendar.before),
      text: (_values, { calendar, before }) =>
        `你把等也快了一倍。快的只有有人在办的 ${minutesOf(inHand(before))}，省下 ${minutesOf(calendar.before - calendar.after)}，还要 ${daysOf(calendar.after)}。`,
    },
    {
      when: () => true,
      text: (_values, { calendar, before }) =>
        `没有那么多可省的。有人在办的一共才 ${minutesOf(inHand(before))}，省一半是 ${minutesOf(calendar.before - calendar.after)}，还要 ${daysOf(calendar.after)}。`,
    },
  ],
  hit: (_values, { calendar }) =>
    `省下 ${minutesOf(calendar.before - calendar.after)}，还要 ${daysOf(calendar.after)}。新系统要是顺带让桌上的件少压一些，等才会短；那时起作用的是少压，不是办得快。`,
};

export const withoutWaitsAsked: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { before }) =>
    `现在的增值比是 ${share(before.valueAddedRatio)}。等、退全去掉以后，增值比是百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.12,
  answer: (_values, { after }) => 100 * after.valueAddedRatio,
  misreads: [
    {
      when: (guess) => guess >= 95,
      text: (_values, { after }) =>
        `没有一分钟在等，也不全是增值。还有必要的 ${minutesOf(after.necessaryTime)}，他不觉得，法规和风险要：${share(after.valueAddedRatio)}。`,
    },
    {
      when: (guess) => guess < 10,
      text: (_values, { before, after }) =>
        `分母塌下去了：从 ${minutesOf(before.totalTime)}到 ${minutesOf(after.totalTime)}，增值的 ${minutesOf(after.valueTime)}一点没有变，占到了 ${share(after.valueAddedRatio)}。`,
    },
    {
      when: () => true,
      text: (_values, { after }) =>
        `剩下 ${minutesOf(after.totalTime)}，增值 ${fixed(after.valueTime)}，必要 ${fixed(after.necessaryTime)}，一除是 ${share(after.valueAddedRatio)}。再往上，就要动必要的那一份了。`,
    },
  ],
  hit: (_values, { after }) =>
    `剩下 ${minutesOf(after.totalTime)}，增值 ${fixed(after.valueTime)}，必要 ${fixed(after.necessaryTime)}。再往上，就要动必要的那一份。全去掉做不到：来件有早晚，办件有长短，人手不是闲得很，就有等。`,
};
