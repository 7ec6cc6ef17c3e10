import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { give, on, CREATE } from './give.mts';

beforeAll(() => {
	patience.milliseconds = 0;
});

describe('what is destructive needs a clear yes', () => {
	it.each(['false', 'FALSE', '0', 'no', 'nein', 'false ', 'false\n', 0])(
		'Stop, Force %j: a normal stop',
		async (v) => {
			expect((await give(on('stop'), 'force', v)).job).toMatchObject({ delete_type: 'terminate' });
		},
	);

	it.each(['false', 'FALSE', '0', 'no', 'nein'])('Delete, Stop First %j: no stop', async (v) => {
		expect((await give(on('delete'), 'stopFirst', v)).job).toMatchObject({ delete_type: 'delete' });
	});

	it.each(['perhaps', 'ja!', 2, [], {}])('%j is refused, and nothing is sent', async (v) => {
		expect(await give(on('stop'), 'force', v)).toMatchObject({
			refusal: expect.stringContaining('Force'),
			sent: 0,
		});
		expect(await give(on('delete'), 'stopFirst', v)).toMatchObject({
			refusal: expect.stringContaining('Stop First'),
			sent: 0,
		});
		expect(await give(on('resume'), 'isSyncReEdit', v)).toMatchObject({ sent: 0 });
	});
});

describe('yes/no', () => {
	it.each(['TRUE', 'True', 'yes', '1', 1, 'WAHR'])('SSL %j is on', async (v) => {
		const { job } = await give(CREATE, 'sourceDatabase.sslLink', v);
		expect(job).toMatchObject({ source_endpoint: { ssl_link: true } });
	});

	it.each(['FALSE', 'no', '0', 0, 'false'])('SSL %j is off', async (v) => {
		const { job } = await give(CREATE, 'sourceDatabase.sslLink', v);
		expect(job).toMatchObject({ source_endpoint: { ssl_link: false } });
	});
});

describe('times in a workflow of Europe/Berlin', () => {
	it.each([
		['2027-12-01T22:00:00', '2027-12-01T21:00:00Z'],
		[' 2027-12-01T22:00:00Z ', '2027-12-01T22:00:00Z'],
		['2027-12-01T22:00:00+05:30', '2027-12-01T16:30:00Z'],
		[Date.parse('2027-12-01T22:00:00Z'), '2027-12-01T22:00:00Z'],
	])('Start Time %j is %s', async (v, utc) => {
		const { job } = await give(on('start'), 'startTime', v);
		expect(job).toMatchObject({ start_time: String(Date.parse(utc)) });
	});

	it.each([
		'01.12.2027 22:00',
		'12/11/2027 22:00',
		'1.12.',
		'2',
		'2027-02-30T10:00:00Z',
		'2020-01-01T00:00:00Z',
	])('Start Time %j is refused', async (v) => {
		expect(await give(on('start'), 'startTime', v)).toMatchObject({
			refusal: expect.stringMatching(/^Start Time: /),
			sent: 0,
		});
	});

	it('Start Time null is now', async () => {
		expect((await give(on('start'), 'startTime', null)).job).toEqual({ job_id: 'task-1' });
	});
});

describe('texts', () => {
	it('a number is a password', async () => {
		const { job } = await give(CREATE, 'sourceDatabase.password', 20261125);
		expect(job).toMatchObject({ source_endpoint: { db_password: '20261125' } });
	});

	it('a password is sent byte for byte', async () => {
		const password = ' pä$$"\\wörd€😀: ; + % ';
		const { job } = await give(CREATE, 'sourceDatabase.password', password);
		expect(job).toMatchObject({ source_endpoint: { db_password: password } });
	});

	it('a password with a line break at its end is refused and not shown', async () => {
		const { refusal, sent } = await give(CREATE, 'sourceDatabase.password', 'Secret-1\n');
		expect([refusal, sent]).toEqual(['Source Database → Password: ends with a line break', 0]);
	});

	it.each([4711, '4711'])('a description %j', async (v) => {
		const { job } = await give(CREATE, 'additionalFields.description', v);
		expect(job).toMatchObject({ description: '4711' });
		const update = await give(on('update'), 'updateFields.description', v);
		expect(update.job).toMatchObject({ description: '4711' });
	});

	it.each([[['x']], [{ a: 1 }]])('a description %j is refused', async (v) => {
		expect(await give(CREATE, 'additionalFields.description', v)).toMatchObject({
			refusal: expect.stringContaining('Description'),
			sent: 0,
		});
	});

	it('Update leaves out a description of null, and empties it with an empty text', async () => {
		const parameters = on('update', { updateFields: { nodeType: 'high' } });
		expect((await give(parameters, 'updateFields.description', null)).job).not.toHaveProperty(
			'description',
		);
		expect((await give(parameters, 'updateFields.description', '')).job).toMatchObject({
			description: '',
		});
	});

	it.each([null, ' ', 'null', ''])('additional request fields %j are none', async (v) => {
		const { job } = await give(on('start'), 'options.additionalRequestFields', v);
		expect(job).toEqual({ job_id: 'task-1' });
	});
});

