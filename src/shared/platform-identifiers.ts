import { z } from 'zod';
import { oneLine } from './one-line.ts';

/** What separates the parts of a window title. One place, because patterns must not contain what titles are cut at. */
export const TITLE_SEPARATOR = /\s[-–—|·]\s/u;

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = `(?!www\\.)${LABEL}(?:\\.${LABEL})+`;

const hostnameSchema = z
  .string()
  .max(253)
  .regex(
    new RegExp(`^(?:localhost:[1-9]\\d{0,4}|${HOST})$`),
    'expected a host such as chat.example.com (lower case, no scheme, no www., no path) or localhost:1234',
  );

const urlPrefixSchema = z
  .string()
  .max(500)
  .regex(
    new RegExp(`^${HOST}(?:/[a-z0-9._~-]+)+$`),
    'expected host and path such as example.com/chat (lower case, no scheme, no slash at the end)',
  );

const processSchema = z
  .string()
  .max(260)
  .regex(/^[^\\/]+\.exe$/i, 'expected a file name such as Example.exe, without its folder');

/** A macOS bundle identifier, an X11 class or a Windows package family name. */
export const identifierSchema = z
  .string()
  .max(260)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected an identifier such as com.example.App, without spaces');

/** A whole part of a window title, compared without regard to case. */
export const titlePartSchema = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => text === text.trim(), 'expected no space at either end')
  .refine((text) => !TITLE_SEPARATOR.test(text), 'expected one part of a title: none of " - ", " | ", " · "');

export const platformNameSchema = oneLine(100);

/** What an app is told by. */
export const appIdentifiers = {
  windows_processes: z.array(processSchema),
  macos_bundle_ids: z.array(identifierSchema),
  x11_classes: z.array(identifierSchema),
};

/** What an AI platform is told by. A host stands for itself and all below it: `example.com` is also `chat.example.com`. */
export const platformIdentifiers = {
  hostnames: z.array(hostnameSchema),
  /** Parts of a host that is otherwise no AI platform. */
  url_prefixes: z.array(urlPrefixSchema),
  title_patterns: z.array(titlePartSchema),
  ...appIdentifiers,
};
export type IdentifierField = keyof typeof platformIdentifiers;
