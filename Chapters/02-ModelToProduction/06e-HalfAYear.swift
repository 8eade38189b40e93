// # Half a year at the camp
//
// Section 2.6 · After this page you know what bringing a model into use in stages costs, and what it saves.

import Common
import Figures
import Notebook
import Tensors

// Now the park. Ten cameras each see six bears a week and 200 other things. There are models that do well out there,
// and others that looked just as well on the validation set (`FieldModel`). In the third stage something else happens:
// one camera is replaced by another type, with which the model sees a fifth of what it saw, or is alarmed all the time.

/// How a model does at the camp: the share of bears that it finds, of other things at which it is alarmed, and of its
/// alerts that come while the bear is still there.
public struct FieldModel: Sendable {
    public let name: String, found: Double, alarmed: Double, inTime: Double

    public init(_ name: String, found: Double, alarmed: Double, inTime: Double = 1) {
        (self.name, self.found, self.alarmed, self.inTime) = (name, found, alarmed, inTime)
    }

    /// Four models; all of them were right about 97 of 100 photos from the internet.
    public static let all = [
        FieldModel("good", found: 0.92, alarmed: 0.005), FieldModel("blind at night", found: 0.4, alarmed: 0.005),
        FieldModel("alarmed by every bush", found: 0.92, alarmed: 0.06),
        FieldModel("too slow", found: 0.92, alarmed: 0.005, inTime: 0.4),
    ]
}

// `RollOut` plays half a year. In stages, that is three weeks beside people, who compare its list of bears with theirs;
// two weeks at one camera, where somebody goes to each alert and looks; then one camera more each week, with reports.
// Otherwise all cameras are the model's from the first week, and nobody looks:

/// A model comes into use at the camp.
public struct RollOut: Sendable {
    /// Bears that nobody was warned of, alerts for nothing, and in which stage the model was stopped; nil if never.
    public private(set) var missed = 0, falseAlerts = 0, stoppedIn: Int?
    /// In which week a camera was replaced, and when somebody looked at it; nil if never.
    public private(set) var brokenAt = 0, foundAt: Int?
    /// How often somebody looked at a camera for nothing.
    public private(set) var needless = 0

    /// - Parameter stages: without them, all cameras are the model's from the first week, and nobody looks.
    public init(_ model: FieldModel, inStages stages: Bool, weeks: Int = 26, using random: inout SplitMix64) {
        let broken = Int.random(in: 0..<10, using: &random)
        brokenAt = Int.random(in: 16..<20, using: &random)
        let factor = Bool.random(using: &random) ? 0.2 : 3.0
        var (seen, warned) = ((bears: 0, found: 0, alerts: 0), 0)
        for week in 0..<weeks where stoppedIn == nil {
            // How many cameras are the model's own.
            let own = !stages ? 10 : week < 3 ? 0 : week < 5 ? 1 : min(10, week - 3)
            var alerts = [Int](repeating: 0, count: 10)
            for camera in 0..<10 {
                let isBroken = week >= brokenAt && camera == broken && foundAt == nil
                let found = Self.count(6, model.found * (isBroken ? min(factor, 1) : 1), &random)
                let wrong = Self.count(200, model.alarmed + (isBroken && factor > 1 ? 0.07 : 0), &random)
                alerts[camera] = found + wrong
                seen = (seen.bears + 6, seen.found + found, seen.alerts + found + wrong)
                guard camera < own else { continue }
                let inTime = model.inTime < 1 ? Self.count(found, model.inTime, &random) : found
                (missed, falseAlerts, warned) = (missed + 6 - inTime, falseAlerts + wrong, warned + inTime)
            }
            if stages, week == 2 {
                // People have seen every bear and every alert, and compare the lists.
                if Double(seen.found) < 0.75 * Double(seen.bears) || seen.alerts > 2 * seen.bears { stoppedIn = 1 }
            } else if stages, week == 4 {
                // And here they went to each alert. Of twelve bears at one camera, how many were still there?
                if warned < 8 { stoppedIn = 2 }
            } else if stages, week > 4 {
                for camera in 0..<own where Report(alerts: alerts[camera], byHand: 6).rings {
                    let isRight = camera == broken && week >= brokenAt && foundAt == nil
                    if isRight { foundAt = week } else { needless += 1 }
                }
            }
        }
    }

    private static func count(_ trials: Int, _ chance: Double, _ random: inout SplitMix64) -> Int {
        (0..<trials).count { _ in Double.random(in: 0..<1, using: &random) < chance }
    }
}

extension ModelToProduction {
    func allAtOnceOrInStages() {
        let count = run.size(quick: 10, usual: 60, full: 400)
        var table = TextTable(
            [
                "model", "brought into use", "bears nobody was warned of", "alerts for nothing",
                "stopped beside people", "stopped later",
            ],
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
                record("roll-out/missed-\(slug(model.name))-\(slug(stages ? "in stages" : "at once"))", over: bears)
            }
        }
        show(
            table, "Half a year at ten cameras, \(counted(count, "time")) each",
            predict: .choice(
                "A model finds 4 of 10 bears at the camp. Brought into use in stages, how many bears go unnoticed?",
                ["about as many as all at once", "about half as many", "hardly any"],
                answer: missed["blind at night true"]! < 0.1 * missed["blind at night false"]!
                    ? "hardly any" : "about half as many"))
        let good = run.overSeedsAtOnce(count) { RollOut(FieldModel.all[0], inStages: true, using: &$0) }
        let delays = good.compactMap { world in world.foundAt.map { Double($0 - world.brokenAt) } }
        if !delays.isEmpty {
            record("roll-out/weeks-until-a-changed-camera-is-noticed-of-those-noticed", over: delays)
        }
        show("\(delays.count) of \(count)", "changed cameras that the weekly reports have found")
        record("roll-out/cameras-looked-at-for-nothing-in-half-a-year", over: good.map { Double($0.needless) })
        // (That a good model misses fewer bears in stages is no merit of it: people did part of its work for longer.
        // And a bad one misses few or none: it is stopped while people still do all of the work, or nearly all.)
        //
        // The first stage costs nothing but patience, since people go on as before; and it stops the bad models before
        // anybody relies on them. The second is for what cannot be seen from beside. The slow model's list has every
        // bear on it, so nothing is wrong with it as long as lists are compared; somebody has to go to the camera when
        // it rings, and find that the bear has left. The third is for what changes later. Its reports mostly find a
        // changed camera within two weeks, and now and then they need longer: six bears a week are few, and with so few
        // a count of three is nothing unusual. A look for nothing, now and then, is the price.
    }
}
