// The valley and the hollows of section 16.3, and what turning a valley does to whom (section 16.5).

import Chapter16
import Foundation
import Tensors
import TestSupport
import Testing

/// After how many steps a walk is below a loss of 0.01 for good; 700 if it is not.
private func arrival(_ recipe: Recipe, _ rate: Float, angle: Double = 0) -> Int {
    let valley = Valley(angle: angle)
    let places = walk(recipe.make, learningRate: rate, from: valley.start, steps: 700, slope: valley.slope)
    return min(700, (places.lastIndex { !(valley.loss($0) < 0.01) } ?? -1) + 1)
}

@Suite struct `16.3 The narrow valley` {
    @Test(arguments: [0, 0.3, .pi / 4])
    func `has the slope of its loss`(_ angle: Double) {
        let valley = Valley(angle: angle)
        let p = [1.3, -0.4], h = 1e-5
        let slopes = [[h, 0], [0, h]].map { shift in
            (valley.loss([p[0] + shift[0], p[1] + shift[1]]) - valley.loss([p[0] - shift[0], p[1] - shift[1]]))
                / (2 * h)
        }
        expectClose(valley.slope(p), slopes, absolute: 1e-5, relative: 1e-6)
        #expect(abs(valley.loss(valley.start) - (81 + 225) / 2) < 1e-9)
    }

    @Test func `plain descent changes sides in every step, damped momentum does not`() {
        let valley = Valley()
        func turns(_ recipe: Recipe) -> Int {
            let across = walk(recipe.make, learningRate: 0.019, from: valley.start, steps: 40, slope: valley.slope)
                .map { $0[1] }
            return zip(across, across.dropFirst()).count { $0 * $1 < 0 }
        }
        #expect(turns(.descent) == 40 && turns(.dampedMomentum) < 12)
    }

    @Test func `momentum may go nineteen times as fast, and not faster`() {
        let valley = Valley()
        func end(_ recipe: Recipe, _ rate: Float) -> Double {
            valley.loss(
                walk(recipe.make, learningRate: rate, from: valley.start, steps: 300, slope: valley.slope).last!)
        }
        #expect(end(.descent, 0.0195) < 1 && end(.descent, 0.0205) > 1e4)
        #expect(end(.dampedMomentum, 0.37) < 1 && end(.dampedMomentum, 0.39) > 1e4)
    }

    @Test func `at good rates momentum takes less than half the steps`() {
        #expect(arrival(.dampedMomentum, 0.056) < arrival(.descent, 0.0178) / 2)
    }

    @Test func `turning the valley changes nothing for descent and momentum, and a lot for the others`() {
        for (recipe, rate) in [(Recipe.descent, 0.0178), (.dampedMomentum, 0.056)] as [(Recipe, Float)] {
            #expect(abs(arrival(recipe, rate) - arrival(recipe, rate, angle: .pi / 4)) <= 1)
        }
        for (recipe, rate) in [(Recipe.rmsProp, 0.5), (.adam, 0.28)] as [(Recipe, Float)] {
            #expect(arrival(recipe, rate, angle: .pi / 4) > 2 * arrival(recipe, rate))
        }
    }

    @Test func `the slopes of the one-dimensional losses are those of the losses`() {
        for w in stride(from: -3.1, through: 4, by: 0.37) {
            for (loss, slope) in [(bumpyLoss, bumpySlope), (twoMinima, slopeOfTwoMinima)] {
                #expect(abs((loss(w + 1e-6) - loss(w - 1e-6)) / 2e-6 - slope(w)) < 1e-4)
            }
        }
    }
}
