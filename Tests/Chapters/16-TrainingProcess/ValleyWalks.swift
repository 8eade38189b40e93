// The valley and the hollows of section 16.3, and what turning a valley does to whom (section 16.5).

import Chapter16
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `16.3 The narrow valley` {
    @Test(arguments: [0, 0.3, .pi / 4])
    func `has the slope of its loss`(_ angle: Double) {
        let valley = Valley(angle: angle)
        let p = [1.3, -0.4], h = 1e-5
        let slopes: [Double] = [0, 1].map { axis in
            var (higher, lower) = (p, p)
            higher[axis] += h
            lower[axis] -= h
            return (valley.loss(higher) - valley.loss(lower)) / (2 * h)
        }
        expectClose(valley.slope(p), slopes, absolute: 1e-5, relative: 1e-6)
        #expect(abs(valley.loss(valley.start) - 153) < 1e-9)
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

    @Test func `momentum takes less than half the steps`() {
        let valley = Valley()
        let descent = valley.fastest(.descent, rates: ladder(from: 0.001))
        let momentum = valley.fastest(.dampedMomentum, rates: ladder(from: 0.01))
        #expect(descent!.steps == 232 && momentum!.steps < 116)
        #expect(valley.fastest(.descent, rates: [1e-5]) == nil && valley.fastest(.descent, rates: []) == nil)
    }

    @Test func `turning the valley changes nothing for descent and momentum, and takes all advantage from RMSProp`() {
        func steps(_ recipe: Recipe, _ rate: Float, _ angle: Double) -> Int {
            Valley(angle: angle).fastest(recipe, rates: [rate])!.steps
        }
        for (recipe, rate) in [(Recipe.descent, 0.0178), (.dampedMomentum, 0.056)] as [(Recipe, Float)] {
            #expect(abs(steps(recipe, rate, 0) - steps(recipe, rate, .pi / 4)) <= 1)
        }
        #expect(steps(.rmsProp, 1.18, 0) < 80 && steps(.rmsProp, 1.18, .pi / 4) > 180)
        #expect(steps(.adam, 0.28, 0) < 100 && steps(.adam, 0.28, .pi / 4) > 150)
        // At its own best rate Adam takes as many as before, RMSProp about as many as plain descent.
        func best(_ recipe: Recipe, _ angle: Double) -> (rate: Float, steps: Int) {
            Valley(angle: angle).fastest(recipe, rates: ladder(from: 0.05))!
        }
        #expect(best(.rmsProp, 0).steps < 8 && (180..<260).contains(best(.rmsProp, .pi / 4).steps))
        #expect(best(.adam, 0).steps < 100 && best(.adam, .pi / 4).steps < 100)
        #expect(best(.adam, .pi / 4).rate > 3 * best(.adam, 0).rate)
    }

    @Test(arguments: [3, 9, 30] as [Float], [[-9, 1.5], [-5, 3], [-7, 0.5]])
    func `with any high rate, RMSProp's first jump measures how steep each axis is`(_ rate: Float, _ start: [Double]) {
        let valley = Valley()
        let places = walk(
            Recipe.rmsProp.make, learningRate: rate, from: start, steps: 30, slope: valley.slope)
        #expect(places.dropFirst(20).allSatisfy { valley.loss($0) < 0.01 })
    }

    @Test func `the slopes of the one-dimensional losses are those of the losses`() {
        for w in stride(from: -3.1, through: 4, by: 0.37) {
            for (loss, slope) in [(bumpyLoss, bumpySlope), (twoMinima, slopeOfTwoMinima)] {
                let difference = (loss(w + 1e-6) - loss(w - 1e-6)) / 2e-6 - slope(w)
                #expect(abs(difference) < 1e-4)
            }
        }
    }
}
