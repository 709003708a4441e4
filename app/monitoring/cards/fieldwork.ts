import { askedOf } from './asking.ts';
import type { MeasuredUnit } from './measured-unit.ts';
import { recordedCells, type FieldworkRecord, type RecordedCell } from './record.ts';
import type { CodingNote, IndicatorFieldwork, ReplyNote } from './fieldwork-notes.ts';

const NO_FIELDWORK: IndicatorFieldwork = { codings: [], adjudication: null, reply: null };

/** How the answer to one indicator came about, for a unit that carries its field work. */
export function fieldworkOf({ fieldwork }: Pick<MeasuredUnit, 'fieldwork'>, indicator: string): IndicatorFieldwork {
  return fieldwork.get(indicator) ?? NO_FIELDWORK;
}

/** A municipality's answers together with how they came about, from the frozen record of the edition. */
export function withFieldwork(
  unit: Pick<MeasuredUnit, 'municipality' | 'answers'>,
  record: FieldworkRecord,
): MeasuredUnit {
  const { teryt } = unit.municipality;
  const declared = record.declared?.find((each) => each.teryt === teryt);
  const round = record.rounds.find((each) => each.teryt === teryt);
  const cells = recordedCells(record, teryt);
  const asked =
    record.schema === 'paragraf-fieldwork/1'
      ? null
      : askedOf(round ?? null, { replied: [...cells.values()].some((cell) => cell.reply !== null) });
  // With a term for replies every answered question has a reply or a silence.
  const indicators = new Set([...cells.keys(), ...(round ? unit.answers.keys() : [])]);
  return {
    ...unit,
    fieldwork: new Map(
      [...indicators].map((id) => {
        const cell = cells.get(id) ?? null;
        return [
          id,
          {
            codings: codingsOf(cell),
            adjudication: adjudicationOf(cell),
            // Silence is said only where the questions are known to have come.
            reply: round && asked?.state !== 'unnotified' ? replyOf(cell, round.endsAt) : null,
          },
        ];
      }),
    ),
    people: {
      coders: record.coders,
      reviewers: record.reviewers,
      stoodAside: record.stoodAside.find((each) => each.teryt === teryt)?.count ?? 0,
      ...(declared ? { declared: { coders: declared.coders, count: declared.count } } : {}),
      ...(asked ? { asked } : {}),
      ...(record.double.waived?.includes(teryt) ? { borderWaived: true as const } : {}),
    },
  };
}

function codingsOf(cell: RecordedCell | null): CodingNote[] {
  if (!cell || cell.codings.length < 2) return [];
  return cell.codings.map(({ coder, state, level, reason, evidence, submittedAt }) => ({
    coder,
    state,
    level,
    reason,
    evidence: evidence.length,
    at: submittedAt,
  }));
}

function adjudicationOf(cell: RecordedCell | null): IndicatorFieldwork['adjudication'] {
  if (!cell?.adjudication) return null;
  const { reason, by, at } = cell.adjudication;
  return { reason, by, at };
}

function replyOf(cell: RecordedCell | null, until: string): ReplyNote {
  const reply = cell?.reply;
  if (!reply) return { until, stance: null, level: null, text: '', by: null, at: null, files: [], decision: null };
  const { decision } = reply;
  return {
    until,
    stance: reply.stance,
    level: reply.level,
    text: reply.body,
    by: reply.author,
    at: reply.sentAt,
    files: reply.files.map(({ name, hash }) => ({ name, hash })),
    decision: decision && { outcome: decision.outcome, reason: decision.reason, by: decision.by, at: decision.at },
  };
}
