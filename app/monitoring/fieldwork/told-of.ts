import { dayOf } from '#app/i18n/dates.ts';
import type { NoticeWay, RecordedRound } from '../cards/asking.ts';

/** What a term's row says of how the office was told. */
export type ToldRow = {
  noticeWay: string | null;
  noticeTo: string;
  noticeNumber: string;
  noticeSentOn: string | null;
  noticeDeliveredOn: string | null;
  noticeProof: string;
  receivedAt: Date | null;
};

export function toldOf(row: ToldRow): Required<Pick<RecordedRound, 'notice' | 'receivedOn'>> {
  return {
    notice:
      row.noticeWay && row.noticeSentOn
        ? {
            way: row.noticeWay as NoticeWay,
            to: row.noticeTo,
            number: row.noticeNumber,
            sentOn: row.noticeSentOn,
            deliveredOn: row.noticeDeliveredOn,
            proof: row.noticeProof,
          }
        : null,
    receivedOn: row.receivedAt && dayOf(row.receivedAt),
  };
}
