import fc from 'fast-check';
import { formatHosts, readHosts } from '../../../../nodes/shared/values/hosts.ts';

const read = (text: string, ports: 'allowed' | 'refused' = 'allowed') => {
	const reading = readHosts(text, { ports });
	return reading.ok ? formatHosts(reading.value) : reading;
};

describe('a host field', () => {
	it.each([
		['10.0.0.5', '10.0.0.5'],
		[' 10.0.0.5\t', '10.0.0.5'],
		['\u00a010.0.0.5\u00a0', '10.0.0.5'],
		['\ufeff10.0.0.5', '10.0.0.5'],
		['10.0.0.5\r\n', '10.0.0.5'],
		['10.0.0.5;', '10.0.0.5'],
		['10.0.0.5,', '10.0.0.5'],
		['10.0.0.5.', '10.0.0.5'],
		['"10.0.0.5"', '10.0.0.5'],
		["'db.example.com'", 'db.example.com'],
		['`db`', 'db'],
		['db-1.internal_net.example.com.', 'db-1.internal_net.example.com.'],
		['dätenbank.example', 'dätenbank.example'],
		['fe80::1', 'fe80::1'],
		['[2001:db8::5]', '2001:db8::5'],
		['[2001:db8::5]:27017', '[2001:db8::5]:27017'],
		['10.0.0.1:27017,10.0.0.2:27017', '10.0.0.1:27017,10.0.0.2:27017'],
		['10.0.0.1:27017; 10.0.0.2:27017', '10.0.0.1:27017,10.0.0.2:27017'],
		['10.0.0.1\n10.0.0.2\r\n10.0.0.1', '10.0.0.1,10.0.0.2'],
		['"10.0.0.1", "10.0.0.2"', '10.0.0.1,10.0.0.2'],
	])('%j is %s', (text, hosts) => {
		expect(read(text)).toBe(hosts);
	});

	it.each([
		['mysql://10.0.0.5', '"mysql://10.0.0.5" is an address with a protocol'],
		['https://db.example.com/', 'protocol'],
		['root@10.0.0.5', 'contains a login'],
		['10.0.0.5/shop', 'contains a path'],
		['\\\\server\\share', 'contains a path'],
		['10.0.0.5?ssl=true', 'contains a path'],
		['10.0.0.5\u200b', '"10.0.0.5[U+200B]" contains an invisible character'],
		['10.0.\u00ad0.5', 'U+00AD'],
		['\u202e10.0.0.5', 'U+202E'],
		['10.0.0\t.5', 'U+0009'],
		['10.0.0.5 10.0.0.6', 'is not a host'],
		['10.0.0.300', 'is not a host'],
		['10.0.0', 'is not a host'],
		['10.0.0.05', 'is not a host'],
		['3306', 'is not a host'],
		['²', 'is not a host'],
		['١٠.٠.٠.٥', 'is not a host'],
		['１０.０.０.５', 'is not a host'],
		['10.0.0.5:0', 'is not a host'],
		['10.0.0.5:99999', 'is not a host'],
		['10.0.0.5:port', 'is not a host'],
		['10.0.0.5:', 'is not a host'],
		['-db.example', 'is not a host'],
		['a..b', 'is not a host'],
		['[10.0.0.5]', 'is not a host'],
		['"10.0.0.5', 'is not a host'],
		['«10.0.0.5»', 'is not a host'],
		[' ; , \n', 'contains no host'],
		[`${'a'.repeat(64)}.example`, 'is not a host'],
		[`${'abcdefgh.'.repeat(40)}example`, 'is not a host'],
	])('%j is refused', (text, fault) => {
		expect(read(text)).toMatchObject({ ok: false, fault: expect.stringContaining(fault) });
	});

	it('leaves the port to the field of the port', () => {
		expect(read('10.0.0.5:3306', 'refused')).toEqual({
			ok: false,
			fault: '"10.0.0.5:3306" is a host with a port',
			remedy: 'Enter the host here, and its port in the field "Port".',
		});
		expect(read('fe80::1', 'refused')).toBe('fe80::1');
	});

	it.each([
		'mysql://root:SECRET-1@10.0.0.5/shop',
		'root:SECRET-1@10.0.0.5',
		'mysql://root:SE/C@RET;SECRET-1@10.0.0.5',
		'Server=10.0.0.5;Password=SECRET-1',
		'{"password":"SECRET-1"}',
	])('shows no password: %s', (text) => {
		const reading = read(text);
		expect(reading).toMatchObject({ ok: false });
		expect(JSON.stringify(reading)).not.toContain('SECRET-1');
	});

	it('is the same when it is read again', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.ipV4(), fc.domain(), fc.ipV6()), { minLength: 1 }),
				(hosts) => {
					const first = read(hosts.join(';'));
					expect(typeof first).toBe('string');
					expect(read(first as string)).toBe(first);
				},
			),
		);
	});
});
