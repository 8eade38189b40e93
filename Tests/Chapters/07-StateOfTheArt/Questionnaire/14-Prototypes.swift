// Question 7.14: where to begin with a new data set.
//
// To run it: `swift test --filter "Questionnaire./.7.14 "`

import Chapter07
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `7 Questionnaire` {
    /// 7.14 · What is the first step, to be able to try ideas quickly on a new data set?
    ///
    /// Find or make a small subset that stands for the whole, so that an experiment takes minutes: few classes, or few
    /// photos of each, or small photos; or simplify the model. And check once that ideas come out on it in the same
    /// order as on the whole.
    ///
    /// - Shown by: `mostDifferent` in Chapters/07-StateOfTheArt/01e-MostDifferent.swift
    /// - Shown by: `threeIdeasOnThreeSets` in Chapters/07-StateOfTheArt/01f-TrialsInMinutes.swift
    @Test func `7.14 a small subset that stands for the whole`() throws {
        // The middles of classes are the means of their features, whatever the order of the photos.
        let features = Tensor([[0, 0], [10, 0], [2, 0], [10, 4], [0, 30], [12, 2]])
        let middles = classMiddles(features, [0, 1, 0, 1, 2, 1], classes: 3)
        expectClose(middles, Tensor([[1, 0], [32.0 / 3, 2], [0, 30]]), absolute: 1e-4)
        #expect(mostDifferent(2, distances(middles)) == [0, 2])
        #expect(mostAlike(2, distances(middles)) == [0, 1])
        // A quarter of the photos is learned from in a quarter of the time; and its parts keep their sides.
        let some = colourPhotos(96).filter { $0.label != "blue" }
        #expect(some.count == 64 && some.count(where: \.isValid) == 16)
    }
}
