// # The plan as a data block
//
// Section 5.1 · After this page you can divide photos at random and yet always in the same way, and have the book's
// data block for the pets.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// What a net is judged by, it must not have seen (section 1.5). The book takes a fifth of the photos for that, at
// random. At random, because files are sorted: the last fifth of the names would be a few breeds of dogs. And always
// the same ones, by a fixed seed: otherwise no two trainings could be compared, and a photo of today's validation set
// might have been learned yesterday. By hand that is a shuffled list of places, cut in two:

/// A share of `count` places, drawn at random, for validation, and the others for training; always the same for a
/// seed. (The book's `RandomSplitter`.)
public func randomSplit(_ count: Int, share: Double = 0.2, seed: UInt64) -> (train: [Int], valid: [Int]) {
    var random = SplitMix64(seed: seed)
    let order = random.permutation(count)
    let held = Int(share * Double(count))  // rounded down
    return (Array(order[held...]), Array(order[..<held]))
}

extension ImageClassification {
    func aFifthOfAll() throws {
        // The book's 7,390 photos:
        let (train, valid) = randomSplit(BookPets.photos, seed: 42)
        record("split/train-of-7390", train.count, book: 5912)
        record(
            "split/valid-of-7390", valid.count, book: 1478,
            ask: "A fifth of 7,390 photos, rounded down: how many are that?")
        show(valid.prefix(5).map(\.description).joined(separator: ", "), "the first of them, by their places")
        show(randomSplit(BookPets.photos, seed: 42) == (train, valid), "the same again with the same seed")
        let common = Set(valid).intersection(randomSplit(BookPets.photos, seed: 43).valid)
        let share = Double(common.count) / Double(valid.count)
        show(
            fixed(share, 4), "share of them that another seed takes as well",
            predict: .share(
                "Two seeds each take a fifth of all photos. Which share of the first fifth is in the second, about?",
                share,
                within: .plusMinus(0.05)))
        let engine = try Splitter<Int>.random(seed: 42)(Array(0..<BookPets.photos))
        show(engine.train == train && engine.valid == valid, "the engine's splitter does the same")

        // What a number as a seed means is a matter of the generator. Python's 42 draws other photos than ours.
    }

    func theBlock() throws {
        // Now everything is there for the *data block* of the book, a plan that says how photos with labels come out of
        // a folder:
        let body = try body
        let pets = DataBlock(
            target: CategoryBlock(try breeds), splitter: .random(seed: 42),
            getY: label(matching: #/(.+)_\d+\.\w+$/#), item: Resize(Size2D(body.presize)),
            batch: augmentations(size: Size2D(body.size), minScale: 0.75))

        // Part by part, beside the book's:
        var table = TextTable(["the book", "here", "says"])
        table.add("blocks=(ImageBlock, CategoryBlock)", "target:", "a photo goes in, a class comes out")
        table.add("get_items=get_image_files", "items:, by itself", "what the items are: the photos of the folder")
        table.add("splitter=RandomSplitter(seed=42)", "splitter:", "which are for training, which for validation")
        table.add("get_y=using_attr(RegexLabeller(…), 'name')", "getY:", "what is on a photo")
        table.add("item_tfms=Resize(460)", "item:", "from photos of any size to squares of one size")
        table.add("batch_tfms=aug_transforms(…)", "batch:", "from those to what the net sees")
        show(table, "The parts of a data block")

        // A plan does nothing until it is applied. Applied to the photos of this run it gives two sets, and still no
        // photo has been decoded:
        let sets = try pets.datasets(of: try photos)
        record("split/train", sets.train.count, book: 5912, differs: try whatIsMissing)
        record("split/valid", sets.valid.count, book: 1478, differs: try whatIsMissing)
        show(
            "\(try self.pets.shortName(URL(filePath: sets.train.names[0]))) shows: \(sets.train.values[0]), "
                + "number \(sets.train.labels[0])",
            "the first for training")

        // The last two parts, `item` and `batch`, are the matter of the next section.
    }
}
