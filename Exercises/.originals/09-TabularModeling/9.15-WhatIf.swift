// Exercise 9.15 · What if all rows had this value?
// Section 9.6: Chapters/09-TabularModeling/06e-PartialDependence.swift

import Practice
import Tabular

/// How far the predictions of a model change on average when one column is set from `low` to `high` in all rows and
/// nothing else is changed: the mean prediction with `high` less that with `low`. Two points of a partial dependence.
///
/// 0 if there are no rows. If there is no such column, the error of `Features` is passed on.
public func effect(
    of column: String, from low: Float, to high: Float, on model: any Regressor, _ x: Features
) throws -> Double {
    throw Unanswered("9.15")
}
