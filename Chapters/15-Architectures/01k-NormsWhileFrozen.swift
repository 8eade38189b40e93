// # What norms do while the body is frozen
//
// Section 15.1 · After this page you can say what of a frozen body still changes, and decide about it.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A frozen body is not to learn, until the new head knows something. But a batch norm has two kinds of numbers. Its
// factor and shift are learned, by gradients. Its averages, mean and variance, are not learned; they move by themselves
// whenever the norm sees a batch in training. So there are three ways to freeze:
//
// 1. Norms learn and measure, everything else of the body rests. That is what the book's library does.
// 2. Norms measure, and nothing of the body learns.
// 3. Nothing of the body changes at all.

/// A way to freeze a body.
public enum NormsInFrozenBody: String, CaseIterable, Sendable {
    case learnAndMeasure = "learn and measure"
    case measure = "measure"
    case rest = "rest"
}

// A learner for each of them, of the small body with photos of 64 × 64 pixels, which a processor can go through some
// times. `VisionLearner` has the first way and the third (`normsLearn`); for the second, the norms' parameters are
// frozen afterwards:

extension Architectures {
    /// A learner of breeds whose body is frozen in one of three ways.
    func frozenLearner(
        _ norms: NormsInFrozenBody, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try commonPets(run.size(quick: 40, usual: 160), using: &random)
        let learner = VisionLearner(
            data, body: try smallPretrained.body(), metrics: [.errorRate], normsLearn: norms != .rest, using: &random)
        if norms == .measure { learner.net.body.freeze() }
        return learner
    }

    func whatChangesInTheBody() throws {
        var table = TextTable(["norms", "numbers that learn", "that changed in an epoch", "averages that changed"])
        var counts: [[Int]] = []
        for way in NormsInFrozenBody.allCases {
            var random = run.random
            let learner = try frozenLearner(way, using: &random)
            let body = learner.net.body
            let before = (body.parameters.map(\.value.scalars), body.namedBuffers.map(\.buffer.value.scalars))
            try EpochReporting.silently { try learner.fit(1, 1e-3) }
            let learn = body.parameters.filter(\.requiresGrad).map(\.count).reduce(0, +)
            let parameters = changed(before.0, body.parameters.map(\.value.scalars))
            let averages = changed(before.1, body.namedBuffers.map(\.buffer.value.scalars))
            counts.append([learn, parameters, averages])
            table.add(way.rawValue, learn, parameters, averages)
        }
        show(
            table,
            "A frozen body of \(try smallPretrained.body().layers.parameterCount) parameters, before and after an epoch",
            predict: .yesNo(
                "The body is frozen, in the library's way. Does anything in it change in an epoch?",
                counts[0][1] + counts[0][2] > 0))
        record("frozen/numbers-that-learn-in-the-librarys-way", counts[0][0])
    }

    func whichWayIsBetter() throws {
        // What was usual in the old photos need not be usual in the new ones. That speaks for measuring. But a batch is
        // a small sample, and while the averages wander, the head learns from features that change under its hands.
        // That speaks for rest. So measure it:
        let epochs = run.size(quick: 1, usual: 4)
        var (table, errors) = (TextTable(["norms", "error rate"], decimals: 3), [[Double]]())
        for way in NormsInFrozenBody.allCases {
            let each = try run.overSeedsAtOnce(run.size(quick: 1, usual: 3, full: 5)) { random in
                let learner = try frozenLearner(way, using: &random)
                try learner.fitOneCycle(epochs, 1e-2)
                return Double(learner.learner.recorder["error_rate"].last!)
            }
            errors.append(each)
            table.add(way.rawValue, Spread(each))
            record("frozen/error-rate-norms-\(key(way.rawValue))", over: each)
        }
        var random = run.random
        table.add("always the most frequent breed", majorityError(of: try frozenLearner(.rest, using: &random).data))
        let means = errors.map { Spread($0).mean }
        let best = means.indices.min { means[$0] < means[$1] }!
        show(
            table, "Heads on a frozen body after \(counted(epochs, "epoch")), \(petName): \(try smallPretrained.title)",
            predict: .choice(
                "Which norms give the fewest errors?", NormsInFrozenBody.allCases.map(\.rawValue),
                answer: NormsInFrozenBody.allCases[best].rawValue))
        let noise = errors.map { Spread($0).deviation ?? 0 }.max()!
        show(
            means.max()! - means.min()! > noise
                ? "The ways differ by more than seeds do."
                : "The ways differ by no more than seeds do.")

        // Whatever comes out: rest is the cheapest. If nothing of the body changes, no gradient has to go back into it,
        // and its features may be kept, as on the pages before.
    }
}

// MARK: Helpers

/// How many numbers differ.
private func changed(_ before: [[Float]], _ after: [[Float]]) -> Int {
    zip(before, after).map { old, new in zip(old, new).count { $0 != $1 } }.reduce(0, +)
}
