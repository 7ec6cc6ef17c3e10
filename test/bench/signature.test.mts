import { callOfSize, checkSameSignature, signers } from '../../bench/signature/subjects.mts';
import { createRandom } from '../../simulator/random.mts';

describe('signatures of the benchmark', () => {
	it.each([0.1, 10, 1000])('ours is that of the vendor, for %d kB', (size) => {
		const call = callOfSize(size, createRandom(1));
		expect(Math.abs(call.text.length - size * 1000)).toBeLessThan(40);
		expect(() => checkSameSignature(signers(), call)).not.toThrow();
	});

	it('one that differs is found', () => {
		const call = callOfSize(0.1, createRandom(1));
		const other = { ...call, text: `${call.text} ` };
		expect(() => checkSameSignature(signers(), other)).toThrow('OTC DRS signs');
	});
});
