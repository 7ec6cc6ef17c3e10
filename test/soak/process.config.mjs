import { ofOneProject } from '../compat/ofOneProject.mjs';
import endToEnd from '../e2e/jest.config.mjs';

/** Many items through one n8n. */
export default {
	...ofOneProject(endToEnd),
	testMatch: ['<rootDir>/test/soak/soak.test.mts'],
};
