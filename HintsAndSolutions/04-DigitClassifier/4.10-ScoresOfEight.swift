// Nudge: The first is the page's sum for one image; only this time some axes stay and some go. For the second, ask
//   what the ideal eight has that the ideal of the others has not.
// Idea: `images * weights` broadcasts to [n, h, w]. `sum(axes: …)` sums over the axes that you name. And "how often
//   and how dark" is a mean over images.
// Almost: `sum(axes: -1, -2)` leaves [n]. The weights are the mean of the eights over axis 0, minus that of the others.

import Tensors

public func scoresOfEight(_ images: Tensor, _ weights: Tensor) throws -> Tensor {
    (images * weights).sum(axes: -1, -2)
}

public func weightsOfEight(_ eights: Tensor, _ others: Tensor) throws -> Tensor {
    // Learning will find better ones. But a guess that looks at the data beats a random start.
    eights.mean(axis: 0) - others.mean(axis: 0)
}
