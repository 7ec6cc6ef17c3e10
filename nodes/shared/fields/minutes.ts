/** The longest time that can be waited for, in minutes: a year. */
export const MAX_MINUTES = 527_040;
