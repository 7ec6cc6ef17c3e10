import type { BatchEntry } from '../batch/runBatches';
import type { TaskBody } from './taskBody';

/** One task to create; for its key see `nameKey`. */
export interface CreateEntry extends BatchEntry {
	body: TaskBody;
	/** What to do with a name that is taken; by default it fails. */
	ifTaskExists?: 'fail' | 'return';
}
