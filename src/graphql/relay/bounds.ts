import { InvalidInput } from '../../domain/errors.ts';

/** @throws InvalidInput naming the argument, if the number is out of its bounds (both inclusive) */
export function assertBetween(argument: string, value: number, least: number, most: number): void {
  if (value < least || value > most)
    throw new InvalidInput(argument, `${value} is not between ${least} and ${most}`);
}
