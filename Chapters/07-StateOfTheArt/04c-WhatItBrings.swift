// # What several looks bring
//
// Section 7.4 · After this page you can measure what TTA brings and what it costs, and you know how large a difference
// of a few photos is.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book's accuracy goes from 0.8633 to 0.8738. All its accuracies are counts of 2,678 photos, so these are two
// counts:

extension StateOfTheArt {
    func countsOfTheBook() {
        let (before, after) = (0.863331 * 2678, 0.8737863898277283 * 2678)
        show(before, "0.863331 of 2,678 photos")
        show(
            Int(after.rounded()) - Int(before.rounded()), "more photos right, with TTA",
            ask: "0.863331 of 2,678 photos are right, then 0.873786. How many more are that?")
    }

    func meanAndMaximum() throws {
        // Here are the nets of the baseline, with one look, with five looks that vote in three ways, and how many
        // answers turned from wrong to right and from right to wrong:
        let labels = try parts.valid.labels
        let all = try manyLooks
        let ways: [(name: String, key: String, vote: @Sendable ([Tensor]) -> Tensor)] = [
            ("one look", "one-look", { $0[0] }), ("mean, plain look a quarter", "quarter", { voted($0) }),
            ("mean of all five", "fifth", { voted($0, beta: 0.2) }), ("maximum", "maximum", { strongest($0) }),
        ]
        let first = all.map { Array($0.prefix(5)) }
        let plain = first.map { rightOnes($0[0], labels) }
        var table = TextTable(["vote", "accuracy", "right of \(labels.count)", "gained", "lost"], decimals: 3)
        var accuracies: [[Double]] = []
        for way in ways {
            let right = first.map { rightOnes(way.vote($0), labels) }
            let counts = right.map { $0.count { $0 } }
            accuracies.append(counts.map { Double($0) / Double(labels.count) })
            let gained = zip(right, plain).map { zip($0, $1).count { $0 && !$1 } }
            let lost = zip(right, plain).map { zip($0, $1).count { !$0 && $1 } }
            table.add(
                way.name, Spread(accuracies.last!), fixed(Spread(counts.map(Double.init)).mean, 1),
                fixed(Spread(gained.map(Double.init)).mean, 1), fixed(Spread(lost.map(Double.init)).mean, 1))
        }
        show(table, "\(counted(first.count, "net")), photos of \(dataName)")
        let difference = "a small net that has learned from scratch at one size; the book's from two sizes"
        record("tta/one-look", over: accuracies[0], book: 0.863331, differs: difference)
        record("tta/five-looks", over: accuracies[1], book: 0.873786, differs: difference)
        record("tta/maximum", over: accuracies[3])
        let better = zip(accuracies[1], accuracies[0]).count { $0 > $1 }
        show(
            "\(better) of \(counted(first.count, "net")) \(better == 1 ? "is" : "are") better with five looks than with one."
        )

        // TTA is not only gain: some answers were right, and the vote makes them wrong. What counts is the difference
        // of the two columns at the end. It is a few photos, for the book as for us. With one net and one set of
        // photos, nobody could say whether that was luck; so look at how many of the nets gain.
    }

    func moreLooks() throws {
        // Are more looks better still?
        let labels = try parts.valid.labels
        let all = try manyLooks
        let counts = Array(0..<all[0].count)
        let accuracies = counts.map { n in
            all.map { looks in share(of: labels, in: voted(Array(looks.prefix(n + 1)))) }
        }
        let means = accuracies.map { Spread($0).mean }
        show(
            Chart("What more looks bring", x: "varied looks", y: "accuracy") {
                Line(counts, means, "mean of \(counted(all.count, "net"))", colour: .blue)
                Points(counts, means, colour: .blue)
                Rule(y: means[0], "one plain look")
            }, "Accuracy by the number of varied looks, β = 0.25")
        record("tta/most-looks", over: accuracies.last!)
    }

    func whatLooksCost() throws {
        // The price is time. The net must look at each photo n + 1 times. `passes` counts and times it:
        let learner = try baselineLearners[0]
        let photos = try parts.valid.count
        func passes(_ n: Int) throws -> (looks: Int, time: Duration) {
            var looks = 0
            let hook = learner.net.head.onForward { input, _ in looks += input.shape[0] }
            let start = ContinuousClock.now
            try hook.during { _ = try learner.tta(n: n) }
            return (looks, start.duration(to: .now))
        }
        let (one, five) = (try passes(0), try passes(4))
        record(
            "tta/looks-at-each-photo", five.looks / photos,
            ask: "The default has four varied looks. How often does the net see each photo?")
        var table = TextTable(["n", "photos through the net", "milliseconds"])
        for (n, cost) in [(0, one), (4, five)] { table.add(n, cost.looks, Int(cost.time / .milliseconds(1))) }
        show(table, "What `tta` costs, in photos and in milliseconds")

        // So TTA is slower than a plain prediction, by the number of looks. (The milliseconds say it only roughly: each
        // is of a single run, and varied looks have to be made before the net can see them.) Whether a few photos more
        // are worth five times the work is a question for the place where the net is to be used: in a competition yes,
        // in a telephone mostly not.
    }
}

// MARK: Helpers

private func rightOnes(_ outputs: Tensor, _ labels: [Int]) -> [Bool] {
    zip(outputs.argmax(axis: 1).scalars, labels).map { $0 == $1 }
}

extension StateOfTheArt {
    /// For each net of the baseline: a plain look at the validation photos, and many varied ones.
    var manyLooks: [[Tensor]] {
        get throws {
            try run.once {
                let count = run.size(quick: 4, usual: 6)
                return try baselineLearners.map { try Self.looks(of: $0, count: count, seed: run.seed) }
            }
        }
    }
}
