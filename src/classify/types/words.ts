import { listOf } from '../word-list.ts';

/** Words that several countries' numbers share. A phrase also matches where its words are joined: `passportNumber`, `passport_no`. */

/** Purview's list for passports, and the word by itself. */
export const passportWords = listOf(`
  passport, passports, passport#, passportid, passport id, passportno, passport no, passportnumber, passport number,
  passportnumbers, passport numbers, travel document number
`);

/** Purview's list for driving licences; an apostrophe, hyphen or underscore between the words counts as a space. */
export const licenceWords = listOf(`
  driverlic, driverlics, driverlicense, driverlicenses, driverlicence, driverlicences, driver lic, driver lics,
  driver license, driver licenses, driver licence, driver licences, driverslic, driverslics, driverslicense,
  driverslicenses, driverslicence, driverslicences, drivers lic, drivers lics, drivers license, drivers licenses,
  drivers licence, drivers licences, driver's lic, driver's lics, driver's license, driver's licenses,
  driver's licence, driver's licences, driving licence, driving licences, driving license, driving licenses,
  driving lic, driving licen, driving permit, driv lic, driv licen, driv license, driv licenses, driv licence,
  driv licences, driver licen, drivers licen, driver's licen, dl#, dls#, dl no, dlno, dlno#, dl number
`);

/** Purview's list for tax numbers, the same in most European types. */
export const taxWords = listOf(`
  tax id, taxid, taxid#, tax identification no, taxidno#, tax identification number, taxidnumber#, tax no, taxno#,
  tax number, taxnumber, taxnumber#, tax registration number, tin id, tin no, tin number, tin#
`);

/** A number beside one of these is more likely a telephone's. Purview names such lists and does not print them: these are ours. */
export const phoneWords = listOf(`
  phone, phones, telephone, tel, mobile, cell, cell phone, fax, call, sms, whatsapp, téléphone, portable, telefon,
  telefono, teléfono, telefone, telefonszám, handy, mobil, mobilní, móvil, celular, telefoon, mobiel, gsm, puhelin,
  телефон, мобилен, τηλέφωνο, κινητό
`);
