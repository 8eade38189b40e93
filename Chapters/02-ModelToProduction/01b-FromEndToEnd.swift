// # From end to end
//
// Section 2.1 · After this page you know why a project should have all its parts soon, all of them bad.

import Figures
import Notebook
import Tensors

// A project is more than a model. There are the data and their labels, the model, the app around it, and people who
// have to want it. Two teams have the same 24 weeks. One does each part properly before it goes on to the next. The
// other makes a rough version of everything first, a week for each part, and works on the weakest part from then on.
// For an app on a phone, that means to have an app on a phone from then on, after each week; and if the model runs on
// a server for now because that is easier, so be it.
//
// A small world to compare them in. Each part has a quality between 0 and 1, and the product of all is what the whole
// is worth: one part that does not work spoils everything. The first version of a part is as good as chance has it;
// each further week of work takes away half of what is still missing to as good as this part can become. Mostly that is
// nearly 1. But in one project of four, one of the parts cannot be done with what there is, and ends at 0.1. Nobody
// knows beforehand which (`Plan`, `PlannedProject`):

/// In what order a team works on the parts of a project.
public enum Plan: String, CaseIterable, Sendable {
    case oneByOne = "one part after the other"
    case endToEnd = "all parts roughly, then the weakest"
}

/// What the parts of a project can become.
public struct PlannedProject: Sendable {
    /// How good the first version of each part is, and the best one.
    public let first: [Double], best: [Double]
    /// Whether every part can be done.
    public var isPossible: Bool { best.min()! > 0.5 }

    public init(first: [Double], best: [Double]) { (self.first, self.best) = (first, best) }

    public init(parts: Int = 5, using random: inout SplitMix64) {
        first = (0..<parts).map { _ in Double.random(in: 0.1...0.6, using: &random) }
        var best = (0..<parts).map { _ in Double.random(in: 0.9...1, using: &random) }
        if Double.random(in: 0..<1, using: &random) < 0.25 { best[Int.random(in: 0..<parts, using: &random)] = 0.1 }
        self.best = best
    }

    /// What the whole is worth after each week, and the week after which the team knows that it cannot be done: a part
    /// below 0.5 has been worked on for three weeks and gained less than 0.1 in them.
    public func worked(_ plan: Plan, weeks: Int = 24) -> (worth: [Double], givenUp: Int?) {
        var quality = [Double](repeating: 0, count: first.count), spent = [Int](repeating: 0, count: first.count)
        var (worth, givenUp) = ([Double](), Int?.none)
        for week in 1...weeks {
            let part: Int
            switch plan {
            case .oneByOne: part = min((week - 1) * first.count / weeks, first.count - 1)
            // A part that has not been begun is worth nothing, and so comes first.
            case .endToEnd: part = quality.indices.min { quality[$0] < quality[$1] }!
            }
            spent[part] += 1
            let isNew = quality[part] == 0
            quality[part] = isNew ? min(first[part], best[part]) : (quality[part] + best[part]) / 2
            if givenUp == nil, spent[part] >= 3, quality[part] < 0.5, best[part] - quality[part] < 0.1 {
                givenUp = week
            }
            worth.append(quality.reduce(1, *))
        }
        return (worth, givenUp)
    }
}

extension ModelToProduction {
    func aVersionEachWeek() {
        let (count, weeks) = (run.size(quick: 50, usual: 1000), 24)
        var random = run.random
        let projects = (0..<count).map { _ in PlannedProject(using: &random) }
        let possible = projects.filter(\.isPossible), others = projects.filter { !$0.isPossible }
        let curves = Plan.allCases.map { plan in
            let all = possible.map { $0.worked(plan, weeks: weeks).worth }
            return (0..<weeks).map { week in Spread(all.map { $0[week] }).mean }
        }
        show(
            Chart("What there is to show after each week", x: "week", y: "worth of the whole, mean", yLimits: 0...1) {
                for (plan, curve) in zip(Plan.allCases, curves) { Line((1...weeks).map { $0 }, curve, plan.rawValue) }
            }, "\(possible.count) invented projects that can be done",
            predict: .choice(
                "Both teams have done the same work after 24 weeks. Who has more to show after twelve?",
                Plan.allCases.map(\.rawValue), answer: Plan.endToEnd.rawValue))
        let gaveUp = Plan.allCases.map { plan in
            others.map { Double($0.worked(plan, weeks: weeks).givenUp ?? weeks) }
        }
        var table = TextTable(
            ["plan", "worth after 6 weeks", "after 12", "after 24", "week it is given up"], decimals: 2)
        for (place, plan) in Plan.allCases.enumerated() {
            table.add(plan.rawValue, curves[place][5], curves[place][11], curves[place][23], Spread(gaveUp[place]))
            record("end-to-end/worth-after-twelve-weeks-\(slug(plan.rawValue))", curves[place][11])
            record("end-to-end/week-in-which-the-impossible-is-given-up-\(slug(plan.rawValue))", over: gaveUp[place])
        }
        show(table, "The last column is about the \(others.count) projects that cannot be done")
        // In the end both have about the same, for they have done the same work. But for months, one team had nothing
        // that anybody could try. If the money ends early, if a part turns out to be harder than it looked, if people
        // want something else, then it matters what there is. A version that runs from end to end also tells which part
        // to work on, and it is a prototype: something to show to those who decide whether to go on.
        //
        // And the hopeless projects? The first team finds out as soon as it comes to the part that cannot be done, and
        // that may be the last one. The second team has met it within a few weeks. (The world here is invented, the
        // numbers with it: halves, quarters and the five parts are ours. What they show is only how the order of the
        // work acts.)
    }
}
