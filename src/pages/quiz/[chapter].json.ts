/** 题目文件：点“开始”时才取，测验页本身就轻了。 */
import type { APIRoute } from 'astro';
import { questionsOf, quizChapters } from '../../quiz/collection.ts';

export async function getStaticPaths() {
  return (await quizChapters()).map((chapter) => ({ params: { chapter } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response(JSON.stringify(await questionsOf(params.chapter ?? '')), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
