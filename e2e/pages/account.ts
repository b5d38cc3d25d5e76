import type { Page } from '@playwright/test';

/** What stands around every page after sign-in. */
export const frame = (page: Page) => ({
  bar: page.getByRole('banner'),
  tabs: page.getByRole('navigation', { name: 'Account' }).getByRole('link'),
  tab: (name: string) => page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name, exact: true }),
  menu: page.getByRole('button', { name: 'Account menu' }),
  picture: page.getByRole('banner').locator('img'),
  myProfile: page.getByRole('link', { name: 'My profile' }),
  theme: (name: string) => page.getByRole('radio', { name }),
  language: page.getByRole('combobox', { name: 'Language' }),
  signOut: page.getByRole('button', { name: 'Sign out', exact: true }),
  toast: (text: string | RegExp) => page.getByRole('region', { name: 'Notifications' }).getByText(text),
});

export const dashboardPage = (page: Page) => ({
  open: () => page.goto('/'),
  name: page.getByRole('main').getByRole('heading', { level: 1 }),
  picture: page.getByRole('main').locator('img'),
  editPicture: page.getByRole('button', { name: 'Edit picture' }),
});

export const profilePage = (page: Page) => ({
  open: () => page.goto('/profile'),
  heading: page.getByRole('heading', { name: 'Profile', level: 1 }),
  firstName: page.getByRole('textbox', { name: 'First name' }),
  lastName: page.getByRole('textbox', { name: 'Last name' }),
  phone: page.getByRole('textbox', { name: 'Phone' }),
  company: page.getByRole('textbox', { name: 'Company name' }),
  country: page.getByRole('combobox', { name: 'Country' }),
  city: page.getByRole('textbox', { name: 'City' }),
  editPicture: page.getByRole('button', { name: 'Edit picture' }),
  save: page.getByRole('button', { name: 'Save changes' }),
  discard: page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Discard' }),
  refusal: page.getByRole('alert'),
  restored: page.getByText('Your unsaved changes are back'),
  conflict: (field: string) => page.getByRole('group', { name: `${field}: changed elsewhere` }),
  keepMine: page.getByRole('button', { name: 'Keep mine' }),
  takeTheirs: page.getByRole('button', { name: 'Take theirs' }),
});

export const securityPage = (page: Page) => ({
  open: () => page.goto('/security'),
  sessions: page.getByRole('list', { name: 'Sessions' }).getByRole('listitem'),
  endOthers: page.getByRole('button', { name: 'Sign out everywhere else' }),
  question: page.getByRole('group', { name: /^Sign out of/u }),
});

/** The dialog in which a picture is opened, cropped, updated and removed. */
export const pictureEditor = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Edit picture' });
  return {
    dialog,
    upload: dialog.getByRole('button', { name: 'Upload an image' }),
    stage: dialog.getByRole('application'),
    /** How the picture lies under its window. */
    placed: () => dialog.getByRole('application').locator('image').getAttribute('transform'),
    previews: dialog.getByRole('group', { name: 'Preview' }).locator('image'),
    zoom: dialog.getByRole('slider', { name: 'Zoom' }),
    rotateRight: dialog.getByRole('button', { name: 'Rotate right' }),
    update: dialog.getByRole('button', { name: 'Update' }),
    tryAgain: dialog.getByRole('button', { name: 'Try again' }),
    cancel: dialog.getByRole('button', { name: 'Cancel' }),
    remove: dialog.getByRole('button', { name: 'Remove', exact: true }),
    problem: dialog.getByRole('alert'),
    /** Chooses a file the way a person does. */
    async choose(file: string | { name: string; mimeType: string; buffer: Buffer }) {
      const chooser = page.waitForEvent('filechooser');
      await this.upload.click();
      await (await chooser).setFiles(file);
    },
  };
};
