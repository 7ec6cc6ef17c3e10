import { failed, success, type Outcome } from '../../../../../nodes/shared/failures/failure.ts';
import { readHosts, formatHosts } from '../../../../../nodes/shared/values/hosts.ts';
import { readerFor, RULES, type Parameters } from './form.mts';

const read = (parameters: Parameters) => readerFor(parameters).reader;
const messageOf = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.failure.message);

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
				}),
			),
		);
	});

	it.each([null, ' ', 'null', ' null ', ''])('JSON is empty for %j', (nothing) => {
		expect(read({ body: nothing }).read('body', 0)).toMatchObject(
			success({ value: {}, isSet: false }),
		);
	});

	it.each(
		[
			['"a"', '[1]', '5', 'true', '{', [1], 5, true, new Date()].map((value) => ({ body: value })),
		].flat(),
	)('%j is not a JSON object', (parameters) => {
		expect(messageOf(read(parameters).json('body', 0))).toBe('Body (JSON): is not a JSON object');
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

describe('a collection', () => {
	it('has the fields that were added, by their own types', () => {
		const outcome = read({ source: { ip: ' db ', port: '3306', ssl: 'no' } }).collection(
			'source',
			0,
		);
		if (!outcome.ok) throw new Error(outcome.failure.message);
		const source = outcome.value;
		expect([source.text('ip'), source.number('port'), source.flag('ssl')]).toEqual([
			'db',
			3306,
			false,
		]);
		expect([source.isAdded('ip'), source.isAdded('haMode'), source.isSet('haMode')]).toEqual([
			true,
			false,
			false,
		]);
	});

	it('has no value for a blank field, which was added all the same', () => {
		const outcome = read({ source: { port: ' ', ssl: null, ip: '' } }).collection('source', 0);
		if (!outcome.ok) throw new Error(outcome.failure.message);
		expect(['port', 'ssl', 'ip'].map((name) => outcome.value.isSet(name))).toEqual([
			false,
			false,
			false,
		]);
		expect(outcome.value.isAdded('port')).toBe(true);
		expect(outcome.value.number('port')).toBeUndefined();
	});

	it.each([{}, null, undefined, ' '])('without fields: %j', (source) => {
		expect(read({ source }).read('source', 0)).toMatchObject(success({ isSet: false }));
	});

	it('tells all that is wrong inside at once', () => {
		expect(
			read({ source: { port: '3,306', ssl: 'x', speed: 5, '': 1 } }).collection('source', 0),
		).toEqual(
			failed({
				message:
					'Source Database → Port: "3,306" is not a number; Source Database → SSL: "x" is neither yes nor no; Source Database → speed: is not a field; Source Database → a field without a name: is not a field',
				description: expect.stringContaining('Possible: ip, port, ssl'),
			}),
		);
	});

	it.each([
		['{"ip":"db"}', 'text is not an object with fields'],
		[[{ ip: 'db' }], 'a list is not an object with fields'],
		[5, '5 is not an object with fields'],
		[true, 'true is not an object with fields'],
		[new Date(), 'a date is not an object with fields'],
	])('is refused for %j', (source, fault) => {
		expect(messageOf(read({ source }).collection('source', 0))).toBe(`Source Database: ${fault}`);
	});

	it('shows a field that depends on one beside it', () => {
		const certificate = 'a\nb';
		expect(read({ source: { ssl: 'TRUE', certificate } }).collection('source', 0).ok).toBe(true);
		expect(messageOf(read({ source: { ssl: 'no', certificate } }).collection('source', 0))).toBe(
			'Source Database → Certificate: cannot be combined with the other fields',
		);
	});

	it('shows a field that depends on one of the node, from item to item', () => {
		const { reader } = readerFor(
			{ engine: (item: number) => ['mongodb', 'mysql'][item], source: { haMode: 'ReplicaSet' } },
			{ itemCount: 2 },
		);
		expect(reader.collection('source', 0).ok).toBe(true);
		expect(messageOf(reader.collection('source', 1))).toBe(
			'Source Database → HA Mode: cannot be combined with the other fields',
		);
	});

	it('does not reach a prototype', () => {
		const source = JSON.parse('{"__proto__":{"ip":"db"}}') as object;
		expect(messageOf(read({ source }).collection('source', 0))).toBe(
			'Source Database → __proto__: is not a field',
		);
	});

	it('never shows a password', () => {
		for (const certificatePassword of ['SECRET\n', ['SECRET'], { a: 'SECRET' }, 'SE\0CRET']) {
			const outcome = read({ source: { certificatePassword } }).collection('source', 0);
			expect(messageOf(outcome)).toMatch(/^Source Database → Certificate Password: /);
			expect(JSON.stringify(outcome)).not.toContain('CRET');
		}
	});

	it('reads a text further where a rule says so', () => {
		const rules = {
			...RULES,
			'source.ip': {
				list: true,
				convert: (text: string) => {
					const hosts = readHosts(text, { ports: 'allowed' });
					return hosts.ok ? { ok: true as const, value: formatHosts(hosts.value) } : hosts;
				},
			},
		};
		const hostsOf = (ip: unknown) => {
			const outcome = readerFor({ source: { ip } }, { rules }).reader.collection('source', 0);
			return outcome.ok ? outcome.value.text('ip') : outcome.failure.message;
		};
		expect(hostsOf('db-1;db-2')).toBe('db-1,db-2');
		expect(hostsOf('db-1\r\ndb-2')).toBe('db-1,db-2');
		expect(hostsOf(['db-1', 'db-2'])).toBe('db-1,db-2');
		expect(hostsOf('10.0.0.5\u200b')).toBe(
			'Source Database → Host: "10.0.0.5[U+200B]" contains an invisible character',
		);
		expect(hostsOf('mysql://10.0.0.5')).toBe(
			'Source Database → Host: "mysql://10.0.0.5" is an address with a protocol',
		);
	});
});

describe('a fixed collection', () => {
	const tagsOf = (tags: unknown) => {
		const outcome = read({ tags }).collection('tags', 0);
		return outcome.ok
			? outcome.value
					.entries('tag')
					.map((tag) => [tag.text('key'), tag.text('value'), tag.option('kind')])
			: outcome.failure.message;
	};

	it('has entries, each with its defaults', () => {
		expect(
			tagsOf({
				tag: [
					{ key: ' a ', value: 1 },
					{ key: 'b', kind: 'SHARED' },
				],
			}),
		).toEqual([
			['a', '1', 'own'],
			['b', undefined, 'shared'],
		]);
		expect(tagsOf({ tag: { key: 'a' } })).toEqual([['a', undefined, 'own']]);
		expect(tagsOf({ tag: [null, { key: 'a' }] })).toEqual([['a', undefined, 'own']]);
	});

	it.each([{}, null, undefined, '', { tag: [] }, { tag: null }])('has none: %j', (tags) => {
		expect(tagsOf(tags)).toEqual([]);
	});

	it.each([
		[{ tag: [{ key: 'a' }, { key: ['b'] }] }, 'Tags 2 → Key: the list "b" is not text'],
		[{ tag: [{ name: 'a' }] }, 'Tags 1 → name: is not a field'],
		[{ tags: [] }, 'Tags → tags: is not a field'],
		[{ tag: ['a'] }, 'Tags 1: text is not an object with fields'],
		[{ tag: 'a=b' }, 'Tags 1: text is not an object with fields'],
		[[{ key: 'a' }], 'Tags: a list is not an object with fields'],
		['{"tag":[]}', 'Tags: text is not an object with fields'],
	])('is refused for %j', (tags, message) => {
		expect(tagsOf(tags)).toBe(message);
	});

	it('of one entry is a group', () => {
		const reader = read({ alarm: { settings: { emails: 'a@x;b@x\nc@x', delay: '5' } } });
		const outcome = reader.collection('alarm', 0);
		if (!outcome.ok) throw new Error(outcome.failure.message);
		const settings = outcome.value.group('settings');
		expect([settings.list('emails'), settings.number('delay')]).toEqual([['a@x', 'b@x', 'c@x'], 5]);
		expect(messageOf(read({ alarm: { settings: { delay: 'x' } } }).collection('alarm', 0))).toBe(
			'Notification → Delay Threshold: "x" is not a number',
		);
		expect(messageOf(read({ alarm: { settings: [{ delay: 5 }] } }).collection('alarm', 0))).toBe(
			'Notification: a list is not an object with fields',
		);
		expect(
			read({}).gather(0, (fields) => fields.group('alarm').group('settings').list('emails')),
		).toEqual(success(undefined));
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

describe('many items', () => {
	it('resolve a parameter without an expression once, another one once for an item', () => {
		const { reader, reads } = readerFor(
			{ force: true, name: (item: number) => `task-${item}`, limit: 5, reason: 'x' },
			{ itemCount: 20 },
		);
		const names = Array.from({ length: 20 }, (_, item) => {
			reader.flag('force', item);
			reader.text('name', item);
			reader.number('limit', item);
			return reader.text('name', item);
		});
		expect(names).toEqual(names.map((_, item) => success(`task-${item}`)));
		expect([reads.get('force'), reads.get('limit'), reads.get('name')]).toEqual([1, 1, 20]);
	});

	it('give each its own value, whatever the order', () => {
		const { reader } = readerFor({ name: (item: number) => `task-${item}` }, { itemCount: 2 });
		expect([0, 1, 1, 0].map((item) => reader.text('name', item))).toEqual(
			[0, 1, 1, 0].map((item) => success(`task-${item}`)),
		);
	});

	it('resolve a constant once although what it means differs', () => {
		const { reader, reads } = readerFor(
			{ operation: (item: number) => ['run', 'stop'][item % 2], name: 'x' },
			{ itemCount: 10 },
		);
		for (let item = 0; item < 10; item++) expect(reader.text('name', item)).toEqual(success('x'));
		expect([reads.get('operation'), reads.get('name')]).toEqual([10, 1]);
	});
});

describe('a setting of the whole run', () => {
	const same = (parameters: Parameters, path: string, itemCount = 3) => {
		const { reader, reads } = readerFor(parameters, { itemCount });
		const outcome = reader.same([path]);
		return { outcome: outcome.ok ? outcome.value : outcome.failure, reads };
	};
	const numberOf = (parameters: Parameters, path = 'options.batchSize') => {
		const { outcome } = same(parameters, path);
		return 'number' in outcome ? outcome.number(path) : outcome.message;
	};

	it.each([
		['a constant', { options: { batchSize: 20 } }, 20],
		['the default', { options: {} }, 10],
		['nothing', {}, 10],
		['an expression', { options: { batchSize: () => '20' } }, 20],
		['a whole collection', { options: () => ({ batchSize: 20 }) }, 20],
		[
			'the default, written out',
			{ options: { batchSize: (item: number) => [10, '', null][item] } },
			10,
		],
	])('is %s', (_name, parameters, value) => {
		expect(numberOf(parameters)).toBe(value);
	});

	it.each([
		[
			{ options: { batchSize: (item: number) => [20, 20, 30][item] } },
			'20 for item 0, 30 for item 2',
		],
		[{ options: (item: number) => ({ batchSize: item + 1 }) }, '1 for item 0, 2 for item 1'],
	])('is refused when it differs', (parameters, values) => {
		expect(numberOf(parameters)).toBe(`Options → Batch Size: differs between the items: ${values}`);
	});

	it('is refused when it is wrong', () => {
		expect(numberOf({ options: { batchSize: 1000 } })).toBe(
			'Options → Batch Size: 1000 is too large',
		);
	});

	it('may be a field of the node', () => {
		expect(numberOf({ limit: (item: number) => [5, '5', 5.0][item] }, 'limit')).toBe(5);
		expect(numberOf({ limit: (item: number) => item + 1 }, 'limit')).toBe(
			'Limit: differs between the items: 1 for item 0, 2 for item 1',
		);
	});

	it('does not resolve what stands beside it', () => {
		const { reads } = same(
			{ options: { batchSize: 5, note: (item: number) => `${item}` } },
			'options.batchSize',
			100,
		);
		expect(Object.fromEntries(reads)).toEqual({ 'options.batchSize': 1 });
	});

	it('leaves out the items that have failed', () => {
		const { reader } = readerFor({ limit: (item: number) => [0, 5, 5][item] }, { itemCount: 3 });
		const outcome = reader.same(['limit'], [1, 2]);
		expect(outcome.ok && outcome.value.number('limit')).toBe(5);
	});
});
