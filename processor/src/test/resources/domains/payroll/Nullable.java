package payroll;

/** One of the many of this name. */
@interface Nullable {}
