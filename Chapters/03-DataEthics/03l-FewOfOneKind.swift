// # Few of one kind
//
// Section 3.3 · After this page you have seen a model that is good for nearly all and useless for some, and mended it;
// and you can make the same report of predictions of your own.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// How does a program become a hundred times worse for some people? It is enough that there are few of them in its data.
// Each person here has two measured numbers, and what is to be predicted depends on the first for group A and mostly on
// the second for group B. `People` are some of them, of whom a share belongs to B, and `byGroup` counts a model's
// answers for both. (`examplePeople` are for the end of this page.)

/// People of two groups: two numbers of each, what is true of each, and the group.
public struct People: Sendable {
    public var numbers: Tensor, truths: [Bool], isB: [Bool]

    /// - Parameter shareOfB: how many of them belong to B.
    public init(_ count: Int, shareOfB: Double, using random: inout SplitMix64) {
        let isB = (0..<count).map { Double($0) < shareOfB * Double(count) }
        let (x, noise) = (Tensor.randn(count, 2, using: &random), normals(count, using: &random))
        let values = x.scalars
        truths = isB.indices.map { person in
            let (first, second) = (values[2 * person], values[2 * person + 1])
            return (isB[person] ? second + 0.3 * first : first) + 0.5 * noise[person] > 0
        }
        (numbers, self.isB) = (x, isB)
    }
}

/// The counts of both groups, for a model's answers.
public func byGroup(_ model: LogisticModel, _ people: People) -> (a: GroupCounts, b: GroupCounts) {
    var (a, b) = (GroupCounts(), GroupCounts())
    for (person, probability) in model.probabilities(people.numbers).enumerated() {
        let (said, truth) = (probability > 0.5, people.truths[person])
        if people.isB[person] { b.add(said: said, truth: truth) } else { a.add(said: said, truth: truth) }
    }
    return (a, b)
}

extension DataEthics {
    func fewOfOneKind() {
        // Three models: one of 95 A and 5 B in a hundred, one in which each B counts nineteen times, and one of as many
        // people, half of whom are B. All are tested on people like the first ones, 95 to 5, and on each group:
        let count = run.size(quick: 400, usual: 2000)
        let runs = run.overSeedsAtOnce(repeats) { random in
            let few = People(count, shareOfB: 0.05, using: &random), even = People(count, shareOfB: 0.5, using: &random)
            let new = People(2 * count, shareOfB: 0.05, using: &random)
            let targets = Tensor(few.truths.map { $0 ? 1 : 0 })
            return [
                LogisticModel(few.numbers, targets),
                LogisticModel(few.numbers, targets, rowWeights: Tensor(few.isB.map { $0 ? 19 : 1 })),
                LogisticModel(even.numbers, Tensor(even.truths.map { $0 ? 1 : 0 })),
            ].map { byGroup($0, new) }
        }
        var table = TextTable(["trained on", "all", "A", "B"], decimals: 3)
        for (place, name) in ["95 A, 5 B", "the same, B counts 19 times", "50 A, 50 B"].enumerated() {
            let all = runs.map {
                Double($0[place].a.right + $0[place].b.right) / Double($0[place].a.count + $0[place].b.count)
            }
            let (a, b) = (runs.map { $0[place].a.accuracy }, runs.map { $0[place].b.accuracy })
            table.add(name, Spread(all), Spread(a), Spread(b))
            record("few/\(slug(name))-accuracy-for-b", over: b)
        }
        show(
            table, "Accuracy on new people, 95 of 100 of whom are A",
            predict: .choice(
                "One model for all, trained on 95 A and 5 B in a hundred, has an accuracy of 0.84 for everybody. How good is it for B?",
                ["about 0.84 as well", "about 0.6, little better than a coin", "about 0.4, worse than a coin"],
                answer: "about 0.6, little better than a coin"))
        // The one number that most reports give says nothing of it, because B is one person in twenty. And mending has
        // a price here: one line cannot serve both, so A pays for what B gains. With a model that may treat the groups
        // differently, nobody would have to pay (the page after next). Which of these is right depends on what is
        // decided with it. But that there is something to decide can only be seen by whoever looks at groups.
    }

    /// People with the scores of a model that was trained on 95 A and 5 B in a hundred, as a table.
    private func examplePeople() -> String {
        var random = run.random
        let people = People(2000, shareOfB: 0.05, using: &random), new = People(2000, shareOfB: 0.5, using: &random)
        let model = LogisticModel(people.numbers, Tensor(people.truths.map { $0 ? 1 : 0 }))
        let rows = model.probabilities(new.numbers).enumerated().map {
            "\($1),\(new.truths[$0] ? "yes" : "no"),\(new.isB[$0] ? "B" : "A")"
        }
        return (["score,target,group"] + rows).joined(separator: "\n")
    }

    func ownTable() throws {
        // For predictions of yours, `swift run ch03 --report FILE` makes the tables of this page. The file has a row
        // for each person, with the columns `prediction`, `target` (yes or no, 1 or 0, true or false) and `group`.
        // Without a file, they are shown for the first of the three models, on people half of whom are B
        // (`examplePeople`):
        let frame =
            if let file = Self.ownReport { try DataFrame(csv: file) } else { try DataFrame(csvText: examplePeople()) }
        let report = try DisaggregatedReport(frame, name: Self.ownReport?.lastPathComponent ?? "the example")
        show(report.table, "Errors by group, with their ranges at 95 percent")
        for line in report.remarks { show(line, "") }
        // If the file has the model's probabilities as well, in a column `score`, there is a second question. Of the
        // people who got a score of about 0.7, is it true for seven in ten? Then the model is *calibrated*, and a score
        // can be taken at its word. It has to hold in each group:
        if let calibration = report.calibration { show(calibration, "Scores, and what is true of people with them") }
        // Scores that are right for one group and not for another mislead whoever decides by them, even if no decision
        // has been wrong yet.
    }
}
