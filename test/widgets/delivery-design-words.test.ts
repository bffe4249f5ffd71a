import { expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type AnyValues,
  type Guess,
  type Prediction,
  type WidgetModel,
} from '../../src/widget-kit/model.ts';
import { model as blueprint } from '../../src/widgets/blueprint-shop/model.ts';
import { model as bottleneck } from '../../src/widgets/bottleneck-line/model.ts';
import { model as divergence } from '../../src/widgets/complexity-divergence/model.ts';
import { model as tower } from '../../src/widgets/reliability-tower/model.ts';
import { model as stated } from '../../src/widgets/stated-revealed/model.ts';
import { model as tables } from '../../src/widgets/table-mix/model.ts';

const models = [blueprint, bottleneck, divergence, tower, stated, tables].map(
  (model) => model as unknown as WidgetModel,
);

/** 各种错猜都试到：整个范围里撒开，答案附近再密一些。 */
function guesses(prediction: Prediction<never, never>, answer: unknown): Guess[] {
  if (prediction.kind === 'choice') return prediction.options.map(({ value }) => value);
  if (prediction.kind === 'curve') return [];
  const { min, max } = prediction;
  const close = Array.from({ length: 61 }, (_, i) => (answer as number) * (i / 20));
  const spread = Array.from({ length: 101 }, (_, i) => min + (i / 100) * (max - min));
  return [...close, ...spread].filter((guess) => guess >= min && guess <= max);
}

/** 一个场景里说得出来的话。 */
function wordsOf(model: WidgetModel, values: AnyValues, scenario: string): Set<string> {
  const result = model.compute(values);
  const prediction = predictionOf(model, scenario);
  const answer = prediction.kind === 'curve' ? 0 : prediction.answer(values, result);
  const heard = guesses(prediction as Prediction<never, never>, answer).map(
    (guess) => judge(prediction, guess, values, result, fixed).explanation,
  );
  const { caption, rows } = model.table(values, result);
  return new Set([
    questionText(prediction, values, result),
    model.sentence(values, result),
    model.brief?.(values, result) ?? '',
    caption,
    ...rows.flat().filter((cell) => typeof cell === 'string'),
    ...heard,
  ]);
}

/** 该空没空的、不该空的，各连前后几个字。 */
const amiss = (text: string) =>
  text.match(
    /.{0,6}(?:\p{Script=Han}[\dA-Za-z]|[\dA-Za-z%]\p{Script=Han}|[\p{Script=Han}，。：；、] +[\p{Script=Han}，。：；、]).{0,6}/gu,
  ) ?? [];

test.each(models.map((model) => [model.id, model] as const))(
  '%s puts a space between Han and Latin or figures, and nowhere else, whatever is guessed',
  (id, model) => {
    for (const scenario of model.scenarios)
      for (const text of wordsOf(model, scenarioValues(model, scenario.id), scenario.id))
        expect(
          amiss(text),
          `${scenario.id}；用 src/lib/spaced.ts，看 src/widgets/${id}/model.ts`,
        ).toEqual([]);
  },
);

test('a name that starts or ends in Latin letters is spaced too', () => {
  const steps = scenarioValues(bottleneck, 'check-up').steps.map((step, i) => ({
    ...step,
    name: ['ID 卡', 'CT', 'B 超', 'X', 'CT2'][i] ?? step.name,
  }));
  const asked = bottleneck as unknown as WidgetModel;
  for (const { id } of bottleneck.scenarios)
    for (const text of wordsOf(asked, { ...scenarioValues(asked, id), steps }, id))
      expect(amiss(text)).toEqual([]);
});
