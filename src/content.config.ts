import { defineCollection } from 'astro:content';
import { glob, file } from 'astro/loaders';
import { load } from 'js-yaml';
import { caseSchema } from './schemas/case.ts';
import { chapterSchema, closingSchema, sectionSchema } from './schemas/chapter.ts';
import { deckSchema } from './schemas/deck.ts';
import { termSchema } from './schemas/glossary.ts';
import { quizBankSchema } from './schemas/quiz.ts';
import { referenceSchema } from './schemas/reference.ts';

/** `08-queueing/03-utilization-cliff.mdx` → `queueing/utilization-cliff`：编号只管顺序，不进网址。 */
const withoutNumbers = ({ entry }: { entry: string }) =>
  entry
    .replace(/\.mdx$/, '')
    .replace(/(^|\/)\d+-/g, '$1')
    .replace(/\/index$/, '');

const yaml = (text: string) => load(text) as Record<string, Record<string, unknown>>;

export const collections = {
  chapters: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: '*/index.mdx',
      generateId: withoutNumbers,
    }),
    schema: chapterSchema,
  }),
  sections: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: ['*/[0-9]*.mdx'],
      generateId: withoutNumbers,
    }),
    schema: sectionSchema,
  }),
  closings: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: '*/closing.mdx',
      generateId: withoutNumbers,
    }),
    schema: closingSchema,
  }),
  glossary: defineCollection({
    loader: file('./content/glossary.yaml', { parser: yaml }),
    schema: termSchema,
  }),
  references: defineCollection({
    loader: file('./content/references.yaml', { parser: yaml }),
    schema: referenceSchema,
  }),
  cases: defineCollection({
    loader: glob({ base: './content/cases', pattern: '*.yaml' }),
    schema: caseSchema,
  }),
  decks: defineCollection({
    loader: glob({ base: './content/decks', pattern: '*.mdx' }),
    schema: deckSchema,
  }),
  quizzes: defineCollection({
    loader: glob({ base: './content/quizzes', pattern: '*.yaml' }),
    schema: quizBankSchema,
  }),
};
