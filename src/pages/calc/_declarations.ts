/**
 * 从源文件里读出导出的函数、类型与常量，连同注释。
 *
 * 只用 TypeScript 的语法树，不启动类型检查器：快几倍，而且类型照作者写的样子印出来。
 * 代价是导出的函数必须写明返回类型（test/calc/documentation.test.ts 看着）。
 */
import ts from 'typescript';
import { readDocComment, type DocComment } from '../../lib/doc-comments.ts';

export interface Field {
  /** 嵌套的写成 `peers[].unit`。 */
  name: string;
  type: string;
  optional: boolean;
  /** 没有注释时为空。 */
  text: string;
}

export interface Parameter {
  name: string;
  type: string;
  /** 类型就地写成 `{ … }` 时，其中各项；具名的类型另有一栏。 */
  fields: Field[];
}

interface Declared {
  name: string;
  exported: boolean;
  doc: DocComment | null;
}

export interface FunctionDeclared extends Declared {
  kind: 'function';
  signature: string;
  parameters: Parameter[];
  /** 没有写明返回类型时为空。 */
  returns: string;
  returnFields: Field[];
}

export interface TypeDeclared extends Declared {
  kind: 'type';
  /** 别名写成的类型；接口为空。 */
  text: string;
  fields: Field[];
}

export interface OtherDeclared extends Declared {
  kind: 'value' | 'class';
  /** 常量的类型；类为空。 */
  text: string;
}

export type Declaration = FunctionDeclared | TypeDeclared | OtherDeclared;

export interface ModuleDeclarations {
  /** 相对 src/calc、不带扩展名：`queueing/mmc`。 */
  path: string;
  /** 文件开头那段不属于任何声明的注释。 */
  header: DocComment | null;
  declarations: Declaration[];
  /** 本文件里的类型名 → 它在哪个模块里叫什么。 */
  types: Map<string, { module: string; name: string }>;
}

interface Parsed {
  file: ts.SourceFile;
  /** 本文件声明的类型。 */
  local: Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;
  types: Map<string, { module: string; name: string }>;
}

function docsOf(node: ts.Node): ts.JSDoc[] {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
}

function docOf(node: ts.Node): DocComment | null {
  const text = docsOf(node).at(-1)?.getText();
  return text ? readDocComment(text) : null;
}

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

const hasDocs = (literal: ts.TypeLiteralNode): boolean =>
  literal.members.some((member) => docsOf(member).length > 0);

/** 类型照源码写，折成一行；就地写的、带注释的对象类型另列各项，这里只写 `{…}`。 */
function typeText(node: ts.Node | undefined): string {
  if (!node) return '';
  const text = node.getText();
  let shown = text;
  const shorten = (child: ts.Node): void => {
    if (ts.isTypeLiteralNode(child) && hasDocs(child))
      shown = shown.replace(child.getText(), '{…}');
    else ts.forEachChild(child, shorten);
  };
  shorten(node);
  return shown.replace(/\s+/g, ' ').replace(/^\| /, '').trim();
}

/** 没写类型而有缺省值的参数：缺省值是字面量时，类型不言自明。 */
function defaultType(initializer: ts.Expression | undefined): string {
  if (!initializer) return '';
  const text = initializer.getText();
  if (/^-?[\d.]/.test(text)) return 'number';
  if (text === 'true' || text === 'false') return 'boolean';
  return ts.isStringLiteralLike(initializer) ? 'string' : '';
}

/** 相对路径解析成模块路径：`queueing/simulation/waits` + `../../core/checks.ts` → `core/checks`。 */
function resolveModule(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const piece of specifier.replace(/\.ts$/, '').split('/')) {
    if (piece === '..') parts.pop();
    else if (piece !== '.') parts.push(piece);
  }
  return parts.join('/');
}

