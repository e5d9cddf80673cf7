import { listOf } from '../word-list.ts';

/** Words that say that a number is to be called: the device, the act, the person to reach. */
export const phoneWords: readonly string[] = listOf(`
  phone, phones, phone#, ph, telephone, tel, tel#, mobile, mob, mobile no, cell, cell#, cellphone, call, callback, fax, whatsapp,
  viber, signal, telegram, sms, text me, dial, hotline, helpline, landline, voicemail, switchboard, phone number, phonenumber,
  telephonenumber, contact number, contact no, reach me, reach him, reach her, reach us, reach them, reach you, ring, msisdn,
  my number, reachable, contactable, registered mobile, toll free, extension,
  téléphone, tél, tph, portable, appeler, appelez, appelle, rappeler, rappelez, joindre, joignable, télécopie, fixe, numéro vert,
  telefon, handy, mobil, mobilnummer, handynummer, rufnummer, anrufen, anruf, durchwahl, festnetz, erreichbar, erreichen,
  rückruf, rückfragen, telefonnummer, telefonisch, fernsprecher,
  teléfono, telefono, móvil, movil, celular, llamar, llame, llámame, fijo, contacto,
  cellulare, cell., chiamare, chiamami, richiamare, richiami, recapito, recapiti, contatto, numero verde,
  telefone, telemóvel, ligar, ligue, contato, contactar,
  telefoon, telefoonnummer, mobiel, gsm, bellen, bereikbaar, terugbellen,
  telefoni, mobilen, mobilnr, tlf, tlfnr, puhelin, puh, matkapuhelin, telefonnr, ring meg,
  komórka, komórkowy, telefonu, zadzwoń, dzwonić, tel. kom, telefonszám, mobilní, volejte, volať, mobilný, číslo telefonu,
  telefonul, mobilul, sunați, telefonas, tālrunis, mobiltelefon, telepono, cep, cep no, cep telefonu, telefon numarası,
  телефон, тел, моб, мобильный, звоните, позвоните, факс, телефону, мобільний, τηλέφωνο, τηλ, κινητό,
  טלפון, נייד, هاتف, جوال, موبايل, تلفن, फ़ोन, मोबाइल, โทร, โทรศัพท์, điện thoại, sđt, telpon, telepon, nomor hp,
  电话, 電話, 手机, 手機, 手机号, 手机号码, 联系电话, 联系方式, 传真, 座机, 携帯, 携帯電話, 電話番号, 連絡先, 전화, 전화번호,
  휴대폰, 핸드폰, 연락처, 팩스
`);
