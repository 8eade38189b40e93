// Exercise 9.22 · Embeddings in place of codes
// Section 9.8, further research 3: Chapters/09-TabularModeling/08d-EmbeddingsForTrees.swift

import Practice
import Tabular
import Tensors

/// A table in which every column of categories is replaced by the numbers of a net's embedding: what another model may
/// learn from. (The book's third item of further research: does a random forest get better with them?)
///
/// `tables` has an embedding [levels, width] for each name; the column of `x` with this name has the numbers of levels.
/// In place of a column c come columns "c 0", "c 1" …, one for each number of the width. A column without an embedding
/// stays as it is. The columns keep their order.
///
/// - Throws: an error of your own, if a number has no row in its embedding.
public func withEmbeddings(_ x: Features, _ tables: [String: Tensor]) throws -> Features {
    throw Unanswered("9.22")
}
