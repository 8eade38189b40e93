// The learning-rate finder: what it sees, what it suggests, and that it leaves no trace.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `The learning-rate finder` {
    @Test func `it goes through rising rates until the loss explodes`() throws {
        let curve = try regression(shuffled: true).findLearningRate(from: 1e-4, to: 100, steps: 60)
        #expect(curve.rates.count == curve.losses.count && curve.rates.count < 60)
        expectClose(Tensor(curve.rates[0]), Tensor(1e-4))
        let factors = zip(curve.rates, curve.rates.dropFirst()).map { $1 / $0 }
        expectClose(Tensor(factors), Tensor(Float(pow(1e6, 1.0 / 60))).expanded(to: [factors.count]), relative: 1e-4)
        #expect(!(curve.losses.last! <= 4 * curve.losses.min()!))
    }

    @Test func `it makes as many steps as it is told, over several epochs`() throws {
        #expect(try regression().findLearningRate(from: 1e-7, to: 1e-5, steps: 10).rates.count == 10)
    }

    @Test(arguments: [false, true])
    func `training afterwards has the same bits as without`(_ trainedBefore: Bool) throws {
        func learner() throws -> TensorLearner {
            var random = SplitMix64(seed: 4)
            let train = DataLoader(regressionData(32, seed: 10), batchSize: 8, shuffledUsing: &random)
            let model = Sequential(Linear(2, 3, using: &random), Noise(using: &random), Linear(3, 1, using: &random))
            model.layers[1].eval()
            let learner = Learner(
                DataLoaders(train, train), model, loss: mseLoss, optimizer: { AdamW($0, learningRate: $1) })
            return trainedBefore ? try learner.trained(1) : learner
        }
        let (with, without) = (try learner(), try learner())
        let optimizer = with.optimizer
        _ = try with.findLearningRate(steps: 30)
        #expect(with.optimizer === optimizer && with.callbacks.isEmpty)
        #expect(with.model.isTraining == without.model.isTraining)
        #expect(
            (with.model as! Sequential).layers.map(\.isTraining)
                == (without.model as! Sequential).layers.map(\.isTraining))
        #expect(with.recorder.batchLosses == without.recorder.batchLosses)
        #expect(with.recorder.rows.count == without.recorder.rows.count)
        #expect(try with.trained(2).weights == without.trained(2).weights)
    }

    @Test func `everything is restored after an error, too`() throws {
        let learner = regression(shuffled: true), before = learner.weights
        learner.callbacks = [Thrower(Oops(), before: .step)]
        #expect(throws: Oops.self) { try learner.findLearningRate() }
        #expect(learner.weights == before && learner.callbacks.count == 1)
        learner.callbacks = []
        #expect(try learner.trained(2).weights == regression(shuffled: true).trained(2).weights)
    }

    @Test func `gradients that were there before are restored`() throws {
        let learner = regression()
        learner.model.parameters[1].grad = Tensor([7])
        _ = try learner.findLearningRate(steps: 3)
        #expect(learner.model.parameters[1].grad?.scalars == [7] && learner.model.parameters[0].grad == nil)
    }
}

struct `Suggestions` {
    /// Flat, a valley from 1e-4 to 1e-1 with its steepest part at 1e-2, then up.
    private let curve: LearningRateCurve = {
        let powers = stride(from: -7.0, through: 1, by: 0.1).map { $0 }
        let losses = powers.map { p in p < -4 ? 3 : p < -1 ? 3 - 1 / (1 + exp(-6 * (p + 2))) : 2 + 3 * (p + 1) }
        return LearningRateCurve(rates: powers.map { Float(pow(10, $0)) }, losses: losses.map { Float($0) })
    }()

    @Test func `minimum is a tenth of the rate of the lowest loss`() {
        expectClose(Tensor(curve.minimum), Tensor(0.01), relative: 0.05)
    }

    @Test func `steepest is where the loss falls fastest`() {
        expectClose(Tensor(log10(curve.steepest)), Tensor(-2), absolute: 0.11)
    }

    @Test func `valley is half way down the longest fall`() {
        expectClose(Tensor(log10(curve.valley)), Tensor(-2.5), absolute: 0.3)
    }

    @Test func `losses that are not a number do not count, and an empty curve suggests nothing`() {
        let broken = LearningRateCurve(rates: curve.rates + [20], losses: curve.losses + [.nan])
        #expect(broken.minimum.isFinite && broken.steepest.isFinite && broken.valley.isFinite)
        let nothing = LearningRateCurve(rates: [], losses: [])
        #expect(nothing.minimum.isNaN && nothing.steepest.isNaN && nothing.valley.isNaN)
    }
}
