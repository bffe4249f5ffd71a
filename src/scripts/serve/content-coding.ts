/** 按 RFC 9110 12.5.3 挑一种压缩：读者愿意收、我们备着的里面，他最想要的；同样想要时取最小的。 */

/** 备着的各种压缩，小的在前；文件名后缀照静态主机的惯例。 */
export const codings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type Coding = (typeof codings)[number]['name'] | 'identity';

/** 每种写法愿意收到什么程度，0 是不收；没写全的权重按没写算，写坏的按不收算。 */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const written = parameters
      .find((parameter) => /^q\s*=/.test(parameter))
      ?.replace(/^q\s*=\s*/, '');
    const weight =
      written === undefined ? 1 : /^[01](\.\d{0,3})?$/.test(written) ? Number(written) : 0;
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, Math.min(1, weight));
  }
  return weights;
}

/** 没有一种他愿意收（连不压缩的也不收）时是 null。 */
export function chooseCoding(
  header: string | undefined,
  available: readonly Coding[],
): Coding | null {
  if (header === undefined) return 'identity';
  const weights = readWeights(header);
  const others = weights.get('*');
  const weightOf = (coding: Coding) =>
    weights.get(coding) ?? others ?? (coding === 'identity' ? Number.EPSILON : 0);
  const order = [...codings.map(({ name }) => name), 'identity'] as const;
  const [best] = order
    .filter(
      (coding) => (coding === 'identity' || available.includes(coding)) && weightOf(coding) > 0,
    )
    .sort((a, b) => weightOf(b) - weightOf(a));
  return best ?? null;
}
