// Exercise 15.3 · A head of your own
// Section 15.1, question 15.6, further research 1: Chapters/15-Architectures/01d-ConcatPooling.swift

import Layers
import Practice
import Tensors

/// The book's first suggestion for further research: write a head of your own, and see whether it can beat the default.
///
/// It can where you know something about the task that the default head does not. Here the maps are of 4 rows and 4
/// columns of cells, `channels` of them, full of noise. In one quarter of the picture all cells of the first map are
/// brighter, and the class says which quarter that is: 0 above left, 1 above right, 2 below left, 3 below right. The
/// book's head pools each map to two numbers, and so it cannot know: it guesses.
///
/// Return a head for maps [n, channels, 4, 4] that gives scores [n, 4]. The check trains it for 60 steps with Adam at a
/// rate of 0.02 on 200 pictures, and wants it to be right on nine of ten others. All its random numbers come from
/// `random`.
///
/// Then try your own head on the pets: `headAccuracies` in Chapters/15-Architectures/SharedTraining.swift shows how
/// heads are compared there.
public func ownHead(_ channels: Int, using random: inout SplitMix64) throws -> Sequential {
    throw Unanswered("15.3")
}
