import { escapeXml } from '../../../../shared/text/escapeXml';
import { COLORS, stateRules } from './colors';
import { formatTime } from './columns';
import { summaryText, type Picture } from './picture';
import type { Row } from './row';

const WIDTH = 760;
const HEAD = 74;
const ROW = 28;
const MAX_ROWS = 40;
const NAME = 220;
const BAR = 300;
const MAX_NAME = 28;

const LIGHT = `text{font:13px system-ui,sans-serif;fill:#1f2328}.muted{fill:#57606a}.title{font-size:19px;font-weight:600}.page{fill:#fff}.track{fill:#eaeef2}`;
const DARK = `text{fill:#f0f6fc}.muted{fill:#9198a1}.page{fill:#0d1117}.track{fill:#30363d}`;
const STYLE = `${LIGHT}@media(prefers-color-scheme:dark){${DARK}${stateRules('fill', 'fill', 'dark')}}`;

const cut = (text: string, most: number): string => {
	const letters = [...text];
	return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

function line(row: Row, index: number): string {
	const top = HEAD + index * ROW;
	const percent = Math.min(100, Math.max(0, row.progress ?? 0));
	const color = COLORS[row.state].light;
	const label =
		row.progress === null ? row.statusText : `${Math.round(percent)} % · ${row.statusText}`;
	return [
		`<text x="20" y="${top + 14}">${escapeXml(cut(row.name, MAX_NAME))}</text>`,
		`<rect class="track" x="${NAME + 20}" y="${top + 4}" width="${BAR}" height="12" rx="4"/>`,
		`<rect class="fill-${row.state}" x="${NAME + 20}" y="${top + 4}" width="${((BAR * percent) / 100).toFixed(1)}" height="12" rx="4" fill="${color}"/>`,
		`<text class="fill-${row.state}" style="fill:${color}" x="${NAME + BAR + 32}" y="${top + 14}">${escapeXml(cut(label, 32))}</text>`,
	].join('');
}

/** @returns the report as a picture: a bar for each of the first 40 tasks, light and dark. */
export function toSvg(picture: Picture): string {
	const shown = picture.rows.slice(0, MAX_ROWS);
	const more = picture.rows.length - shown.length;
	const height = HEAD + shown.length * ROW + (more > 0 ? ROW : 0) + 16;
	const time = `${formatTime(picture.generatedAt, picture.timeZone)} (${picture.timeZone})`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(`${picture.title}: ${summaryText(picture)}`)}">`,
		`<style>${STYLE}</style><rect class="page" width="100%" height="100%"/>`,
		`<text class="title" x="20" y="32">${escapeXml(cut(picture.title, 70))}</text>`,
		`<text class="muted" x="20" y="54">${escapeXml(cut(`${summaryText(picture)} · ${time}`, 110))}</text>`,
		...shown.map(line),
		more > 0
			? `<text class="muted" x="20" y="${HEAD + shown.length * ROW + 16}">and ${more} more</text>`
			: '',
		'</svg>',
	].join('');
}
