import papaparse from 'papaparse'

/** Rows of a CSV text by the titles of its columns. */
export const parseCsv = (text: string): Record<string, string>[] => papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data
