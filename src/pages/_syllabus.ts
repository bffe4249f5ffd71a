/** 十章的次序与名称，出自 content/syllabus.yaml；还没写成的章也在里面。 */
import { load } from 'js-yaml';
import source from '../../content/syllabus.yaml?raw';
import { syllabusSchema, type Syllabus } from '../schemas/syllabus.ts';

export const syllabus: Syllabus = syllabusSchema.parse(load(source));

export type SyllabusChapter = Syllabus['chapters'][number];
