import { AppError } from '../../contract/errors';
import { checkYearOfBirth } from '../../contract/year-of-birth';

/** Lets only a year of birth pass that the app serves. Errors: input/too-young, input/year-out-of-range. */
export const requireAcceptedYear = (yearOfBirth: number, currentYear: number): void => {
  const verdict = checkYearOfBirth(yearOfBirth, currentYear);
  if (verdict === 'too-young') throw new AppError('input/too-young');
  if (verdict === 'out-of-range') throw new AppError('input/year-out-of-range');
};
