// # Further: momentum for a net
//
// Section 19.9 · After this page you can say when momentum helps, and compare trainings fairly.

import Figures
import Notebook
import Tensors

// What does momentum do to a net? To see that, one training is not enough, and the time of a run is limited. So in this
// section nets learn from a part of the pictures, `fewPictures`, taken at even distances. Where there are ten classes,
// they are of four (`fewClasses`): to tell ten apart, a net must learn for longer. And the batches are smaller, 64
// pictures, so that there are more steps.

extension LearnerFromScratch {
    /// How many classes `fewPictures` have.
    var fewClasses: Int { get throws { min(run.size(quick: 4, usual: 4, full: .max), try labels.count) } }

    var fewPictures: (train: Kept, valid: Kept) {
        get throws {
            try run.once {
                let (all, classes) = (try keptPictures, try fewClasses)
                let counts = run.size(quick: (64, 32), usual: (2000, 1000), full: (Int.max, Int.max))
                return (
                    all.train.ofClasses(below: classes).thinned(to: counts.0),
                    all.valid.ofClasses(below: classes).thinned(to: counts.1)
                )
            }
        }
    }

    func momentumOnPictures() throws {
        // Since steps get ten times as long, a tenth of the rate is comparable. `accuracies` trains at a rate, with a
        // momentum, from several seeds. Both rates, with and without:
        let epochs = run.size(quick: 1, usual: 2, full: 8)
        func accuracies(_ rate: Float, momentum: Float) throws -> [Float] {
            try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                try trained(
                    simpleCNN(classes: fewClasses, using: &random), on: fewPictures, batchSize: 64, epochs: epochs,
                    learningRate: rate, optimizer: { MomentumSGD($0, learningRate: $1, momentum: momentum) },
                    using: &random
                ).results.lastAccuracy
            }
        }
        var table = TextTable(["rate", "without momentum", "momentum 0.9"], decimals: 4)
        let rates: [Float] = [0.1, 0.01]
        var helps: [Double] = []
        for rate in rates {
            let (plain, with) = (try accuracies(rate, momentum: 0), try accuracies(rate, momentum: 0.9))
            let gain = Spread(with).mean - Spread(plain).mean
            helps.append(abs(gain) > (Spread(with).deviation ?? 0) + (Spread(plain).deviation ?? 0) ? gain : 0)
            table.add("\(rate)", Spread(plain), Spread(with))
            record("momentum/without-at-rate-\(rate)", over: plain)
            record("momentum/with-at-rate-\(rate)", over: with)
        }
        show(table, "Accuracy after \(epochs == 1 ? "one epoch" : "\(epochs) epochs") on some of \(dataName)")

        // Does it help? Compare within a row. A difference that is smaller than the two deviations together says
        // nothing:
        for (rate, gain) in zip(rates, helps) {
            show(gain > 0 ? "it helps" : gain < 0 ? "it hurts" : "no clear difference", "momentum at a rate of \(rate)")
        }

        // In general: it helps where the rate is low, as the steps get longer and the jumping cancels out. Where the
        // rate is already as high as the loss allows, steps ten times as long are too long. So with momentum goes a
        // lower rate. The Learner is the same, and so are the callbacks. `LRFinder` and `OneCycle` set the
        // `learningRate` of whatever optimizer there is.
    }
}
