/** 空闲服务台的环形队列：空得最久的先派活，各台忙闲均匀；初始全部空闲，0 号在前。 */
export class IdleServers {
  /** 空闲台数。 */
  count: number;
  private head = 0;
  private readonly ring: Int32Array;

  constructor(servers: number) {
    this.ring = Int32Array.from({ length: servers }, (_, server) => server);
    this.count = servers;
  }

  /** 派出空得最久的台；调用前须确知 `count` > 0。 */
  take(): number {
    const server = this.ring[this.head]!;
    this.head = this.head + 1 === this.ring.length ? 0 : this.head + 1;
    this.count--;
    return server;
  }

  /** 某台变空。 */
  put(server: number): void {
    let at = this.head + this.count;
    if (at >= this.ring.length) at -= this.ring.length;
    this.ring[at] = server;
    this.count++;
  }
}
