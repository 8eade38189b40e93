// Questions 19.6 to 19.14: datasets, loaders and batches.

import Chapter19
import Datasets
import Tensors
import TestSupport
import Testing

extension `19 Questionnaire` {
    /// 19.6 · Which methods does a `Dataset` of your own need?
    ///
    /// Two: one that gives the item of an index, and one that says how many items there are. In Python `__getitem__`
    /// and `__len__`, here a subscript and `count`. Nothing else is asked of it, and no base class is needed.
    ///
    /// - Shown by: `Dataset` in Chapters/19-LearnerFromScratch/02-Dataset.swift
    /// - Shown by: `Squares` in Chapters/19-LearnerFromScratch/02-Dataset.swift
    @Test func `19.6 with a count and a subscript it can be loaded`() throws {
        struct Negatives: Dataset {
            var count: Int { 5 }
            subscript(index: Int) -> (x: Tensor, y: Int) { (Tensor([-Float(index)]), index) }
        }
        var batches: [[Float]] = []
        try DataLoader(Negatives(), batchSize: 2).forEachBatch { _, batch in batches.append(batch.x.scalars) }
        #expect(batches == [[0, -1], [-2, -3], [-4]])
    }

    /// 19.7 · Why is `convert` called when the pictures of Imagenette are opened?
    ///
    /// Because not all of them are RGB: some are grey, with one channel. Pictures in one batch are stacked into a
    /// single tensor, and so all of them must have the same shape, three channels included. `convert("RGB")` makes
    /// three channels of any mode.
    ///
    /// - Shown by: `openAsRGB` in Chapters/19-LearnerFromScratch/01d-OpeningPictures.swift
    /// - Shown by: `collateWhatDiffers` in Chapters/19-LearnerFromScratch/02b-PictureDataset.swift
    @Test(arguments: ["L", "LA", "P", "RGB", "RGBA"])
    func `19.7 every mode gets three channels, and without that a batch fails`(_ mode: String) throws {
        let file = fixture("Others/PNG/pillow-\(mode).png")
        let (opened, converted) = (try openPicture(file), try openAsRGB(file))
        #expect(converted.rank == 3 && converted.shape.last == 3)
        #expect((opened.rank == 2) == mode.hasPrefix("L"))
        #expect(throws: DatasetError.self) { try collate([0, 1], Mixed(sides: [16, 16], isGrey: [true, false])) }
        #expect(try collate([0, 1], Mixed(sides: [16, 16], isGrey: [false, false])).x.shape == [2, 16, 16, 3])
    }

