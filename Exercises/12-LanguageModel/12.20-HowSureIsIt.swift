// Exercise 12.20 · How sure is the model?
// Section 12.12: Chapters/12-LanguageModel/12b-TrainingAndUse.swift

import Layers
import Practice
import Tensors

/// Dropout can also tell how sure a model is of an answer: leave it on, ask several times, and see how much the answers
/// differ. (Y. Gal and Z. Ghahramani, "Dropout as a Bayesian Approximation", 2016.)
///
/// Asks a model for x `times` times, with its dropout at work. Afterwards the model is in the mode in which it was
/// before (all of it: you may take it that all its parts are in the same mode), and no graph is left behind: the
/// results have no history.
///
/// - Parameter times: at least 2.
/// - Returns: mean and standard deviation (with times - 1) of each number of the answer, both shaped like an answer.
public func answers(
    of model: any Layer<Tensor, Tensor>, to x: Tensor, times: Int
) throws -> (mean: Tensor, deviation: Tensor) {
    throw Unanswered("12.20")
}
