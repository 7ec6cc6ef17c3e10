import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime, Interval } from 'luxon';
import type { IConnections, INode } from 'n8n-workflow';

const FILE = join(__dirname, '..', '..', '..', 'workflows', 'migrate-in-waves.json');

export const { nodes, connections } = JSON.parse(readFileSync(FILE, 'utf8')) as {
	nodes: INode[];
	connections: IConnections;
};

/** @returns a node of the workflow */
export const nodeCalled = (name: string): INode => nodes.find((node) => node.name === name)!;

const CODE = String(nodeCalled('Choose What Is Due').parameters.jsCode);

/** A row of the table. */
export interface Row {
	name: string;
	wave: number;
	dependsOn: string;
	window: string | null;
	sourceHost: string;
	state: string | null;
	attempts: number | null;
	updatedAt: string;
}

interface Choice {
	start: string[];
	told: string[];
}

/** The settings of the workflow, unless a test says otherwise. */
export const SETTINGS = { maxPerHost: 2, maxFailedShare: 0.25, staleMinutes: 60 };

/** When a test begins. */
export const START = DateTime.fromISO('2026-03-01T00:00:00Z');

const decide = new Function('$', '$input', '$now', 'Interval', CODE) as (
	...globals: unknown[]
) => Array<{ json: Partial<Row> & { tell?: string } }>;

/** Runs the Code node of the workflow over the rows of the table. */
export function choose(
	rows: readonly Row[],
	now = START,
	settings: Partial<typeof SETTINGS> = {},
): Choice {
	const output = decide(
		() => ({ first: () => ({ json: { ...SETTINGS, ...settings } }) }),
		{ all: () => rows.map((json) => ({ json })) },
		now,
		Interval,
	).map(({ json }) => json);
	return {
		start: output.flatMap(({ tell, name }) => (tell === undefined ? [name!] : [])),
		told: output.flatMap(({ tell }) => tell ?? []),
	};
}

/** @returns the row of a database that nothing was done for */
export const row = (name: string, more: Partial<Row> = {}): Row => ({
	name,
	wave: 1,
	dependsOn: '',
	window: null,
	sourceHost: name,
	state: null,
	attempts: null,
	updatedAt: START.toISO()!,
	...more,
});
