import { DATABASE } from './exampleWorkflows.mts';

/** A row of the data table that "Migrate in Waves" reads. */
export interface WaveRow {
	name: string;
	wave: number;
	dependsOn: string;
	window: string;
	sourceHost: string;
	targetHost: string;
	targetInstance: string;
	subnet: string;
}

export const WAVES = 6;
const HOSTS = 14;
/** Parts of a name by which the simulator lets a task fail, each at another stage. */
const FAILURES = ['fail-precheck', 'fail-transfer', 'fail-create', 'fail-connection'];

/** Whether the simulator lets the task of a database fail. */
export const isToFail = (name: string): boolean => name.includes('fail');

const nameOf = (index: number): string => {
	const failure = FAILURES[Math.floor(index / 10) % FAILURES.length];
	return `wave-db-${String(index).padStart(3, '0')}${index % 10 === 3 ? `-${failure}` : ''}`;
};

/** In turn: a database of the wave before, the neighbour in the same wave, and two at once. */
function dependenciesOf(index: number, size: number): number[] {
	if (index % 7 === 5) return [index - 1];
	if (index < size) return [];
	if (index % 7 === 2) return [index - size];
	return index % 11 === 6 ? [index - size, index - size - 1].filter((other) => other >= 0) : [];
}

/** @returns a fleet in six waves on few hosts, one of ten of which fails, with dependencies inside and between waves. */
export function waveFleet(count: number): WaveRow[] {
	const size = Math.ceil(count / WAVES);
	return Array.from({ length: count }, (_, index) => ({
		...DATABASE,
		name: nameOf(index),
		wave: 1 + Math.floor(index / size),
		dependsOn: dependenciesOf(index, size).map(nameOf).join(', '),
		window: index % 2 === 0 ? '' : '2020-01-01T00:00Z/2099-01-01T00:00Z',
		sourceHost: `10.0.0.${20 + (index % HOSTS)}`,
	}));
}

/**
 * @param wave its wave; the last database is of the wave after it
 * @returns ten databases of one host, of which the first three fail, and one more
 */
export function failingFleet(wave: number): WaveRow[] {
	return Array.from({ length: 11 }, (_, index) => ({
		...DATABASE,
		name: `halt-db-${index}${index < 3 ? '-fail-connection' : ''}`,
		wave: index < 10 ? wave : wave + 1,
		dependsOn: '',
		window: '',
		sourceHost: '10.0.1.1',
	}));
}

/** @returns the names that a row depends on. */
export const namesIn = ({ dependsOn }: WaveRow): string[] =>
	dependsOn.split(', ').filter((name) => name !== '');
