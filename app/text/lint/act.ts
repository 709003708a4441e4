import { basicTypeOf, walkUnits } from '../tree/tree.ts';
import type { Unit } from '../tree/types.ts';
import { add, type LintContext } from './context.ts';

const ENTRY = /(?:wchodz[ią]|wejdzie|wejdą)\s+w\s+życie/iu;

/** Parts every act needs: title, legal basis, entry into force as the last provision. */
export function lintAct(context: LintContext): void {
  const { act } = context;
  if (act.title === '') {
    add(context, {
      code: 'missing-title',
      severity: 'warning',
      unit: null,
      rule: 'ZTP § 16',
      message: {
        pl: 'Akt nie ma tytułu (rodzaj aktu, numer, organ, data, przedmiot).',
        en: 'The act has no title (kind, number, body, date, subject).',
      },
    });
  }
  if (act.legalBasis === '' && act.kind === 'resolution') {
    add(context, {
      code: 'missing-legal-basis',
      severity: 'warning',
      unit: null,
      rule: 'ZTP § 139',
      message: {
        pl: 'Brakuje podstawy prawnej („Na podstawie art. … uchwala się, co następuje:”).',
        en: 'The legal basis is missing ("Na podstawie art. … uchwala się, co następuje:").',
      },
    });
  }
  lintArticles(context);
  lintEntry(context);
}

/** ZTP § 124 (with § 143): a resolution is divided into §. */
function lintArticles(context: LintContext): void {
  const { act } = context;
  if (act.kind !== 'resolution' || basicTypeOf(act.units) !== 'article') return;
  const first = [...walkUnits(act)].find(({ type }) => type === 'article') ?? null;
  add(context, {
    code: 'article-in-resolution',
    severity: 'warning',
    unit: first,
    rule: 'ZTP § 124 ust. 1',
    message: {
      pl: 'Uchwałę podzielono na artykuły; jej podstawową jednostką jest paragraf („§ 1.”).',
      en: 'The resolution is divided into articles; its basic unit is the paragraph ("§ 1.").',
    },
  });
}

function lintEntry(context: LintContext): void {
  const basicType = basicTypeOf(context.act.units);
  const basics: Unit[] = [];
  const withEntry: Unit[] = [];
  const inAct = new Set(context.act.units);
  let top: Unit | null = null;
  let basic: Unit | null = null;
  for (const unit of walkUnits(context.act)) {
    if (inAct.has(unit)) top = unit;
    if (unit.type === 'annex') break;
    if (unit.type === basicType) {
      basics.push(unit);
      basic = unit;
    }
    if (ENTRY.test(unit.text) && withEntry[withEntry.length - 1] !== (basic ?? top))
      withEntry.push(basic ?? top ?? unit);
  }
  const last = basics[basics.length - 1];
  if (withEntry.length === 0) {
    add(context, {
      code: 'missing-entry-into-force',
      severity: 'warning',
      unit: last ?? null,
      rule: 'ZTP § 45',
      message: { pl: 'Brakuje przepisu o wejściu w życie.', en: 'There is no provision on entry into force.' },
    });
  } else if (last !== undefined && withEntry[withEntry.length - 1] !== last) {
    add(context, {
      code: 'entry-into-force-not-last',
      severity: 'info',
      unit: withEntry[withEntry.length - 1] ?? null,
      rule: 'ZTP § 38',
      message: {
        pl: 'Przepis o wejściu w życie powinien być ostatni.',
        en: 'The provision on entry into force should be the last one.',
      },
    });
  }
}
