import shared, { THOROUGH } from '../jest.config.mjs';

/** Walks over all fields, answers and threats, generated input, and the short form of the fault campaign. */
export default {
	...shared,
	rootDir: '..',
	testMatch: [`<rootDir>/test/(${THOROUGH})/**/*.test.mts`],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/faults/(brokenLong|campaign|damagedLists).test.mts',
	],
};
