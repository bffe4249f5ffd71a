/** 一串瞬间写成体验曲线实验的链接文字：名字_感受_分钟，瞬间之间用 ~ 隔开。 */
export function asMoments(
  moments: readonly { name: string; value: number; minutes: number }[],
): string {
  return moments.map(({ name, value, minutes }) => `${name}_${value}_${minutes}`).join('~');
}
