// Exercise 9.23 · A batch on its way
// Section 9.8, further research 4: Chapters/09-TabularModeling/08f-LineByLine.swift

import Layers
import Practice
import Tabular
import Tensors

/// What a net for tables says of a batch, [rows, outputs], step by step and without calling the net itself: the
/// embeddings of the categories side by side, then the plain numbers through their norm, the layers, and the range.
/// Each step uses what the net has: `embeddings`, `numberNorm`, `layers`, `plan.range`. (The book's fourth item of
/// further research: explain every line of its `TabularModel`.)
///
/// The net is in evaluation. There may be no categories, no plain numbers (then `numberNorm` is nil) or no range.
public func throughTheNet(_ model: TabularModel, _ batch: TabularBatch) throws -> Tensor {
    throw Unanswered("9.23")
}
