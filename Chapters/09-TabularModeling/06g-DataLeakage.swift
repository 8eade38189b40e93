// # Too good to be true
//
// Section 9.6 · After this page you can name three signs of a leak, and have seen a model fail that had a perfect
// score.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// *Leakage*: the table that one learns from has something in it that will not be there when the model is used, and that
// gives the answer away (S. Kaufman and others, “Leakage in Data Mining”, 2012). One of the stories in that paper is
// about IBM, who wanted to know which firms might buy their software. What told customers best was the word “Websphere”
// on their sites: it is the name of the software that they had bought.
//
// One of the book's authors took part in a competition of a university: which applications for grants will be accepted?
// A forest was right in more than 95 % of the cases. The most important columns were numbers of persons and of the
// date: what was decided on a Sunday or on 1 January had nearly always been accepted. The reason was how the university
// worked. For applications that were rejected, nobody filled in the rest of the form; and accepted ones were entered in
// batches, on days that the program made up.
//
// Their data are not ours, so `grantApplications` makes some in which this happens. What the decision really depends on
// are earlier successes and the sum that is asked for, and a good deal of chance:

/// Applications for grants, 1 for accepted.
/// - Parameter isDecided: false for new applications, whose forms are as they are before a decision.
func grantApplications(_ count: Int, isDecided: Bool, using random: inout SplitMix64) -> DataFrame {
    var (successes, sums, persons, weekdays, days): ([Int], [Int], [Int?], [Int], [Int]) = ([], [], [], [], [])
    var accepted: [Double] = []
    for _ in 0..<count {
        successes.append(Int(random.next() % 6))
        sums.append(10 + Int(random.next() % 90))
        let chance = 0.25 + 0.1 * Double(successes.last!) - 0.002 * Double(sums.last!)
        let isAccepted = random.uniform() < chance
        accepted.append(isAccepted ? 1 : 0)
        // After the decision, forms of the accepted are completed, and many get a date of the program's own.
        let isCompleted = isDecided && isAccepted
        persons.append(isCompleted && random.uniform() < 0.97 ? 1000 + Int(random.next() % 500) : nil)
        let isBatch = isCompleted && random.uniform() < 0.5
        weekdays.append(isBatch ? 6 : Int(random.next() % 5))
        days.append(isBatch && random.uniform() < 0.4 ? 1 : 2 + Int(random.next() % 364))
    }
    return DataFrame([
        ("successes", Column(successes)), ("sum", Column(sums)), ("person", Column(persons)),
        ("weekday", Column(weekdays)), ("day of the year", Column(days)), ("accepted", Column(accepted)),
    ])
}

extension TabularModeling {
    func tooGoodToBeTrue() throws {
        // A forest learns from decided applications, and is judged by others that it has not seen:
        let (data, forest) = try grants
        let right = try accuracy(forest, data.valid.features, data.valid.targets)
        let most = max(share(of: 1, data.valid.targets), share(of: 0, data.valid.targets))
        record("grants/accuracy-of-always-saying-the-same", most)
        record("grants/accuracy", right)

        // Sign one: it is too good. People who decide about grants do not agree with each other as often as that. Sign
        // two: what matters makes no sense.
        show(
            forest.rankedImportances.bars(title: "Who filled in the form?", label: "importance"),
            "Importances for grants, generated applications")
        show(
            forest.rankedImportances[0].name, "the most important column",
            predict: .choice(
                "Successes and the sum are what decides. Which column is the most important one to the forest?",
                ["successes", "sum", "weekday", "person is missing"],
                answer: forest.rankedImportances[0].name == "person_na"
                    ? "person is missing" : forest.rankedImportances[0].name))

        // Sign three: a dependence that makes no sense. Why should a Sunday help?
        let days = try forest.partialDependence(on: "weekday", data.valid.features)
        show(
            Chart(
                "On Sundays nearly everything is accepted?", x: "weekday, 0 is Monday", y: "mean prediction",
                yLimits: 0...1
            ) {
                Line(days.values, days.means, colour: .blue)
                Points(days.values, days.means, colour: .blue)
            }, "Partial dependence on the weekday, generated applications")
    }

    func formsThatAreEmpty() throws {
        // And then the model is put to use. New applications come in, and nobody has decided about them; so nobody has
        // filled in the rest of their forms:
        let (data, forest) = try grants
        var random = SplitMix64(seed: run.seed &+ 1)
        let new = try data.applied(
            to: grantApplications(run.size(quick: 300, usual: 3000), isDecided: false, using: &random))
        let inUse = try accuracy(forest, new.features, new.targets)
        record("grants/accuracy-in-use", inUse)
        let most = max(share(of: 1, new.targets), share(of: 0, new.targets))
        show(
            inUse > most + 0.02, "in use, it is better than always saying the same",
            predict: .yesNo(
                "On new applications, with the rest of the forms still empty, is the model better than always "
                    + "saying the same?",
                inUse > most + 0.02))

        // Nothing is left of it. For every new application it says what it has learned: the form is empty, so it will
        // be rejected. A model that has learned only from what is known before the decision does what can be done:
        let names = ["successes", "sum"]
        let honest = try RandomForest(
            data.train.features.keeping(names), data.train.targets, trees: run.size(quick: 10, usual: 40),
            minLeafSize: 50, using: &random)
        record(
            "grants/accuracy-in-use-without-what-leaks", try accuracy(honest, new.features.keeping(names), new.targets)
        )

        // Nobody would have seen this by looking at the table. That is why the book says: build a model first, then
        // clean the data. The model shows where to look.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// Decided applications, and a forest that has learned from most of them.
    private var grants: (data: TabularData, forest: RandomForest) {
        get throws {
            try run.once {
                var random = run.random
                let table = grantApplications(run.size(quick: 600, usual: 6000), isDecided: true, using: &random)
                let data = try TabularData(
                    table, categorical: [],
                    continuous: ["successes", "sum", "person", "weekday", "day of the year"], target: "accepted",
                    splits: .random(table.rowCount, using: &random))
                let forest = try RandomForest(
                    data.train.features, data.train.targets, trees: run.size(quick: 10, usual: 40), columnShare: 0.5,
                    minLeafSize: 5, using: &random)
                return (data, forest)
            }
        }
    }
}

private func accuracy(_ forest: RandomForest, _ x: Features, _ y: [Double]) throws -> Double {
    let right = zip(try forest.predict(x), y).count { ($0 > 0.5 ? 1 : 0) == $1 }
    return Double(right) / Double(y.count)
}

private func share(of value: Double, _ y: [Double]) -> Double { Double(y.count { $0 == value }) / Double(y.count) }
