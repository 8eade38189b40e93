// # Three stages
//
// Section 2.6 · After this page you can bring a model into use so that its mistakes are found before they do harm.

import Figures
import Notebook
import Tensors

// A model is one part of a system: there are also versions, fresh data and labels, tests of one version against another,
// and people who watch. (The book points to "Building Machine Learning Powered Applications" by Emmanuel Ameisen, 2020.)
// Since nobody can know all that a net will do, one lets it do more only as fast as one learns what it does. The book has
// three stages:

extension ModelToProduction {
    func stagesOfDeployment() {
        show(
            NodeDiagram(
                "Into use in three stages",
                [
                    .init("people do the work", 0, 0), .init("model runs beside them", 0, 1, isStep: true),
                    .init("one place, one week", 1, 0, isStep: true), .init("each alert is checked", 1, 1),
                    .init("more places, step by step", 2, 0, isStep: true), .init("reports that ring", 2, 1),
                ],
                [
                    .init("people do the work", "one place, one week"), .init("model runs beside them", "people do the work"),
                    .init("each alert is checked", "one place, one week"),
                    .init("one place, one week", "more places, step by step"),
                    .init("reports that ring", "more places, step by step"),
                ]), "1. by hand, with the model beside; 2. limited, with people watching; 3. larger and larger")
    }
}

// Now the park. Ten cameras each see six bears a week and 200 other things. There are models that do well out there, and
// others that looked just as well on the validation set (`FieldModel`). In the third stage something else may happen: one
// camera is replaced by another type, with which the model sees a fifth of what it saw, or is alarmed three times as
// often.

/// How a model does at the camp: the share of bears that it finds, and of other things at which it is alarmed.
public struct FieldModel: Sendable {
    public let name: String, found: Double, alarmed: Double

    public init(_ name: String, found: Double, alarmed: Double) {
        (self.name, self.found, self.alarmed) = (name, found, alarmed)
    }

    /// Three models; all of them were right about 97 of 100 photos from the internet.
    public static let all = [
        FieldModel("good", found: 0.92, alarmed: 0.005), FieldModel("blind at night", found: 0.4, alarmed: 0.005),
        FieldModel("alarmed by every bush", found: 0.92, alarmed: 0.06),
    ]
}

// `Report` compares the alerts of a week with how many there ought to be: those that people have raised in the same
// stretch of time by hand. Twice as many, or half as many, is a reason to look (unless the numbers are so small that
// chance does that):

/// The alerts of a week, beside those of the work by hand.
public struct Report: Sendable, Equatable {
    public let alerts: Int, byHand: Double

    public init(alerts: Int, byHand: Double) { (self.alerts, self.byHand) = (alerts, byHand) }

    /// Whether somebody should look: twice as many or half as many, and not by chance alone: by more than two standard
    /// deviations of a count.
    public var rings: Bool {
        let (count, difference) = (Double(alerts), Double(alerts) - byHand)
        return (count >= 2 * byHand || count <= byHand / 2) && abs(difference) > 2 * byHand.squareRoot()
    }
}

/// A model comes into use at the camp.
public struct RollOut: Sendable {
    /// Bears that nobody was warned of, alerts for nothing, and in which stage the model was stopped; nil if never.
    public private(set) var missed = 0, falseAlerts = 0, stoppedIn: Int?
    /// In which week a camera was replaced, and when somebody looked at it; nil if never.
    public private(set) var brokenAt: Int?, foundAt: Int?

