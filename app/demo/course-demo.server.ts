import type { MeetingInput } from '#app/drafting/course/meetings/meeting.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { findOfficeDetails } from '#app/drafting/office/find-office-details.server.ts';
import type { OfficeDetails } from '#app/drafting/office/office-details.ts';
import { saveOfficeDetails } from '#app/drafting/office/save-office-details.server.ts';
import { readDetails, type ReportDetails } from '#app/drafting/report/details.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { dayOf, warsawInstant } from '#app/i18n/dates.ts';
import { must } from './demo-parts.server.ts';
import { marketStory, rulesStory, type Story } from './drafting-story.ts';
import { jurowice, type DemoPeople } from './people-demo.server.ts';

type DemoMeeting = Omit<MeetingInput, 'startsAt' | 'endsAt'> & { daysFromNow: number; from: string; until: string };
type Course = { story: Story; meetings: DemoMeeting[]; details: Partial<ReportDetails> };

const courses: Course[] = [
  {
    story: rulesStory,
    meetings: [
      {
        form: 'meeting',
        title: 'Spotkanie o zasadach konsultacji',
        place: 'ratusz, sala sesyjna',
        daysFromNow: -6,
        from: '17:00',
        until: '19:00',
        attendance: 34,
        minutes:
          'Pytano, czy do terminu wlicza się dzień ogłoszenia. Wyjaśniono, że nie.\nUczestnicy prosili o dyżur poza ratuszem; umówiono go w Łęgach.',
      },
      {
        form: 'duty-hours',
        title: 'Dyżur w Łęgach',
        place: 'świetlica w Łęgach',
        daysFromNow: 5,
        from: '17:00',
        until: '19:00',
        attendance: null,
        minutes: '',
      },
    ],
    details: {
      legalBasis: 'art. 5a ust. 1 i 2 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym',
      conductedBy: 'Biuro Rady',
      aim: 'Poznanie uwag mieszkańców do zasad, według których będą prowadzone wszystkie następne konsultacje.',
    },
  },
  {
    story: marketStory,
    meetings: [
      {
        form: 'walk',
        title: 'Spacer po targowisku',
        place: 'targowisko przy ul. Młyńskiej',
        daysFromNow: -20,
        from: '06:30',
        until: '08:00',
        attendance: 12,
        minutes:
          'Obejrzano wjazd i stoły. Sprzedawcy wskazali, że przed godziną piątą nie ma gdzie poczekać z towarem.',
      },
    ],
    details: {},
  },
];

/** Invented like the municipality: nobody answers at this number. */
const office: OfficeDetails = {
  name: 'Urząd Miejski w Jurowicach',
  address: 'Rynek 1\n00-000 Jurowice',
  hours: 'poniedziałek 8.00–17.00\nwtorek–piątek 7.30–15.00',
  phone: '00 000 00 00',
  email: 'urzad@jurowice.example',
  edoreczenia: 'AE:PL-00000-00000-AAAAA-00',
  controller: 'Burmistrz Jurowic, Rynek 1, 00-000 Jurowice',
  inspector: 'iod@jurowice.example',
  termDays: null,
  termSource: '',
  termCheckedOn: '',
};

/** How the office is reached, meetings and the first words of the report for the demonstration consultations; skips what is there already. */
export async function seedCourseDemo(db: Db, people: DemoPeople): Promise<void> {
  const viewer = people.official;
  if (!(await findOfficeDetails(db, jurowice)))
    must(
      await saveOfficeDetails(db, { viewer, teryt: jurowice, details: office, revision: 0, now: new Date() }),
      'details of the office',
    );
  for (const { story, meetings, details } of courses) {
    const consultation = await db.consultation.findFirst({
      where: { teryt: jurowice, title: story.title },
      select: { id: true, slug: true },
    });
    if (!consultation || (await db.meeting.count({ where: { consultationId: consultation.id } })) > 0) continue;
    const { slug } = consultation;
    for (const { daysFromNow, from, until, ...meeting } of meetings) {
      await saveMeeting(db, {
        viewer,
        slug,
        known: null,
        meeting: { ...meeting, startsAt: at(daysFromNow, from), endsAt: at(daysFromNow, until) },
      });
    }
    if (Object.keys(details).length > 0)
      await saveDetails(db, { viewer, slug, revision: 0, details: { ...readDetails(null), ...details } });
  }
}

function at(daysFromNow: number, time: string): Date {
  const instant = warsawInstant(dayOf(new Date(Date.now() + daysFromNow * 86_400_000)), time);
  if (!instant) throw new Error(`no such time: ${time}`);
  return instant;
}
