import { z } from 'zod';
import { typedText } from '#app/forms/typed-text.ts';

/** What a provision can rest on. Each kind has an owner elsewhere, which hands in what can be named. */
const groundKinds = ['survey-question', 'board-group', 'earlier-remark', 'indicator'] as const;
export type GroundKind = (typeof groundKinds)[number];

/** Something that can be named, as it is now: what it is called, its figure, and where it stands. */
export type GroundSource = {
  kind: GroundKind;
  sourceId: string;
  label: string;
  figure: string;
  /** Without a language in front. */ address: string;
};

/** A source as the value of a choice. */
export const sourceValue = ({ kind, sourceId }: Pick<GroundSource, 'kind' | 'sourceId'>): string =>
  `${kind}|${sourceId}`;

/** What stands in front of a removal's reason. */
export const groundBounds = { reason: 500, source: 300, code: 6, label: 300, figure: 200 } as const;

export const addGroundSchema = z.object({
  code: z.string().max(groundBounds.code).regex(/^\d*$/, 'error.choice'),
  source: z.string().min(1).max(groundBounds.source),
});

export const removeGroundSchema = z.object({
  ground: z.string().max(36),
  reason: typedText({ min: 3, max: groundBounds.reason }),
});

/** A ground as pages show it. */
export type GroundView = {
  id: string;
  kind: GroundKind;
  sourceId: string;
  label: string;
  figure: string;
  address: string;
  takenOn: string;
  /** Null: the whole draft. */ code: number | null;
  citation: string | null;
  /** The provision has other words now than those it was named for, or is gone. */ hasChanged: boolean;
};

/** Where a source was named, for the page of the source. */
export type Citation = Pick<GroundView, 'sourceId' | 'code' | 'citation' | 'hasChanged'> & {
  slug: string;
  title: string;
};
