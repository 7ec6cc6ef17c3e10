import { redactorFor } from '../../nodes/shared/http/redact.ts';

describe('secrets in an answer', () => {
	const clean = (text: string, secrets: string[], request?: object) => {
		const parsed: unknown = JSON.parse(text);
		return redactorFor(secrets, request).value(parsed, text);
	};

	it.each([
		'Simple-1',
		'with "quotes"',
		'back\\slash\\',
		'<a>&b=\'c"',
		'pässwörd-€',
		'zwei\nzeilen',
		'100% sure?',
		'a.b.c',
		'\\"\\"',
	])('%j is found however it is written', (secret) => {
		const json = JSON.stringify({ jobs: [{ db_password: secret }] });
		const ascii = json.replace(
			/[^ -~]|[<>&=']/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
		for (const words of [
			secret,
			`in ${secret}.`,
			json,
			ascii,
			JSON.stringify({ inner: json }),
			encodeURIComponent(secret),
		]) {
			for (const text of [JSON.stringify({ words }), JSON.stringify({ list: [{ words }] })]) {
				const result = JSON.stringify(clean(text, [secret]));
				expect(result).toContain('***');
				expect(result).not.toContain(JSON.stringify(secret).slice(1, -1));
			}
		}
	});

	it('are looked for in texts only: numbers and structure stay', () => {
		const text = '{"create_time":1234567890,"id":"a-12345678-b","name":"12345678"}';
		expect(clean(text, ['12345678'])).toEqual({
			create_time: 1234567890,
			id: 'a-***-b',
			name: '***',
		});
	});

	it('are no parts of longer words while they are short', () => {
		const text = '{"id":"e11e-abcd-8890","words":"pw=abcd, (abcd) abcdef"}';
		expect(clean(text, ['abcd'])).toEqual({
			id: 'e11e-abcd-8890',
			words: 'pw=***, (***) abcdef',
		});
	});

	it('leave alone what the request says openly: names and IDs are matched by it', () => {
		const request = { jobs: [{ name: 'shop-2024', db_password: 'shop-2024' }] };
		const text = '{"name":"shop-2024","words":"refused: shop-2024"}';
		expect(clean(text, ['shop-2024'], request)).toEqual({
			name: 'shop-2024',
			words: 'refused: ***',
		});
	});

	it.each([[['abc']], [['success']], [['']], [[]]])('%j are none', (secrets) => {
		expect(clean('{"status":"success","words":"abc"}', secrets)).toEqual({
			status: 'success',
			words: 'abc',
		});
	});

	it('cost no copy where there are none', () => {
		const parsed = { results: [{ id: 'a' }], note: 'Simple' };
		const redactor = redactorFor(['Simple-1', 'pässwörd']);
		expect(redactor.value(parsed, JSON.stringify(parsed))).toBe(parsed);
		expect(redactor.value(parsed)).toBe(parsed);
	});
});
