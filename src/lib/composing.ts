/**
 * 用拼音打字，还没选成字的时候，回车是选字，不是提交。挂在敲数的框的 keydown 上。
 * Safari 在选字的那一下回车之前就说选完了，只在键码里留着 229。
 * @returns 还在选字，这个键不归页面管
 */
export function stillChoosing(event: KeyboardEvent): boolean {
  const choosing = event.isComposing || event.keyCode === 229;
  // 回车的默认动作会交表单、会当作敲完了
  if (choosing && event.key === 'Enter') event.preventDefault();
  return choosing;
}
