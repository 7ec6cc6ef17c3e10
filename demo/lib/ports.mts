import { createServer } from 'node:net';
import { DemoProblem } from './problem.mts';

const HOST = '127.0.0.1';

async function tryPort(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, HOST, () => {
			const address = server.address();
			server.close(() =>
				resolve(typeof address === 'object' && address !== null ? address.port : undefined),
			);
		});
	});
}

/**
 * Finds a free port on loopback.
 * @param wanted exactly this one; 0 = any; undefined = the usual one, or any when that is taken
 * @param usual the port to prefer
 * @returns the port, free at this moment
 * @throws DemoProblem when the wanted port is taken
 */
export async function findPort(wanted: number | undefined, usual = 0): Promise<number> {
	const first = await tryPort(wanted ?? usual);
	if (first !== undefined) {
		return first;
	}
	const other = wanted === undefined ? await tryPort(0) : undefined;
	if (other === undefined) {
		throw new DemoProblem(
			`Port ${wanted ?? usual} on ${HOST} cannot be used: it is taken, or not yours to open.`,
			'Choose another one, such as "npm run demo -- --port 5700", or leave the option out.',
		);
	}
	return other;
}
