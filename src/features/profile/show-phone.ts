// Country calling codes of one and two digits (ITU-T E.164, annex D); all others have three.
const callingCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{5,})$/u;

/** Spaces that help the eye: the calling code, then threes. What cannot be parted so stays as it is. */
export function showPhone(phone: string): string {
  const [, code, rest] = callingCode.exec(phone) ?? [];
  return code && rest ? `+${code} ${rest.replaceAll(/\d{3}(?=\d{3})/gu, '$& ')}` : phone;
}
