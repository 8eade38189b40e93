// # 3.73 times as often
//
// Section 2.7 · After this page you can say what happens to a difference that a model finds in data of its own making.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// A model that is used changes the world from which its next data come. The example that is known best is policing.
// Arrests are made where the police are; a model learns from arrests where crime is; the police go there. Kristian Lum
// and William Isaac wrote of such programs (2016) that what they predict is future policing, not future crime. Chapter
// 1 and chapter 3 let this loop run, with patrols by the day, and show what stops it. Here is another question: does it
// matter *how strongly* one follows the model, and how large the difference was to begin with?
//
// The difference is a real one. According to the American Civil Liberties Union (in a report of 2013, with the FBI's
// numbers of 2010), Black people in the United States were arrested for possession of marijuana 3.73 times as often as
// white people, though both used it about equally. So arrests say little about use, and much about who is searched.
//
// Two groups, then, that do the same. In the first year one of them is arrested `start` times as often. Next year's
// controls follow last year's arrests: twice the arrests, twice the controls, if the arrests are followed to the letter
// (power 1). With power 0 they are not followed at all, and with power 1.2, controls are drawn together where arrests
// are. Since both groups do the same, arrests are in proportion to controls (`arrestRatios`):

/// How many times as often one group is arrested as the other, year by year.
/// - Parameters:
///   - power: how strongly controls follow arrests.
///   - memory: over how many years arrests are taken together.
public func arrestRatios(start: Double, years: Int, power: Double, memory: Int = 1) -> [Double] {
    var ratios = [start]
    for _ in 0..<years {
        let known = ratios.suffix(memory)
        ratios.append(pow(known.reduce(0, +) / Double(known.count), power))
    }
    return ratios
}

extension ModelToProduction {
    func threePointSevenThree() {
        let powers = [0, 0.5, 0.8, 1, 1.1], years = 20
        show(
            Chart(
                "Both groups do the same", x: "years", y: "times as often arrested", yScale: .logarithmic
            ) {
                for power in powers {
                    let ratios = arrestRatios(start: 3.73, years: years, power: power)
                    Line(ratios, "power \(fixed(power, 1))")
                }
                Rule(y: 1, "what is true", colour: .black)
            }, "It begins at 3.73",
            predict: .choice(
                "Controls follow last year's arrests to the letter (power 1). Where is 3.73 after twenty years?",
                ["at 1", "at 3.73", "far above"], answer: "at 3.73"))
        record("arrests/after-twenty-years-power-1", arrestRatios(start: 3.73, years: years, power: 1).last!)
        record("arrests/after-twenty-years-power-0.8", arrestRatios(start: 3.73, years: years, power: 0.8).last!)
        record("arrests/after-twenty-years-power-1.1", arrestRatios(start: 3.73, years: years, power: 1.1).last!)
        // And if it had begun elsewhere, or if several years are taken together?
        var table = TextTable(["begins at", "power 0.5", "power 0.8", "power 1", "power 1.1"], decimals: 2)
        let starts = [1.0, 1.2, 2, 3.73, 5]
        for start in starts {
            let ends = [0.5, 0.8, 1, 1.1].map { arrestRatios(start: start, years: 10, power: $0).last! }
            table.add(start, ends[0], ends[1], ends[2], ends[3])
        }
        show(table, "Times as often arrested after ten years")
        // How long does it take until nothing is left of 3.73 to speak of, if some of it is forgotten each year?
        func yearsUntilEqual(_ memory: Int) -> Int? {
            arrestRatios(start: 3.73, years: 100, power: 0.8, memory: memory).firstIndex { $0 < 1.1 }
        }
        var waits = TextTable(["years taken together", "years until the ratio is below 1.1, power 0.8"])
        for memory in [1, 3, 5] { waits.add(memory, yearsUntilEqual(memory)) }
        show(waits, "More data of the same kind keep an old difference alive")
        // At power 1 *every* number is confirmed by the next year's data, whatever it was. Whoever fits a model to
        // these data finds 3.73, finds it again each year, and may think that so stable a number must be true. Only
        // below 1 is it forgotten, the more slowly the more history is used; and above 1 it grows without any bound,
        // from as small a difference as one likes.
    }

    func chancePicksASide() {
        // In that case it need not begin with a difference at all. Let both groups begin alike, and let chance do what
        // it does with a hundred arrests a year:
        let worlds = run.size(quick: 20, usual: 400), years = 20
        var table = TextTable(["power", "ratio beyond 2 after twenty years", "beyond 3.73"], decimals: 2)
        var beyond: [Double] = []
        for power in [0.5, 1, 1.2] {
            let ends = run.overSeedsAtOnce(worlds) { random -> Double in
                var share = 0.5
                for _ in 0..<years {
                    let arrests = (0..<100).count { _ in Double.random(in: 0..<1, using: &random) < share }
                    let ratio = (Double(arrests) + 0.5) / (100 - Double(arrests) + 0.5)
                    share = pow(ratio, power) / (1 + pow(ratio, power))
                }
                return max(share / (1 - share), (1 - share) / share)
            }
            beyond.append(Double(ends.count { $0 > 3.73 }) / Double(worlds))
            table.add(power, Double(ends.count { $0 > 2 }) / Double(worlds), beyond.last!)
            record("arrests/share-of-worlds-beyond-3.73-from-equal-power-\(power)", beyond.last!)
        }
        show(
            table, "\(worlds) worlds in which both groups do the same and begin alike",
            predict: .choice(
                "Both begin alike. Controls are drawn together a little (power 1.2). After twenty years, how many worlds are beyond 3.73 one way or the other?",
                ["hardly any", "most"], answer: beyond[2] > 0.5 ? "most" : "hardly any"))
        // So a difference in the data proves nothing about the people. Before a model is trained on what people were
        // *caught* at, ask who was looked at, and what would be found if one looked at all alike.
    }
}
