import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unmarked } from '#app/i18n/in-polish.ts';
import { DownloadView, type DownloadPage } from '#app/publishing/download/download-view.tsx';

type Data = { page: DownloadPage };

/** The parts that every page of downloads has in common; a route adds its loader. */
export const downloadMeta: MetaFunction<() => Data> = ({ data }) => [
  { title: data ? `${data.page.heading}: ${unmarked(data.page.title)} – Paragraf` : 'Paragraf' },
];

export function DownloadRoute() {
  return <DownloadView page={useLoaderData<() => Data>().page} />;
}
