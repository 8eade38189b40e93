// # Three stages
//
// Section 2.6 · After this page you can bring a model into use so that its mistakes are found before they do harm.

import Figures
import Notebook
import Tensors

// A model is one part of a system: there are also versions, fresh data and labels, tests of one version against
// another, and people who watch. (The book points to "Building Machine Learning Powered Applications" by Emmanuel
// Ameisen, 2020.) Since nobody can know all that a net will do, one lets it do more only as fast as one learns what it
// does. The book has three stages:

extension ModelToProduction {
    func stagesOfDeployment() {
        show(
            FlowChart(
                ["by hand, the model beside", "one place, people check", "step by step, with reports"],
                title: "Into use in three stages", repeating: "step by step, with reports",
                to: "by hand, the model beside", label: "when a report rings"),
            "From the work of people to that of a model, and back if need be")
    }
}

// The reports of the third stage need a rule. `Report` compares the alerts of a week with how many there ought to be:
// those that people have raised in the same stretch of time by hand. Twice as many, or half as many, is a reason to
// look (unless the numbers are so small that chance does that):

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

extension ModelToProduction {
    func reportsThatRing() {
        var table = TextTable(["alerts", "by hand", "rings"])
        for (alerts, byHand) in [(6, 6.0), (12, 6), (10, 6), (2, 6), (0, 6), (60, 60), (90, 60), (120, 60), (30, 60)] {
            table.add(alerts, Int(byHand), Report(alerts: alerts, byHand: byHand).rings ? "yes" : "")
        }
        show(table, "Weeks of one camera, and of ten")
        show(
            Report(alerts: 6, byHand: 6).rings, "3 bears and 3 bushes in place of 6 bears",
            predict: .yesNo(
                "A camera has 6 alerts, and ought to have 6. But 3 of them are bushes, and 3 bears were missed. Does the report ring?",
                false))
        // So a count is not enough to begin with. In the first stage people compare *each* of their bears with what the
        // model has said, and in the second they look at each alert. A report is for later, when all that was well and
        // something changes.
        //
        // For each stage ask beforehand: what is the worst that could happen, what would show it, in a number or in a
        // picture, and who looks at it, and may press the stop?
    }
}
