import { failed, success } from '../../../../../nodes/shared/failures/failure.ts';
import { readerFor } from './form.mts';
import { read, messageOf } from './readForm.mts';

describe('a field of each type', () => {
	it('is read as its type', () => {
		const reader = read({
			operation: 'Run ',
			engine: 'mysql',
			force: 'FALSE',
			name: 4711,
			password: 20261125,
			startTime: '2027-12-01T22:00:00',
			body: '{"a":1}',
			jobId: { __rl: true, mode: 'id', value: ' a1 ' },
			files: 'html, Picture',
			hours: '1',
			limit: ' 5 ',
		});
		expect(reader.option('operation', 0)).toEqual(success('run'));
		expect(reader.flag('force', 0)).toEqual(success(false));
		expect(reader.text('name', 0)).toEqual(success('4711'));
		expect(reader.text('password', 0)).toEqual(success('20261125'));
		expect(reader.time('startTime', 0)).toMatchObject(
			success({ utc: '2027-12-01T21:00:00.000Z', local: '2027-12-01T22:00:00.000+01:00' }),
		);
		expect(reader.json('body', 0)).toEqual(success({ a: 1 }));
		expect(reader.list('jobId', 0)).toEqual(success(['a1']));
		expect(reader.list('files', 0)).toEqual(success(['html', 'svg']));
		expect(reader.number('hours', 0)).toEqual(success(1));
		expect(reader.number('limit', 0)).toEqual(success(5));
		expect(reader.read('notice', 0)).toMatchObject(success({ value: undefined }));
	});

	it.each([null, undefined, '', ' ', '\n', '\ufeff'])('is its default for %j', (nothing) => {
		const names = ['force', 'choose', 'files', 'hours', 'limit', 'startTime', 'name', 'jobId'];
		const reader = read(Object.fromEntries(names.map((name) => [name, nothing])));
		expect(names.map((name) => reader.read(name, 0))).toEqual(
			[false, true, ['html'], 1, 50, undefined, undefined, undefined].map((value) =>
				success({
					value,
					isSet: false,
					isAdded: nothing !== undefined,
					isBlank: typeof nothing === 'string',
					isOmitted: true,
				}),
			),
		);
	});

	it('is left empty, unless an expression resolves to nothing', () => {
		const isOmitted = (value: unknown) => {
			const outcome = read({ jobId: value }).gather(0, (fields) => fields.isOmitted('jobId'));
			return outcome.ok && outcome.value;
		};
		const list = { __rl: true, mode: 'list' };
		expect(['', undefined, { ...list, value: '' }].map(isOmitted)).toEqual([true, true, true]);
		const entered = [() => '', { ...list, value: () => undefined }, { ...list, value: 'a1' }];
		expect(entered.map(isOmitted)).toEqual([false, false, false]);
	});

	it.each([null, ' ', 'null', ' null ', ''])('JSON is empty for %j', (nothing) => {
		expect(read({ body: nothing }).read('body', 0)).toMatchObject(
			success({ value: {}, isSet: false }),
		);
	});

	it.each<[body: unknown, shown: string]>([
		['"a"', ''],
		['[1]', ''],
		['true', ''],
		['{', ''],
		[new Date(), ''],
		[['SECRET'], 'a list '],
		[5, '5 '],
		[true, 'true '],
	])('%j is not a JSON object', (body, shown) => {
		expect(messageOf(read({ body }).json('body', 0))).toBe(
			`Body (JSON): ${shown}is not a JSON object`,
		);
	});

	it('takes an object for JSON, to a depth', () => {
		expect(read({ body: { a: [1] } }).json('body', 0)).toEqual(success({ a: [1] }));
		let deep: object = {};
		for (let level = 0; level < 200; level++) deep = { deep };
		expect(read({ body: deep }).json('body', 0).ok).toBe(false);
	});

	it.each([
		['a1,b2;c3\nd4', ['a1', 'b2', 'c3', 'd4']],
		[
			['a1', ' b2 ', 'a1'],
			['a1', 'b2'],
		],
		[{ __rl: true, mode: 'id', value: ['a1', 5] }, ['a1', '5']],
		[{ __rl: true, mode: 'list', value: 5 }, ['5']],
		['["a1","b2"]', ['a1', 'b2']],
	])('IDs in %j', (jobId, ids) => {
		expect(read({ jobId }).list('jobId', 0)).toEqual(success(ids));
	});

	it.each([
		[{ force: 'maybe' }, 'force', 'Force: "maybe" is neither yes nor no'],
		[{ name: ['x'] }, 'name', 'Task Name: the list "x" is not text'],
		[{ name: { a: 1 } }, 'name', 'Task Name: an object with a is not text'],
		[{ name: true }, 'name', 'Task Name: true is not text'],
		[{ password: 'x\n' }, 'password', 'Password: ends with a line break'],
		[{ startTime: '01.12.2027' }, 'startTime', 'Start Time: "01.12.2027" is not a time'],
		[{ files: 'pdf' }, 'files', 'Files: "pdf" is not in the list'],
		[{ limit: '1,000' }, 'limit', 'Limit: "1,000" is not a number'],
		[{ limit: 0 }, 'limit', 'Limit: 0 is too small'],
		[{ limit: '1.5' }, 'limit', 'Limit: "1.5" is not a whole number'],
		[{ hours: 6 }, 'hours', 'Hours: 6 is not in the list'],
		[{ jobId: 'a\u200b' }, 'jobId', 'Task: "a[U+200B]" contains an invisible character'],
		[{ jobId: { id: 'a1' } }, 'jobId', 'Task: an object with id is not text'],
		[{}, 'unknown', 'unknown: is not a field'],
	])('%j is refused by the displayed name', (parameters, name, message) => {
		const outcome = read(parameters).read(name, 0);
		expect(outcome).toEqual(failed({ message, description: expect.any(String) }));
	});

	it('of a failed expression names the field', () => {
		const parameters = {
			startTime: () => {
				throw Object.assign(new Error('cannot convert'), { context: { parameter: 'startTime' } });
			},
		};
		expect(read(parameters).time('startTime', 0)).toEqual(
			failed({
				message: 'Start Time: cannot convert',
				description: 'Correct the expression or the data that it reads.',
			}),
		);
	});

	it('is a fault of the caller when it is read as another type', () => {
		expect(() => read({}).text('force', 0)).toThrow('force is read as text');
	});
});

