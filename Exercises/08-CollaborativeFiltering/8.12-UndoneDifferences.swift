// Exercise 8.12 · One change undone
// Section 8.4, further research 1: Chapters/08-CollaborativeFiltering/04i-OwnEmbedding.swift

import Practice

/// The book's first item of further research asks for all differences between the model with embeddings and the one
/// with parameters of its own, and for what happens when each is undone. Two of them decide about shapes: whether the
/// sum of the products keeps its axis, [b, 1] or [b], and whether the biases have a column, so that looking them up
/// gives [b, 1] or [b].
///
/// The shape of the predictions of a batch, and whether they are one prediction for each pair, as they should be: as
/// many numbers as pairs. (In a batch of one pair, that is always so: whoever tries a model with one pair sees
/// nothing.)
public func predictions(
    of batch: Int, sumKeepsAxis: Bool, biasHasColumn: Bool
) throws -> (shape: [Int], areRight: Bool) {
    throw Unanswered("8.12")
}
