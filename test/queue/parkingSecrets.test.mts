import { startHttpSink, type HttpSink } from '../e2e/support/httpSink.mts';
import { movableClock } from '../e2e/support/movableClock.mts';
import { expectNoSecret, parkAll } from '../e2e/support/parkAll.mts';
import { publishParked } from '../e2e/support/parkingTrial.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { startPostgres, type Postgres } from './support/postgres.mts';

const clock = movableClock();
let postgres: Postgres;
let stack: Stack;
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
	postgres = await startPostgres();
	stack = await startStack({ clock }, postgres.environment);
	await publishParked(stack.demo.api, sink.url);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await postgres?.close();
	await sink?.close();
}, 60_000);

describe('nodes that are parked, with PostgreSQL as the database of n8n', () => {
	it('store no password and no token in the clear', async () => {
		await parkAll({ stack, clock }, 'stored');
		await expectNoSecret(stack, postgres.dump(), 'stored');
	}, 600_000);
});
