import { escapeXml } from '../../../../shared/values/escapeXml';
import { COLORS, inkOf, stateRules } from './colors';
import { cellText, COLUMN_TITLES, type Column } from './columns';
import {
	attentionTitle,
	momentText,
	summaryParts,
	totalText,
	troubled,
	type Picture,
} from './picture';
import type { Row } from './row';

/** Mail programs read styles of elements; only those that know media queries read this, for the dark scheme. */
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media(prefers-color-scheme:dark){.page,.card{background:#0d1117!important}.card,.cell{border-color:#3d444d!important}.text{color:#f0f6fc!important}.muted{color:#9198a1!important}.track{background:#30363d!important}.alert{background:#2d1513!important;border-color:#ff8a80!important}${stateRules('ink', 'color', 'dark')}${stateRules('bar', 'background', 'dark')}}`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const TEXT = 'color:#1f2328';
const MUTED = 'color:#57606a';
const CELL = 'padding:8px 10px;border-bottom:1px solid #d0d7de';
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';
/** Frames are tables, because Outlook gives other elements neither width nor padding. */
const FRAME = 'role="presentation" border="0" cellspacing="0" cellpadding="0"';

/** How the columns break their lines; the others do not, and a narrow screen scrolls. */
const BREAKS: Partial<Record<Column, string>> = {
	name: `;min-width:130px;${WRAP}`,
	engine: '',
	scenario: '',
	status: '',
	reason: `;min-width:160px;${WRAP}`,
	idle: `;min-width:160px;${WRAP}`,
	steps: `;min-width:160px;${WRAP}`,
};

function bar({ progress, state, name }: Row): string {
	if (progress === null) return `<span class="muted" style="${MUTED}">–</span>`;
	const percent = Math.min(100, Math.max(0, Math.round(progress)));
	const color = COLORS[state].light;
	const filled =
		percent === 0
			? ''
			: `<td class="bar-${state}" width="${percent}%" height="8" bgcolor="${color}" style="background:${color};width:${percent}%;height:8px;font-size:0;line-height:8px;border-radius:4px">&nbsp;</td>`;
	const rest =
		percent === 100 ? '' : '<td height="8" style="font-size:0;line-height:8px">&nbsp;</td>';
	return [
		`<div role="progressbar" aria-label="${escapeXml(`Progress of ${name}`)}" aria-valuenow="${percent}" aria-valuemin="0" aria-valuemax="100" style="font-size:13px">${percent} %`,
		`<table ${FRAME} class="track" width="120" bgcolor="#eaeef2" style="background:#eaeef2;border-radius:4px;width:120px;margin-top:3px"><tr>`,
		`${filled}${rest}</tr></table></div>`,
	].join('');
}

function cell(row: Row, column: Column, { timeZone }: Picture): string {
	if (column === 'progress') return `<td class="cell" style="${CELL}">${bar(row)}</td>`;
	const text = escapeXml(cellText(row, column, timeZone));
	const look = `${CELL}${BREAKS[column] ?? ';white-space:nowrap'}`;
	if (column === 'status') {
		const ink = inkOf(row);
		return `<td class="cell ink-${ink}" style="${look};color:${COLORS[ink].light};font-weight:600">${text}</td>`;
	}
	if (column === 'name') {
		return `<th scope="row" class="cell" style="${look};font-weight:600">${text}</th>`;
	}
	return `<td class="cell" style="${look}">${text}</td>`;
}

function table(picture: Picture): string {
	const { columns, rows } = picture;
	if (rows.length === 0) return '';
	const head = columns
		.map(
			(column) =>
				`<th scope="col" class="cell muted" style="${CELL};${MUTED};font-size:12px;font-weight:600">${escapeXml(COLUMN_TITLES[column])}</th>`,
		)
		.join('');
	const body = rows
		.map(
			(row) =>
				`<tr align="left" valign="top">${columns.map((column) => cell(row, column, picture)).join('')}</tr>`,
		)
		.join('');
	return `<div style="overflow-x:auto"><table border="0" cellspacing="0" cellpadding="0" width="100%" class="text" style="${TEXT};border-collapse:collapse;width:100%;font-size:14px"><thead><tr align="left">${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const lines = (row: Row): string =>
	[
		...(row.reason === '' ? [] : [escapeXml(row.reason)]),
		...(row.nextStep === ''
			? []
			: [`<span class="muted" style="${MUTED}">${escapeXml(row.nextStep)}</span>`]),
	]
		.map((line) => `<br>${line}`)
		.join('');

function alerts(picture: Picture): string {
	const rows = troubled(picture);
	if (rows.length === 0) return '';
	const entries = rows
		.map((row) =>
			[
				`<li class="text" style="${TEXT};margin:6px 0"><strong>${escapeXml(row.name)}</strong> `,
				`<span class="ink-${inkOf(row)}" style="color:${COLORS[inkOf(row)].light}">${escapeXml(row.statusText)}</span>`,
				`${lines(row)}</li>`,
			].join(''),
		)
		.join('');
	return `<table ${FRAME} width="100%" style="margin:0 0 18px"><tr><td class="alert" bgcolor="#fff1f0" style="background:#fff1f0;border-left:4px solid #b42318;border-radius:4px;padding:10px 14px;font-size:15px;${WRAP}"><h2 class="text" style="${TEXT};font-size:16px;margin:0">${attentionTitle(picture)}</h2><ul style="margin:6px 0 0;padding-left:18px">${entries}</ul></td></tr></table>`;
}

function chips(picture: Picture): string {
	return summaryParts(picture)
		.map(
			({ state, count, words }) =>
				`<span class="ink-${state}" style="color:${COLORS[state].light};font-weight:600;white-space:nowrap;margin-right:16px">${count} ${escapeXml(words)}</span>`,
		)
		.join(' ');
}

/** @returns the report as a page that needs nothing else, for mail programs and browsers, light and dark. */
export function toHtml(picture: Picture): string {
	const title = escapeXml(picture.title);
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
		`<title>${title}</title><style>${STYLE}</style></head>`,
		`<body class="page" bgcolor="#f6f8fa" style="margin:0;padding:16px;background:#f6f8fa;${FONT}">`,
		`<table ${FRAME} width="100%" align="center" style="max-width:1040px;margin:0 auto;table-layout:fixed;${FONT}"><tr>`,
		`<td class="card" bgcolor="#ffffff" style="background:#ffffff;border:1px solid #d0d7de;border-radius:8px;padding:22px">`,
		`<h1 class="text" style="${TEXT};font-size:22px;margin:0 0 4px;${WRAP}">${title}</h1>`,
		`<p class="muted" style="${MUTED};margin:0 0 14px;font-size:13px">${escapeXml(`${totalText(picture)} · ${momentText(picture)}`)}</p>`,
		`<p style="margin:0 0 18px;font-size:15px">${chips(picture)}</p>`,
		alerts(picture),
		table(picture),
		'</td></tr></table></body></html>',
	].join('');
}
