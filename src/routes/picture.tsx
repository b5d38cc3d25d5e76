import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { Pencil } from 'lucide-react';
import type { Account } from '../../contract/account.ts';
import type { AvatarEditor } from '../features/avatar/avatar-editor.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { rememberAccount, sessionQueryOptions } from '../lib/session-query.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Actions } from '../ui/layout.tsx';
import { useToast } from '../ui/toast.tsx';

/** Code and texts of the editor, asked for together when somebody points at its button. */
async function loadEditor(): Promise<typeof AvatarEditor> {
  const [module] = await Promise.all([
    import('../features/avatar/avatar-editor.tsx'),
    i18next.loadNamespaces(['avatar', 'profile']),
  ]);
  return module.AvatarEditor;
}

// A miss shows when the button is pressed.
const preload = () => void loadEditor().catch(() => undefined);

/** The picture and the button that opens its editor, as they stand on the Profile. */
export function Picture({ account, label }: { account: Account; label: string }) {
  return (
    <Actions>
      <Avatar
        size="large"
        name={[account.firstName, account.lastName]}
        src={account.avatar && `${account.avatar}/256`}
      />
      <EditPicture account={account} label={label} />
    </Actions>
  );
}

/** The button alone, for where the picture stands in something else; `iconOnly` shows a pencil that `label` names. */
export function EditPicture({
  account,
  label,
  iconOnly = false,
}: {
  account: Account;
  label: string;
  iconOnly?: boolean;
}) {
  const { policy } = useBoot();
  const client = useQueryClient();
  const toast = useToast();
  const [Editor, setEditor] = useState<typeof AvatarEditor | null>(null);
  const [isBusy, setBusy] = useState(false);

  const open = async () => {
    setBusy(true);
    try {
      const loaded = await loadEditor();
      setEditor(() => loaded);
    } catch {
      toast({ tone: 'danger', message: i18next.t('common:problems.network') });
    } finally {
      setBusy(false);
    }
  };
  const changed = (avatar: string | null) => {
    rememberAccount(client, { avatar });
    // The picture is part of the account's entity tag.
    void client.invalidateQueries({ queryKey: sessionQueryOptions().queryKey });
    toast({ message: i18next.t(avatar ? 'profile:picture.updated' : 'profile:picture.removed') });
  };
  const press = {
    onClick: () => void open(),
    onPointerEnter: preload,
    onFocus: preload,
    busy: isBusy,
    'aria-haspopup': 'dialog',
  } as const;

  return (
    <>
      {iconOnly ? (
        <IconButton {...press} variant="secondary" label={label} icon={<Pencil />} />
      ) : (
        <Button {...press}>{label}</Button>
      )}
      {Editor && (
        <Editor
          open
          onClose={() => setEditor(null)}
          current={account.avatar}
          name={{ first: account.firstName, last: account.lastName }}
          limits={{ maxPixels: policy.avatar.maxPixels }}
          onUpdated={changed}
          onRemoved={() => changed(null)}
        />
      )}
    </>
  );
}
