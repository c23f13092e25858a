// The languages that have a file of texts here; the first is spoken where none is wanted.
export const languages = ['en', 'de', 'es', 'fr', 'pt'];
