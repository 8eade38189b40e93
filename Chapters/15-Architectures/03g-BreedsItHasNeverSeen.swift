// # Breeds that it has never seen
//
// Section 15.3 · After this page you know what a net of pairs can do that a classifier cannot, and how well.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// A classifier knows the breeds that it was trained on, and no others. A net of pairs need not know any breed: “do they
// look the same?” is a question about two photos. That is what one would use it for: faces and signatures of people who
// came after the training. (The name is from J. Bromley and others, “Signature Verification using a Siamese Time Delay
// Neural Network”, 1993.) But does it learn to compare, or does it learn the breeds after all? Every third breed, by
// the number of its photos, is held out, and all pairs to be judged are of those:

extension Architectures {
    func strangers() throws {
        let all = try pairPhotos
        let counts = Dictionary(grouping: all.classes) { $0 }.mapValues(\.count)
        let ranks = counts.keys.sorted { (counts[$1]!, $0) < (counts[$0]!, $1) }
        let held = Set(stride(from: 2, to: ranks.count, by: 3).map { ranks[$0] })
        // #hide
        guard held.count > 1 else {
            show("\(counted(ranks.count, "breed")): too few to hold out two of them. That takes six.")
            return
        }
        let places = all.classes.indices
        let (known, strange) = (
            places.filter { !held.contains(all.classes[$0]) }, places.filter { held.contains(all.classes[$0]) }
        )
        show("\(ranks.count - held.count) and \(held.count)", "breeds to learn from, and held out")
        show("\(known.count) and \(strange.count)", "photos of them")
        let pairs = fixedPairs(strange, Partners(all.classes, among: strange), times: 2, seed: 6)
        let rows = try judges(known, pairs, siamese: nil)
        let before = try sixRows
        var table = TextTable(["judge", "known breeds", "breeds never seen"], decimals: 3)
        for (now, then) in zip(rows, before) { table.add(now.name, Spread(then.values), Spread(now.values)) }
        let (siamese, earlier) = (Spread(rows[4].values).mean, Spread(before[4].values).mean)
        let highest = (rows + before).map { Spread($0.values).mean }.max()!
        show(
            table, "Accuracy on new photos of breeds that were learned, and of others, \(petName)",
            predict: .change(
                "Is the Siamese net's accuracy on breeds that it has never seen larger or smaller than on the others?",
                from: earlier,
                to: siamese))
        show(
            Chart(
                "Which judge can compare breeds it has never seen?", x: "judge", y: "accuracy",
                yLimits: 0.4...min(1, max(highest, 0.5) + 0.05)
            ) {
                Points(
                    rows.indices.map { $0 + 1 }, before.map { Spread($0.values).mean }, "known breeds", colour: .blue)
                Points(
                    rows.indices.map { $0 + 1 }, rows.map { Spread($0.values).mean }, "never seen", colour: .vermilion)
                Rule(y: 0.5, "a coin")
            },
            "Judges 1 to \(rows.count): " + rows.map(\.name).joined(separator: ", ")
                + "; means over \(counted(rows[0].values.count, "seed"))")
        for row in rows { record("strangers/\(key(row.name))", over: row.values) }
        // #hide
        show(
            Spread(rows[2].values).mean > siamese
                ? "Comparing features without having learned anything does better on strangers than the trained net: the net has learned these breeds, and not how to compare."
                : "The net has learned more than its breeds: on strangers, too, it does better than comparing features without training."
        )
    }
}
