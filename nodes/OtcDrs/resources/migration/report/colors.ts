import type { Row, TaskState } from './row';

/** The colours of the states on a light and on a dark ground; each has a contrast of at least 4.5 to its ground. */
export const COLORS: Record<TaskState, { light: string; dark: string }> = {
	failed: { light: '#b42318', dark: '#ff8a80' },
	unknown: { light: '#6e4b00', dark: '#e3b341' },
	paused: { light: '#7a4d00', dark: '#e3b341' },
	waiting: { light: '#57606a', dark: '#9198a1' },
	transferring: { light: '#0b5cad', dark: '#6cb6ff' },
	complete: { light: '#0f6b46', dark: '#56d4a0' },
	replicating: { light: '#0f6b46', dark: '#56d4a0' },
	stopped: { light: '#6639ba', dark: '#d2a8ff' },
};

/** @returns the state in whose colour a task is written: one that needs attention never looks as if all were well. */
export const inkOf = ({ state, needsAttention }: Row): TaskState =>
	needsAttention && state !== 'failed' ? 'unknown' : state;

/** @returns CSS rules of a property for the state classes, for one of the two grounds. */
export const stateRules = (prefix: string, property: string, ground: 'light' | 'dark'): string =>
	Object.entries(COLORS)
		.map(([state, colors]) => `.${prefix}-${state}{${property}:${colors[ground]}!important}`)
		.join('');
