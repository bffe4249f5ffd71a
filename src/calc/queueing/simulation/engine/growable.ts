/** 可增长的定型数组：长度事先不知道的记录用它，扩容翻倍，取出时截成实际长度。 */

/** 双精度列。 */
export class GrowableFloats {
  private values = new Float64Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1);
    this.values[this.length++] = value;
  }

  /** 写任意下标，其间未写过的补 NaN。 */
  set(at: number, value: number): void {
    if (at >= this.values.length) this.grow(at + 1);
    while (this.length <= at) this.values[this.length++] = Number.NaN;
    this.values[at] = value;
  }

  get(at: number): number {
    return this.values[at]!;
  }

  private grow(needed: number): void {
    const larger = new Float64Array(Math.max(needed, 2 * this.values.length));
    larger.set(this.values);
    this.values = larger;
  }

  finish(): Float64Array {
    return this.values.slice(0, this.length);
  }
}

/** 整数列。 */
export class GrowableIntegers {
  private values = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1);
    this.values[this.length++] = value;
  }

  /** 写任意下标，其间未写过的补 −1。 */
  set(at: number, value: number): void {
    if (at >= this.values.length) this.grow(at + 1);
    while (this.length <= at) this.values[this.length++] = -1;
    this.values[at] = value;
  }

  get(at: number): number {
    return this.values[at]!;
  }

  private grow(needed: number): void {
    const larger = new Int32Array(Math.max(needed, 2 * this.values.length));
    larger.set(this.values);
    this.values = larger;
  }

  finish(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
