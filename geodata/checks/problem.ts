/** What a check finds wrong: one line each. */
export interface Problem {
  file: string
  /** Feature id, or what else in the file. */
  feature: string
  expected: string
  found: string
}

export const problemLine = ({ file, feature, expected, found }: Problem): string => `${file} · ${feature} · expected ${expected} · found ${found}`
