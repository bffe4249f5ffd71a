import { toCsv } from '../../lib/csv.ts';
import { loadGraph } from './_load.ts';
import { nodeHeads, nodeRows } from './_tables.ts';

export async function GET(): Promise<Response> {
  return new Response(toCsv(nodeHeads, nodeRows(await loadGraph())), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
