import LanguageWorker from './trim/language.worker.ts?worker';

// Monaco asks for a worker per language; the worker learns its language from its name.
window.MonacoEnvironment = { getWorker: (_id, language) => new LanguageWorker({ name: language }) };