describe('conditions', () => {
	it('choose between fields of the same name', () => {
		const reader = read({ operation: 'stop', name: ['x'] });
		expect(messageOf(reader.text('name', 0))).toBe('Name of the Stop: the list "x" is not text');
		expect(read({ operation: 'STOP' }).text('name', 0)).toEqual(success('last'));
	});

	it('take a converted value, an open one, a list of conditions, and what is hidden', () => {
		const engines = ['MongoDB', 'Other', 'mysql'];
		const { reader } = readerFor(
			{ engine: (item: number) => engines[item], engineName: 'x' },
			{ itemCount: 3 },
		);
		expect([0, 1, 2].map((item) => reader.text('engineName', item))).toEqual([
			success(undefined),
			success('x'),
			success(undefined),
		]);
		expect(read({ hours: 'Custom', limit: 5 }).number('limit', 0)).toEqual(success(undefined));
		expect(read({ force: 'no', reason: 'x' }).text('reason', 0)).toEqual(success(undefined));
		expect(read({ force: 'YES', reason: 'x' }).text('reason', 0)).toEqual(success('x'));
		expect(
			read({ operation: 'stop', engine: 'other', engineName: 'x' }).text('engineName', 0),
		).toEqual(success(undefined));
	});

	it('on a field that does not exist find no value', () => {
		const property = {
			displayName: 'Mode',
			name: 'mode',
			type: 'string' as const,
			default: 'x',
			displayOptions: { hide: { gone: ['x'], '/lost': ['x'] } },
		};
		expect(readerFor({}, { properties: [property] }).reader.text('mode', 0)).toEqual(success('x'));
	});

	it('that cannot be read are what is refused', () => {
		expect(messageOf(read({ force: 'maybe', reason: 'x' }).text('reason', 0))).toBe(
			'Force: "maybe" is neither yes nor no',
		);
	});

	it('may ask for a tool and a version', () => {
		const property = {
			displayName: 'Mode',
			name: 'mode',
			type: 'string' as const,
			default: 'x',
			displayOptions: { show: { '@tool': [true], '@version': [2] } },
		};
		expect(readerFor({}, { properties: [property] }).reader.text('mode', 0)).toEqual(
			success(undefined),
		);
	});
});

describe('gather', () => {
	it('tells all that is wrong, each once', () => {
		const reader = read({ force: 'maybe', reason: 'x', limit: 'x' });
		expect(
			reader.gather(0, (fields) => [
				fields.flag('force'),
				fields.text('reason'),
				fields.number('limit'),
			]),
		).toEqual(
			failed({
				message: 'Force: "maybe" is neither yes nor no; Limit: "x" is not a number',
				description: 'Enter true or false. Enter a number without its unit, such as 60.',
			}),
		);
	});
});
