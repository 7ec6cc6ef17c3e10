/** The technical cause at the end of a description. */
const CAUSE = / Cause: .*$/s;

/**
 * @param description of a failure
 * @returns the same without its technical cause: n8n replaces a message that holds a code such as ECONNREFUSED by a general one
 */
export const withoutCause = (description: string): string => description.replace(CAUSE, '');
