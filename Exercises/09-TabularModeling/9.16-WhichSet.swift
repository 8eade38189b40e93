// Exercise 9.16 · From which set is a row?
// Section 9.7: Chapters/09-TabularModeling/07b-OutOfDomainRows.swift

import Practice
import Tabular
import Tensors

/// The columns in which two sets of rows differ, the most telling one first: the names in the order of their importance
/// to a forest that says for each row which set it is from, 0 for `train` and 1 for `valid`. Only columns whose
/// importance is above 0.1 are named.
///
/// The forest has 40 trees, half of the columns for each question, at least 5 rows in each leaf, and takes its chance
/// from `SplitMix64(seed: seed)`. It learns from the rows of `train` and then those of `valid`.
public func tellingColumns(_ train: Features, _ valid: Features, seed: UInt64) throws -> [String] {
    throw Unanswered("9.16")
}
