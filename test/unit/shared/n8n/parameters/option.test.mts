import { readOption, readOptions } from '../../../../../nodes/shared/n8n/parameters/option.ts';

const STAGES = [
	{ name: 'Pre-Check', value: 'precheck' },
	{ name: 'Connection Test', value: 'connectionTest' },
	{ name: 'Start', value: 'start' },
];
const MODES = [
	{ name: 'Full + Incremental', value: 'FULL_INCR_TRANS' },
	{ name: 'Full', value: 'FULL_TRANS' },
	{ name: 'Incremental', value: 'INCR_TRANS' },
];
const HOURS = [
	{ name: 'Last Hour', value: 1 },
	{ name: 'From … To …', value: 0 },
];
const SELECTED = [
	{ name: 'Yes', value: 'true' },
	{ name: 'No', value: 'false' },
];
const CROSSED = [
	{ name: 'b', value: 'a' },
	{ name: 'a', value: 'b' },
	{ name: 'x', value: 'Ab' },
	{ name: 'y', value: 'aB' },
];

describe('a choice', () => {
	it.each([
		['precheck', STAGES, 'precheck'],
		['precheck ', STAGES, 'precheck'],
		['Precheck', STAGES, 'precheck'],
		['Pre-Check', STAGES, 'precheck'],
		['PRE-CHECK\n', STAGES, 'precheck'],
		['connection  test', STAGES, 'connectionTest'],
		['full', MODES, 'FULL_TRANS'],
		['full_trans', MODES, 'FULL_TRANS'],
		['Full + Incremental', MODES, 'FULL_INCR_TRANS'],
		['1', HOURS, 1],
		[1, HOURS, 1],
		[0, HOURS, 0],
		['last hour', HOURS, 1],
		[false, SELECTED, 'false'],
		['FALSE', SELECTED, 'false'],
		['no', SELECTED, 'false'],
		['a', CROSSED, 'a'],
		['Ab', CROSSED, 'Ab'],
	])('%p of %j is %p', (value, options, chosen) => {
		expect(readOption(value, options, false)).toEqual({ ok: true, value: chosen });
	});

	it.each([
		['checked', '"checked" is not in the list'],
		['precheck\u200b', '"precheck[U+200B]" is not in the list'],
		['ab', CROSSED, '"ab" is not in the list'],
		[6, '6 is not in the list'],
		[NaN, 'a failed calculation is not in the list'],
		[['precheck'], 'the list "precheck" is not a choice'],
		[{ value: 'precheck' }, 'an object with value is not a choice'],
		[Object.create(null), 'an empty object is not a choice'],
		[Symbol('precheck'), 'a symbol is not a choice'],
	])('%p is refused', (value, ...rest) => {
		const fault = rest.pop();
		const [options = STAGES] = rest as Array<typeof STAGES>;
		expect(readOption(value, options, false)).toMatchObject({ ok: false, fault });
	});

	it('tells what is possible, shortened', () => {
		expect(readOption('x', STAGES, false)).toMatchObject({
			remedy: 'Possible: Pre-Check, Connection Test, Start.',
		});
		const many = Array.from({ length: 40 }, (_, index) => ({ name: `N${index}`, value: index }));
		expect(readOption('x', many, false)).toMatchObject({
			remedy: expect.stringMatching(/N11 and 28 more\.$/),
		});
	});

	it('goes through where the list is open', () => {
		expect(readOption(' oracle-to-gaussdb ', STAGES, true)).toEqual({
			ok: true,
			value: 'oracle-to-gaussdb',
		});
		expect(readOption('PRE-CHECK', STAGES, true)).toEqual({ ok: true, value: 'precheck' });
		for (const value of ['a\u200bb', ['x'], {}, true, NaN]) {
			expect(readOption(value, STAGES, true)).toMatchObject({ ok: false });
		}
	});
});

const METRICS = [
	{ name: 'CPU Usage', value: 'cpu_util' },
	{ name: 'Memory, Used', value: 'mem_util' },
	{ name: 'Disk', value: 'disk_util' },
];

describe('several choices', () => {
	it.each([
		[
			['cpu_util', 'disk_util'],
			['cpu_util', 'disk_util'],
		],
		['cpu_util, mem_util', ['cpu_util', 'mem_util']],
		['cpu_util;disk_util\ndisk', ['cpu_util', 'disk_util']],
		['["cpu_util","Disk"] ', ['cpu_util', 'disk_util']],
		['cpu usage', ['cpu_util']],
		['Memory, Used', ['mem_util']],
		[['CPU Usage ', null, ''], ['cpu_util']],
		[[], []],
		['[]', []],
	])('%p is %p', (value, chosen) => {
		expect(readOptions(value, METRICS, false)).toEqual({ ok: true, value: chosen });
	});

	it.each([
		[7, '7 is not a list'],
		[true, 'true is not a list'],
		[{ a: 1 }, 'an object with a is not a list'],
		['cpu_util, ram', '"ram" is not in the list'],
		[['cpu_util', ['disk_util']], 'the list "disk_util" is not a choice'],
		['{"a":1}', 'is not in the list'],
	])('%p is refused', (value, fault) => {
		expect(readOptions(value, METRICS, false)).toMatchObject({
			ok: false,
			fault: expect.stringContaining(fault),
			remedy: expect.stringContaining('Possible: CPU Usage'),
		});
	});

	it('go through where the list is open', () => {
		expect(readOptions('oracle, CPU usage', METRICS, true)).toEqual({
			ok: true,
			value: ['oracle', 'cpu_util'],
		});
	});
});
