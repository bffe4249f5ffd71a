/** 计算模块的参考手册：源码读一遍，例子算一遍，各页共用。 */
import { inspect } from 'node:util';
import { splitSummary, type DocExample } from '../../lib/doc-comments.ts';
import { areas, groupTitles, type Area } from './_areas.ts';
import {
  isInternal,
  mainFunction,
  readDeclarations,
  visible,
  type Declaration,
  type FunctionDeclared,
  type ModuleDeclarations,
  type OtherDeclared,
  type TypeDeclared,
} from './_declarations.ts';

const sources = import.meta.glob<string>('../../calc/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const modules = import.meta.glob<Record<string, unknown>>('../../calc/**/*.ts');

export interface LiveExample {
  expression: string;
  /** 构建时算出的值。 */
  value: string;
}

export interface FunctionEntry extends FunctionDeclared {
  anchor: string;
  example: LiveExample | null;
}

export interface Model {
  module: ModuleDeclarations;
  /** `queueing/mmc.ts` */
  file: string;
  /** 主函数在前。 */
  functions: FunctionEntry[];
  types: (TypeDeclared & { anchor: string })[];
  values: (OtherDeclared & { anchor: string })[];
  main: FunctionEntry;
  /** “M/M/c 排队”；注释没有给名字时是函数名。 */
  title: string;
  /** 名字之后的那句话。 */
  text: string;
}

export interface Group {
  /** 领域根上的一组没有标题。 */
  title: string;
  models: Model[];
}

export interface AreaReference {
  area: Area;
  groups: Group[];
  models: Model[];
  /** 只声明类型的模块。 */
  shared: { module: ModuleDeclarations; types: (TypeDeclared & { anchor: string })[] }[];
  /** 不单独介绍的零件。 */
  internals: { file: string; text: string }[];
}

const order = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

const pathOf = (key: string) => key.replace('../../calc/', '').replace(/\.ts$/, '');

/** 数字印全部有效位；短的写成一行。 */
function shown(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 76, maxArrayLength: 60, compact: 3 });
}

/** 类型按在各函数签名里出现的先后排：先参数，后结果；不在签名里的照源码的次序殿后。 */
function inOrderOfUse<T extends { name: string }>(
  types: readonly T[],
  functions: readonly FunctionDeclared[],
): T[] {
  const words = functions.flatMap(({ signature }) => signature.match(/\w+/g) ?? []);
  const place = ({ name }: T) => (words.includes(name) ? words.indexOf(name) : words.length);
  return types.toSorted((a, b) => place(a) - place(b));
}

async function evaluate(path: string, example: DocExample): Promise<LiveExample> {
  const scope = (await modules[`../../calc/${path}.ts`]?.()) ?? {};
  try {
    const compute = new Function(...Object.keys(scope), `return (${example.expression});`);
    const value: unknown = await compute(...Object.values(scope));
    return { expression: example.expression, value: shown(value) };
  } catch (error) {
    throw new Error(
      `src/calc/${path}.ts 的 @example 算不出来（${String(error)}）：写成一个只用本文件导出函数的表达式`,
      { cause: error },
    );
  }
}

interface Built {
  list: AreaReference[];
  /** `模块#名字` → `/calc/领域/#锚点` */
  anchors: Map<string, string>;
  /** 只出现一次的类型名 → 它的锚点；继承来的项用的是别的模块里的名字。 */
  unique: Map<string, string>;
}

async function build(): Promise<Built> {
  const all = readDeclarations(
    Object.fromEntries(Object.entries(sources).map(([key, text]) => [pathOf(key), text])),
  );
  const anchors = new Map<string, string>();
  const folders = [...new Set(all.map(({ path }) => path.split('/')[0] ?? ''))];
  const known = areas.filter(({ folder }) => folders.includes(folder));
  const unknown = folders
    .filter((folder) => areas.every((area) => area.folder !== folder))
    .map((folder): Area => ({ folder, title: folder, text: '' }));

  const list = await Promise.all(
    [...known, ...unknown].map(async (area): Promise<AreaReference> => {
      const taken = new Set<string>();
      const anchorFor = (path: string, name: string) => {
        const anchor = taken.has(name) ? `${path.split('/').at(-1)}-${name}` : name;
        taken.add(anchor);
        anchors.set(`${path}#${name}`, `/calc/${area.folder}/#${anchor}`);
        return anchor;
      };
      const groups = new Map<string, Model[]>();
      const shared: AreaReference['shared'] = [];
      const internals: AreaReference['internals'] = [];
      for (const module of all.filter(({ path }) => path.startsWith(`${area.folder}/`))) {
        const file = `${module.path}.ts`;
        const main = mainFunction(module);
        const declared = visible(module);
        const anchored = <T extends Declaration>(items: T[]) =>
          items.map((item) => ({ ...item, anchor: anchorFor(module.path, item.name) }));
        const types = declared.filter((each) => each.kind === 'type');
        if (isInternal(module)) {
          const first = module.declarations.find(({ exported }) => exported);
          internals.push({ file, text: module.header?.summary ?? first?.doc?.summary ?? '' });
        } else if (!main) {
          shared.push({ module, types: anchored(types) });
        } else {
          const functions = declared
            .filter((each) => each.kind === 'function')
            .sort((a, b) => Number(b.name === main.name) - Number(a.name === main.name));
          const entries = await Promise.all(
            anchored(functions).map(async (each): Promise<FunctionEntry> => ({
              ...each,
              example: each.doc?.example ? await evaluate(module.path, each.doc.example) : null,
            })),
          );
          const first = entries[0]!;
          const { title, text } = splitSummary(first.doc?.summary ?? '');
          const folder = module.path.split('/').slice(1, -1).join('/');
          groups.set(folder, [
            ...(groups.get(folder) ?? []),
            {
              module,
              file,
              functions: entries,
              main: first,
              types: anchored(inOrderOfUse(types, entries)),
              values: anchored(
                declared.filter(
                  ({ kind }) => kind === 'value' || kind === 'class',
                ) as OtherDeclared[],
              ),
              title: title || first.name,
              text,
            },
          ]);
        }
      }
      const ordered = [...groups]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([folder, models]): Group => ({
          title: groupTitles[folder] ?? folder,
          models: models.sort((a, b) => order.compare(a.title, b.title)),
        }));
      return {
        area,
        groups: ordered,
        models: ordered.flatMap(({ models }) => models),
        shared,
        internals,
      };
    }),
  );
  const names = [...anchors.keys()].map((key) => key.split('#')[1] ?? '');
  const unique = new Map(
    [...anchors].flatMap(([key, path]) => {
      const name = key.split('#')[1] ?? '';
      return names.filter((other) => other === name).length === 1 ? [[name, path] as const] : [];
    }),
  );
  return { list, anchors, unique };
}

const built = build();

export async function loadReference(): Promise<AreaReference[]> {
  return (await built).list;
}

/** 类型写法里认得的名字连到它的说明。 */
export async function linkTypes(
  text: string,
  module: ModuleDeclarations,
): Promise<{ text: string; path: string | null }[]> {
  const { anchors, unique } = await built;
  return text.split(/(?<![\w.'])([A-Z]\w*)(?![\w'])/).map((piece) => {
    const target = module.types.get(piece);
    const path = target ? anchors.get(`${target.module}#${target.name}`) : unique.get(piece);
    return { text: piece, path: path ?? null };
  });
}