function parse(path: string, source: string): Parsed {
  const file = ts.createSourceFile(`${path}.ts`, source, ts.ScriptTarget.Latest, true);
  const local: Parsed['local'] = new Map();
  const types: Parsed['types'] = new Map();
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      local.set(statement.name.text, statement);
      types.set(statement.name.text, { module: path, name: statement.name.text });
    } else if (ts.isClassDeclaration(statement) && statement.name) {
      types.set(statement.name.text, { module: path, name: statement.name.text });
    } else if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings;
      const specifier = statement.moduleSpecifier.text;
      if (bindings && ts.isNamedImports(bindings) && specifier.startsWith('.'))
        for (const { name, propertyName } of bindings.elements)
          types.set(name.text, {
            module: resolveModule(path, specifier),
            name: propertyName?.text ?? name.text,
          });
    }
  }
  return { file, local, types };
}

/** 一个类型节点里，剥去数组、只读、Promise 之后就地写的对象类型，和它该加的后缀。 */
function literalWithin(
  node: ts.TypeNode | undefined,
  suffix = '',
): { literal: ts.TypeLiteralNode; suffix: string } | null {
  if (!node) return null;
  if (ts.isTypeLiteralNode(node)) return { literal: node, suffix };
  if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node))
    return literalWithin(node.type, suffix);
  if (ts.isArrayTypeNode(node)) return literalWithin(node.elementType, `${suffix}[]`);
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node))
    return node.types.map((type) => literalWithin(type, suffix)).find((found) => found) ?? null;
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText();
    const last = node.typeArguments?.at(-1);
    if (name === 'Promise' || name === 'Readonly') return literalWithin(last, suffix);
    if (name === 'Record' || name === 'ReadonlyArray' || name === 'Array')
      return literalWithin(last, `${suffix}[]`);
  }
  return null;
}

class Reader {
  readonly modules = new Map<string, Parsed>();

  constructor(sources: Readonly<Record<string, string>>) {
    for (const [path, source] of Object.entries(sources))
      this.modules.set(path, parse(path, source));
  }

  /** 一个成员，连同就地嵌套的各项。 */
  private membersOf(members: readonly ts.TypeElement[], prefix = ''): Field[] {
    return members.flatMap((member): Field[] => {
      const optional = member.questionToken !== undefined;
      const text = describe(docOf(member));
      if (ts.isMethodSignature(member)) {
        const parameters = member.parameters.map((each) => each.getText()).join(', ');
        const name = `${prefix}${member.name.getText()}(${parameters})`;
        return [{ name, type: typeText(member.type), optional, text }];
      }
      if (!ts.isPropertySignature(member)) return [];
      const name = prefix + member.name.getText();
      const nested = literalWithin(member.type);
      const type = typeText(member.type);
      // “可省”已经说了会是 undefined
      const own = {
        name,
        type: optional ? type.replace(/ \| undefined$/, '') : type,
        optional,
        text,
      };
      return nested && hasDocs(nested.literal)
        ? [own, ...this.membersOf(nested.literal.members, `${name}${nested.suffix}.`)]
        : [own];
    });
  }

  /** 一个类型展开后的各项：接口连同继承来的，别名连同交叉、并列的各支；认不出时为空。 */
  fieldsOf(node: ts.TypeNode | undefined, module: string, depth = 0): Field[] {
    const parsed = this.modules.get(module);
    if (!node || !parsed || depth > 8) return [];
    if (ts.isTypeLiteralNode(node)) return this.membersOf(node.members);
    if (ts.isIntersectionTypeNode(node))
      return node.types.flatMap((type) => this.fieldsOf(type, module, depth + 1));
    if (ts.isUnionTypeNode(node))
      return node.types.flatMap((type) =>
        ts.isTypeLiteralNode(type) ? this.membersOf(type.members) : [],
      );
    if (ts.isParenthesizedTypeNode(node)) return this.fieldsOf(node.type, module, depth + 1);
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const name = (ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText();
      const [first, second] = node.typeArguments ?? [];
      if (name === 'Omit' || name === 'Pick') {
        const names: string[] = (second?.getText() ?? '').match(/\w+/g) ?? [];
        return this.fieldsOf(first, module, depth + 1).filter(
          (field) => names.includes(field.name.split(/\W/)[0] ?? '') === (name === 'Pick'),
        );
      }
      if (name === 'Partial' || name === 'Required')
        return this.fieldsOf(first, module, depth + 1).map((field) => ({
          ...field,
          optional: name === 'Partial',
        }));
      if (name === 'Readonly') return this.fieldsOf(first, module, depth + 1);
      const target = parsed.types.get(name);
      const declared = target && this.modules.get(target.module)?.local.get(target.name);
      return declared ? this.fieldsOfDeclared(declared, target.module, depth + 1) : [];
    }
    return [];
  }