    /// 19.8 · What does `~` do, and how does it help to split training and validation data?
    ///
    /// It turns every entry of a mask around. A mask says of every file whether it lies in the training folder;
    /// `files[mask]` are the training files, and `files[~mask]` all others, the validation files. So every file is in
    /// one of the two lists and none is in both.
    ///
    /// - Shown by: `masksAndTheirInverse` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    @Test func `19.8 the mask and its inverse divide the files`() {
        let files = ["train/a", "val/b", "train/c", "val/d", "val/e"]
        let mask = files.map { $0.hasPrefix("train") }
        #expect(files[mask] == ["train/a", "train/c"] && files[~mask] == ["val/b", "val/d", "val/e"])
        #expect(~(~mask) == mask && (files[mask] + files[~mask]).sorted() == files.sorted())
    }

    /// 19.9 · Does `~` work with `L` and with tensors? With NumPy arrays, Python lists, and data frames?
    ///
    /// With `L`, with boolean tensors, NumPy arrays and data frames (and their columns), yes: all of them have it
    /// defined, element by element. With a plain Python list, no: it is a `TypeError`. In Swift, arrays have no `~`
    /// either until somebody defines it, which takes a line; the engine's masks have `.!`. And of a whole number `~`
    /// turns around the bits: ~1 is −2, and as a truth value that is true, like 1.
    ///
    /// - Shown by: `masksAndTheirInverse` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    @Test func `19.9 of a mask it is the inverse, of a number all its bits`() {
        let mask = Tensor([3, -1, 4]) .> 0
        #expect((.!mask).scalars == [false, true, false] && ~[true, false] == [false, true])
        #expect([0, 1, -1].map { number in ~number } == [-1, -2, 0])
    }

    /// 19.10 · What is `ProcessPoolExecutor`?
    ///
    /// A pool of worker processes, from Python's library `concurrent.futures`. Its `map` calls a function with many
    /// arguments in parallel, and yields the results in the order of the arguments, whichever is ready first. Processes
    /// are used because only one thread of a Python process runs at a time. In Swift threads do, and `inOrder` hands
    /// out their results in order.
    ///
    /// - Shown by: `inOrder` in Chapters/19-LearnerFromScratch/02e-DataLoader.swift
    /// - Shown by: `Workshop` in Chapters/19-LearnerFromScratch/02c-Workshop.swift
    @Test func `19.10 several at once, and the results in order`() throws {
        // Each job waits for the next one to have begun, so two threads must be at work at the same time.
        let begun = Begun(jobs: 6)
        var results: [Int] = []
        try inOrder(6, workers: 3) { job in
            begun.begin(job)
            if job % 2 == 0 { begun.wait(for: job + 1) }
            return 10 * job
        } then: { number, result in
            #expect(result == 10 * number)
            results.append(result)
        }
        #expect(results == [0, 10, 20, 30, 40, 50])
    }

    /// 19.11 · How does `L.range(self.ds)` work?
    ///
    /// `L.range` makes a list of whole numbers, as Python's `range` does. If it gets a collection in place of a number,
    /// it takes the length: 0 up to, and without, `len(ds)`. These are the indices of the dataset, to be shuffled and
    /// cut into batches. In Swift it is `0..<dataset.count`, or `indices` of an array.
    ///
    /// - Shown by: `labelsAreFolders` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    /// - Shown by: `DataLoader` in Chapters/19-LearnerFromScratch/02e-DataLoader.swift
    @Test func `19.11 the indices from 0 up to the length`() throws {
        #expect(Array(["a", "b", "c"].indices) == [0, 1, 2] && Array([Int]().indices) == [])
        var seen: [Int] = []
        try DataLoader(Numbers(count: 7), batchSize: 3, shuffle: true).forEachBatch { _, batch in seen += batch.y }
        #expect(seen.sorted() == Array(0..<7) && seen != Array(0..<7))
    }

    /// 19.12 · What is `__iter__`?
    ///
    /// The method that Python's `for` calls: it returns an iterator, which gives one element after the other. A class
    /// that has it can be looped over. (Written with `yield`, it is a generator, and the function itself is the
    /// iterator.) In Swift it is `makeIterator()` of a `Sequence`, and the iterator's `next()` returns nil at the end.
    ///
    /// - Shown by: `DataLoader` in Chapters/19-LearnerFromScratch/02e-DataLoader.swift
    @Test func `19.12 a loop asks for an iterator, each time for a new one`() {
        final class Countdown: Sequence {
            var iteratorsMade = 0
            func makeIterator() -> AnyIterator<Int> {
                iteratorsMade += 1
                var n = 3
                return AnyIterator {
                    defer { n -= 1 }
                    return n > 0 ? n : nil
                }
            }
        }
        let countdown = Countdown()
        var seen: [Int] = []
        for n in countdown { seen.append(n) }
        for n in countdown { seen.append(n) }
        #expect(seen == [3, 2, 1, 3, 2, 1] && countdown.iteratorsMade == 2)
    }

    /// 19.13 · What is `first`?
    ///
    /// A function that returns the first element of anything that can be iterated over (None, if there is none). It is
    /// how you look at one batch of a loader. In Swift, collections have a property `first`, which is optional; our
    /// loader has a method, because it may fail. Looking begins no epoch: the next one starts with that very batch.
    ///
    /// - Shown by: `DataLoader` in Chapters/19-LearnerFromScratch/02e-DataLoader.swift
    @Test func `19.13 the first batch of the next epoch, as often as you look`() throws {
        let loader = DataLoader(Numbers(count: 20), batchSize: 8, shuffle: true, seed: 13)
        let looked = [try loader.first()?.y, try loader.first()?.y]
        var epoch: [[Int]] = []
        try loader.forEachBatch { _, batch in epoch.append(batch.y) }
        #expect(looked == [epoch[0], epoch[0]] && epoch.map(\.count) == [8, 8, 4])
        #expect(try DataLoader(Numbers(count: 0)).first() == nil && [Int]().first == nil)
    }

    /// 19.14 · What is `permute`, and why is it needed?
    ///
    /// It puts the axes of a tensor in another order, without copying the numbers. Pictures are stored with the
    /// channels last, and so a batch is NHWC: [n, h, w, c]. PyTorch's convolutions, and ours, expect NCHW: `permute(0,
    /// 3, 1, 2)`.
    ///
    /// - Shown by: `PrepareInputs` in Chapters/19-LearnerFromScratch/02i-ChannelsFirst.swift
    @Test func `19.14 axes in another order, and the same numbers`() {
        let x = Tensor.arange(2 * 4 * 5 * 3).reshaped(2, 4, 5, 3)
        let y = x.permuted(0, 3, 1, 2)
        #expect(y.shape == [2, 3, 4, 5] && y[1, 2, 3, 4].item == x[1, 3, 4, 2].item)
        #expect(x.reshaped(2, 3, 4, 5)[1, 2, 3, 4].item == x[1, 3, 4, 2].item)  // the last number is the last one
        #expect(x.reshaped(2, 3, 4, 5)[0, 1, 0, 0].item != y[0, 1, 0, 0].item)  // a new shape is no new order
        let prepared = PrepareInputs(Normalize(mean: Tensor([0, 1, 2]), std: .ones(3)))(x)
        #expect(prepared[0, 0, 0].scalars == [0, 3, 6, 9, 12] && prepared[0, 2].scalars == prepared[0, 0].scalars)
    }
}
