// The ways the books can disagree, by code: what differs, and what to do. Causes are among the phrases.

import type { DifferenceWords } from '../words-of-server.ts';

type Words = Omit<DifferenceWords, 'cause'>;

const AGAIN = 'Den Auftrag noch einmal herunterladen.';

export const GERMAN_DIFFERENCES: Readonly<Record<string, Words>> = {
  SHOPIFY_UNREADABLE: {
    what: 'Shopify war nicht zu lesen',
    whatToDo: 'Siehe die Meldung; neu vergleichen, sobald der Shop antwortet.',
  },
  NETSUITE_UNREADABLE: {
    what: 'NetSuite war nicht zu lesen',
    whatToDo: 'Siehe die Meldung; neu vergleichen, sobald NetSuite antwortet.',
  },
  ORDER_NOT_IN_OMS: {
    what: 'Auftrag fehlt im OMS',
    whatToDo: 'Mit seiner Kennung herunterladen, oder das Problem lösen, das ihn abweist.',
  },
  ORDER_NOT_IN_SHOPIFY: {
    what: 'Auftrag fehlt in Shopify',
    whatToDo:
      'In Shopify nachsehen; wurde er gelöscht, hier stornieren und in NetSuite zurückbuchen.',
  },
  TOTAL_DIFFERS: {
    what: 'Summe des Auftrags',
    whatToDo: `${AGAIN} Sagt ein Problem, dass die Änderung nicht zu übernehmen war?`,
  },
  SALES_DIFFER: {
    what: 'was vom Auftrag noch steht',
    whatToDo: `${AGAIN} Zeilen und Erstattungen vergleichen.`,
  },
  UNITS_DIFFER: {
    what: 'Stückzahl einer Zeile',
    whatToDo: `${AGAIN} Die Probleme des Auftrags ansehen.`,
  },
  CANCELLED_DIFFERS: {
    what: 'storniert',
    whatToDo: 'Den Auftrag ansehen; was schon fort ist, kommt als Rückgabe zurück.',
  },
  PAYMENT_DIFFERS: { what: 'Zahlung', whatToDo: AGAIN },
  REFUND_DIFFERS: { what: 'Erstattung', whatToDo: AGAIN },
  SALES_ORDER_MISSING: {
    what: 'Verkaufsauftrag fehlt',
    whatToDo:
      'Die Probleme des Auftrags ansehen; Abgewiesenes wird nach der Korrektur neu gesendet.',
  },
  SALES_ORDER_TWICE: {
    what: 'Verkaufsauftrag doppelt gebucht',
    whatToDo: 'Den schließen oder löschen, den das OMS nicht kennt.',
  },
  CASH_SALE_MISSING: {
    what: 'Barverkauf fehlt',
    whatToDo:
      'Die Probleme des Auftrags ansehen; Abgewiesenes wird nach der Korrektur neu gesendet.',
  },
  CASH_SALE_TWICE: {
    what: 'Barverkauf doppelt gebucht',
    whatToDo: 'Den löschen, den das OMS nicht kennt.',
  },
  IN_OTHER_BOOK: {
    what: 'auch im anderen Buch gebucht',
    whatToDo: 'Die Buchung der falschen Art in NetSuite löschen.',
  },
  LINE_MISSING: {
    what: 'Zeile fehlt in NetSuite',
    whatToDo: 'Die Zeile mit ihrer Zeilenkennung wieder eintragen.',
  },
  LINE_UNKNOWN: {
    what: 'Zeile hier unbekannt',
    whatToDo: 'Entfernen, oder den Auftrag in Shopify ändern, bis beide gleich sind.',
  },
  LINE_UNITS_DIFFER: {
    what: 'Stückzahl einer Zeile in NetSuite',
    whatToDo: 'Die Menge zurücksetzen, oder den Auftrag in Shopify ändern.',
  },
  LINE_NOT_CLOSED: {
    what: 'stornierte Zeile in NetSuite noch offen',
    whatToDo:
      'Den Feed item-close ansehen; hat NetSuite das Schließen abgewiesen, von Hand schließen.',
  },
  LINE_CLOSED: {
    what: 'Zeile nur in NetSuite geschlossen',
    whatToDo: 'Den Artikel in Shopify stornieren, oder die Zeile wieder öffnen.',
  },
  LINE_AMOUNT_DIFFERS: {
    what: 'Betrag einer Zeile',
    whatToDo: 'Preis, Rabatt und Steuerschlüssel der Zeile vergleichen.',
  },
  SALE_TOTAL_DIFFERS: {
    what: 'Summe in NetSuite',
    whatToDo:
      'Die Zeilen vergleichen; den Steuerschlüssel auf steuerfrei setzen, denn Steuer reist als Zeile.',
  },
  DEPOSIT_MISSING: { what: 'Anzahlung fehlt', whatToDo: 'Den Feed customer-deposit ansehen.' },
  DEPOSIT_DIFFERS: { what: 'Anzahlung', whatToDo: 'Die Anzahlung in NetSuite berichtigen.' },
  DEPOSIT_UNKNOWN: {
    what: 'Anzahlung, die niemand geleistet hat',
    whatToDo: 'Löschen, oder dem Auftrag zuordnen, zu dem sie gehört.',
  },
  REFUND_MISSING: {
    what: 'Erstattung fehlt in NetSuite',
    whatToDo: 'Die Feeds customer-refund und pos-return ansehen.',
  },
  REFUND_AMOUNT_DIFFERS: {
    what: 'Erstattung in NetSuite',
    whatToDo: 'Die Erstattung in NetSuite berichtigen.',
  },
  REFUND_UNKNOWN: {
    what: 'Erstattung, die niemand bekam',
    whatToDo: 'In NetSuite löschen, oder die Kundin, den Kunden in Shopify erstatten.',
  },
  FULFILLMENT_MISSING: { what: 'Lieferung fehlt', whatToDo: 'Den Feed fulfillment ansehen.' },
  FULFILLMENT_UNKNOWN: {
    what: 'nur in NetSuite geliefert',
    whatToDo: 'Auf den Feed der Lieferungen warten; sonst die Lieferung stornieren.',
  },
  INVOICE_MISSING: {
    what: 'Rechnung fehlt',
    whatToDo:
      'Nachsehen, warum der Verkaufsauftrag nicht auf Rechnungsstellung wartet, oder warum sie abgewiesen wurde.',
  },
  INVOICE_DIFFERS: {
    what: 'berechneter Betrag',
    whatToDo: 'Die Rechnung in NetSuite berichtigen.',
  },
  CREDIT_MISSING: { what: 'Gutschrift fehlt', whatToDo: 'Den Feed pos-return ansehen.' },
  CREDIT_DIFFERS: { what: 'Gutschrift', whatToDo: 'Die Gutschrift in NetSuite berichtigen.' },
  CREDIT_UNKNOWN: {
    what: 'Gutschrift ohne Rückgabe',
    whatToDo: 'In Shopify erstatten, oder die Gutschrift löschen.',
  },
  CREDIT_NOT_APPLIED: {
    what: 'Gutschrift eines Umtauschs ist offen',
    whatToDo:
      'Im Protokoll von HC_SC_CreateSalesOrderInvoice steht, was NetSuite ablehnt; jeder Lauf versucht es wieder. Oder die Gutschrift in NetSuite mit der Rechnung verrechnen.',
  },
};