  private fieldsOfDeclared(
    declared: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
    module: string,
    depth = 0,
  ): Field[] {
    if (ts.isTypeAliasDeclaration(declared)) return this.fieldsOf(declared.type, module, depth);
    const own = this.membersOf(declared.members);
    const inherited = (declared.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((type) => this.fieldsOf(type, module, depth)),
    );
    // 子接口重写的一项以子接口为准，位置仍在继承来的那一处
    const overriding = new Map(own.map((field) => [field.name, field]));
    const names = new Set(inherited.map(({ name }) => name));
    return [
      ...inherited.map((field) => overriding.get(field.name) ?? field),
      ...own.filter(({ name }) => !names.has(name)),
    ];
  }

  /** 各项都没有注释时，签名里已经写全，不再列表。 */
  private documentedFields(literal: ts.TypeLiteralNode | undefined): Field[] {
    return literal && hasDocs(literal) ? this.membersOf(literal.members) : [];
  }

  private readFunction(
    name: string,
    node: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression,
  ): Omit<FunctionDeclared, 'exported' | 'doc'> {
    const parameters = node.parameters.map((parameter, i): Parameter & { shown: string } => {
      const plain = ts.isIdentifier(parameter.name);
      const label = plain
        ? parameter.name.getText()
        : node.parameters.length > 1
          ? `input${i + 1}`
          : 'input';
      const optional = parameter.questionToken || parameter.initializer ? '?' : '';
      const rest = parameter.dotDotDotToken ? '...' : '';
      const type = typeText(parameter.type) || defaultType(parameter.initializer);
      const nested = literalWithin(parameter.type);
      return {
        name: label,
        type,
        fields: this.documentedFields(nested?.literal),
        shown: `${rest}${label}${optional}: ${type}`,
      };
    });
    const generics = node.typeParameters?.length
      ? `<${node.typeParameters.map((each) => each.getText()).join(', ')}>`
      : '';
    const returns = typeText(node.type);
    const nested = literalWithin(node.type);
    const open = `${name}${generics}(`;
    const close = `): ${returns}`;
    const list = parameters.map(({ shown }) => shown);
    const line = `${open}${list.join(', ')}${close}`;
    return {
      kind: 'function',
      name,
      signature:
        line.length > 72 && list.length > 0
          ? `${open}\n${list.map((each) => `  ${each},\n`).join('')}${close}`
          : line,
      parameters: parameters.map(({ name, type, fields }) => ({ name, type, fields })),
      returns,
      returnFields: this.documentedFields(nested?.literal),
    };
  }

