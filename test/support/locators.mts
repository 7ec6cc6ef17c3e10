/** @returns the value of a resource locator whose ID is entered */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
