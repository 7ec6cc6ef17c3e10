import shared from '../../jest.config.mjs';

/** The long fault campaign. */
export default {
	...shared,
	rootDir: '../..',
	testMatch: [
		'<rootDir>/test/faults/{broken,brokenAnswers,brokenLong,campaign,damagedLists}.test.mts',
	],
	testPathIgnorePatterns: ['/node_modules/'],
	maxWorkers: 1,
	testTimeout: 300_000,
	silent: false,
};
