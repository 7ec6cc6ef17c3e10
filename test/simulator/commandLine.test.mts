import { readCommandLine } from '../../simulator/commandLine.mts';
import { DEFAULT_FORMS } from '../../simulator/drs/index.mts';

const formsOf = (...words: string[]) => {
	const command = readCommandLine(words);
	return 'options' in command ? command.options.forms : command;
};

describe('the command line', () => {
	it('has the printed forms by default, and ignores unknown parameters', () => {
		expect(formsOf()).toEqual(DEFAULT_FORMS);
		expect(readCommandLine([])).toMatchObject({ quiet: false, options: { strict: false } });
	});

	it('sets every form', () => {
		expect(
			formsOf(
				...['--list-times', 'milliseconds', '--gone', 'answered', '--unknown-task', 'DRS.M00289'],
				...['--delay-millis', '--no-percent', '--mongo-as-dds'],
				...['--region-optional', '--precheck-optional', '--place-required', '--compares-all'],
			),
		).toEqual({
			listTimes: 'milliseconds',
			gone: 'answered',
			unknownTask: 'DRS.M00289',
			delayMillis: true,
			percentSign: false,
			mongoAsDds: true,
			regionRequired: false,
			precheckRequired: false,
			placeRequired: true,
			comparesAll: true,
		});
	});

	it.each([
		[['--port', 'many'], '--port wants'],
		[['--list-times', 'Berlin'], '--list-times wants'],
		[['--gone', 'away'], '--gone wants'],
		[['--unknown-task', 'DRS.M1'], '--unknown-task wants'],
	])('%j is wrong', (words, problem) => {
		expect(readCommandLine(words)).toEqual({ problem: expect.stringContaining(problem) });
	});

	it('prints help', () => expect(readCommandLine(['--help'])).toEqual({ help: true }));
});
