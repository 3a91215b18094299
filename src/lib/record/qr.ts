/** The modules of a QR code (ISO/IEC 18004), for a screen or a printer to draw. */
import { encode } from 'uqr';

/**
 * A code that corrects 15 % (level M), of version 19 if the text fits: 624 bytes in 93 rows. So certificates'
 * codes are of one size; long names need up to 101 rows. At 60 mm a print of 150 dpi can be read.
 * @returns rows from the top, true for dark; without the quiet zone, which is four modules wide
 */
export function modulesOf(text: string): boolean[][] {
  return encode(text, { ecc: 'M', boostEcc: false, minVersion: 19, border: 0 }).data;
}
