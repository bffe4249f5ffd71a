/**
 * 哪个窗口驾着这堂课。一个窗口的位子是一个值，听见什么、锁到手没有，都由这里的纯函数定下一步；
 * 收发、上锁由 link.svelte.ts 去做。
 *
 * 有 Web Locks 的浏览器里，锁在谁手里谁驾，窗口关了、崩了锁就放开；没有的，问一声，没有人驾就自己驾。
 * 换一次驾驶，代数加一：代数与版次低的话一概不听。
 */
import { writeTab } from '../../lib/tab-storage.ts';
import { readToken } from './token.ts';
import type { Page } from './wire.ts';

export interface Seat {
  id: string;
  page: Page;
  /** 浏览器有没有 Web Locks */
  locks: boolean;
  role: 'follows' | 'taking' | 'drives';
  epoch: number;
  rev: number;
  /** 上一次听见驾驶的说话 */
  heard: number;
  /** 问出去还没有回音 */
  asked: number | null;
  /** 别人问了，驾驶的还没有答：到时候由墙来答 */
  owes: number | null;
  /** 什么时候开始接手的 */
  taken: number;
  /** 讲台刚打开，要投影让出来：还问几次，上一次问是什么时候 */
  seeks: { left: number; last: number };
}

export type Event =
  /** 网页打开；`alone` 是一直一个人驾着的，现在要开第二个窗口 */
  | { type: 'open'; alone: boolean }
  | { type: 'state'; from: string; epoch: number; rev: number; live: boolean }
  | { type: 'need'; from: string; epoch: number; page: Page; taking: boolean }
  /** 别的话，只看代数 */
  | { type: 'word'; epoch: number }
  | { type: 'locked' }
  /** 没有抢到 */
  | { type: 'denied' }
  | { type: 'lost' }
  | { type: 'tick' }
  /** 按了“接管” */
  | { type: 'take' };

export type Effect =
  | { do: 'need'; taking: boolean }
  /** 把整份状态与笔迹说一遍 */
  | { do: 'tell' }
  /** 采用听见的那一份 */
  | { do: 'adopt' }
  /** 排队等锁；只试一次；抢过来；放开 */
  | { do: 'queue' }
  | { do: 'try' }
  | { do: 'steal' }
  | { do: 'release' };

/** 没有人驾，多久算定；墙过多久替它答 */
export const unanswered = 300;
/** 接手以前，等别的窗口把手里的那一份说出来 */
export const gathering = 150;
/** 讲台刚打开，隔多久再问、问几次：投影正忙着接手，头一声会错过。数次数，不数时间：机器慢起来时间做不得准 */
export const seeking = { each: 500, times: 10 };
/** 多久没有听见，就问一声 */
export const silence = 3000;

export const seatOf = (
  id: string,
  page: Page,
  locks: boolean,
  stored: { epoch: number; rev: number },
): Seat => ({
  id,
  page,
  locks,
  role: 'follows',
  ...stored,
  heard: 0,
  asked: null,
  owes: null,
  taken: 0,
  seeks: { left: 0, last: 0 },
});

type Step = readonly [Seat, readonly Effect[]];

const need = (taking: boolean): Effect => ({ do: 'need', taking });
const take = (seat: Seat, now: number): Step => [
  // 驾过的不再去要：后来让给别人，是有人按了“接管”
  { ...seat, role: 'taking', taken: now, asked: null, owes: null, seeks: { left: 0, last: now } },
  [need(true)],
];
/** 驾驶的重新宣布一次，代数高过听见的。 */
const above = (seat: Seat, epoch: number): Step => [
  { ...seat, epoch: Math.max(seat.epoch, epoch) + 1, rev: seat.rev + 1 },
  [{ do: 'tell' }],
];
const newer = (one: { epoch: number; rev: number }, other: { epoch: number; rev: number }) =>
  one.epoch > other.epoch || (one.epoch === other.epoch && one.rev > other.rev);

export function after(seat: Seat, event: Event, now: number): Step {
  switch (event.type) {
    case 'open': {
      const left = seat.page === 'desk' ? seeking.times : 0;
      const opened: Seat = {
        ...seat,
        role: 'follows',
        heard: now,
        asked: now,
        seeks: { left, last: now },
      };
      if (event.alone) return seat.locks ? [opened, [{ do: 'try' }]] : take(opened, now);
      const queue: Effect[] = seat.locks && seat.page === 'desk' ? [{ do: 'queue' }] : [];
      return [opened, [need(false), ...queue]];
    }
    case 'locked':
      return take(seat, now);
    case 'denied':
      return [{ ...seat, heard: now, asked: null }, []];
    case 'lost':
      return [
        { ...seat, role: 'follows', heard: now, asked: now },
        [need(false), ...(seat.page === 'desk' ? [{ do: 'queue' } as const] : [])],
      ];
    case 'take':
      if (seat.role !== 'follows') return [seat, []];
      return seat.locks ? [seat, [{ do: 'steal' }]] : take(seat, now);
    case 'tick':
      return ticked(seat, now);
    case 'word':
      return seat.role === 'drives' && event.epoch > seat.epoch
        ? above(seat, event.epoch)
        : [seat, []];
    case 'need':
      return asked(seat, event, now);
    case 'state':
      return told(seat, event, now);
  }
}

