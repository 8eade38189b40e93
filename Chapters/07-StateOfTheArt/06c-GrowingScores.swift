// # Do scores grow?
//
// Section 7.6 · After this page you have seen what soft targets do to the scores of a net, epoch by epoch.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// So far, the growth of scores was an argument about ten free numbers. A net is not free: its scores come from weights
// that serve all photos. Do they grow, too? In the trainings of section 7.5, a callback has looked at the same training
// photos after every epoch, and noted how far the highest score of a photo is ahead of the mean of its ten:

extension StateOfTheArt {
    func leadsByEpoch() throws {
        let epochs = lengths.last!
        let leads = try Technique.allCases.map { technique in
            let all = try nets(technique, epochs).map(\.leads)
            return (0..<epochs).map { epoch in Spread(all.map { $0[epoch] }).mean }
        }
        show(
            Chart("Hard targets drive scores apart", x: "epoch", y: "highest score less the mean") {
                for (lead, (technique, colour)) in zip(
                    leads, zip(Technique.allCases, [Colour.vermilion, .blue, .green]))
                {
                    Line(1...epochs, lead, technique.title, colour: colour)
                    Points(1...epochs, lead, colour: colour)
                }
            }, "The lead of the highest score, mean of \(counted(seeds, "seed")), \(counted(epochs, "epoch"))")
        for (technique, lead) in zip(Technique.allCases, leads) { record("scores/lead-\(technique.key)", lead.last!) }
        let last = leads.map { $0.last! }
        show(
            fixed(last[2] / last[0], 2), "lead with label smoothing, for that of cross-entropy",
            predict: .change(
                "With label smoothing, the lead of the highest score at the end is …", from: last[0], to: last[2]))

        // With smoothed labels the best answer has a lead of 0.9 · 4.51 = 4.06 before the mean of all ten, and no score
        // has a reason to go beyond. Cross-entropy has no such place. How far it gets depends on how many epochs it
        // has, and on how well the net can learn its photos by heart.
        let end = Double(lengths[0])
        let short = try nets(.plain, lengths[0]).map { Double($0.leads.last!) }
        record("scores/lead-of-cross-entropy-after-\(Int(end))", over: short)
    }
}
