/**
 * Task names are unique in a project and not case-sensitive: two names with the same key are the same name.
 *
 * @param name the name of a task
 * @returns the form in which names are compared
 */
export const nameKey = (name: string): string => name.toLowerCase();
