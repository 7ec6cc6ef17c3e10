import gifenc from 'gifenc';
import { PNG } from 'pngjs';

/** One picture of a film: a PNG, and for how long it is shown, in ms. */
export interface Frame {
	png: Buffer;
	milliseconds: number;
}

/**
 * Makes a GIF that repeats forever out of pictures of equal size.
 * @returns the file's bytes
 */
export function encodeGif(frames: readonly Frame[]): Uint8Array {
	const encoder = gifenc.GIFEncoder();
	for (const { png, milliseconds } of frames) {
		const { data, width, height } = PNG.sync.read(png);
		const palette = gifenc.quantize(data, 256);
		encoder.writeFrame(gifenc.applyPalette(data, palette), width, height, {
			palette,
			delay: milliseconds,
		});
	}
	encoder.finish();
	return encoder.bytes();
}
