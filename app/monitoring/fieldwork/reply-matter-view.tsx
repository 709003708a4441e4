import { Form, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { answerWords } from '../cards/score-words.ts';
import { toAnswerField } from './coding-input.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { EvidenceLines } from './evidence-lines.tsx';
import { OfficeReply, TeamDecision } from './reply-block.tsx';
import type { ReplyMatter } from './reply-desk.server.ts';
import { TeamNav } from './team-nav.tsx';

/** One reply of an office: its words first, then what the team proposed, then the decision. */
export function ReplyMatterView({ matter, failure }: { matter: ReplyMatter; failure: FormProblem | null }) {
  const { t, say, locale } = useWords();
  const { edition, indicator, municipality, reply, proposal, second, decision, refusal } = matter;
  return (
    <>
      <TeamNav edition={edition} current="replies" />
      <PageHead
        title={t('fieldwork.decide.title', { code: indicator.id, name: municipality.name })}
        kind={editionTitle(locale, edition)}
        lead={say(indicator.question)}
      />
      {reply ? (
        <OfficeReply slug={edition.slug} reply={reply} heading="h2" />
      ) : (
        <Notice>
          <p>{t('fieldwork.decide.sealed')}</p>
        </Notice>
      )}
      {proposal ? (
        <Answer matter={matter} answer={proposal} title={t('fieldwork.decide.proposed')} id="h-proposal" />
      ) : null}
      {second ? <Answer matter={matter} answer={second} title={t('fieldwork.coding.other')} id="h-second" /> : null}
      {decision ? <TeamDecision decision={decision} heading="h2" /> : null}
      {refusal ? (
        <Notice>
          <p>{t(refusal === 'member' ? 'fieldwork.decide.error.member' : 'fieldwork.decide.needs-second')}</p>
        </Notice>
      ) : null}
      {reply && !decision && !refusal && edition.state === 'coding' ? (
        <Section id="h-decide" title={t('fieldwork.decide.final')}>
          <Form failure={failure}>
            <input type="hidden" name="replyId" value={reply.id} />
            <AnswerChoice
              indicator={indicator}
              legend={t('fieldwork.decide.final')}
              defaultValue={proposal ? toAnswerField(proposal) : undefined}
            />
            <TextArea
              name="reason"
              max={bounds.codingReason}
              rows={4}
              label={t('fieldwork.adjudication.why')}
              hint={t('fieldwork.decide.why.hint')}
            />
            <SubmitRow>
              <Submit>{t('fieldwork.decide.submit')}</Submit>
            </SubmitRow>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

function Answer({
  matter,
  answer,
  title,
  id,
}: {
  matter: ReplyMatter;
  answer: RecordedAnswer;
  title: string;
  id: string;
}) {
  const words = useWords();
  const { indicator, edition } = matter;
  const level = indicator.scale.levels.find((each) => answer.state === 'scored' && each.value === answer.level);
  return (
    <Section id={id} title={title}>
      <p className="verdict">
        <b>
          {answerWords(words, { state: answer.state, level: answer.level, scale: indicator.scale, incomplete: false })}
        </b>
      </p>
      {level ? <p>{words.say(level)}</p> : null}
      <p className="said">{answer.reason}</p>
      <EvidenceLines slug={edition.slug} evidence={answer.evidence} />
    </Section>
  );
}
