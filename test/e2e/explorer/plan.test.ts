import { describe, expect, test } from 'vitest';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, settled, title } from './explorer-page.ts';

const review = 'plan?cover=pillar:security&max=8';

describe.skipIf(!hasBrowser())('the plan in a browser', () => {
  test('a plan can be read and used at every width, light and dark', async () => {
    await expectUsable('plan?cover=pillar:security&max=5&with=role:finops-analyst&without=role:data-owner');
  });

  test('two clicks from the start say who should be invited, and who alone does something', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Plan' }).click();
    await settled(page);
    expect(await unreadableTexts(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('.choices').getByRole('link', { name: 'Security' }).click();
    await page.waitForURL(/\/plan\?cover=pillar:security$/);
    await settled(page);
    expect(await title(page)).toBe('Security review: six people cover all six headings');
    expect(await page.locator('.invites > li').count()).toBe(6);
    expect(await page.locator('.alone').textContent()).toMatch(/\d+ roles do something in Security that no other role/);
  });

  test('a swap says what is lost before it is made, is part of the address, and Back undoes it', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/${review}`);
    const first = page.locator('.invites > li').first();
    const seat = await first.locator('h3 a').textContent();
    await first.locator('summary', { hasText: 'Swap' }).click();
    await settled(page);
    expect(await unreadableTexts(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    const option = first.locator('.swap li', { hasText: /Lost: the dut/ }).first();
    const lost = /the dut(?:y|ies) ([^.]+)\./.exec((await option.textContent()) ?? '')?.[1];
    const remains = page.locator('.open');
    expect(await remains.textContent()).not.toContain(lost?.split(' and ')[0]);
    await option.locator('a').click();
    await page.waitForURL(/with=role:/);
    await settled(page);
    expect(await page.locator('.invites h3').allTextContents()).not.toContain(seat);
    const named = page.locator('.last-change').getByRole('button', { name: 'Show which' });
    if ((await named.count()) > 0) await named.click();
    expect(await page.locator('.last-change').textContent()).toContain(lost);
    await remains.locator('summary').click();
    expect(await remains.textContent()).toContain(lost?.split(' and ')[0]);
    const swapped = await page.locator('.invites h3').allTextContents();
    const elsewhere = await openPage();
    await open(elsewhere.page, page.url());
    expect(await elsewhere.page.locator('.invites h3').allTextContents()).toEqual(swapped);
    await page.goBack();
    await settled(page);
    expect(await page.locator('.invites > li h3 a').first().textContent()).toBe(seat);
    expect(complaints).toEqual([]);
  });

  test('a seat more is where it was, and a long change is said by numbers', async () => {
    const url = await serve();
    const { page } = await openPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `${url}/plan?cover=pillar:security`);
    const more = page.getByRole('link', { name: /one more$/ });
    const before = await more.boundingBox();
    if (before === null) throw new Error('there is no link for a seat more');
    for (const max of [7, 8, 9]) {
      await page.mouse.click(before.x + before.width / 2, before.y + before.height / 2);
      await page.waitForURL(new RegExp(`max=${max}$`));
      await settled(page);
    }
    await open(page, `${url}/plan?cover=pillar:security&max=3`);
    await page.getByRole('link', { name: /one less$/ }).click();
    await page.waitForURL(/max=2$/);
    await settled(page);
    const message = page.locator('.last-change');
    expect(await message.locator('p').first().textContent()).toMatch(/^Lost: 1 heading and \d duties\.$/);
    await message.getByRole('button', { name: 'Show which' }).click();
    expect(await message.textContent()).toContain('Lost: the heading ');
  });

  test('those who lose nothing come first, and who alone does something can be reached from the board', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/${review}`);
    const texts = (await page.locator('.invites > li').allTextContents()).join('\n');
    expect(texts).toMatch(
      /Could stand in without loss: Cloud Security EngineerCover the heading, but do none of these 2 duties/,
    );
    expect(texts).toContain('The seat is for these 2 duties, and nobody else does all of them.');
    await open(page, url);
    await page.getByRole('link', { name: 'Who alone does something' }).click();
    await page.waitForURL(/\/plan#alone$/);
    await settled(page);
    await page.locator('#alone:focus').waitFor();
    expect(await page.locator('.alone li').first().textContent()).toMatch(/^DevOps Engineer .*6 duties/);
    await page.goBack();
    await page.waitForURL(`${url}/`);
  });

  const margin = { top: '16mm', bottom: '16mm', left: '14mm', right: '14mm' };

  test('is printed as one page, with who, why and what remains open', async () => {
    const url = await serve();
    const { page } = await openPage();
    for (const address of ['plan?cover=pillar:security&cover=pillar:reliability&by=RESPONSIBILITY', review]) {
      await open(page, `${url}/${address}`);
      const paper = (await page.pdf({ format: 'A4', margin })).toString('latin1');
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('body').innerText();
    expect(shown).toContain('What remains open');
    expect(shown).not.toContain('Swap');
  });

  test('invites only roles that somebody of the team has, and names the people', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/${review}&team=true`);
    expect(await page.locator('.note').textContent()).toContain('There is no team yet.');
    await page.evaluate(
      `localStorage.setItem('rolegraph-team', JSON.stringify([{ name: 'Ann Berg', roles: ['role:security-engineer', 'role:data-owner'] }]))`,
    );
    await open(page, `${url}/${review}&team=true`);
    const seats = await page.locator('.invites > li').allTextContents();
    expect(seats).toHaveLength(2);
    expect(seats.every((text) => text.includes('Ann Berg'))).toBe(true);
  });
});
