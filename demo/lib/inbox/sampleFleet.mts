/** The columns of the example workflow that reads a file, and values that the simulator knows. */
const DATABASE = {
	targetHost: '192.168.0.27',
	targetInstance: 'e05a3679efe241d8b5dee80b17c1a863in01',
	subnet: '352ad828-3467-4f03-987a-c55a5a9dd417',
};

const NAMES = ['shop', 'billing', 'crm', 'warehouse', 'forum'];

/** @returns a CSV file with five databases to migrate. */
export function sampleFleet(): string {
	const columns = ['name', 'sourceHost', ...Object.keys(DATABASE)];
	const rows = NAMES.map((name, index) =>
		[`${name}-mysql-to-rds`, `10.0.0.${20 + index}`, ...Object.values(DATABASE)].join(','),
	);
	return `${[columns.join(','), ...rows].join('\n')}\n`;
}
