import { listOf } from '../word-list.ts';

/**
 * Words that stand with payment card numbers: schemes, kinds of card, its holder, its number, its dates and its security code.
 * Source: the supporting keywords of Purview's "Credit Card Number" and "EU Debit Card Number", by first words where those
 * say enough, and everyday language.
 */
export const cardWords: readonly string[] = listOf(`
  card, cards, cc, cc#, ccn, pan, mc, cardno, cardholder, cardholders, cardnumber, cardnumbers, creditcard, creditcards,
  debitcard, debitcards, bankcard, bankcards, atmcard, checkcard, checkcards, cardmember, debit, chip and pin,
  visa, mastercard, mastercards, master card, amex, american express, americanexpress, discover, discovercard,
  diners, dinersclub, diner's, carte blanche, maestro, jcb, japanese card bureau, unionpay, union pay, rupay, mir, troy,
  dankort, elo, hipercard, verve, bancontact, mister cash, cirrus, v pay, vpay, girocard, enroute, brandsmart,
  cvv, cvv2, cvc, cvc2, cvn, cid, cryptogramme, cryptogram, crittogramma, security code, security number, pin block,
  expiry, expires, expiration, exp, exp date, expiration date, date d'expiration, scadenza, caducidad, vencimiento,
  vencimento, validade, validez, gültig bis, ablauf, ablaufdatum, verfalldatum, gültigkeitsdatum, vervaldatum, válido hasta,
  carte, cartes, carte bancaire, carte bleue, carte de crédit, numéro de carte, cb,
  karte, karten, kreditkarte, kreditkarten, kartennummer, kartennr, kartennr., kreditkartennummer, karteninhaber,
  kreditkarteninhaber, kontokarte, bankkarte, prüfziffer, kreditkartenprüfnummer, sicherheitscode,
  tarjeta, tarjetas, tarjetahabiente, tarjeta de crédito, carta, carta di credito, numero carta, bancomat,
  cartão, cartão de crédito, número do cartão, kaart, kaartnummer, kaarthouder, bankkaart, betaalkaart, creditcardnummer,
  kort, kortnummer, kontokort, kreditkort, betalkort, betalingskort, luottokortti, kortin numero, pankkikortti,
  karta, karty, karta kredytowa, numer karty, kreditní karta, číslo karty, bankkártya, kártyaszám, card de credit,
  kredi kartı, kart numarası, банковская карта, номер карты, карта, карты, κάρτα, αριθμός κάρτας, כרטיס אשראי, بطاقة,
  信用卡, 银行卡, 銀行卡, 卡号, 卡號, 中国银联, 银联, 工行卡, クレジットカード, クレジット, クレカ, カード番号,
  カードナンバー, デビットカード, キャッシュカード, 有効期限, セキュリティコード, アメックス, マスターカード, ダイナース,
  신용카드, 카드번호, 카드 번호
`);
