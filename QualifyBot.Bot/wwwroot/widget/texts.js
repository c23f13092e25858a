import { languages } from './texts/languages.js';

// The page's language is the visitor's best guess: they are reading it. The browser's comes after.
const wanted = [document.documentElement.lang, ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());

export const language = wanted.find((code) => languages.includes(code)) ?? languages[0];

// What the bot is told, with the region where the browser says one: 'de-AT'.
export const locale = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;

export const { texts } = await import(`./texts/${language}.js`);

/** The texts of the language that the talk has come to; those of the page where there are none, or they cannot be had. */
export async function textsIn(code) {
  if (code === language || !languages.includes(code)) return texts;
  try {
    return (await import(`./texts/${code}.js`)).texts;
  } catch {
    return texts;
  }
}
