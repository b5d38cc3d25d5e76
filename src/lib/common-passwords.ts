let list: Promise<ReadonlySet<string>> | undefined;

/** The passwords that are guessed first (P5), the same list that the server asks. Too large to load before it is needed. */
export function loadCommonPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
    (error: unknown) => {
      list = undefined;
      throw error;
    },
  );
  return list;
}
