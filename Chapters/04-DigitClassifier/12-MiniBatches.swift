// # SGD and mini-batches
//
// Section 4.12 · After this page you can cut any collection into shuffled batches.

import Datasets
import Figures
import Notebook
import Tensors
import Training

extension DigitClassifier {
    func miniBatches() {
        // How many images should one step look at? All of them: precise, but slow. One: fast, but its gradient says
        // more about that image than about digits. In between is the *mini-batch*, a few dozen or hundred at a time,
        // and the loss of a step is the mean over its items. Larger ones give steadier gradients and fewer steps per
        // *epoch*, as a pass through all data is called. They also keep a processor busy (one product of large matrices
        // is quicker than many of small ones), as long as they fit into its memory.
        //
        // And every epoch should go through the data in a new order. A `DataLoader` does both, for any
        // collection. Here are the numbers 0 to 14, five at a time:
        var random = run.random
        for batch in DataLoader(Array(0..<15), batchSize: 5, shuffledUsing: &random) {
            show(batch.scalars)
        }

        // A dataset for a model holds pairs. Here is one of 26 numbers and letters (`Listing` shows
        // how many there are, and the first ten):
        let letters = Array("abcdefghijklmnopqrstuvwxyz".enumerated()).map { ($0.offset, $0.element) }
        show(Listing(folder: "letters", names: letters.map { "(\($0.0), \($0.1))" }))

        // In batches of 6, numbers become a tensor; letters cannot, and stay a list. Pairs stay
        // together, and the last batch holds the two that are left:
        for (numbers, characters) in DataLoader(letters, batchSize: 6, shuffledUsing: &random) {
            show("\(numbers.scalars)  \(characters.map(String.init).joined(separator: " "))")
        }
    }

    func whyShuffle() throws {
        // Why a new order? Our training set has all threes first. These are its batches of 256, in order and shuffled:
        var random = run.random
        let ordered = try DataLoader(trainSet, batchSize: 256).map { (threes: $0.1.sum().item, count: $0.1.count) }
        let shuffled = try DataLoader(trainSet, batchSize: 256, shuffledUsing: &random).map { $0.1.mean().item }
        let mixed = ordered.indices.filter { ordered[$0].threes > 0 && Int(ordered[$0].threes) < ordered[$0].count }
        show(
            "\(ordered.count) batches, the last with \(ordered.last!.count) images", "in order",
            predict: .count("In order, how many of the \(ordered.count) batches hold both digits?", mixed.count))
        for k in mixed {
            let threes = Int(ordered[k].threes)
            show(
                "\(threes) threes, \(ordered[k].count - threes) sevens", "the mixed batch, number \(k) counting from 0")
        }
        show(
            Chart("In order, almost every batch holds a single digit", x: "batch", y: "share of threes") {
                Line(ordered.map { $0.threes / Float($0.count) }, "in order")
                Points(shuffled.indices, shuffled, "shuffled")
            }, "Threes in every batch of an epoch")

        // A new order in every epoch makes new batches, too, so an image is always in other company. What the batches
        // of one kind and the other teach, the next page finds out.
    }
}
