// Exercise 9.9 · The error of any model
// Section 9.5: Chapters/09-TabularModeling/05b-TheForest.swift

import Practice
import Tabular

/// The root of the mean squared difference between what a model predicts and the targets, rounded to six decimals. (The
/// book's `m_rmse`, which calls its `r_mse`.)
///
/// There is at least one row. Errors of the model's `predict` are passed on.
///
/// A model that always says 1, for the targets [1, 2] → 0.707107
public func modelError(_ model: any Regressor, _ x: Features, _ y: [Double]) throws -> Double {
    throw Unanswered("9.9")
}
