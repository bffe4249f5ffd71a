/** 一节的自测题，含答案与讲解；读者走到节末才取。 */
import type { APIRoute } from 'astro';
import { checksOf, sectionsWithChecks } from '../../../quiz/collection.ts';

export async function getStaticPaths() {
  return (await sectionsWithChecks()).map((path) => {
    const [chapter, section] = path.split('/');
    return { params: { chapter, section } };
  });
}

export const GET: APIRoute = async ({ params }) =>
  new Response(JSON.stringify(await checksOf(`${params.chapter}/${params.section}`)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
