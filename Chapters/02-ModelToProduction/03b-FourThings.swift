// # Four things
//
// Section 2.3 · After this page you can describe a data set so that everything else follows from it.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// For most data sets, loaders need not be written. Four answers are enough to make them:
//
// 1. What kinds of data are there? Here: photos, and one class for each.
// 2. Which items are there? All photos of the folder.
// 3. What is the label of an item? The name of the folder that it is in.
// 4. Which items are kept back? A fifth of them, by chance, always the same.
//
// The first is about the *independent variable*, what the net gets, and the *dependent variable*, what it is to say.
// They are usually called x and y. A `DataBlock` holds all four answers, and besides what is done with every photo
// (`item`), and with the photos of a batch (`batch`). `firstPlan` is the book's first one:

extension ModelToProduction {
    /// Where a photo is 128 pixels wide in the book.
    var sideOfPhotos: Int { run.size(quick: 32, usual: 128) }

    /// The plan in words of the book: blocks = (ImageBlock, CategoryBlock), get_items = get_image_files,
    /// splitter = RandomSplitter(valid_pct = 0.2, seed = 42), get_y = parent_label, item_tfms = Resize(128).
    var firstPlan: DataBlock<URL, CategoryBlock> {
        get throws {
            let photos = try photos
            return DataBlock(
                target: CategoryBlock(), items: { _ in photos }, splitter: .random(share: 0.2, seed: 42),
                getY: parentFolder, item: Resize(Size2D(sideOfPhotos)))
        }
    }

    func answersOneByOne() throws {
        // (With `photoFiles` for the items it would be the book's to the letter. Here they are those photos that can be
        // read, each once.) Each answer can be tried alone, on a few items, which is the quickest way to find a
        // mistake. Kinds are sorted by their letters; the place in this order is the number of a kind:
        let (plan, folder) = (try firstPlan, try bears.folder)
        let items = try plan.items(folder)
        let split = try plan.splitter(items)
        var table = TextTable(["answer", "tried on this run", "gives"])
        table.add("items", "plan.items(folder).count", "\(items.count)")
        table.add("label", "plan.getY(items[0])", try plan.getY(items[0]))
        table.add("split", "plan.splitter(items)", "\(split.train.count) and \(split.valid.count)")
        let data = try plan.datasets(of: items)
        table.add("kinds", "target.vocabulary.classes", data.target.vocabulary.classes.joined(separator: ", "))
        table.add("number of a label", "target.label(of: …)", "\(try data.target.label(of: plan.getY(items[0])))")
        show(table, "The four answers, one at a time, on \(dataName)")
        show(
            try CategoryBlock(Vocabulary(["teddy", "grizzly", "black"])).label(of: "teddy"), "the number of teddy",
            ask: "The kinds are teddy, grizzly and black. Sorted, and counted from 0: which number has teddy?")
        record(
            "split/photos-to-be-judged-by", split.valid.count, book: 126,
            differs: "fewer photos; the book's number is found out two pages on")
    }

    func aBatchToLookAt() throws {
        // All of it together gives loaders: 64 photos to a batch, as large as there are photos. Before anything is
        // trained, one looks at a batch. (The book's `dls.valid.show_batch(max_n=4, nrows=1)`.)
        var random = run.random
        let data = try firstPlan.loaders(try bears.folder, using: &random)
        let (x, _) = try data.oneBatch()
        show(
            x.shape, "a batch to learn from",
            predict: .shape(
                "\(data.datasets.train.count) photos to learn from, in batches of 64 at most, \(sideOfPhotos) × \(sideOfPhotos) pixels in three colours: which shape has a batch?",
                x.shape))
        show(try data.showBatch(.valid, count: 4, columns: 4), "Four validation photos, from \(dataName)")

        // Why must all photos have one size? A batch is one tensor, a box of numbers, and there is no box whose layers
        // differ in size. Without `Resize` the plan fails, and says so:
        var bare = try firstPlan
        bare.pipeline.item = nil
        do { _ = try bare.loaders(try bears.folder, using: &random).oneBatch() } catch {
            show(try bears.shortText("\(error)"), "without an item transform")
        }

        // A plan is a value. `new` copies it with changes, and the first one stays as it is:
        let other = try firstPlan.new(item: Resize(Size2D(sideOfPhotos), .squish))
        show(
            [try firstPlan, other].map { ($0.pipeline.item as? Resize)?.method == .squish }, "which of both squish")
    }
}
