import type { Failure } from '../failures/failure';
import { property } from '../values/read';

const asText = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/**
 * @param error what n8n threw when it resolved an expression or read a credential, or what went wrong in the node
 * @returns the same as a failure, which names the parameter if n8n does
 */
export function explainThrown(error: unknown): Failure {
	const parameter = asText(property(property(error, 'context'), 'parameter'));
	const words = asText(property(error, 'message')) ?? 'The node failed without a reason';
	const description = asText(property(error, 'description'));
	return parameter === undefined
		? { message: words, description }
		: {
				message: `Parameter "${parameter}": ${words}`,
				description: description ?? 'Correct the expression, or the data that it reads.',
			};
}
