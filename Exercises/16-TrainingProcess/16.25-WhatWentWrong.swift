// Exercise 16.25 · What went wrong?
// Section 16.10: Chapters/16-TrainingProcess/10e-NineCurves.swift

import Chapter16
import Practice

/// The mistake of a training, from its curves. `first` is the loss of the first batch, before any step; after each
/// epoch come the mean loss of the batches and the validation loss. Chance is the natural logarithm of the number of
/// classes.
///
/// What each mistake shows, as on the page:
/// - `.keptGradients`: the validation loss ends above chance, and the losses of the batches have risen at least once.
/// - `.largeStart`: the first loss is more than twice chance.
/// - `.leak`: it learns, and the validation loss ends less than a tenth above that of the batches.
/// - `.mixedLabels`: the validation loss ends above chance, though the losses of the batches have never risen.
/// - `.overflow`: not even the first loss is a number.
/// - `.twoSoftmaxes`: the validation loss ends below chance, but that of the batches above half of it.
/// - `.wrongSign`: some loss after the first is no number, or the batches end above twice chance.
/// - `.zeroStart`: the losses of the batches differ by less than a hundredth from each other.
/// - `.none`: nothing of this.
///
/// Several may fit. What is seen first in the training counts: the first loss before all others, then losses that are
/// no numbers or far too large, then losses that stay, then what the validation loss says, then what was learned. If no
/// epoch is over yet, only the first loss can tell.
public func likelyFault(first: Float, batches: [Float], checked: [Float], classes: Int) throws -> Fault {
    throw Unanswered("16.25")
}
