// # Five steps
//
// Section 15.6 · After this page you know the five steps against overfitting in their order, and what each was worth
// here.

import Common
import Figures
import Notebook
import Tensors

// Once a net overfits, there are five things to do, and the book gives an order for them. What comes first costs the
// net nothing of what it can learn:
//
// 1. *More data.* More pictures; or more labels for those that you have; or another task that the same data can teach.
// 2. *Data augmentation.* Pictures made of those that are there: moved, turned, made lighter, mixed (section 7.5).
// 3. *An architecture that generalizes.* Convolutions in place of linear layers for pictures; batch norms.
// 4. *Regularization.* Dropout before the last layers, or all over the net (section 12.12); weight decay.
// 5. *A less complex architecture.* Fewer layers, fewer channels.

/// The five steps, in the book's order.
public enum Step: String, CaseIterable, Sendable {
    case data = "more data"
    case augmentation = "augmentation"
    case architecture = "convolutions and norms"
    case regularization = "regularization"
    case smaller = "a smaller net"
}

// A training of the next table differs from the first one by a step. All of them go on for equally many steps of the
// optimizer, so that more pictures do not mean more learning:

extension Rung {
    /// The training with a step more.
    /// - Parameter many: how many pictures are more data.
    public func taking(_ step: Step, many: Int) -> Rung {
        var rung = self
        switch step {
        case .data: rung.pictures = many
        case .augmentation: rung.augments = true
        case .architecture: rung.convolves = true
        case .regularization: (rung.dropout, rung.decay) = (0.4, 0.1)
        case .smaller: rung.width = 0.25
        }
        return rung
    }
}

// A training is a `Rung`. `taken` is the one after a further step, `rungs` those of several steps one after the other,
// and `ladder` has all that this section needs, trained:

extension Architectures {
    func taken(_ step: Step, _ rung: Rung) -> Rung { rung.taking(step, many: manyPictures) }

    /// The trainings after no step, one, two … of some, in an order.
    func rungs(_ steps: [Step]) -> [Rung] {
        steps.reduce(into: [firstRung]) { rungs, step in rungs.append(taken(step, rungs.last!)) }
    }

    /// All trainings of this section: each step alone, and all in the book's order and the other way round.
    var ladder: [Rung: [RungResult]] {
        get throws {
            try run.once {
                let alone = Step.allCases.map { taken($0, firstRung) }
                let all = Set([firstRung] + alone + rungs(Step.allCases) + rungs(Step.allCases.reversed()))
                // (In an order that does not depend on how a set is kept.)
                let sorted = all.sorted { "\($0)" < "\($1)" }
                return Dictionary(uniqueKeysWithValues: try sorted.map { ($0, try trained($0)) })
            }
        }
    }

    func eachStepAlone() throws {
        // Each step alone, beside the beginning (`add` makes a line of the table):
        let all = try ladder
        let first = all[firstRung]!
        var table = TextTable(["step", "accuracy on known pictures", "on others", "gap", "better on"], decimals: 3)
        func add(_ name: String, _ some: [RungResult], isFirst: Bool = false) {
            let wins = zip(some, first).count { $0.validAccuracy > $1.validAccuracy }
            table.add(
                name, Spread(some.map(\.trainAccuracy)), Spread(some.map(\.validAccuracy)), Spread(some.map(\.gap)),
                isFirst ? "" : "\(wins) of \(counted(first.count, "seed"))")
        }
        add("none: the first training", first, isFirst: true)
        let steps = Step.allCases.map { all[taken($0, firstRung)]! }
        for (step, some) in zip(Step.allCases, steps) { add(step.rawValue, some) }
        let means = steps.map { Spread($0.map(\.validAccuracy)).mean }
        let best = means.indices.max { means[$0] < means[$1] }!
        show(
            table, "Each step alone; guessing gives \(fixed(1 / Double(try ladderScenes.train.classes.count), 2))",
            predict: .choice(
                "Which step alone helps most on other pictures?", Step.allCases.map(\.rawValue),
                answer: Step.allCases[best].rawValue))
        for (step, some) in zip(Step.allCases, steps) {
            record("alone/\(key(step.rawValue))", over: some.map(\.validAccuracy))
            record("alone/\(key(step.rawValue))-gap", over: some.map(\.gap))
        }
        record("alone/none", over: first.map(\.validAccuracy))

        // A step that helps by chance helps on some seeds. Which of them help on most?
        let helping = zip(Step.allCases, steps).filter { _, some in
            2 * zip(some, first).count { $0.validAccuracy > $1.validAccuracy } > first.count
        }
        show(
            helping.isEmpty
                ? "None of them does, alone."
                : "Better on most seeds, alone: \(helping.map(\.0.rawValue).joined(separator: ", ")).")

        // Look at the gaps as well as at the accuracies. A smaller gap can mean that a net understands more, or that it
        // has been kept from learning.
    }

    func theLadder() throws {
        // And one after the other. This is the book's picture of the five steps, with numbers on it: each bar has all
        // the steps above it, too.
        let all = try ladder
        let way = rungs(Step.allCases).map { all[$0]! }
        let names = ["none"] + Step.allCases.enumerated().map { "\($0 + 1) \($1.rawValue)" }
        let means = way.map { 100 * Spread($0.map(\.validAccuracy)).mean }
        show(
            HorizontalBars(names, means, title: "Accuracy on other pictures, one step after the other", label: "%"),
            "Each bar has the steps above it, too; \(counted(way[0].count, "seed"))")
        for (place, some) in way.enumerated().dropFirst() {
            record("ladder/after-\(place)", over: some.map(\.validAccuracy))
        }
        let architecture = Spread(all[taken(.architecture, firstRung)]!.map(\.validAccuracy)).mean - means[0] / 100
        show(
            "\(signed(100 * architecture, 1)) alone, \(signed(means[3] - means[2], 1)) after more data and augmentation",
            "what convolutions and norms bring, in percentage points")

        // The steps do not simply add up. What one of them is worth depends on what was done before: an architecture
        // that generalizes needs something to generalize from.
        let falling = Step.allCases.enumerated().filter { means[$0.offset + 1] < means[$0.offset] }.map(
            \.element.rawValue)
        if !falling.isEmpty {
            show(
                "Lower than before: after \(falling.joined(separator: " and after ")). What holds a net back can cost more than "
                    + "it saves, above all in a short training.")
        }
        let last = Spread(way[4].map(\.validAccuracy)).mean, small = Spread(way[5].map(\.validAccuracy)).mean
        show(
            fixed(small - last, 3), "what the last step, a smaller net, adds to the four before",
            predict: .yesNo("After four steps, is a smaller net better still?", small > last))
    }
}