function ticked(seat: Seat, now: number): Step {
  if (seat.role === 'drives') return [seat, []];
  if (seat.role === 'taking') {
    if (now - seat.taken < gathering) return [seat, []];
    return above({ ...seat, role: 'drives' }, seat.epoch);
  }
  if (seat.asked !== null && now - seat.asked >= unanswered) {
    const tired: Seat = { ...seat, asked: null, heard: now };
    // 讲台的窗口已经排着队
    if (!seat.locks) return take(tired, now);
    return [tired, seat.page === 'wall' ? [{ do: 'try' }] : []];
  }
  if (seat.owes !== null && now - seat.owes >= unanswered)
    return [{ ...seat, owes: null }, [{ do: 'tell' }]];
  const { left, last } = seat.seeks;
  if (seat.asked === null && left > 0 && now - last >= seeking.each)
    return [{ ...seat, asked: now, seeks: { left: left - 1, last: now } }, [need(false)]];
  if (seat.asked === null && now - seat.heard >= silence)
    return [{ ...seat, asked: now }, [need(false)]];
  return [seat, []];
}

/** 讲台在投影前面；一样的，编号大的在前面。 */
const before = (one: { page: Page; from: string }, other: { page: Page; id: string }) =>
  one.page === other.page ? one.from > other.id : one.page === 'desk';

/** 别的窗口问。 */
function asked(seat: Seat, event: Event & { type: 'need' }, now: number): Step {
  const first = before(event, seat);
  const follows: Seat = { ...seat, role: 'follows', heard: now, asked: null };
  if (seat.role === 'follows') {
    if (!event.taking) return [{ ...seat, owes: seat.owes ?? now }, []];
    // 没有锁，也在等回音的：前面的来接手了，自己就不去接
    return [!seat.locks && seat.asked !== null && first ? follows : seat, [{ do: 'tell' }]];
  }
  // 没有锁，几个一起来接手：排在后面的让给前面的，不等都驾起来再让来让去。代数和驾着的一样的，
  // 知道是谁在驾，来接手就是按了“接管”；别的是路上耽搁了的，说话的多半已经让给了驾着的，再让就没有人驾
  if (
    event.taking &&
    !seat.locks &&
    (first || (seat.role === 'drives' && event.epoch === seat.epoch))
  )
    return [follows, [{ do: 'tell' }]];
  // 投影驾着的、正要接手的，讲台的窗口一来就让给它
  if (seat.page === 'wall' && event.page === 'desk' && !event.taking)
    return [follows, [{ do: 'tell' }, { do: 'release' }]];
  if (seat.role === 'taking') return [seat, []];
  return event.epoch > seat.epoch ? above(seat, event.epoch) : [seat, [{ do: 'tell' }]];
}

/** 听见一份状态。 */
function told(seat: Seat, event: Event & { type: 'state' }, now: number): Step {
  const { epoch, rev, live, from } = event;
  if (seat.role === 'drives') {
    if (!live) return epoch > seat.epoch ? above(seat, epoch) : [seat, []];
    const higher = epoch > seat.epoch || (epoch === seat.epoch && from > seat.id);
    // 锁在手里，说话的是还不知道锁没有了的那一个；没有锁的，代数高的驾
    if (higher && !seat.locks)
      return [{ ...seat, role: 'follows', epoch, rev, heard: now, asked: null }, [{ do: 'adopt' }]];
    return epoch >= seat.epoch ? above(seat, epoch) : [seat, [{ do: 'tell' }]];
  }
  const heard: Seat = live ? { ...seat, heard: now, asked: null, owes: null } : seat;
  // 刚打开的，版次一样也照驾着的摆：存着的那一份可能差最后一下
  const answered = live && seat.asked !== null && !newer(seat, event);
  if (answered || newer(event, seat)) return [{ ...heard, epoch, rev }, [{ do: 'adopt' }]];
  // 驾驶的代数比见过的低：告诉它一声，它会升上来
  return [heard, live && epoch < seat.epoch && seat.role === 'follows' ? [need(false)] : []];
}

const hex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** 一份网页一个，不存。 */
export const newWindowId = () => hex(8);

/** 这个标签页的口令，没有就做一个；不让存的浏览器里只能一个窗口，是 null。 */
export function makeToken(): string | null {
  const here = readToken();
  if (here) return here;
  const token = hex(16);
  return writeTab('class', token) && readToken() === token ? token : null;
}
