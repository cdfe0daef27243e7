import { expect, test } from './support/test';

test('a person makes a profile without an account, and the app opens on it ever after', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await page.getByRole('button', { name: 'Make your profile' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Year of birth').fill('1966');
  await page.getByRole('button', { name: 'Make your profile' }).click();
  await page.getByRole('button', { name: 'Estimate from my age' }).click();
  await expect(page.getByRole('heading', { name: 'Your hearing profile' })).toBeVisible();
  const before = await first.page.evaluate(async () => window.companion.app.snapshot());
  await first.kill9();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Your hearing profile' })).toBeVisible();
  const after = await second.page.evaluate(async () => window.companion.app.snapshot());
  expect(after).toMatchObject({
    ok: true,
    value: {
      session: {
        status: 'active',
        user:
          before.ok && before.value.session.status === 'active' ? before.value.session.user : {},
      },
      storage: { protection: 'keyring' },
    },
  });
});
