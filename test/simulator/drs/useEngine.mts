import { handOn } from '../../support/handOn.mts';
import { createEngine, type Engine } from './engine.mts';

/** Makes a DRS without tasks before each test of the file or block; see `createEngine`. */
export function useEngine(options?: Parameters<typeof createEngine>[0]): Engine {
	let drs: Engine;

	beforeEach(() => {
		drs = createEngine(options);
	});

	return handOn(() => drs);
}
