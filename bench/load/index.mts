import { inTurn } from '../measure/inTurn.mts';
import { measure, type BenchOptions, type Row } from '../row.mts';
import { coldRequire } from './coldRequire.mts';
import { ensurePeers, packages } from './peers.mts';
import { packageSize } from './size.mts';

const kilobytes = (bytes: number) => measure([bytes / 1000], 'kB', 'less');

/**
 * How long n8n takes to load the package, and its size, versus two published community packages.
 *
 * @throws DemoProblem if the peers cannot be installed; Error if our package is not built
 */
export async function benchLoad({ quick, seed }: BenchOptions): Promise<Row[]> {
	await ensurePeers();
	const all = packages();
	const subjects = Object.fromEntries(
		all.map(({ subject, files }) => [subject, async () => await coldRequire(files)]),
	);
	if (!quick) await inTurn(subjects, 1, seed);
	const times = await inTurn(subjects, quick ? 3 : 15, seed);
	const rows = all.flatMap(({ subject }): Row[] => {
		const row = (work: string, samples: number[]): Row => ({
			part: 'load',
			work,
			subject,
			values: { time: measure(samples, 'ms', 'less') },
		});
		return [
			row(
				'cold require: the node',
				times[subject].map(({ node }) => node),
			),
			row(
				'cold require: all nodes and credentials',
				times[subject].map(({ all }) => all),
			),
		];
	});
	const sizes = await Promise.all(
		all.map(async ({ subject, folder, dependencies }): Promise<Row> => {
			const { packed, unpacked } = await packageSize(folder);
			return {
				part: 'load',
				work: 'size of the package',
				subject,
				values: {
					packed: kilobytes(packed),
					unpacked: kilobytes(unpacked),
					'with dependencies': kilobytes(unpacked + dependencies),
				},
			};
		}),
	);
	return [...rows, ...sizes];
}
