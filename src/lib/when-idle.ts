/**
 * 费时的活排在画面后面：等这一帧画完、没有别的事要办了再做。课堂的墙与讲台两个窗口共用一条线程，
 * 抢在画面前面算，墙就晚一步。一直空不下来的，至多等这么多毫秒。
 */
const longest = 300;

/** 返回的函数作废它。Safari 不认得 `requestIdleCallback`：隔一帧。 */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 16);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: longest });
  return () => cancelIdleCallback(asked);
}

/** 一步一步地算，步与步之间让画面先走；返回的函数作废没有算完的。 */
export function inSteps<T>(steps: Iterator<unknown, T>, done: (result: T) => void): () => void {
  let stop: () => void;
  const next = () => {
    const step = steps.next();
    if (step.done) done(step.value);
    else stop = whenIdle(next);
  };
  stop = whenIdle(next);
  return () => stop();
}
