// What differs between two versions, one beside the other.

import type { ReactNode } from 'react';

export type Difference = readonly [name: string, one: string, other: string];

interface DifferencesProps {
  readonly heads: Difference;
  readonly of: readonly Difference[];
}

export function Differences({ heads, of }: DifferencesProps): ReactNode {
  return (
    <table className="compare">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.map(([name, one, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{one}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
