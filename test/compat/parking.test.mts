import { describeParking } from '../e2e/support/describeParking.mts';
import { startHttpSink, type HttpSink } from '../e2e/support/httpSink.mts';
import { movableClock } from '../e2e/support/movableClock.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { oldestN8n } from './support/oldestN8n.mts';

const clock = movableClock();
let stack: Stack;
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack(
		{ clock },
		// The module that the demo leaves out does not exist yet.
		{ N8N_DISABLED_MODULES: '', N8N_CONCURRENCY_PRODUCTION_LIMIT: '2' },
		oldestN8n(ROOT),
	);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

describe('nodes that are parked in the oldest n8n', () => {
	describeParking('filesystem', () => ({ stack, sink, clock }));
});
