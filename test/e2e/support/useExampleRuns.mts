import type { Demo } from '../../../demo/lib/startDemo.mts';
import { ExampleRuns } from './exampleRuns.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './stack.mts';

/** Simulated time passes this much faster: creation and pre-check take a tenth of a second, a transfer half a second. */
const SPEED = 300;

/** The demo with its example workflows, from the first test of a file on. */
class Examples {
	private stack?: Stack;
	runs!: ExampleRuns;

	get demo(): Demo {
		return this.stack!.demo;
	}

	async start(): Promise<void> {
		this.stack = await startStack({ speed: SPEED });
		this.runs = new ExampleRuns(this.demo);
	}

	async close(): Promise<void> {
		await this.stack?.close();
	}

	/** @returns the task with this name */
	task(name: string) {
		return this.demo.simulator.tasks.all().find((task) => task.name === name);
	}

	/** The simulator moves a task on when somebody looks at it; any status after the start will do. */
	isStarted(name: string): boolean {
		return !['CREATING', 'CONFIGURATION'].includes(this.task(name)?.status ?? 'CREATING');
	}
}

/** Starts the demo before the tests of the file, and ends it after them; each test looks at what comes in during it. */
export function useExampleRuns(): Examples {
	const examples = new Examples();

	beforeAll(async () => await examples.start(), SETUP_MILLISECONDS);

	beforeEach(() => examples.runs.forget());

	afterAll(async () => await examples.close(), 60_000);

	return examples;
}
