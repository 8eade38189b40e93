// Exercise 15.13 · A loss of distances
// Section 15.3: Chapters/15-Architectures/03f-AgainstSimplerMeans.swift

import Practice

/// The book's net ends with a head that says “same” or “different”. There is another way to train two nets that share
/// their weights: no head at all. Each photo becomes a row of numbers, and photos of the same class shall be near to
/// each other, others far from each other. The loss for it is contrastive (R. Hadsell, S. Chopra and Y. LeCun,
/// “Dimensionality Reduction by Learning an Invariant Mapping”, 2006).
///
/// `distances` has the distance d of the two photos of each pair, 0 or more. The loss of a pair of the same class is d²
/// / 2. That of a pair of different classes is 0 if d is at least `margin`, since far enough is far enough, and else
/// (margin - d)² / 2. The loss is the mean over all pairs, and 0 if there are none.
///
/// Example: distances [1, 0.5, 3], same, different, different, margin 2 → (0.5 + 1.125 + 0) / 3.
public func contrastiveLoss(_ distances: [Double], _ isSame: [Bool], margin: Double) throws -> Double {
    throw Unanswered("15.13")
}

/// The slope of that loss for each distance: how fast the loss grows if this distance grows, the others staying as they
/// are. At the margin itself it is 0.
///
/// Which way does gradient descent move two photos of the same class, and which way two of different ones?
public func contrastiveSlopes(_ distances: [Double], _ isSame: [Bool], margin: Double) throws -> [Double] {
    throw Unanswered("15.13")
}
