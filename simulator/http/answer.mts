/** An answer of the simulated cloud, before it is sent. */
export interface Answer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

/** @returns an answer in the form of DRS, IAM v3.0 and the gateway. */
export function refusal(
	status: number,
	code: string,
	message: string,
	headers?: Record<string, string>,
): Answer {
	return { status, body: { error_code: code, error_msg: message }, headers };
}

/** @returns an answer in the form of IAM's token operation. */
export function keystoneRefusal(status: number, title: string, message: string): Answer {
	return { status, body: { error: { code: status, message, title } } };
}
