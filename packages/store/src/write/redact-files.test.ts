import { expect, test } from 'vitest';
import { redactText } from './redact-files.ts';

const VALUES = ['Ada', 'Byron', 'Ada Byron', 'ada@example.com', '12 Main Street', 'MA'];

test('whole fields go, in CSV and in JSON, and nothing else', () => {
  expect(redactText('id,first,last\n1,Ada,"Byron"\n2,Adam,Byrons\n', VALUES)).toBe(
    'id,first,last\n1,Redacted,"Redacted"\n2,Adam,Byrons\n',
  );
  expect(redactText('{"name":"Ada Byron","street":"12 Main Street","state":"MA"}', VALUES)).toBe(
    '{"name":"Redacted","street":"Redacted","state":"MA"}',
  );
  expect(redactText('ada@example.com', VALUES)).toBe('Redacted');
});

test('a value with signs that mean something to a pattern is only itself', () => {
  expect(redactText('a,(x+y)*,b', ['(x+y)*'])).toBe('a,Redacted,b');
  expect(redactText('a,xy,b', ['(x+y)*', ''])).toBe('a,xy,b');
});
