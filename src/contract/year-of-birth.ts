/** Oldest and youngest person the app serves, in years. 18 and over only; 110 bounds typing errors. */
const MAX_AGE_YEARS = 110;
const MIN_AGE_YEARS = 18;

/** The accepted years of birth in `currentYear`, both ends included. */
export const yearOfBirthRange = (
  currentYear: number,
): { readonly min: number; readonly max: number } => ({
  min: currentYear - MAX_AGE_YEARS,
  max: currentYear - MIN_AGE_YEARS,
});

/** What a year of birth comes to: accepted, too young (a kind stop), or not a year a person can have. */
export const checkYearOfBirth = (
  year: number,
  currentYear: number,
): 'accepted' | 'too-young' | 'out-of-range' => {
  const { min, max } = yearOfBirthRange(currentYear);
  if (!Number.isInteger(year) || year < min || year > currentYear) return 'out-of-range';
  return year > max ? 'too-young' : 'accepted';
};