  private readStatement(statement: ts.Statement, module: string): Declaration[] {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      const shared = { exported: isExported(statement), doc: docOf(statement) };
      return [{ ...this.readFunction(statement.name.text, statement), ...shared }];
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      const alias = ts.isTypeAliasDeclaration(statement);
      return [
        {
          kind: 'type',
          name: statement.name.text,
          exported: isExported(statement),
          doc: docOf(statement),
          text: alias && !ts.isTypeLiteralNode(statement.type) ? typeText(statement.type) : '',
          fields: this.fieldsOfDeclared(statement, module),
        },
      ];
    }
    if (ts.isClassDeclaration(statement) && statement.name) {
      const shared = { exported: isExported(statement), doc: docOf(statement) };
      return [{ kind: 'class', name: statement.name.text, text: '', ...shared }];
    }
    if (ts.isVariableStatement(statement)) {
      const shared = { exported: isExported(statement), doc: docOf(statement) };
      return statement.declarationList.declarations.map(({ name, type, initializer }) =>
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
          ? { ...this.readFunction(name.getText(), initializer), ...shared }
          : { kind: 'value', name: name.getText(), text: typeText(type), ...shared },
      );
    }
    return [];
  }

  read(path: string): ModuleDeclarations {
    const { file, types } = this.modules.get(path)!;
    const first = file.statements[0];
    // 第一条语句前面有两段注释时，前一段说的是整个文件；第一条是 import 时，它前面的也是。
    // 语法树只把最后一段挂在语句上，所以这里直接看文字
    const leading = (first ? (ts.getLeadingCommentRanges(file.text, first.pos) ?? []) : [])
      .map(({ pos, end }) => file.text.slice(pos, end))
      .filter((text) => text.startsWith('/**'));
    const own = first && !ts.isImportDeclaration(first) ? 1 : 0;
    const header = leading.length > own ? leading[0] : undefined;
    return {
      path,
      header: header === undefined ? null : readDocComment(header),
      declarations: file.statements.flatMap((statement) => this.readStatement(statement, path)),
      types,
    };
  }
}

function describe(doc: DocComment | null): string {
  return doc ? [doc.summary, ...doc.notes].join('') : '';
}

/** `sources` 的键是模块路径（相对 src/calc、不带扩展名），值是源码。 */
export function readDeclarations(sources: Readonly<Record<string, string>>): ModuleDeclarations[] {
  const reader = new Reader(sources);
  return Object.keys(sources)
    .toSorted()
    .map((path) => reader.read(path));
}

/** 主函数：写明了假设的第一个。 */
export function mainFunction(module: ModuleDeclarations): FunctionDeclared | undefined {
  return module.declarations.find(
    (each): each is FunctionDeclared =>
      each.kind === 'function' &&
      each.exported &&
      (each.doc?.parts.some(({ label }) => label === '假设') ?? false),
  );
}

/**
 * 要介绍的声明：导出而没有标 `@internal` 的，以及没有导出、却出现在它们签名里的类型。
 */
export function visible({ declarations }: ModuleDeclarations): Declaration[] {
  const hidden = (each: Declaration) => each.doc?.internal ?? false;
  const chosen = new Set(declarations.filter((each) => each.exported && !hidden(each)));
  const mentions = (each: Declaration): string => {
    if (each.kind === 'function') {
      const fields = [...each.parameters.flatMap((one) => one.fields), ...each.returnFields];
      return [each.signature, ...fields.map(({ type }) => type)].join(' ');
    }
    return each.kind === 'type'
      ? [each.text, ...each.fields.map(({ type }) => type)].join(' ')
      : each.text;
  };
  for (let before = -1; before < chosen.size;) {
    before = chosen.size;
    const words = new Set([...chosen].flatMap((each) => mentions(each).match(/\w+/g) ?? []));
    for (const each of declarations)
      if (each.kind === 'type' && words.has(each.name) && !hidden(each)) chosen.add(each);
  }
  return declarations.filter((each) => chosen.has(each));
}

/** 不单独介绍的零件：engine、sampling 里的，文件开头或主函数标了 `@internal` 的，以及没有可介绍之物的。 */
export function isInternal(module: ModuleDeclarations): boolean {
  return (
    /\/(engine|sampling)\//.test(module.path) ||
    module.header?.internal === true ||
    mainFunction(module)?.doc?.internal === true ||
    visible(module).length === 0
  );
}