    /// - Parameter stages: three weeks beside people, two at one camera with each alert checked, then one camera more
    ///   each week, with reports. Without stages, all cameras from the first week, and nobody looks before autumn.
    public init(_ model: FieldModel, inStages stages: Bool, weeks: Int = 26, using random: inout SplitMix64) {
        func happens(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &random) < chance }
        let broken = Int.random(in: 0..<10, using: &random), change = Int.random(in: 16..<20, using: &random)
        let factor = Bool.random(using: &random) ? 0.2 : 3.0
        brokenAt = change
        var (shadow, counts, isRepaired) = (0, [Int](repeating: 0, count: 10), false)
        for week in 0..<weeks where stoppedIn == nil {
            // How many cameras are the model's own.
            let own = !stages ? 10 : week < 3 ? 0 : week < 5 ? 1 : min(10, week - 3)
            counts = [Int](repeating: 0, count: 10)
            for camera in 0..<10 {
                let scale = week >= change && camera == broken && !isRepaired ? factor : 1
                for _ in 0..<6 {
                    let isFound = happens(min(1, model.found * min(scale, 1)))
                    if isFound { counts[camera] += 1 }
                    if camera < own, !isFound { missed += 1 }
                }
                for _ in 0..<200 where happens(min(1, model.alarmed * scale + (scale > 1 ? 0.05 : 0))) {
                    counts[camera] += 1
                    if camera < own { falseAlerts += 1 }
                }
            }
            guard stages else { continue }
            // People raise an alert for each of six bears.
            if week < 3 {
                shadow += counts.reduce(0, +)
                if week == 2, Report(alerts: shadow, byHand: 180).rings { stoppedIn = 1 }
            } else if week < 5 {
                if week == 4, Report(alerts: counts[0], byHand: 6).rings { stoppedIn = 2 }
            } else {
                let ringing = (0..<own).filter { Report(alerts: counts[$0], byHand: 6).rings }
                if ringing.count > own / 2, own > 2 { stoppedIn = 3 }
                if week >= change, ringing.contains(broken), foundAt == nil { (foundAt, isRepaired) = (week, true) }
            }
        }
    }
}

extension ModelToProduction {
    func allAtOnceOrInStages() {
        let count = run.size(quick: 10, usual: 200)
        var table = TextTable(
            ["model", "brought into use", "bears nobody was warned of", "alerts for nothing", "stopped beside people", "stopped later"],
            decimals: 1)
        var missed: [String: Double] = [:]
        for model in FieldModel.all {
            for stages in [false, true] {
                let worlds = run.overSeedsAtOnce(count) { RollOut(model, inStages: stages, using: &$0) }
                let (bears, alerts) = (worlds.map { Double($0.missed) }, worlds.map { Double($0.falseAlerts) })
                missed["\(model.name) \(stages)"] = Spread(bears).mean
                table.add(
                    model.name, stages ? "in three stages" : "all at once", Spread(bears), Spread(alerts),
                    "\(worlds.count { $0.stoppedIn == 1 }) of \(count)",
                    "\(worlds.count { ($0.stoppedIn ?? 0) > 1 }) of \(count)")
                record("roll-out/missed, \(model.name), \(stages ? "in stages" : "at once")", over: bears)
            }
        }
        show(
            table, "Half a year at ten cameras, \(count) times each",
            predict: .choice(
                "A model finds 4 of 10 bears at the camp. Brought into use in stages, how many bears go unnoticed?",
                ["about as many as all at once", "about half as many", "hardly any"],
                answer: missed["blind at night true"]! < 0.1 * missed["blind at night false"]!
                    ? "hardly any" : "about half as many"))
        let good = run.overSeedsAtOnce(count) { RollOut(FieldModel.all[0], inStages: true, using: &$0) }
        let delays = good.compactMap { world in world.foundAt.map { Double($0 - world.brokenAt!) } }
        record("roll-out/weeks until a changed camera is noticed", over: delays.isEmpty ? [10] : delays)
        show("\(delays.count) of \(count)", "changed cameras that the weekly reports found in time")
        // The first stage costs nothing but patience, since people go on as before; and it stops the bad models before
        // anybody relies on them. The second is for what cannot be seen from beside: how people act on an alert. The
        // third is for what changes later. The reports do not find everything: six bears a week are few, and with so few
        // a count of three is nothing unusual.
        //
        // For each stage ask beforehand: what is the worst that could happen, what would show it, in a number or in a
        // picture, and who looks at it, and may press the stop?
    }
}
