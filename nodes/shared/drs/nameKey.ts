/**
 * Task names are unique in a project and not case-sensitive: two names with the same key are the same name.
 *
 * @param name the name of a task
 * @returns the form in which names are compared
 */
export const nameKey = (name: string): string => name.toLowerCase();

/** What the name of a task has to be (drs_03_0104). */
export const TASK_NAME = /^[A-Za-z0-9_-]{4,50}$/;

/** The same in words. */
export const TASK_NAME_REMEDY = 'Use 4 to 50 letters, digits, hyphens (-) and underscores (_).';
