/**
 * A date and time as SCAP documents have it: `2024-05-06T00:00:00`, in UTC. Never the clock's: the same
 * sources give the same bytes.
 *
 * @param date the moment to write (SOURCE_DATE_EPOCH), if there is one
 * @param statusDate `YYYY-MM-DD`, the date that the content gives itself
 */
export function timestampOf(date: Date | undefined, statusDate: string | undefined): string {
  if (date) return date.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  return `${statusDate ?? '1970-01-01'}T00:00:00`;
}
