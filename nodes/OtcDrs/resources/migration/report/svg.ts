import { escapeXml } from '../../../../shared/values/escapeXml';
import { COLORS, inkOf, stateRules } from './colors';
import { cellText } from './columns';
import { momentText, summaryParts, summaryText, totalText, type Picture } from './picture';
import type { Row } from './row';

const WIDTH = 800;
const EDGE = 20;
const INNER = WIDTH - 2 * EDGE;
/** Where the summary begins, and the first task when there is one. */
const SUMMARY = 70;
const LINE = 22;
const ROW = 28;
const MAX_ROWS = 40;
const NAME = 215;
const BAR = 300;
/** How wide a character of the legend is at most, on average; fonts differ. */
const LETTER = 7.5;

const LIGHT = `text{font:13px system-ui,sans-serif;fill:#1f2328}.muted{fill:#57606a}.title{font-size:19px;font-weight:600}.page{fill:#fff}.track{fill:#eaeef2}`;
const DARK = `text{fill:#f0f6fc}.muted{fill:#9198a1}.page{fill:#0d1117}.track{fill:#30363d}`;
const STYLE = `${LIGHT}@media(prefers-color-scheme:dark){${DARK}${stateRules('fill', 'fill', 'dark')}}`;

/** A text in a field that hides what is longer, so that it never runs into its neighbour. */
const field = (x: number, top: number, width: number, text: string, look = ''): string =>
	`<svg x="${x}" y="${top}" width="${width}" height="20"><text${look} x="0" y="14">${escapeXml(text)}</text></svg>`;

/** One bar with the share of each state, and under it what the colours mean. */
function summary(picture: Picture): { drawing: string; bottom: number } {
	let start = EDGE;
	let x = EDGE;
	let y = SUMMARY + 30;
	const parts = summaryParts(picture).map(({ state, count, words }) => {
		const width = (INNER * count) / picture.counts.total;
		const label = `${count} ${words}`;
		const labelWidth = label.length * LETTER + 34;
		if (x + labelWidth > WIDTH) {
			x = EDGE;
			y += LINE;
		}
		const fill = `class="fill-${state}" fill="${COLORS[state].light}"`;
		const drawing = [
			`<rect ${fill} x="${start.toFixed(1)}" y="${SUMMARY}" width="${Math.max(1, width - 2).toFixed(1)}" height="10"/>`,
			`<rect ${fill} x="${x.toFixed(1)}" y="${y - 10}" width="10" height="10" rx="2"/>`,
			`<text x="${(x + 16).toFixed(1)}" y="${y}">${escapeXml(label)}</text>`,
		].join('');
		start += width;
		x += labelWidth;
		return drawing;
	});
	return parts.length === 0
		? { drawing: '', bottom: SUMMARY }
		: { drawing: parts.join(''), bottom: y + 20 };
}

function labelOf(row: Row, timeZone: string): string {
	if (row.progress === null) return row.statusText;
	if (row.delay !== null) return `${row.statusText} · delay ${cellText(row, 'delay', timeZone)}`;
	return `${Math.round(row.progress)} % · ${row.statusText}`;
}

function line(row: Row, top: number, timeZone: string): string {
	const percent = Math.min(100, Math.max(0, row.progress ?? 0));
	const color = COLORS[row.state].light;
	const ink = inkOf(row);
	const barX = EDGE + NAME + 10;
	const labelX = barX + BAR + 14;
	return [
		field(EDGE, top, NAME, row.name),
		`<rect class="track" x="${barX}" y="${top + 4}" width="${BAR}" height="12" rx="4"/>`,
		percent > 0
			? `<rect class="fill-${row.state}" x="${barX}" y="${top + 4}" width="${((BAR * percent) / 100).toFixed(1)}" height="12" rx="4" fill="${color}"/>`
			: '',
		field(
			labelX,
			top,
			WIDTH - labelX,
			labelOf(row, timeZone),
			` class="fill-${ink}" style="fill:${COLORS[ink].light}"`,
		),
	].join('');
}

/** @returns the report as a picture: the shares of the states, and a bar for each of the first 40 tasks; light and dark. */
export function toSvg(picture: Picture): string {
	const shown = picture.rows.slice(0, MAX_ROWS);
	const more = picture.rows.length - shown.length;
	const { drawing, bottom } = summary(picture);
	const end = bottom + shown.length * ROW;
	const height = end + (more > 0 ? ROW : 0) + 12;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(`${picture.title}: ${summaryText(picture)}`)}">`,
		`<style>${STYLE}</style><rect class="page" width="100%" height="100%"/>`,
		`<svg x="${EDGE}" y="8" width="${INNER}" height="30"><text class="title" x="0" y="24">${escapeXml(picture.title)}</text></svg>`,
		`<text class="muted" x="${EDGE}" y="54">${escapeXml(`${totalText(picture)} · ${momentText(picture)}`)}</text>`,
		drawing,
		...shown.map((row, index) => line(row, bottom + index * ROW, picture.timeZone)),
		more > 0 ? `<text class="muted" x="${EDGE}" y="${end + 14}">and ${more} more</text>` : '',
		'</svg>',
	].join('');
}
