import { dirname, join, normalize } from 'node:path';
import { importsOf, publishedSources } from './sources.mts';

/** The floors of the published code, lowest first: a file imports from its own folder and from lower floors only. */
const FLOORS: ReadonlyArray<readonly string[]> = [
	['nodes/shared/values', 'nodes/shared/sql'],
	['nodes/shared/report'],
	['nodes/shared/assessment', 'nodes/shared/verification'],
	['nodes/shared/failures'],
	['nodes/shared/http'],
	['nodes/shared/batch', 'credentials'],
	['nodes/shared/n8n', 'nodes/shared/client'],
	['nodes/shared/drs'],
	['nodes/shared/fields'],
	['nodes/OtcDrs/fields', 'nodes/OtcDrsTrigger'],
	['nodes/OtcDrs/operations'],
	['nodes/OtcDrs/resources'],
	['nodes/OtcDrs/listSearch'],
	['nodes/OtcDrs'],
];

const FOLDERS = FLOORS.flatMap((row, floor) => row.map((folder) => ({ folder, floor }))).sort(
	(a, b) => b.folder.length - a.folder.length,
);

/** @returns the folder of the floor plan that a file belongs to */
function placeOf(path: string): { folder: string; floor: number } {
	const place = FOLDERS.find(({ folder }) => `${path}/`.startsWith(`${folder}/`));
	if (place === undefined) throw new Error(`${path} is in no folder of the floor plan`);
	return place;
}

/** @returns the imports of a file that lead up or sideways */
function wrongImports(file: string, imports: readonly string[]): string[] {
	const from = placeOf(file);
	return imports
		.map((specifier) => normalize(join(dirname(file), specifier)))
		.filter((path) => {
			const to = placeOf(path);
			return to.folder !== from.folder && to.floor >= from.floor;
		});
}

describe('the floor plan', () => {
	it.each(publishedSources())('%s imports from its own folder and from below', (file) => {
		expect(wrongImports(file, importsOf(file))).toEqual([]);
	});

	it.each([
		['nodes/shared/drs/queries.ts', '../../OtcDrs/resources/task/start'],
		['nodes/shared/drs/queries.ts', '../fields/task'],
		['nodes/OtcDrsTrigger/poll.ts', '../OtcDrs/router'],
		['nodes/shared/http/types.ts', '../../../credentials/iam/session'],
		['credentials/iam/login.ts', '../../nodes/shared/client/client'],
	])('refuses that %s imports %s', (file, specifier) => {
		expect(wrongImports(file, [specifier])).toHaveLength(1);
	});
});
