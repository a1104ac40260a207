/**
 * A text that is no value of an option's type. `message` says why, without the option's key: who reads the option knows
 * it, and knows whether the value may be shown.
 */
export class IllegalValue extends Error {
  override readonly name = "IllegalValue";
}
