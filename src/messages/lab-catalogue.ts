import { createTranslator } from 'use-intl/core';
import { catalogues, type Language } from './catalogue';
import { labDialogWords as dialogsDe } from './de/lab-dialogs';
import { labScenariosWords as scenariosDe } from './de/lab-scenarios';
import { labSoakWords as soakDe } from './de/lab-soak';
import { labWords as labDe } from './de/lab';
import { labNetworkWords as networkDe } from './de/lab-network';
import { labTimelineWords as timelineDe } from './de/lab-timeline';
import { labDialogWords as dialogsEn } from './en/lab-dialogs';
import { labScenariosWords as scenariosEn } from './en/lab-scenarios';
import { labSoakWords as soakEn } from './en/lab-soak';
import { labWords as labEn } from './en/lab';
import { labNetworkWords as networkEn } from './en/lab-network';
import { labTimelineWords as timelineEn } from './en/lab-timeline';

/** Words of the Lab's own, English: the shape every other language must have. No other window loads them. */
const ownEn = {
  ...labEn,
  ...dialogsEn,
  ...timelineEn,
  ...networkEn,
  ...scenariosEn,
  ...soakEn,
} as const;

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** What the Lab says beyond the app's catalogue. */
export type LabWords = SameKeys<typeof ownEn>;

const ownDe: LabWords = {
  ...labDe,
  ...dialogsDe,
  ...timelineDe,
  ...networkDe,
  ...scenariosDe,
  ...soakDe,
};

const en = { ...catalogues.en, ...ownEn };

/** The app's words and the Lab's, by language. */
export const labCatalogues: Readonly<Record<Language, SameKeys<typeof en>>> = {
  en,
  de: { ...catalogues.de, ...ownDe },
};

/** The words of the Lab's window in one language; keys and arguments are checked at compile time. */
export const createLabMessages = (language: Language) =>
  createTranslator({ locale: language, messages: labCatalogues[language] as typeof en });

/** Says a message of the Lab, or of the app, by its key. */
export type LabMessages = ReturnType<typeof createLabMessages>;
