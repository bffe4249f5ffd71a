/** 课堂游戏共用的样子：手机页面、投影的一屏，各收什么。 */
import type { CodeForm } from '../answers/code.ts';

export type GameId =
  | 'seat-protection'
  | 'overbooking'
  | 'newsvendor'
  | 'hall-staffing'
  | 'two-shops'
  | 'funnel';

/** 一个游戏：叫什么，问什么，码怎么拼。 */
export interface Game extends CodeForm {
  id: GameId;
  title: string;
  english: string;
  /** 墙上的一句问话 */
  question: string;
  /** 学哪一节时玩：章与节的英文编号 */
  chapter: string;
  section: string;
  /** 学生作决定要几分钟 */
  minutes: number;
}

/** 一轮走到哪里：念题，收码，看全班，讲评。 */
export type Phase = 'brief' | 'collect' | 'board' | 'debrief';

/**
 * 投影的一屏收什么。课件里的一步给全四样；单独一页什么也不给，轮数、码、走到哪里由这一屏自己管、自己存。
 */
export interface BoardProps {
  /** 第几轮，正整数 */
  round?: number;
  /** 收到的码，8 个字符一个 */
  codes?: readonly string[];
  phase?: Phase;
  onchange?: (codes: string[]) => void;
}
