import { itemAt } from '../../collections/item-at.ts';

/** The n-th largest of some numbers (1 for the largest), of which there are at least n; reorders them (Hoare, Find, 1961). */
export function nthLargest(numbers: number[], n: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const pivot = itemAt(numbers, (low + high) >> 1);
    let [left, right] = [low, high];
    while (left <= right) {
      while (itemAt(numbers, left) > pivot) left++;
      while (itemAt(numbers, right) < pivot) right--;
      if (left > right) break;
      const number = itemAt(numbers, left);
      numbers[left++] = itemAt(numbers, right);
      numbers[right--] = number;
    }
    if (n - 1 <= right) high = right;
    else if (n - 1 >= left) low = left;
    else break;
  }
  return itemAt(numbers, n - 1);
}
