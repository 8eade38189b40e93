// # Shuffled batches
//
// Section 21.10 · After this page you can cut a dataset into shuffled batches yourself, and read what a `DataLoader`
// does.

import Figures
import Notebook
import Tensors
import Training

// A batch is made from numbers. Put the numbers of all items into a random order, cut that into pieces of 64, and ask
// the dataset for the items of one piece:

/// The numbers 0 ..< count in random order, in pieces of `size`; the last one has what is left.
public func shuffledBatches(_ count: Int, size: Int, using random: inout some RandomNumberGenerator) -> [[Int]] {
    let order = random.permutation(count)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
}

// (`permutation` is the engine's. It goes through the list from the back and swaps each number with a random one that
// is not behind it. That is the shuffle of Fisher and Yates.)

extension BirdsAndAirplanes {
    func cutIntoBatches() throws {
        // Ten numbers in pieces of four. In the next epoch comes another order:
        var random = run.random
        for _ in 0..<2 { show("\(shuffledBatches(10, size: 4, using: &random))", "an epoch") }
        show(
            FlowChart(
                ["numbers 0 to 9,999", "shuffle", "cut into 64s", "ask the dataset", "stack"],
                title: "A loader only needs a dataset's count, and its items by number", repeating: "stack",
                to: "cut into 64s", label: "next batch"),
            "What a loader does in an epoch")

        // The book's 10,000 pictures in batches of 64:
        let sizes = shuffledBatches(10_000, size: 64, using: &random).map(\.count)
        show(
            sizes.count, "batches",
            ask: "10,000 pictures in batches of 64, with a last one of what is left: how many batches?")
        show(sizes.last!, "pictures in the last one: 10,000 = 156 · 64 + 16")
    }

    func loaderIsTheSame() throws {
        // The engine's `DataLoader` does this. It takes a seed from the generator that it is given, and from then on
        // shuffles with a generator of its own. With the same seed, ours gives the same batches:
        var (random, same) = (run.random, run.random)
        let set = try flatTrain(perClass: 50)
        let loader = DataLoader(set, batchSize: 64, shuffledUsing: &random)
        var ours = SplitMix64(seed: same.next())
        let equal = (0..<2).allSatisfy { _ in
            zip(loader, shuffledBatches(set.count, size: 64, using: &ours)).allSatisfy { batch, places in
                let (x, y) = set.batch(places)
                return batch.0.scalars == x.scalars && batch.1 == y
            }
        }
        show(equal, "two epochs: the loader's batches are ours, number by number")

        // The shapes are those of the book. It gets pictures, and lays each batch flat with `imgs.view(batch_size,
        // -1)`:
        let (x, y) = DataLoader(try trainPictures, batchSize: 64).first!
        record("batch/size", x.shape[0], book: 64, on: pairOrigin)
        show("\(x.shape), \(y.shape)", "a batch of pictures, and its labels")
        show("\(x.flattened(from: 1).shape)", "laid flat")

        // For the trainings that follow, all pictures have been normalized and laid flat once, and are kept as floats.
        // That saves doing it in every epoch:
        let floats = 10_000 * 3072 * 4
        show("\(Double(floats) / 1e6) MB", "memory for 10,000 flat pictures")
    }
}
