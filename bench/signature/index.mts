import { createRandom } from '../../simulator/random.mts';
import { inTurn } from '../measure/inTurn.mts';
import { measure, OWN, type BenchOptions, type Row } from '../row.mts';
import { callOfSize, checkSameSignature, signers, type Call, type Signer } from './subjects.mts';

const SIZES_KB = [0.1, 10, 1000];

/** Calls a millisecond of work at least once, then counts. @returns calls per second */
function rate(work: () => unknown, milliseconds: number): number {
	const start = performance.now();
	let count = 0;
	let elapsed: number;
	do {
		work();
		count++;
		elapsed = performance.now() - start;
	} while (elapsed < milliseconds);
	return (count / elapsed) * 1000;
}

/** What has to be done to send a call: sign it, and have its text. Ours signs that text; the vendor's client makes it again. */
function sendable(name: string, signer: Signer, { body }: Call): () => unknown {
	if (name !== OWN) return () => [signer({ body, text: '' }), JSON.stringify(body)];
	return () => {
		const text = JSON.stringify(body);
		return [signer({ body, text }), text];
	};
}

/**
 * Signatures per second, ours and the vendor's, for bodies of 0.1, 10 and 1,000 kB.
 *
 * @throws Error if the two do not give the same signature for the same call
 */
export async function benchSignature({ quick, seed }: BenchOptions): Promise<Row[]> {
	const all = signers();
	const [rounds, milliseconds] = quick ? [7, 8] : [15, 50];
	const rows: Row[] = [];
	for (const size of SIZES_KB) {
		const call = callOfSize(size, createRandom(seed));
		checkSameSignature(all, call);
		const works = {
			[`sign ${size.toLocaleString('en')} kB, each from what its own client gives it`]:
				(_name: string, signer: Signer) => () =>
					signer(call),
			[`serialize and sign ${size.toLocaleString('en')} kB, ready to be sent`]: (
				name: string,
				signer: Signer,
			) => sendable(name, signer, call),
		};
		for (const [work, prepare] of Object.entries(works)) {
			const subjects = Object.fromEntries(
				Object.entries(all).map(([name, signer]) => {
					const run = prepare(name, signer);
					return [name, () => rate(run, milliseconds)];
				}),
			);
			await inTurn(subjects, 2, seed);
			const rates = await inTurn(subjects, rounds, seed);
			for (const [subject, samples] of Object.entries(rates)) {
				rows.push({
					part: 'signature',
					work,
					subject,
					values: { rate: measure(samples, 'signatures/s', 'more') },
				});
			}
		}
	}
	return rows;
}
