/** 接管一个部件：代码取来了，还有几样要先就绪。 */

export type Load = () => Promise<() => Promise<void> | void>;
export type Island = HTMLElement & {
  /** 部件自己说还要先备好的（自测的题型） */
  prepared?: unknown;
};

export async function takeOver(load: Load, island: Island, ready?: unknown): Promise<void> {
  const [start] = await Promise.all([load(), ready]);
  await island.prepared;
  // 浏览器翻译过的，文字节点已经换成了 <font>，对不上号：从头画一遍，由它重译
  if (island.querySelector('font')) island.setAttribute('client', 'only');
  await start();
}
