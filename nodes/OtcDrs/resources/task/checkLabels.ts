import { TASK_NAME, TASK_NAME_REMEDY } from '../../../shared/drs/nameKey';
import { fieldProblem, type FieldProblem } from '../../../shared/failures/fieldProblems';
import type { TagInput } from '../../fields/tags';

const TAG_TEXT = /^[A-Za-z0-9_-]*$/;
const FORBIDDEN_IN_DESCRIPTION = /[!<>'&"\\]/g;
const MAX_TAGS = 20;

/** @returns what is wrong with a task name. */
export function checkName(name: string): FieldProblem[] {
	if (TASK_NAME.test(name)) return [];
	const remedy = TASK_NAME_REMEDY;
	if (name === '') return [fieldProblem('Task Name', 'is empty', remedy)];
	const length = [...name].length;
	if (length < 4 || length > 50) {
		return [
			fieldProblem(
				'Task Name',
				`"${name.slice(0, 60)}" has ${length} ${length === 1 ? 'character' : 'characters'}`,
				remedy,
			),
		];
	}
	const characters = [...new Set(name.replace(/[A-Za-z0-9_-]/g, ''))].join(' ');
	return [
		fieldProblem(
			'Task Name',
			`"${name}" contains ${characters.trim() === '' ? 'a space' : characters}`,
			remedy,
		),
	];
}

/** @returns what is wrong with the tags of a task. */
export function checkTags(tags: readonly TagInput[]): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (tags.length > MAX_TAGS) {
		problems.push(
			fieldProblem('Tags', `has ${tags.length} entries`, `Keep at most ${MAX_TAGS} tags.`),
		);
	}
	const seen = new Set<string>();
	for (const { key, value } of tags) {
		if (key === '' || key.length > 36 || !TAG_TEXT.test(key)) {
			problems.push(
				fieldProblem(
					'Tags → Key',
					`"${key.slice(0, 60)}" is not a valid key`,
					'Use 1 to 36 letters, digits, hyphens and underscores.',
				),
			);
		}
		if (value.length > 43 || !TAG_TEXT.test(value)) {
			problems.push(
				fieldProblem(
					'Tags → Value',
					`"${value.slice(0, 60)}" is not a valid value`,
					'Use at most 43 letters, digits, hyphens and underscores.',
				),
			);
		}
		if (seen.has(key))
			problems.push(
				fieldProblem('Tags → Key', `"${key}" occurs twice`, 'Give every tag a unique key.'),
			);
		seen.add(key);
	}
	return problems;
}

/** @returns what is wrong with the description of a task. */
export function checkDescription(description = ''): FieldProblem[] {
	const forbidden = [...new Set(description.match(FORBIDDEN_IN_DESCRIPTION) ?? [])];
	return [
		...(description.length > 256
			? [
					fieldProblem(
						'Description',
						`has ${description.length} characters`,
						'Shorten it to 256 characters.',
					),
				]
			: []),
		...(forbidden.length > 0
			? [
					fieldProblem(
						'Description',
						`contains ${forbidden.join(' ')}`,
						`Remove the characters ! < > ' & " \\.`,
					),
				]
			: []),
	];
}
