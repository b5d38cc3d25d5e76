import type { Page } from '@playwright/test';

/** "Sign in". */
export const signInPage = (page: Page) => ({
  open: (search = '') => page.goto(`/sign-in${search}`),
  heading: page.getByRole('heading', { name: 'Sign in', level: 1 }),
  email: page.getByLabel('Email', { exact: true }),
  password: page.getByLabel('Password', { exact: true }),
  submit: page.getByRole('button', { name: 'Sign in', exact: true }),
  signUp: page.getByRole('link', { name: 'Sign up' }),
  language: page.getByRole('combobox', { name: 'Language' }),
  refusal: page.getByRole('alert').filter({ hasText: /./u }),
  resend: page.getByRole('button', { name: 'Send the message again' }),
  tooMany: page.getByText('Too many tries').filter({ visible: true }).first(),
  async fill({ email, password }: { email: string; password: string }) {
    await this.email.fill(email);
    await this.password.fill(password);
  },
});

/** "Sign up", and "Check your email" in its place. */
export const signUpPage = (page: Page) => ({
  open: () => page.goto('/sign-up'),
  heading: page.getByRole('heading', { name: 'Sign up', level: 1 }),
  firstName: page.getByLabel('First name'),
  lastName: page.getByLabel('Last name'),
  email: page.getByLabel('Email', { exact: true }),
  password: page.getByLabel('Password', { exact: true }),
  confirmPassword: page.getByLabel('Confirm password'),
  rule: (text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text }),
  submit: page.getByRole('button', { name: 'Sign up', exact: true }),
  refusal: page.getByRole('alert').filter({ hasText: /./u }),
  checkEmail: page.getByRole('heading', { name: 'Check your email', level: 1 }),
  back: page.getByRole('button', { name: 'Use another address' }),
  outbox: page.getByRole('link', { name: 'Open the development outbox' }),
  resend: page.getByRole('button', { name: 'Send the message again' }),
  async fill(person: { firstName?: string; lastName?: string; email: string; password: string }) {
    await this.firstName.fill(person.firstName ?? 'Ines');
    await this.lastName.fill(person.lastName ?? 'Marchetti');
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.confirmPassword.fill(person.password);
  },
});

/** What a mailed link opens. */
export const confirmPage = (page: Page) => ({
  open: (token: string) => page.goto(`/sign-up/confirm?token=${token}`),
  submit: page.getByRole('button', { name: 'Confirm email address' }),
  done: page.getByRole('heading', { name: 'Your address is confirmed' }),
  used: page.getByRole('heading', { name: 'This link was already used' }),
  expired: page.getByRole('heading', { name: 'This link has run out' }),
  unknown: page.getByRole('heading', { name: 'This link does not work' }),
  email: page.getByLabel('Email', { exact: true }),
  renew: page.getByRole('button', { name: 'Send a new link' }),
  signIn: page.getByRole('link', { name: 'Sign in' }),
});

/** The development outbox as a page. */
export const outboxPage = (page: Page) => ({
  open: () => page.goto('/dev/outbox'),
  mail: (to: string) => page.getByRole('article').filter({ hasText: to }).first(),
  linkIn: (to: string) => page.getByRole('article').filter({ hasText: to }).first().getByRole('link').first(),
});
