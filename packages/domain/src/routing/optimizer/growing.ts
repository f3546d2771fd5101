// Typed arrays whose length is not known beforehand.

export interface Growing<A extends Float64Array | Int32Array> {
  items: A;
  length: number;
}

export function growingInts(): Growing<Int32Array> {
  return { items: new Int32Array(1024), length: 0 };
}

export function growingFloats(): Growing<Float64Array> {
  return { items: new Float64Array(1024), length: 0 };
}

export function pushInt(list: Growing<Int32Array>, value: number): void {
  if (list.length === list.items.length) {
    const larger = new Int32Array(list.items.length + (list.items.length >> 1));
    larger.set(list.items);
    list.items = larger;
  }
  list.items[list.length] = value;
  list.length += 1;
}

export function pushFloat(list: Growing<Float64Array>, value: number): void {
  if (list.length === list.items.length) {
    const larger = new Float64Array(list.items.length + (list.items.length >> 1));
    larger.set(list.items);
    list.items = larger;
  }
  list.items[list.length] = value;
  list.length += 1;
}
