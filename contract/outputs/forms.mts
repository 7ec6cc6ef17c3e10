/** A report as people read it. */
export const FORMS = { html: 'string', markdown: 'string', text: 'string' } as const;
