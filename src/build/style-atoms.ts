/** 样式表拆成一条条规则，再拼回去。 */
import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';

/** 一条规则，连同套在外面的 @media 之类（由外到内）。 */
export interface Atom {
  within: string;
  css: string;
  /** 规则的各个选择器；动画的名字；别的（@font-face）没有 */
  selectors: readonly string[];
}

const conditional = /^(media|container|supports)$/;
const nested = '\u0000';

export const keyOf = ({ within, css }: Pick<Atom, 'within' | 'css'>) => `${within}${nested}${css}`;

function selectorsOf(node: ChildNode): readonly string[] {
  if (node.type === 'rule') return (node as Rule).selectors;
  if (node.type !== 'atrule') return [];
  const { name, params } = node as AtRule;
  return name.endsWith('keyframes') ? [params] : [];
}

/** 拆成一条条规则；完全相同的只留最后一条：前面的那条本来就会被它盖过去。 */
export function atomsOf(css: string): Atom[] {
  const found = new Map<string, Atom>();
  const walk = (parent: Container, within: string) => {
    for (const node of parent.nodes ?? []) {
      if (node.type === 'comment') continue;
      if (node.type === 'atrule' && conditional.test((node as AtRule).name)) {
        const { name, params } = node as AtRule;
        walk(node as AtRule, `${within}@${name} ${params}${nested}`);
        continue;
      }
      const atom = { within, css: node.toString(), selectors: selectorsOf(node) };
      found.delete(keyOf(atom));
      found.set(keyOf(atom), atom);
    }
  };
  walk(postcss.parse(css), '');
  return [...found.values()];
}

/** 拼回样式表；条件相同而又相邻的规则合在一个 @media 里。 */
export function sheetOf(atoms: readonly Atom[]): string {
  let css = '';
  let open = '';
  const close = () => '}'.repeat(open.split(nested).length - 1);
  for (const atom of atoms) {
    if (atom.within !== open) {
      css += close() + atom.within.replaceAll(nested, '{');
      open = atom.within;
    }
    css += atom.css.endsWith('}') ? atom.css : `${atom.css};`;
  }
  return css + close();
}

interface Link {
  atom: Atom | null;
  next: Link | null;
}

/** 把各页里规则的先后并成一个次序：每条插在它前面那一条之后。 */
export function mergedOrder(pages: readonly (readonly Atom[])[]): Atom[] {
  const head: Link = { atom: null, next: null };
  const seen = new Map<string, Link>();
  for (const page of pages.toSorted((a, b) => b.length - a.length)) {
    let previous = head;
    for (const atom of page) {
      const known = seen.get(keyOf(atom));
      const link: Link = known ?? { atom, next: previous.next };
      if (!known) {
        previous.next = link;
        seen.set(keyOf(atom), link);
      }
      previous = link;
    }
  }
  const order: Atom[] = [];
  for (let link = head.next; link !== null; link = link.next) if (link.atom) order.push(link.atom);
  return order;
}
