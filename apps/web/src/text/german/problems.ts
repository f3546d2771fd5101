// Every problem the server can raise, by code: what it is, and what to do.

import type { ProblemWords } from '../words-of-server.ts';

const BACK_BY_ITSELF = 'Nichts, wenn es von selbst wiederkommt';

export const GERMAN_PROBLEMS: Readonly<Record<string, ProblemWords>> = {
  TOTAL_MISMATCH: {
    title: 'Die Teile des Auftrags ergeben nicht seine Summe',
    whatToDo:
      'Die gespeicherte Nachricht mit dem Auftrag in Shopify vergleichen. Stimmt der Auftrag (oder unser Lesen), die Nachricht noch einmal lesen.',
  },
  SHOP_UNKNOWN: {
    title: 'Der Shop ist nicht eingerichtet',
    whatToDo: 'Den Shop einrichten; der Auftrag wird beim nächsten Herunterladen angenommen.',
  },
  SELLING_FACILITY_UNKNOWN: {
    title: 'Die verkaufende Filiale ist nicht eingerichtet',
    whatToDo: 'Den Shopify-Standort einem Standort zuordnen; wartende Aufträge übernehmen ihn.',
  },
  CUSTOMER_MISSING: {
    title: 'Der Auftrag hat keine Kundin, keinen Kunden',
    whatToDo:
      'Im Shop festlegen, auf wen anonyme Verkäufe laufen; wartende Aufträge übernehmen es.',
  },
  ADDRESS_MISSING: {
    title: 'Der Auftrag wird versandt, hat aber keine Adresse',
    whatToDo:
      'Die Lieferadresse in Shopify eintragen; beim nächsten Herunterladen geht der Auftrag weiter.',
  },
  SHIPPING_METHOD_UNMAPPED: {
    title: 'Die Versandart ist nicht zugeordnet',
    whatToDo:
      'Die Zuordnung ergänzen (SHIPPING_METHOD oder NETSUITE_SHP_MTHD); wartende Aufträge übernehmen sie.',
  },
  PAYMENT_METHOD_UNMAPPED: {
    title: 'Die Zahlart ist nicht zugeordnet',
    whatToDo: 'Die Zuordnung ergänzen; die Anzahlung geht mit dem nächsten Lauf hinaus.',
  },
  SETTING_MISSING: {
    title: 'Eine Einstellung, die NetSuite braucht, fehlt',
    whatToDo:
      'Die genannte Zuordnung ergänzen; wartende Datensätze gehen mit dem nächsten Lauf hinaus.',
  },
  PRODUCT_UNKNOWN: {
    title: 'Das Produkt steht nicht in unserem Katalog',
    whatToDo:
      'Der Variante in Shopify eine SKU geben; der nächste Abgleich des Katalogs verbindet die Zeile.',
  },
  ITEM_NOT_IN_NETSUITE: {
    title: 'Den Artikel gibt es in NetSuite nicht',
    whatToDo:
      'Den Artikel in NetSuite anlegen; seine Nummer kommt mit dem Produkt-Feed, dann geht der Auftrag weiter.',
  },
  CANCELLED_MONEY_KEPT: {
    title: 'In Shopify ist alles storniert, und Geld wurde behalten',
    whatToDo:
      'Den Rest in Shopify erstatten: dann löst sich das Problem. Behält ihn der Shop, in NetSuite von Hand buchen und das Problem lösen.',
  },
  CANCELLED_HERE_ONLY: {
    title: 'Ein Teil des Auftrags ist hier storniert und in Shopify nicht',
    whatToDo:
      'Einige Minuten nichts: mit der Erstattung löst es sich. Hat Shopify sie abgewiesen (SHOPIFY_NOTICE_REFUSED), dort erstatten.',
  },
  ORDER_EDITED_AFTER_EXPORT: {
    title: 'Der Auftrag wurde nach dem Buchen geändert',
    whatToDo: 'Die Buchung in NetSuite von Hand ändern und das Problem lösen.',
  },
  FULFILLED_OUTSIDE: {
    title: 'Shopify zählt als versandt, was wir nicht versandt haben',
    whatToDo:
      'Herausfinden, wer versandt hat; die Lieferung eintragen oder stornieren, dann den Auftrag weiterlassen.',
  },
  SHIPPED_AFTER_CANCELLATION: {
    title: 'Ein stornierter Artikel wurde versandt',
    whatToDo:
      'Das Paket aufhalten oder eine Rückgabe beginnen; den Auftrag in NetSuite berichtigen.',
  },
  NOT_ENOUGH_STOCK: {
    title: 'Es ist weniger Bestand da, als der Schritt braucht',
    whatToDo: 'Den Bestand des Standorts zählen, oder einen anderen wählen.',
  },
  UNFILLABLE: {
    title: 'Kein Standort kann den Artikel versenden',
    whatToDo:
      'Nichts, wenn Bestand kommt: dann wird es erneut versucht. Sonst den Artikel stornieren.',
  },
  ORDER_UNKNOWN: { title: 'Diesen Auftrag gibt es nicht', whatToDo: 'Die Nummer prüfen.' },
  ITEM_UNKNOWN: {
    title: 'Diesen Artikel hat der Auftrag nicht',
    whatToDo: 'Die Nummer des Artikels prüfen.',
  },
  RECORD_UNKNOWN: {
    title: 'Diesen Datensatz gibt es nicht',
    whatToDo:
      'Die Kennung prüfen; kommt sie aus einer Datei, prüfen, welches System sie gemacht hat.',
  },
  STEP_NOT_ALLOWED: {
    title: 'Der Schritt ist in diesem Zustand nicht erlaubt',
    whatToDo: 'Im Verlauf nachsehen, was dazwischen geschah.',
  },
  IDENTIFIER_CONFLICT: {
    title: 'Eine andere Kennung ist schon eingetragen',
    whatToDo: 'In NetSuite nach einem doppelten Datensatz suchen und ihn entfernen.',
  },
  FEED_FILE_MALFORMED: {
    title: 'Eine Feed-Datei ist nicht zu lesen',
    whatToDo:
      'Die gespeicherte Datei ansehen; eine vollständige Datei mit denselben Datensätzen löst es.',
  },
  FEED_ROW_MALFORMED: {
    title: 'Eine Zeile einer Feed-Datei ist nicht zu lesen',
    whatToDo:
      'Die Zeile in der gespeicherten Datei ansehen und den Datensatz in NetSuite berichtigen.',
  },
  FEED_ROW_ORDER_UNKNOWN: {
    title: 'Eine Zeile nennt einen Auftrag, den wir nicht haben',
    whatToDo:
      'Prüfen, ob ein anderes System das Verzeichnis mitbenutzt; die Zeile lassen oder den Auftrag suchen.',
  },
  SFTP_UNREACHABLE: {
    title: 'Der SFTP-Server ist nicht zu erreichen',
    whatToDo: `${BACK_BY_ITSELF}; sonst Rechner, Port und Netz prüfen.`,
  },
  SFTP_HOST_KEY_MISMATCH: {
    title: 'Der SFTP-Server zeigt einen anderen Schlüssel',
    whatToDo:
      'Beim Betreiber des Servers auf anderem Weg nach dem neuen Fingerabdruck fragen, dann eintragen.',
  },
  SFTP_AUTHENTICATION_FAILED: {
    title: 'Der SFTP-Server weist unseren Schlüssel ab',
    whatToDo:
      'Den Benutzer prüfen, und ob unser öffentlicher Schlüssel auf dem Server eingetragen ist.',
  },
  SFTP_FILE_CONFLICT: {
    title: 'Eine Datei dieses Namens mit anderem Inhalt liegt schon dort',
    whatToDo: 'Die Datei auf dem Server ansehen; wegräumen, wenn niemand sie braucht.',
  },
  NETSUITE_UNREACHABLE: {
    title: 'NetSuite ist nicht zu erreichen',
    whatToDo: `${BACK_BY_ITSELF}; sonst Konto, Rolle und Zertifikat prüfen.`,
  },
  NETSUITE_ROW_REFUSED: {
    title: 'NetSuite hat den Datensatz abgewiesen',
    whatToDo: 'Berichtigen, was NetSuite nennt, und den Datensatz noch einmal senden.',
  },
  NETSUITE_ANSWER_OVERDUE: {
    title: 'NetSuite hat für den Datensatz nicht rechtzeitig geantwortet',
    whatToDo:
      'Zunächst nichts. Bleibt es: nachsehen, ob die Skripte in NetSuite laufen, dann noch einmal senden oder abschließen.',
  },
  ORDER_STUCK: {
    title: 'Der Auftrag bleibt länger an einer Stelle, als er darf',
    whatToDo: 'Nachsehen, worauf die Stelle wartet; die Einzelheiten nennen sie und seit wann.',
  },
  SHOPIFY_UNREACHABLE: {
    title: 'Shopify ist nicht zu erreichen',
    whatToDo: `${BACK_BY_ITSELF}.`,
  },
  SHOPIFY_ACCESS_DENIED: {
    title: 'Shopify verweigert den Zugriff',
    whatToDo: 'Das genannte Recht erteilen und das Token erneuern.',
  },
  SHOPIFY_ORDER_UNREADABLE: {
    title: 'Ein Auftrag aus Shopify ist nicht zu lesen',
    whatToDo: 'Melden; nach der Korrektur wird die Nachricht noch einmal gelesen.',
  },
  SHOPIFY_FIGURES_DISAGREE: {
    title: 'Zwischensumme oder Steuer von Shopify passt nicht zu den Zeilen',
    whatToDo:
      'Den Auftrag in Shopify mit der gespeicherten Nachricht vergleichen; wenn nötig eine Korrektur buchen.',
  },
  SHOPIFY_VERSION_UNSUPPORTED: {
    title: 'Shopify bedient unsere Fassung der Schnittstelle nicht mehr',
    whatToDo: 'Eine Ausgabe von Sendsale einspielen, die für eine bediente Fassung gemacht ist.',
  },
  SHOPIFY_FULFILLMENT_REFUSED: {
    title: 'Shopify hat die Lieferung abgewiesen',
    whatToDo:
      'Den Auftrag in Shopify ansehen: meist sind die Stücke dort versandt, storniert oder angehalten.',
  },
  SHOPIFY_BULK_FAILED: {
    title: 'Shopify konnte die Aufträge nicht auflisten',
    whatToDo: 'Nichts, wenn es in der nächsten Nacht geht; sonst den Code von Shopify ansehen.',
  },
  SHOPIFY_WEBHOOKS_REFUSED: {
    title: 'Shopify nimmt unsere Webhooks nicht an',
    whatToDo: 'Die öffentliche Adresse und die Rechte der App prüfen.',
  },
  SHOPIFY_APP_UNINSTALLED: {
    title: 'Die App wurde aus dem Shop entfernt',
    whatToDo: 'Die App wieder installieren, oder den Shop aus den Einstellungen nehmen.',
  },
  SHOPIFY_NOTICE_REFUSED: {
    title: 'Shopify hat ein Anhalten, Weiterlassen oder Stornieren abgewiesen',
    whatToDo: 'Den Auftrag in Shopify ansehen und dort tun, was abgewiesen wurde.',
  },
  SHOPIFY_LOCATION_UNTIED: {
    title: 'Ein Shopify-Standort gehört zu keinem Standort',
    whatToDo: 'Zuordnen, oder in Shopify abschalten.',
  },
  SHOPIFY_INVENTORY_REFUSED: {
    title: 'Shopify hat einen Bestand abgewiesen',
    whatToDo: 'Den Artikel in Shopify ansehen; der Bestand wird noch einmal gelesen und gesetzt.',
  },
  PRIVACY_DATA_REQUESTED: {
    title: 'Jemand verlangt Auskunft über die eigenen Daten',
    whatToDo:
      'Die genannten Datensätze innerhalb von 30 Tagen an den Shop senden, dann das Problem lösen.',
  },
  STOCK_NOT_AVAILABLE: {
    title: 'Der Bestand ist fort',
    whatToDo: 'Einen anderen Standort oder Artikel anbieten.',
  },
  SEND_SALE_REFUSED: {
    title: 'Der Versandverkauf ist so nicht möglich',
    whatToDo: 'Berichtigen, was die Meldung nennt, und noch einmal aufgeben.',
  },
  BOOKS_DISAGREE: {
    title: 'Shopify, OMS und NetSuite sind über den Auftrag uneins',
    whatToDo:
      'Den Auftrag im Abgleich öffnen und berichtigen, was jede Differenz nennt; der nächste Vergleich löst es.',
  },
};
