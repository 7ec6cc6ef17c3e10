import type { InstalledStack } from './installedN8n.mts';

interface Named {
	name: string;
}

/** The tests of the documented installation. @param stack gives the n8n, when it has started */
export function describeInstallation(stack: () => InstalledStack): void {
	const namesOf = async (kind: string) =>
		((await stack().read(`/types/${kind}.json`)) as Named[]).map(({ name }) => name);

	it('adds one package: n8n has its peer dependency', () => {
		expect(stack().added).toEqual(['n8n-nodes-otc-drs']);
	});

	it('gives n8n all nodes and credentials', async () => {
		expect(await namesOf('nodes')).toEqual(
			expect.arrayContaining([
				'n8n-nodes-otc-drs.otcDrs',
				'n8n-nodes-otc-drs.otcDrsTool',
				'n8n-nodes-otc-drs.otcDrsTrigger',
			]),
		);
		expect(await namesOf('credentials')).toEqual(
			expect.arrayContaining(['otcApi', 'otcDrsSourceDatabaseApi', 'otcDrsTargetDatabaseApi']),
		);
	});

	it('makes n8n complain of nothing', () => {
		const complaints = stack()
			.log()
			.split('\n')
			.filter((line) => /otc-?drs/i.test(line) && /error|warn|fail|could not/i.test(line));
		expect(complaints).toEqual([]);
	});
}
