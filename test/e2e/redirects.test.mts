import { describeRedirects } from './support/describeRedirects.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

let stack: Stack;

beforeAll(async () => {
	stack = await startStack();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

describe('redirects in the newest n8n', () => {
	describeRedirects(() => stack.demo);
});
