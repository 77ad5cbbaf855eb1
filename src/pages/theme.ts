/** Light, dark, or as the visitor's system has it. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Null where the text names no theme. */
export function parseTheme(text: string | undefined): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
