import type { Page } from '@playwright/test';
import { blockPng } from '../conformance/pictures.ts';

/** A state of a page that people see, and how to get there. Words differ by language, so controls are found by role and id. */
export interface State {
  name: string;
  path: string;
  reach?: (page: Page) => Promise<unknown>;
}

const press = (page: Page, selector: string) => page.locator(selector).first().click();

/** For who is not signed in. */
export const entryStates: readonly State[] = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-faults',
    path: '/sign-in',
    reach: async (page) => {
      await press(page, 'form button[type=submit]');
      await page.locator('[aria-invalid]').first().waitFor();
    },
  },
  { name: 'sign-up', path: '/sign-up' },
  {
    name: 'sign-up-faults',
    path: '/sign-up',
    reach: async (page) => {
      await page.locator('input[name=password]').fill('short');
      await press(page, 'form button[type=submit]');
      await page.locator('[aria-invalid]').first().waitFor();
    },
  },
  { name: 'confirm', path: '/sign-up/confirm?token=0123456789' },
  { name: 'confirm-unknown', path: '/sign-up/confirm' },
  { name: 'missing', path: '/nothing/here' },
  { name: 'outbox', path: '/dev/outbox', reach: (page) => page.getByRole('article').first().waitFor() },
];

/** For a signed-in person. */
export const accountStates: readonly State[] = [
  { name: 'dashboard', path: '/', reach: (page) => page.locator('main time').first().waitFor() },
  {
    name: 'menu',
    path: '/',
    reach: async (page) => {
      await press(page, 'header [popovertarget]');
      await page.locator('[popover]:popover-open').waitFor();
    },
  },
  { name: 'profile', path: '/profile' },
  {
    name: 'profile-faults',
    path: '/profile',
    reach: async (page) => {
      await page.locator('input[name=firstName]').fill('');
      await page.locator('input[name=phone]').fill('12');
      await press(page, 'main form button[type=submit]');
      await page.locator('[aria-invalid]').first().waitFor();
    },
  },
  {
    name: 'leave',
    path: '/profile',
    reach: async (page) => {
      await page.locator('input[name=city]').fill('Turin');
      await page.locator('nav a[href="/security"]').filter({ visible: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'editor',
    path: '/profile',
    reach: async (page) => {
      await page.locator('main button[aria-haspopup=dialog]').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'crop', path: '/profile', reach: (page) => openCrop(page) },
  { name: 'security', path: '/security', reach: (page) => page.getByRole('listitem').first().waitFor() },
  {
    name: 'security-question',
    path: '/security',
    reach: async (page) => {
      await page.getByRole('listitem').first().waitFor();
      await page.locator('main button').last().click();
    },
  },
  { name: 'close-account', path: '/close-account' },
];

async function openCrop(page: Page): Promise<void> {
  await page.locator('main button[aria-haspopup=dialog]').first().click();
  const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(blockPng(400, 300)) };
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await page.getByRole('application').waitFor();
}

/** Opens a page at a width and brings it into the state. */
export async function show(page: Page, { path, reach }: State, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await reach?.(page);
}

/** What was typed in one state is no part of the next one. */
export const forgetDrafts = (page: Page): Promise<void> => page.evaluate(() => localStorage.clear());
