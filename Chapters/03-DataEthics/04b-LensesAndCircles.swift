// # Lenses, circles, and their limits
//
// Section 3.4 · After this page you can look at a project in five ways, and know what no checklist can do.

import Figures
import Foundation
import Notebook
import Tensors

// Habits of a workplace are the second step. The Markkula Center has tools for engineers. Look for ethical risks at
// fixed dates, like somebody who tries to break in so that nobody else will. Widen the circle: who is affected, and was
// not asked? Think of terrible people: who will want to use this to steal, to stalk, to stir up hatred, and how? Data
// that were collected for something good do not stay with it: German censuses asked for religion, and the American one
// of 1940 was used to find Americans of Japanese descent and lock them up.
//
// And there are ways to judge. People who do not agree about ethics often look through different lenses, and it helps
// to know through which. Take a proposal: a town wants to prescribe an app that warns of falls to everybody over 80.

extension DataEthics {
    func fiveLenses() {
        let table = TextTable(
            ["lens", "what it asks", "for the proposal", "against it"],
            rows: [
                ["rights", "are rights respected?", "the right to be helped", "nobody was asked"],
                ["justice", "equal, or in proportion?", "all over 80 alike", "useless to those without a phone"],
                [
                    "utility", "most good, least harm?", "many falls are found",
                    "false alarms, and fear of being watched",
                ],
                [
                    "common good", "the community as a whole?", "fewer people lie on the floor unseen",
                    "neighbours stop looking in",
                ],
                ["virtue", "who do I want to be?", "somebody who cares", "somebody who has care done by a device"],
            ])
        show(table, "One proposal through five lenses")
        // Each lens sees something that the others miss, and none decides. Whether consequences count or duties, or
        // what one makes of oneself, has been argued about since Aristotle. What the lenses do is to make sure that the
        // argument is had before the phones are bought.
    }
}

// Checklists have a limit that is easy to overlook. In 2019 Os Keyes and others wrote a paper about a proposal to
// turn old people into food, "A Mulching Proposal". They examined its algorithm by the rules of the day for
// fairness, accountability and transparency, and improved it until it passed: it chose people of all groups at the
// same rate, explained each choice, and had an office for appeals. The proposal was as monstrous as before.
// `passesTheCheck` is a check of that kind:

/// Whether a selection treats groups alike, gives reasons and has appeals. It does not ask what people are selected
/// for.
public func passesTheCheck(selected: [Double], hasReasons: Bool, hasAppeals: Bool) -> Bool {
    let highest = selected.max() ?? 0
    return highest > 0 && (selected.min() ?? 0) / highest >= 0.8 && hasReasons && hasAppeals
}

extension DataEthics {
    func passesEveryCheck() {
        let steps: [(words: String, selected: [Double], reasons: Bool, appeals: Bool)] = [
            ("as proposed", [0.08, 0.02], false, false), ("groups at equal rates", [0.05, 0.05], false, false),
            ("with reasons", [0.05, 0.05], true, false), ("with appeals", [0.05, 0.05], true, true),
        ]
        var table = TextTable(["version", "rates of two groups", "passes", "acceptable"])
        for step in steps {
            let isPassed = passesTheCheck(selected: step.selected, hasReasons: step.reasons, hasAppeals: step.appeals)
            table.add(step.words, "\(step.selected[0]), \(step.selected[1])", isPassed ? "yes" : "no", "no")
        }
        show(
            table, "The mulching proposal, improved step by step",
            predict: .yesNo("With equal rates, reasons and appeals, does the proposal pass the check?", true))
        // The last column was not computed. No function of the numbers gives it. That is why "should this be done at
        // all?" comes first among the seven questions; and if you find a rule by which to judge projects, look for a
        // project that it lets pass and should not.
    }
}
