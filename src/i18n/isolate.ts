/** Sets a name or an address apart from the text around it, whichever way either is written (I2; Unicode UAX #9 §2.4). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
