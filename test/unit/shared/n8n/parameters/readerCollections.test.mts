import { failed, success } from '../../../../../nodes/shared/failures/failure.ts';
import { readHosts, formatHosts } from '../../../../../nodes/shared/values/hosts.ts';
import { readerFor } from './form.mts';
import { RULES } from './formProperties.mts';
import { read, messageOf } from './readForm.mts';

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
