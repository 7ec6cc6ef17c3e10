/** Where the example workflows migrate a database to; the simulator knows it. */
export const TARGET = {
	targetHost: '192.168.0.27',
	targetInstance: 'e05a3679efe241d8b5dee80b17c1a863in01',
	subnet: '352ad828-3467-4f03-987a-c55a5a9dd417',
};

const NAMES = ['shop', 'billing', 'crm', 'warehouse', 'forum'];

/** @returns a CSV file as the example workflow reads it, with the columns of the first database */
export const fleetFile = (databases: ReadonlyArray<Record<string, string>>): string =>
	[Object.keys(databases[0]), ...databases.map((one) => Object.values(one))]
		.map((cells) => `${cells.join(',')}\n`)
		.join('');

/** @returns a CSV file with five databases to migrate. */
export const sampleFleet = (): string =>
	fleetFile(
		NAMES.map((name, index) => ({
			...{ name: `${name}-mysql-to-rds`, sourceHost: `10.0.0.${20 + index}` },
			...TARGET,
		})),
	);
