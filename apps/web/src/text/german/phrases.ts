// Sentences and short words that the server says without a code, by their English: causes of differences, what an order
// waits for, the steps of its timeline.

export const GERMAN_PHRASES: Readonly<Record<string, string>> = {
  // Causes of differences
  'The shop did not answer, or refused the app.':
    'Der Shop hat nicht geantwortet oder die App abgewiesen.',
  'The read-back RESTlet did not answer, or none is set up.':
    'Das RESTlet zum Zurücklesen hat nicht geantwortet, oder es ist keines eingerichtet.',
  'Not downloaded yet, or refused: see the problems.':
    'Noch nicht heruntergeladen oder abgewiesen: siehe die Probleme.',
  'It was deleted in Shopify, or the app may no longer read orders this old.':
    'Er wurde in Shopify gelöscht, oder die App darf so alte Aufträge nicht mehr lesen.',
  'The order changed in Shopify after it was downloaded.':
    'Der Auftrag hat sich in Shopify nach dem Herunterladen geändert.',
  'An edit, cancellation, return or refund is known to one side only.':
    'Eine Änderung, Stornierung, Rückgabe oder Erstattung kennt nur eine Seite.',
  'An edit, cancellation or return has not been downloaded or could not be followed.':
    'Eine Änderung, Stornierung oder Rückgabe ist nicht heruntergeladen oder war nicht zu übernehmen.',
  'The cancel has not been downloaded yet, or only part of the order could be cancelled.':
    'Die Stornierung ist noch nicht heruntergeladen, oder nur ein Teil war zu stornieren.',
  'A payment has not been downloaded yet, or changed.':
    'Eine Zahlung ist noch nicht heruntergeladen oder hat sich geändert.',
  'A refund has not been downloaded yet, or changed.':
    'Eine Erstattung ist noch nicht heruntergeladen oder hat sich geändert.',
  'Not sent yet.': 'Noch nicht gesendet.',
  'It was entered or imported a second time in NetSuite.':
    'Er wurde in NetSuite ein zweites Mal eingetragen oder importiert.',
  'A send sale was booked as a cash sale, or a carry-out as a sales order.':
    'Ein Versandverkauf wurde als Barverkauf gebucht, oder Mitgenommenes als Verkaufsauftrag.',
  'It was removed in NetSuite.': 'Sie wurde in NetSuite entfernt.',
  'It was added in NetSuite.': 'Sie wurde in NetSuite hinzugefügt.',
  'The quantity was changed in NetSuite.': 'Die Menge wurde in NetSuite geändert.',
  'The closing has not been sent yet, or was refused.':
    'Das Schließen ist noch nicht gesendet oder wurde abgewiesen.',
  'Somebody closed it in NetSuite.': 'Jemand hat sie in NetSuite geschlossen.',
  'NetSuite computed another amount, or the line was changed there.':
    'NetSuite hat anders gerechnet, oder die Zeile wurde dort geändert.',
  'NetSuite computed another amount: it added tax, or shipping or discount were changed there.':
    'NetSuite hat anders gerechnet: Steuer kam hinzu, oder Versand oder Rabatt wurden dort geändert.',
  'The amount was changed in NetSuite.': 'Der Betrag wurde in NetSuite geändert.',
  'It was entered twice, or for another order.':
    'Sie wurde doppelt oder für einen anderen Auftrag eingetragen.',
  'The amount was changed in NetSuite, or a part was refused.':
    'Der Betrag wurde in NetSuite geändert, oder ein Teil wurde abgewiesen.',
  'NetSuite’s warehouse shipped it and the OMS has not heard, or it was entered by hand.':
    'Das Lager von NetSuite hat versandt und das OMS noch nichts gehört, oder es wurde von Hand eingetragen.',
  'The invoice is not made yet.': 'Die Rechnung ist noch nicht gestellt.',
  'The invoice is of another amount than what was shipped.':
    'Die Rechnung lautet auf einen anderen Betrag als das Versandte.',
  'NetSuite credited another amount than the customer got.':
    'NetSuite hat einen anderen Betrag gutgeschrieben, als zurückgezahlt wurde.',
  'NetSuite has not applied it to the invoice of the goods that went out instead.':
    'NetSuite hat sie nicht mit der Rechnung der ersatzweise gelieferten Ware verrechnet.',
  'It was entered by hand.': 'Sie wurde von Hand eingetragen.',
  'Its file is written and not handed over yet.':
    'Die Datei ist geschrieben und noch nicht übergeben.',
  'Handed over; NetSuite has not answered yet.': 'Übergeben; NetSuite hat noch nicht geantwortet.',
  'NetSuite took it; it was deleted or changed there since.':
    'NetSuite hat es angenommen; seither wurde es dort gelöscht oder geändert.',

  // What an order waits for
  download: 'das Herunterladen',
  'NetSuite to take the customer': 'die Kundennummer von NetSuite',
  'NetSuite to take the order': 'die Annahme durch NetSuite',
  'the line ids from NetSuite': 'die Zeilennummern von NetSuite',
  approval: 'die Freigabe',
  brokering: 'die Zuteilung',
  'the facility to ship': 'den Versand am Standort',
  'Shopify to be told': 'die Meldung an Shopify',
  'the invoice in NetSuite': 'die Rechnung in NetSuite',
  'the cash sale to go out': 'das Senden des Barverkaufs',
  'NetSuite to book the cash sale': 'die Buchung des Barverkaufs',
  'the cancel': 'die Stornierung',

  // Steps of the timeline
  downloaded: 'heruntergeladen',
  revised: 'überarbeitet',
  edited: 'geändert',
  'customer exported': 'Kundin, Kunde gesendet',
  'customer id received': 'Kundennummer erhalten',
  'order exported': 'Auftrag gesendet',
  'order id received': 'Auftragsnummer erhalten',
  'line ids received': 'Zeilennummern erhalten',
  'deposit exported': 'Anzahlung gesendet',
  'deposit created': 'Anzahlung gebucht',
  approved: 'freigegeben',
  held: 'angehalten',
  released: 'weitergelassen',
  brokered: 'zugeteilt',
  unfillable: 'nicht lieferbar',
  'allocation exported': 'Zuteilung gesendet',
  rejected: 'abgelehnt',
  fulfilled: 'versandt',
  'fulfillment exported': 'Lieferung gesendet',
  'fulfillment received': 'Lieferung erhalten',
  'Shopify told': 'an Shopify gemeldet',
  'Shopify told of a cancellation': 'Stornierung an Shopify gemeldet',
  'Shopify told of a facility': 'Standort an Shopify gemeldet',
  'Shopify told of a hold': 'Anhalten an Shopify gemeldet',
  'Shopify told of a release': 'Weiterlassen an Shopify gemeldet',
  invoiced: 'berechnet',
  'cash sale exported': 'Barverkauf gesendet',
  'cash sale id received': 'Barverkauf gebucht',
  'items cancelled': 'Artikel storniert',
  cancelled: 'storniert',
  'item close exported': 'Schließen der Zeilen gesendet',
  refunded: 'erstattet',
  returned: 'zurückgegeben',
  exchanged: 'umgetauscht',
  'refund exported': 'Erstattung gesendet',
  'refund created': 'Erstattung gebucht',
  'variance exported': 'Bestandskorrektur gesendet',
};
