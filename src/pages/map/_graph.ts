/** 课程的知识图谱：概念、节、目标、题目，以及它们之间的关系；页面与下载的表都从这里来。 */

export interface Place {
  /** queueing/pooling */
  id: string;
  chapter: string;
  /** “8.6” */
  label: string;
  title: string;
  english: string;
  path: string;
  minutes: number;
  objectives: readonly string[];
  widgets: readonly string[];
  syllabus: readonly string[];
  /** 正文里标出来的术语 */
  terms: readonly string[];
}

export interface ChapterInfo {
  slug: string;
  number: number;
  title: string;
  english: string;
  path: string;
  objectives: readonly { id: string; text: string; bloom: string }[];
}

export interface QuestionInfo {
  id: string;
  chapter: string;
  /** queueing/pooling */
  section: string;
  objective: string;
  title: string;
  /** 题面、选项与讲解连在一起，用来认出题目考到哪些概念 */
  words: string;
}

export interface TermInfo {
  id: string;
  zh: string;
  en: string;
  definition: string;
  taught: string;
  needs?: readonly string[] | undefined;
  contrasts?: readonly string[] | undefined;
  aliases?: readonly string[] | undefined;
}

export interface WidgetInfo {
  id: string;
  title: string;
}

export interface Material {
  chapters: readonly ChapterInfo[];
  places: readonly Place[];
  terms: readonly TermInfo[];
  questions: readonly QuestionInfo[];
  widgets: readonly WidgetInfo[];
  syllabus: readonly { id: string; title: string }[];
}

export interface Concept {
  id: string;
  zh: string;
  en: string;
  definition: string;
  taught: Place;
  /** 先要懂 */
  needs: Concept[];
  /** 学了它才好懂 */
  opens: Concept[];
  contrasts: Concept[];
  /** 另外用到它的节 */
  used: Place[];
  questions: QuestionInfo[];
}

export interface Graph extends Material {
  concepts: readonly Concept[];
}

/** 题目提到了概念的名字，又出在讲它或用它的节，才算考到它。 */
function asksAbout(term: TermInfo, places: ReadonlySet<string>, question: QuestionInfo): boolean {
  return (
    places.has(question.section) &&
    [term.zh, ...(term.aliases ?? [])].some(
      (name) => name.length > 1 && question.words.includes(name),
    )
  );
}

export function graphOf(material: Material): Graph {
  const { places, terms, questions } = material;
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const order = new Map(places.map(({ id }, position) => [id, position]));
  const concepts = terms.map((term): Concept => {
    const taught = placeOf.get(term.taught);
    if (!taught)
      throw new Error(
        `content/glossary.yaml › ${term.id}：没有 ${term.taught} 这一节，请改正 taught`,
      );
    const used = places.filter((place) => place !== taught && place.terms.includes(term.id));
    const here = new Set([taught, ...used].map(({ id }) => id));
    return {
      ...term,
      taught,
      needs: [],
      opens: [],
      contrasts: [],
      used,
      questions: questions.filter((question) => asksAbout(term, here, question)),
    };
  });
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const linked = (from: string, to: string): [Concept, Concept] => {
    const pair = [byId.get(from), byId.get(to)] as const;
    if (!pair[0] || !pair[1])
      throw new Error(`content/glossary.yaml › ${from}：没有术语 ${to}，改正 needs 或 contrasts`);
    return [pair[0], pair[1]];
  };
  for (const term of terms) {
    for (const need of term.needs ?? []) {
      const [concept, other] = linked(term.id, need);
      concept.needs.push(other);
      other.opens.push(concept);
    }
    for (const name of term.contrasts ?? []) {
      const [concept, other] = linked(term.id, name);
      concept.contrasts.push(other);
      other.contrasts.push(concept);
    }
  }
  const inOrder = (a: Concept, b: Concept) =>
    (order.get(a.taught.id) ?? 0) - (order.get(b.taught.id) ?? 0);
  for (const concept of concepts)
    for (const list of [concept.needs, concept.opens, concept.contrasts]) list.sort(inOrder);
  return { ...material, concepts: concepts.toSorted(inOrder) };
}

/** 概念在图谱里的网址：讲它的那一章的页上，以编号作锚点。 */
export const conceptPath = ({ id, taught }: Concept) => `/map/${taught.chapter}/#${id}`;

/** 章与章之间：后一章的概念要用到前一章的多少条。 */
export function borrowed({ concepts }: Graph): { from: string; to: string; count: number }[] {
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const { taught, needs } of concepts)
    for (const need of needs) {
      const [from, to] = [need.taught.chapter, taught.chapter];
      if (from === to) continue;
      const pair = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
      pair.count += 1;
      counts.set(`${from} ${to}`, pair);
    }
  return [...counts.values()];
}
