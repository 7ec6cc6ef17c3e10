import type { Failure } from '../failures/failure';
import { property, readString } from '../values/read';

/**
 * @param error what n8n threw when it resolved an expression or read a credential, or what went wrong in the node
 * @returns the same as a failure, which names the parameter if n8n does
 */
export function explainThrown(error: unknown): Failure {
	const parameter = readString(property(property(error, 'context'), 'parameter'));
	const words = readString(property(error, 'message')) ?? 'The node failed without giving a reason';
	const description = readString(property(error, 'description'));
	return parameter === undefined
		? { message: words, description }
		: {
				message: `Parameter "${parameter}": ${words}`,
				description: description ?? 'Correct the expression or the data that it reads.',
			};
}
