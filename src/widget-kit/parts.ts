/**
 * 实验的画面由几部分组成：布景、曲线、账目……每一部分说明自己是什么、哪些控件改得动它，
 * 摆在哪里由框决定：手机上一次一幅，紧挨着控件；宽的地方两幅并排；投影时占满整面墙。
 */
import type { Snippet } from 'svelte';
import type { ParamSet, Values } from './model.ts';

export interface Part<P extends ParamSet, R> {
  /** 在这个实验里不重名 */
  id: string;
  /** 两到四个字，写在切换的按钮上 */
  label: string;
  view: Snippet<[R, Values<P>]>;
  /** 图下面的话：长的图例、怎么拖、添点的按钮。不跟着图粘在眼前；投影时与控件在一起 */
  notes?: Snippet<[R, Values<P>]>;
  /** 哪些控件改得动它；不写就是全部 */
  answers?: readonly (keyof P & string)[];
  /** 盖着答案时也给看：布景、地图；`only` 是只在那时有 */
  open?: boolean | 'only';
  /** 要占整幅宽，不与别的并排 */
  wide?: boolean;
  /** 棋盘、分拣台：自己就是要动手的地方，整幅宽，放在画面与控件之上；投影时独占一屏 */
  board?: boolean;
  /** 表与长文字：放在控件下面，投影时才与图轮着看 */
  below?: boolean;
}

/** 这一部分跟不跟着这个控件变。 */
export function answersTo<P extends ParamSet, R>(part: Part<P, R>, param: string): boolean {
  return part.answers === undefined || (part.answers as readonly string[]).includes(param);
}

/**
 * 现在摆出来的几幅。`recent` 是读者最近点名要看的，最近的在前；`room` 是摆得下几幅。
 * 次序总照声明的，读者不必重新找。
 */
export function arrange<P extends ParamSet, R>(
  parts: readonly Part<P, R>[],
  recent: readonly string[],
  room: number,
): readonly Part<P, R>[] {
  const wanted = [
    ...recent.flatMap((id) => parts.find((part) => part.id === id) ?? []),
    ...parts.filter(({ id }) => !recent.includes(id)),
  ];
  const [first, ...others] = wanted;
  if (first === undefined) return [];
  const alone = ({ wide, board }: Part<P, R>) => wide || board;
  const beside =
    alone(first) || room < 2 ? [] : others.filter((part) => !alone(part)).slice(0, room - 1);
  const shown = [first, ...beside];
  return parts.filter((part) => shown.includes(part));
}

/** 点名要看一幅：它排到最前。 */
export function called(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((each) => each !== id)];
}

/** 现在轮得到它吗：盖着答案时只有布景，揭晓以后没有“只在那时有”的。 */
export function stands<P extends ParamSet, R>({ open }: Part<P, R>, locked: boolean): boolean {
  return locked ? Boolean(open) : open !== 'only';
}