describe('hosts and ports', () => {
	it.each(['"10.0.0.5"', ' 10.0.0.5 ', '10.0.0.5;', '\u00a010.0.0.5\t', ['10.0.0.5']])(
		'%j is 10.0.0.5',
		async (v) => {
			const { job } = await give(CREATE, 'sourceDatabase.ip', v);
			expect(job).toMatchObject({ source_endpoint: { ip: '10.0.0.5' } });
		},
	);

	it.each([
		'10.0.0.5\u200b1',
		'mysql://10.0.0.5',
		'10.0.0.5/shop',
		'root@10.0.0.5',
		'10.0.0.5:3306',
	])('%j is refused', async (v) => {
		expect(await give(CREATE, 'sourceDatabase.ip', v)).toMatchObject({
			refusal: expect.stringContaining('Source Database → Host'),
			sent: 0,
		});
	});

	it.each(['3,306', 'abc', '3 306', '4O'])(
		'Port %j is refused with what was entered',
		async (v) => {
			const { refusal, sent } = await give(CREATE, 'sourceDatabase.dbPort', v);
			expect(refusal).toContain(`Source Database → Port: "${v}"`);
			expect(sent).toBe(0);
		},
	);

	it('Port 0 is for MongoDB only', async () => {
		const update = (engineType: string) =>
			give(on('update', { updateFields: { engineType } }), 'sourceDatabase.dbPort', 0);
		expect((await update('mongodb')).job).toMatchObject({ source_endpoint: { db_port: 0 } });
		expect(await update('mysql')).toMatchObject({
			refusal: 'Source Database → Port: 0 is not a port',
			sent: 0,
		});
	});
});

describe('choices and lists', () => {
	it.each(['From Credential', 'credential', ' CREDENTIAL '])('login %j', async (v) => {
		const { job } = await give(CREATE, 'sourceDatabase.authentication', v);
		expect(job).toMatchObject({ source_endpoint: { db_password: 'source-secret' } });
	});

	it.each([['cpu_util, mem_util'], [['cpu_util', 'mem_util']], ['["cpu_util","mem_util"]']])(
		'Metrics %j are two',
		async (v) => {
			expect((await give(on('getMetrics'), 'metrics', v)).sent).toBe(2);
		},
	);

	it.each([7, { a: 1 }, true])('Metrics %j are refused', async (v) => {
		expect(await give(on('getMetrics'), 'metrics', v)).toMatchObject({
			refusal: expect.stringContaining('Metrics'),
			sent: 0,
		});
	});

	it.each(['CONFIGURATION', ['CONFIGURATION']])('Get Many, Status %j', async (v) => {
		const parameters = { resource: 'task', operation: 'getMany' };
		const { body, refusal } = await give(parameters, 'filters.status', v);
		if (refusal === undefined) expect(body).toMatchObject({ status: 'CONFIGURATION' });
		else expect(refusal).toContain('Filters → Status');
	});

	it.each(['a@x.de; b@x.de', 'a@x.de\nb@x.de', ['a@x.de', 'b@x.de'], 'a@x.de, b@x.de'])(
		'E-Mail Addresses %j are two',
		async (v) => {
			const { job } = await give(on('update'), 'updateFields.alarm.settings.emails', v);
			expect(job).toMatchObject({
				alarm_notify: {
					subscriptions: [{ protocol: 'email', endpoints: ['a@x.de', 'b@x.de'] }],
				},
			});
		},
	);
});
