import type { MetricPoint } from '../../../../shared/drs/metric';
import { extent } from '../../../../shared/values/extent';
import { escapeXml } from '../../../../shared/values/escapeXml';

/** One line: its name, its unit, and its points in time order. */
export interface Series {
	name: string;
	unit: string;
	points: readonly MetricPoint[];
}

const WIDTH = 720;
const PANEL = 150;
const PLOT = { left: 64, right: 16, top: 34, bottom: 24 };

const STYLE = `text{font:12px system-ui,sans-serif;fill:#57606a}.name{font-weight:600;fill:#1f2328}.line{fill:none;stroke:#e20074;stroke-width:2;stroke-linejoin:round}.dot{fill:#e20074}.grid{stroke:#d0d7de}.page{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#9198a1}.name{fill:#f0f6fc}.line{stroke:#ff5cab}.dot{fill:#ff5cab}.grid{stroke:#3d444d}.page{fill:#0d1117}}`;

/** @returns a number in few characters, such as 1.2 M. */
export function shortNumber(value: number): string {
	const size = Math.abs(value);
	const [divisor, suffix] =
		size >= 1e9 ? [1e9, ' G'] : size >= 1e6 ? [1e6, ' M'] : size >= 1e4 ? [1e3, ' k'] : [1, ''];
	return `${Number((value / divisor).toFixed(size >= 100 * divisor ? 0 : 2))}${suffix}`;
}

const clock = (time: number): string =>
	`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

interface Range {
	from: number;
	to: number;
}

function panel(series: Series, top: number, { from, to }: Range): string {
	const values = series.points.map(({ value }) => value);
	const { lowest, highest } = extent(values) ?? { lowest: 0, highest: 0 };
	const least = Math.min(0, lowest);
	const most = Math.max(highest, least + Number.EPSILON);
	const bottom = top + PANEL - PLOT.bottom;
	const height = PANEL - PLOT.top - PLOT.bottom;
	const width = WIDTH - PLOT.left - PLOT.right;
	const x = (time: number): number => PLOT.left + ((time - from) / Math.max(1, to - from)) * width;
	const y = (value: number): number => bottom - ((value - least) / (most - least)) * height;
	const at = ({ time, value }: { time: number; value: number }): string =>
		`${x(time).toFixed(1)},${y(value).toFixed(1)}`;
	const last = series.points.at(-1);
	const label = (value: number): string =>
		`<line class="grid" x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/><text x="${PLOT.left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${escapeXml(shortNumber(value))}</text>`;
	const heading = `<text class="name" x="${PLOT.left}" y="${top + 20}">${escapeXml(series.name)}</text>`;
	if (last === undefined) {
		return `${heading}<text x="${PLOT.left}" y="${top + 60}">No data in this time range</text>`;
	}
	return [
		heading,
		`<text x="${WIDTH - PLOT.right}" y="${top + 20}" text-anchor="end">latest ${escapeXml(`${shortNumber(last.value)} ${series.unit}`.trim())}</text>`,
		label(least),
		label(most),
		`<polyline class="line" points="${series.points.map(at).join(' ')}"/>`,
		`<circle class="dot" cx="${x(last.time).toFixed(1)}" cy="${y(last.value).toFixed(1)}" r="3"/>`,
	].join('');
}

/**
 * Draws one small line chart per series, below each other, over the same time. Names and units are escaped.
 *
 * @param title what the charts are about
 * @param series the lines
 * @param range begin and end, in ms since 1970
 * @returns an SVG document that follows the light or dark scheme of its reader
 */
export function lineChart(title: string, series: readonly Series[], range: Range): string {
	const height = 36 + series.length * PANEL + 28;
	const drawn = series.map((one, index) => panel(one, 36 + index * PANEL, range)).join('');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">`,
		`<style>${STYLE}</style><rect class="page" width="100%" height="100%"/>`,
		`<text class="name" x="16" y="26" font-size="15">${escapeXml(title)}</text>`,
		drawn,
		`<text x="${PLOT.left}" y="${height - 12}">${clock(range.from)}</text>`,
		`<text x="${WIDTH - PLOT.right}" y="${height - 12}" text-anchor="end">${clock(range.to)}</text>`,
		'</svg>',
	].join('');
}
