import { Notice, Section } from '#app/components/page-parts.tsx';
import { useT } from '#app/i18n/context.tsx';
import type { Duty } from './open-duties.server.ts';

/** What is to be handed over before, and what only has to be known. */
export function DutySection({ duties }: { duties: readonly Duty[] }) {
  const [first, told] = [duties.filter(({ blocks }) => blocks), duties.filter(({ blocks }) => !blocks)];
  return (
    <>
      <DutyList title="closing.duties" duties={first} />
      <DutyList title="closing.tell" duties={told} />
    </>
  );
}

function DutyList({ title, duties }: { title: 'closing.duties' | 'closing.tell'; duties: readonly Duty[] }) {
  const t = useT();
  if (duties.length === 0) return null;
  return (
    <Section id={title === 'closing.duties' ? 'obowiazki' : 'warto'} title={t(title)}>
      <Notice still warn>
        <ul>
          {duties.map(({ kind, count, scope }) => (
            <li key={`${kind} ${scope}`}>{t(`closing.duty.${kind}`, { count, scope })}</li>
          ))}
        </ul>
      </Notice>
    </Section>
  );
}

export function WhatGoes({ open }: { open: number }) {
  const t = useT();
  return (
    <>
      <Section id="zniknie" title={t('closing.goes')}>
        <ul className="stack stack--2">
          {(['closing.goes-1', 'closing.goes-2', 'closing.goes-3'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Section>
      <Section id="zostanie" title={t('closing.stays')}>
        <ul className="stack stack--2">
          {(['closing.stays-1', 'closing.stays-2', 'closing.stays-3'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        {open > 0 ? <p className="note mt-3">{t('closing.open', { count: open })}</p> : null}
      </Section>
    </>
  );
}
