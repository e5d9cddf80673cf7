import { listOf } from './word-list.ts';

/**
 * Words that say that the number right behind them is something of daily business and none that identifies a person: orders,
 * tickets, parcels, prices, quantities, books, times.
 */
export const FOREIGN_LABELS: readonly string[] = listOf(`
  order, orders, order number, order no, purchase order, ticket, ticket number, invoice, invoice number, invoice no,
  receipt, quote, quotation, shipment, parcel, tracking, tracking number, waybill, batch, lot, serial, serial number,
  sku, article, item, product, model, version, build, release, revision, issue, bug, commit, case number, reference,
  ref, reference number, transaction, transaction id, booking, reservation, amount, total, price, quantity, qty,
  timestamp, port, pid, isbn, issn, ean, gtin, upc, doi, page, line, room, zip, postcode, postal code, phone,
  telephone, tel, mobile, fax, cell, extension,
  commande, numéro de commande, facture, reçu, devis, colis, suivi, lot, série, article, référence, réf,
  dossier, réservation, montant, quantité, code postal, téléphone, tél, portable,
  bestellung, bestellnummer, auftrag, auftragsnummer, rechnung, rechnungsnummer, sendung, sendungsnummer, artikel,
  artikelnummer, seriennummer, charge, vorgang, aktenzeichen, betrag, menge, buchung, plz, telefon, handy, rufnummer,
  pedido, número de pedido, factura, recibo, presupuesto, envío, lote, artículo, referencia, importe, cantidad,
  reserva, código postal, teléfono, móvil,
  ordine, numero ordine, fattura, ricevuta, spedizione, lotto, articolo, riferimento, importo, quantità, prenotazione,
  cellulare, encomenda, fatura, recibo, envio, artigo, referência, montante, quantidade, telefone, telemóvel,
  bestelling, bestelnummer, factuur, factuurnummer, zending, artikel, referentie, bedrag, aantal, telefoon, mobiel,
  zamówienie, numer zamówienia, faktura, paragon, przesyłka, partia, kwota, ilość, zgłoszenie, komórka,
  beställning, ordrenummer, ordernummer, fakturanummer, ærende, tilaus, lasku, objednávka, faktúra, rendelés, számla,
  заказ, номер заказа, счёт, накладная, сумма, телефон, 订单, 订单号, 发票, 快递, 注文, 注文番号, 請求書, 주문
`);

/** So close in front of a number is its label (code units). */
export const LABEL_REACH = 16;
