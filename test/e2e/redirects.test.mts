import { describeRedirects } from './support/describeRedirects.mts';
import { useStack } from './support/useStack.mts';

const stack = useStack();

describe('redirects in the newest n8n', () => {
	describeRedirects(() => stack.demo);
});
