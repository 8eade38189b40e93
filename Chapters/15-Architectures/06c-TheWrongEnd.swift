// # From the wrong end
//
// Section 15.6 · After this page you can say why a smaller net is the last resort, and not the first.

import Common
import Figures
import Notebook
import Tensors

// The most common mistake, says the book, is to begin at the wrong end: the net overfits, so take a smaller one, or
// regularize it more. Here are both ways side by side. One takes the five steps in the book's order, the other in the
// opposite order. They begin and end with the same training; the question is what is between:

extension Architectures {
    func bothWays() throws {
        let all = try ladder
        let (right, wrong) = (
            rungs(Step.allCases).map { all[$0]! }, rungs(Step.allCases.reversed()).map { all[$0]! }
        )
        let (a, b) = (
            right.map { Spread($0.map(\.validAccuracy)).mean }, wrong.map { Spread($0.map(\.validAccuracy)).mean }
        )
        var table = TextTable(["steps", "the book's order", "accuracy", "from the other end", "accuracy"], decimals: 3)
        for place in right.indices {
            let names = [Step.allCases, Step.allCases.reversed()].map {
                place == 0 ? "none" : "+ \($0[place - 1].rawValue)"
            }
            table.add(
                place, names[0], Spread(right[place].map(\.validAccuracy)), names[1],
                Spread(wrong[place].map(\.validAccuracy)))
        }
        show(
            table, "Accuracy on other pictures, step by step, from both ends",
            predict: .change(
                "The first step from the wrong end is a smaller net. What does it do to the accuracy on other pictures?",
                from: b[0], to: b[1], margin: 0.01))
        let guessing = 1 / Double(try ladderScenes.train.classes.count)
        show(
            Chart(
                "Five steps from both ends", x: "steps taken", y: "accuracy on other pictures", xLimits: 0...5
            ) {
                Line(a.indices, a, "the book's order", colour: .blue)
                Line(b.indices, b, "the other way round", colour: .vermilion, dashed: true)
                Points(a.indices, a, colour: .blue)
                Points(b.indices, b, colour: .vermilion)
                Rule(y: guessing, "guessing")
            }, "Means of \(counted(right[0].count, "seed"))")
        for (place, some) in wrong.enumerated().dropFirst().dropLast() {
            record("wrong-end/after-\(place)", over: some.map(\.validAccuracy))
        }
        let gap = zip(a, b).dropFirst().dropLast().map { $0 - $1 }
        show(
            "After two steps the book's way is at \(fixed(a[2], 2)), the other at \(fixed(b[2], 2)); the largest lead is "
                + "\(fixed(gap.max()!, 2)), after \(counted(gap.indices.max { gap[$0] < gap[$1] }! + 1, "step")).")

        // Each of the first steps gives the net something to learn that holds for other pictures, too. The last two
        // take away from what it can do. If a fine difference is to be learned, a net that has been made small cannot
        // learn it any more, however much data come later.
    }

    func largeOrSmall() throws {
        // The book's last sentence about it: a larger net with more regularization is more flexible than a smaller one
        // with less, and usually more accurate. As an experiment: convolutional nets of two widths on the few
        // pictures, all of them augmented, each with and without regularization.
        let widths: [Float] = [0.25, 1]
        var (table, means) = (TextTable(["net", "numbers", "known pictures", "others"], decimals: 3), [[Double]]())
        var results: [String: [RungResult]] = [:]
        for regularized in [false, true] {
            means.append([])
            for width in widths {
                var rung = taken(.architecture, taken(.augmentation, firstRung))
                if regularized { rung = taken(.regularization, rung) }
                rung.width = width
                let some = try ladder[rung] ?? (try trained(rung))
                let name = "width \(width)\(regularized ? ", regularized" : "")"
                results[name] = some
                means[means.count - 1].append(Spread(some.map(\.validAccuracy)).mean)
                table.add(
                    name, some[0].parameters, Spread(some.map(\.trainAccuracy)), Spread(some.map(\.validAccuracy)))
                record("width/\(key(name))", over: some.map(\.validAccuracy))
            }
        }
        let (small, large) = (results["width 0.25"]!, results["width 1.0, regularized"]!)
        let wins = zip(large, small).count { $0.validAccuracy > $1.validAccuracy }
        show(
            table, "Accuracy of convolutional nets, \(counted(fewPictures, "picture")), augmented",
            predict: .choice(
                "Which is better on other pictures: the small net without regularization, or the large one with it?",
                ["the small one", "the large one"],
                answer: means[1].last! > means[0][0] ? "the large one" : "the small one"))
        show(
            "\(wins) of \(small.count)", "seeds on which the large net with regularization beats the small one without")
    }
}
