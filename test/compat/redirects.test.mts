import { describeRedirects } from '../e2e/support/describeRedirects.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { oldestN8n } from './support/oldestN8n.mts';

let stack: Stack;

beforeAll(async () => {
	// The module that the demo leaves out does not exist yet.
	stack = await startStack({}, { N8N_DISABLED_MODULES: '' }, oldestN8n(ROOT));
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

describe('redirects in the oldest n8n', () => {
	describeRedirects(() => stack.demo);
});
