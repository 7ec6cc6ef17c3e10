import {
	lineChart,
	shortNumber,
} from '../../../../../../nodes/OtcDrs/resources/task/metrics/lineChart.ts';
import { escapeXml } from '../../../../../../nodes/shared/values/escapeXml.ts';

const RANGE = { from: 0, to: 100 };

describe('the chart of metrics', () => {
	it('places the points in time and value', () => {
		const points = [
			{ time: 0, value: 0 },
			{ time: 50, value: 10 },
			{ time: 100, value: 5 },
		];
		const svg = lineChart('T', [{ name: 'Delay', unit: 'ms', points }], RANGE);
		expect(svg).toContain('points="64.0,162.0 384.0,70.0 704.0,116.0"');
		expect(svg).toContain('latest 5 ms');
	});

	it('says so where there is no data', () => {
		const svg = lineChart('T', [{ name: 'Delay', unit: '', points: [] }], RANGE);
		expect(svg).toContain('No data in this time');
		expect(svg).not.toContain('NaN');
	});

	it('draws a flat line at zero', () => {
		const points = [{ time: 0, value: 0 }];
		expect(lineChart('T', [{ name: 'x', unit: '', points }], RANGE)).not.toMatch(/NaN|Infinity/);
	});

	it('takes more values than fit on the call stack', () => {
		const points = Array.from({ length: 300_000 }, (_, time) => ({ time, value: time % 7 }));
		const svg = lineChart('T', [{ name: 'x', unit: '', points }], { from: 0, to: 300_000 });
		expect(svg).toContain('latest');
	});

	it('escapes names and units', () => {
		const points = [{ time: 0, value: 1 }];
		const svg = lineChart('<a>', [{ name: '"><script>', unit: '&', points }], RANGE);
		expect(svg).not.toMatch(/<script|<a>/);
		expect(svg).toContain('&quot;&gt;&lt;script&gt;');
	});

	it.each([
		[0.5, '0.5'],
		[12_345, '12.35 k'],
		[2_500_000, '2.5 M'],
		[123_000_000, '123 M'],
	])('shortens %d to %s', (value, text) => {
		expect(shortNumber(value)).toBe(text);
	});
});

describe('escapeXml', () => {
	it('removes what XML does not allow and what turns the direction of text', () => {
		expect(escapeXml('a\u0000b\u001bc\u202ed\ud800e\tf\n')).toBe('abcde\tf\n');
	});
});
