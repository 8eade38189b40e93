// # No bear
//
// Section 6.3 · After this page you know what it takes to make a bear classifier say "no bear".

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Back to the bears of chapter 2. The book asks its readers to train them again with several labels, and to show the
// result a photo without a bear. Each photo shows one of three kinds; the strangers are this chapter's photos, which
// show people, cats, cars, but no bears. (Those whose table has a bear or a teddy bear in it are left out.) Three last
// layers learn on top of the pretrained body, which stays as it is:
//
// - one with softmax, as in chapter 2,
// - one with sigmoids, which sees photos of bears, and nothing else,
// - one with sigmoids that sees as many strangers as bears, too, as photos whose labels are an empty list.
//
// All are asked about bears, and about strangers, that they have not learned from. `BearAnswers` holds the highest
// probability for each photo, and whether the kind with the highest is right:

/// What a head says of bears and of strangers.
struct BearAnswers {
    let bears: [Float], rightKind: [Bool], strangers: [Float]

    /// The share of photos of bears of which the likeliest kind is right.
    var accuracy: Double { Double(rightKind.count { $0 }) / Double(max(rightKind.count, 1)) }
    /// The share of photos of bears that get more than a half, for the right kind.
    var found: Double {
        Double(zip(bears, rightKind).count { $0 > 0.5 && $1 }) / Double(max(bears.count, 1))
    }
    /// The share of strangers that are taken for some bear.
    var called: Double { Double(strangers.count { $0 > 0.5 }) / Double(max(strangers.count, 1)) }
}

extension OtherVisionProblems {
    func strangersCalledBears() throws {
        let (names, runs) = (bearHeadNames, try bearRuns)
        var table = TextTable(
            ["last layer", "likeliest kind right", "found: right and above ½", "strangers above ½"], decimals: 3)
        for (k, name) in names.enumerated() {
            let all = runs.map { $0.answers[k] }
            table.add(name, Spread(all.map(\.accuracy)), Spread(all.map(\.found)), Spread(all.map(\.called)))
        }
        let called = names.indices.map { k in Spread(runs.map { $0.answers[k].called }).mean }
        show(
            table, "\(bearName), and \(dataName) as strangers; \(counted(runs.count, "split"))",
            predict: .choice(
                "Which of the last layers takes the fewest strangers for bears?", names,
                answer: names[called.indices.min { called[$0] < called[$1] }!]))
        for (k, name) in names.enumerated() {
            record(
                "bears/strangers-called-a-bear-\(slug(name))", over: runs.map { $0.answers[k].called }, on: bearSource)
        }
        show(
            ChartGrid(
                zip(names, runs[0].answers).map { name, one in
                    Chart(name, x: "highest probability", y: "photos") {
                        Histogram(one.bears, "bears", bins: 10, range: 0...1, colour: .blue)
                        Histogram(one.strangers, "strangers", bins: 10, range: 0...1, colour: .orange)
                    }
                }, columns: 3, title: "How sure of bears, and of others", sharedYLimits: false),
            "The highest probability of each photo, first split")

        // With softmax, the three probabilities of a stranger add up to 1, so the highest is at least a third, and
        // mostly much more. Sigmoids may all be low. Whether they are is a matter of what the net has seen. One that
        // has only seen bears has never had a reason to say no to all three, and what it says of a chair is chance. So
        // it is not enough to change the loss, as the book has it: give it photos *without a bear*, with an empty list
        // as their label. That is what multi-label makes possible, with no new class, and no change to the net.
    }

    func whichStrangers() throws {
        // Which strangers are taken for bears? The last head, by what the table of this chapter's photos says of them:
        let runs = try bearRuns
        let labels = runs[0].strangerLabels
        var table = TextTable(
            ["what is on the photo", "photos", "softmax", "sigmoids", "sigmoids that know others"], decimals: 2)
        let kinds = ["person", "dog", "cat", "bird", "sheep", "chair", "car", "bottle"]
        for kind in kinds + ["(nothing of the twenty)"] {
            let places = labels.indices.filter { kind.hasPrefix("(") ? labels[$0].isEmpty : labels[$0].contains(kind) }
            if places.isEmpty { continue }
            let shares = runs[0].answers.map { one in
                Double(places.count { one.strangers[$0] > 0.5 }) / Double(places.count)
            }
            table.add(kind, places.count, shares[0], shares[1], shares[2])
        }
        show(table, "Share of photos that are called a bear, first split")
    }

    func doesItCostAccuracy() throws {
        // Does it cost anything where every photo does show exactly one bear? The book asks that, too. Softmax may use
        // that there is one kind and no more, sigmoids cannot. In the first table of this page, compare the first two
        // rows of the column "likeliest kind right". Here they are once more, split by split:
        let runs = try bearRuns
        let (soft, sig) = (runs.map { $0.answers[0].accuracy }, runs.map { $0.answers[1].accuracy })
        record("bears/accuracy-softmax", over: soft, on: bearSource)
        record("bears/accuracy-sigmoids", over: sig, on: bearSource)
        let (better, worse) = (zip(sig, soft).count { $0 > $1 }, zip(sig, soft).count { $0 < $1 })
        show(
            "The likeliest kind of the sigmoids is right more often than that of softmax in \(better) of \(counted(runs.count, "split")), less often in \(worse)."
        )
        show(
            abs(Spread(sig).mean - Spread(soft).mean) < 0.02
                ? "The two differ by less than two points on average: nothing that one would notice."
                : "The two differ by more than two points on average.")
    }
}
