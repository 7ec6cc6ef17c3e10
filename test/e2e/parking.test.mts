import { describeParking } from './support/describeParking.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { movableClock } from './support/movableClock.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

const clock = movableClock();
let stack: Stack;
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack(
		{ clock },
		{ N8N_CONCURRENCY_PRODUCTION_LIMIT: '2', N8N_DEFAULT_BINARY_DATA_MODE: 'database' },
	);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

describe('nodes that are parked', () => {
	describeParking('database', () => ({ stack, sink, clock }));
});
