import type { Demo } from '../../../demo/lib/startDemo.mts';
import { ExampleRuns } from './exampleRuns.mts';
import { DATABASE } from './exampleWorkflows.mts';
import type { Stack } from './stack.mts';
import { useStack } from './useStack.mts';

/** Simulated time passes this much faster: creation and pre-check take a tenth of a second, a transfer half a second. */
const SPEED = 300;

/** The demo with its example workflows. */
class Examples {
	runs!: ExampleRuns;

	constructor(private readonly stack: Stack) {}

	get demo(): Demo {
		return this.stack.demo;
	}

	/** @returns the task with this name */
	task(name: string) {
		return this.demo.simulator.tasks.all().find((task) => task.name === name);
	}

	/** The simulator moves a task on when somebody looks at it; any status after the start will do. */
	isStarted(name: string): boolean {
		return !['CREATING', 'CONFIGURATION'].includes(this.task(name)?.status ?? 'CREATING');
	}

	/** Brings a task to its replication, with a lag of so many seconds. @returns its ID */
	async replicatingTask(name: string, delay: number): Promise<string> {
		await this.runs.call('migrate', { ...DATABASE, name });
		await this.runs.until('the replication', () =>
			this.runs.texts().some((text) => text.startsWith(`Replicating: ${name}`)),
		);
		const { id } = this.task(name)!;
		this.demo.simulator.outcomes.add({ task: id, kind: 'delay', delay });
		return id;
	}

	/** @returns the tasks whose hooks were called, in their order */
	hooksFor(task: string): unknown[] {
		return this.runs.allBodies().flatMap(({ taskId }) => (taskId === task ? [taskId] : []));
	}

	/** @returns whether Slack was told that a task has ended */
	isToldOf(id: string): boolean {
		return this.runs.texts(this.runs.allBodies()).some((text) => text.includes(`${id} has ended`));
	}
}

/** Starts the demo before the tests of the file, and ends it after them; each test looks at what comes in during it. */
export function useExampleRuns(): Examples {
	const examples = new Examples(useStack({ speed: SPEED }));

	beforeEach(() => {
		examples.runs = new ExampleRuns(examples.demo);
		examples.runs.forget();
	});

	return examples;
}
