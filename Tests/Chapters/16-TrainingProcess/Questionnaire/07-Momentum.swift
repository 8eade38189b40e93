// Questions 16.7 to 16.10: momentum.

import Chapter16
import Tensors
import TestSupport
import Testing
import Training

extension `16 Questionnaire` {
    /// 16.7 · What is momentum? Write down its equation.
    ///
    /// A step that follows an exponentially weighted moving average of the gradients instead of the latest gradient:
    /// `avg = beta · avg + (1 − beta) · grad`, then `w = w − lr · avg`. (The book's code leaves the factor 1 − beta
    /// out, which makes the steps 1 / (1 − beta) times as long in the long run.)
    ///
    /// - Shown by: `dampedAverage` in Chapters/16-TrainingProcess/03c-Velocity.swift
    /// - Shown by: `tenTimes` in Chapters/16-TrainingProcess/03c-Velocity.swift
    @Test func `16.7 the step follows an average`() {
        let gradients: [Float] = [1, 2, 3, -4, 0]
        let averages = movingAverages(gradients.map { Double($0) }, beta: 0.9).map { Float($0) }
        expectClose(Tensor(moves(Recipe.dampedMomentum.make, gradients: gradients)), Tensor(averages))
        expectClose(Tensor(moves(Recipe.momentum.make, gradients: gradients)), 10 * Tensor(averages))
    }

    /// 16.8 · What is a physical analogy of momentum? What does it say about the training of a model?
    ///
    /// A heavy ball that rolls down a mountain. It keeps its direction, gains speed on long slopes, and passes over
    /// small bumps and hollows, in which a light ball would stop. So training with momentum gets through narrow valleys
    /// faster and rolls past small local minima.
    ///
    /// - Shown by: `ballOverBumps` in Chapters/16-TrainingProcess/03f-BumpsAndWideMinima.swift
    /// - Shown by: `acrossTheValley` in Chapters/16-TrainingProcess/03d-NarrowValley.swift
    @Test func `16.8 a heavy ball passes the hollow in which a light one stays`() {
        func end(_ recipe: Recipe, _ rate: Float) -> Double {
            walk(recipe.make, learningRate: rate, from: [-6], steps: 1500) { [bumpySlope($0[0])] }.last![0]
        }
        #expect(abs(end(.descent, 0.01) + 3.85) < 0.01)
        #expect(abs(end(.descent, 0.1) + 3.85) < 0.01)  // long steps alone do not help
        #expect(abs(end(.momentum(0.95), 0.01)) < 0.01)
        #expect(bumpyLoss(-3.85) > 1.5 && bumpyLoss(0) == 0)
    }

    /// 16.9 · What does a larger momentum do to the gradients?
    ///
    /// It averages them over more of the past steps: they become smoother, and slower to follow a change. With a beta
    /// that is too large, the average misses the change altogether.
    ///
    /// - Shown by: `fourMomenta` in Chapters/16-TrainingProcess/03b-HowMuchMomentum.swift
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `16.9 smoother, and later`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let gradients = noisyParabola(using: &random).y
        let betas: [Double] = [0, 0.5, 0.7, 0.9, 0.99]
        let averages = betas.map { movingAverages(gradients, beta: $0) }
        func restlessness(_ average: [Double]) -> Double {
            var sum = 0.0
            for (before, after) in zip(average, average.dropFirst()) { sum += abs(after - before) }
            return sum
        }
        for (less, more) in zip(averages, averages.dropFirst()) { #expect(restlessness(less) > restlessness(more)) }
        // The points have their top in the middle. The more momentum, the later the average has its own.
        let tops = averages[2...].map { average in average.indices.max { average[$0] < average[$1] }! }
        #expect(tops[0] < tops[1] && tops[1] < tops[2])
        #expect(averages[4].max()! < 0.5 && averages[2].max()! > 0.8)  // 0.99 never gets near it
    }

    /// 16.10 · Which momenta does 1cycle training have by default?
    ///
    /// 0.95 at the beginning, 0.85 where the learning rate is highest, and 0.95 at the end.
    ///
    /// - Shown by: `theCycle` in Chapters/16-TrainingProcess/03g-OneCycle.swift
    @Test func `16.10 from 0.95 down to 0.85 and up again`() {
        let schedule = Training.Schedule.oneCycleMomentum()
        let momenta: [Float] = [schedule(0), schedule(0.25), schedule(1)]
        #expect(momenta == [0.95, 0.85, 0.95])
        for t in stride(from: 0.0, to: 1.0, by: 0.05) {
            let difference = Double(schedule(t)) - oneCycle(0.03, t).momentum
            #expect(abs(difference) < 1e-6)
        }
        let (rate, momentum) = oneCycle(0.03, 0.25)
        #expect(rate == 0.03 && momentum == 0.85)  // lowest where the rate is highest
    }
}
