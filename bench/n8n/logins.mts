import { measure, OWN, type Row } from '../row.mts';
import { prepareNode } from './runNode.mts';
import type { BenchStack } from './stack.mts';
import { subjectsOf } from './subjects.mts';

const CALLERS = 10;

/**
 * Runs many executions, several at a time, on a credential that was never used.
 *
 * @returns logins, and executions a second
 * @throws Error if an execution did not get its answer
 */
export async function countLogins(
	{ demo }: BenchStack,
	executions: number,
	id: string,
): Promise<Row> {
	const { journal, url } = demo.simulator;
	const subject = subjectsOf('status', url)[OWN];
	const run = await prepareNode(demo, 'bench-logins', subject, false);
	journal.clear();
	const started = performance.now();
	let left = executions;
	const caller = async () => {
		while (left-- > 0) await run.call([{ id }]);
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
	const seconds = (performance.now() - started) / 1_000;
	const answered = journal
		.of('getTaskStatuses')
		.filter(({ responseStatus }) => responseStatus === 200).length;
	if (answered !== executions)
		throw new Error(`${answered} of ${executions} executions were answered`);
	return {
		part: 'logins',
		work: `${executions.toLocaleString('en')} executions, ${CALLERS} at a time, no session before`,
		subject: OWN,
		values: {
			logins: measure([journal.count('createToken')], '', 'less'),
			'executions a second': measure([executions / seconds], '/s', 'more'),
		},
	};
}
