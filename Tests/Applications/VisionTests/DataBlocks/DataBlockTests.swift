import Foundation
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite struct `Labels in names` {
    private let file = URL(filePath: "/pets/train/dogs/great_pyrenees_173.jpg")

    @Test func `may be the folder's`() {
        #expect(parentFolder(file) == "dogs" && grandparentFolder(file) == "train")
    }

    @Test func `are found by a regular expression`() throws {
        #expect(try label(matching: #/(.+)_\d+\.jpg$/#)(file) == "great_pyrenees")
        #expect(try label(matchingPattern: #"(.+)_\d+\.jpg$"#)(file) == "great_pyrenees")
        #expect(try label(matchingPattern: #"(?<breed>.+)_\d+"#)(file) == "great_pyrenees")
        // The trap: up to the first underscore is not enough.
        #expect(try label(matching: #/^([^_]+)_/#)(file) == "great")
    }

    @Test func `that match nothing name the file`() throws {
        let other = URL(filePath: "/pets/notes.jpg")
        for getY in [label(matching: #/(.+)_\d+\.jpg$/#), try label(matchingPattern: #"(.+)_\d+\.jpg$"#)] {
            let error = #expect(throws: PhotoProblem.self) { try getY(other) }
            #expect(error?.file == "/pets/notes.jpg" && error?.problem.contains("matches nothing") == true)
        }
    }

    @Test(arguments: ["(.+", "a[", "no parenthesis", #"\(not one\)"#, "(?:not one)"])
    func `need a pattern with a parenthesis`(_ pattern: String) {
        #expect(throws: TargetProblem.self) { try label(matchingPattern: pattern) }
    }
}

@Suite struct `Splitting` {
    private let items = Array(100..<110)

    @Test func `at random takes a share, rounded down, and is the same for a seed`() throws {
        let (train, valid) = try Splitter<Int>.random(share: 0.25, seed: 42)(items)
        #expect(train.count == 8 && valid.count == 2 && Set(train + valid) == Set(0..<10))
        #expect(try Splitter<Int>.random(share: 0.25, seed: 42)(items).valid == valid)
        #expect(
            try Splitter<Int>.random(share: 0.5, seed: 1)(items).valid
                != Splitter<Int>.random(share: 0.5, seed: 2)(items).valid)
        // As with the pets of the book.
        let pets = try Splitter<Int>.random(seed: 42)(Array(0..<7390))
        #expect(pets.train.count == 5912 && pets.valid.count == 1478)
    }

    @Test func `may go by place or by a function`() throws {
        #expect(try Splitter<Int>.index([1, 9])(items).train == [0, 2, 3, 4, 5, 6, 7, 8])
        #expect(try Splitter<Int>.function { $0 >= 107 }(items).valid == [7, 8, 9])
    }

    @Test func `may go by folder, and leaves out what is elsewhere`() throws {
        let files = ["train/a/1", "valid/a/2", "test/a/3", "train/b/4"].map { URL(filePath: "/data/\($0).jpg") }
        let (train, valid) = try Splitter<URL>.grandparent()(files)
        #expect(train == [0, 3] && valid == [1])
        #expect(try Splitter<URL>.grandparent(valid: "test")(files).valid == [2])
    }

    @Test func `that leaves nothing, or is no split, is refused`() {
        for splitter in [
            Splitter<Int>.index([]), .index(Array(0..<10)), .index([10]), .random(share: 0.05, seed: 1),
            Splitter { _ in ([0, 1], [1]) },
        ] {
            #expect(throws: SplitProblem.self) { try splitter(items) }
        }
    }
}

@Suite struct `A vocabulary` {
    @Test func `is sorted by codes, capitals first`() throws {
        let words = Vocabulary(["boxer", "Ragdoll", "pug", "Bengal", "boxer"])
        #expect(words.classes == ["Bengal", "Ragdoll", "boxer", "pug"] && words["pug"] == 3 && words["Pug"] == nil)
        #expect(Vocabulary(inOrder: ["b", "a"])?["b"] == 0 && Vocabulary(inOrder: ["b", "b"]) == nil)
    }
}

@Suite struct `A data block` {
    @Test func `makes two sets with labels`() throws {
        let sets = try block().datasets(of: samples(48))
        #expect(sets.train.count == 36 && sets.valid.count == 12)
        #expect(sets.target.vocabulary.classes == ["Amber", "green", "red"])
        #expect(zip(sets.valid.values, sets.valid.labels).allSatisfy { sets.target.vocabulary[$0] == $1 })
        #expect(sets.train.names[0].hasPrefix(sets.train.values[0]))
    }

    @Test func `makes batches that are the same for a seed`() throws {
        func batches() throws -> [[Float]] {
            var random = SplitMix64(seed: 4)
            return try block().loaders(of: samples(48), batchSize: 12, using: &random).train.map { $0.0.scalars }
        }
        let (first, second) = (try batches(), try batches())
        #expect(first.count == 3 && first == second)
    }

    @Test func `reads photos of a folder`() throws {
        try withFolder { folder in
            for number in 1...10 {
                try writeJPEG(smooth(30, 20 + number), to: folder.appending(path: "big_cat_\(number).jpg"))
                try writeJPEG(smooth(20, 30), to: folder.appending(path: "pug_\(number).jpg"))
            }
            let pets = DataBlock(
                target: CategoryBlock(), splitter: .random(seed: 42), getY: label(matching: #/(.+)_\d+\.jpg$/#),
                item: Resize(16))
            var random = SplitMix64(seed: 1)
            let data = try pets.loaders(folder, batchSize: 4, using: &random)
            let (x, y) = try data.oneBatch()
            #expect(x.shape == [4, 3, 16, 16] && y.shape == [4])
            #expect(data.target.vocabulary.classes == ["big_cat", "pug"] && data.datasets.valid.count == 4)
            let grid = try data.showBatch(count: 3)
            #expect(grid.images.count == 3 && grid.titles == (0..<3).map { data.target.value(in: y, at: $0) })
            #expect(try data.showVariants(count: 5).images.count == 5)
        }
    }

    @Test func `can be changed in part`() {
        let other = block().new(splitter: .index([0]), item: Resize(30, .squish), batch: [])
        #expect((other.pipeline.item as? Resize)?.method == .squish && other.pipeline.batch.isEmpty)
        #expect(other.pipeline.normalization == .imageNet && block().pipeline.batch.count == 2)
    }

    @Test func `names the item that has no label`() throws {
        let odd = DataBlock(
            target: CategoryBlock(), items: { _ in [] }, splitter: .index([0]),
            getX: { (name: String) in smooth(8, 8) },
            getY: { (name: String) in
                if name == "c" { throw Lost() }
                return name
            })
        let error = #expect(throws: PhotoProblem.self) { try odd.datasets(of: ["a", "b", "c"]) }
        #expect(error?.file == "c" && error?.problem.hasPrefix("has no label") == true)
    }

    @Test func `refuses a label that was never learned, and labels that are all the same`() throws {
        let words = DataBlock(
            target: CategoryBlock(), items: { _ in [] }, splitter: .index([2]), getX: { (_: String) in smooth(8, 8) },
            getY: { $0 })
        let error = #expect(throws: PhotoProblem.self) { try words.datasets(of: ["a", "b", "c"]) }
        #expect(error?.file == "c" && error?.problem.contains("“c” does not occur in the training set") == true)
        let same = #expect(throws: PhotoProblem.self) { try words.datasets(of: ["a", "a", "a"]) }
        #expect(same?.problem.contains("nothing to tell apart") == true)
    }
}

private struct Lost: Error {}

@Suite struct `The summary of a data block` {
    /// Photos of the sizes in the book, height × width.
    private func photos() -> [Sample] {
        [(500, 375), (375, 500), (333, 500), (375, 500), (90, 60)].enumerated().map { number, size in
            Sample(
                label: "american_bulldog\(number % 2)", photo: smooth(size.1, size.0), number: number)
        }
    }

    private var plan: DataBlock<Sample, CategoryBlock> {
        DataBlock(
            target: CategoryBlock(), items: { _ in [] }, splitter: .index([4]), getX: { $0.photo },
            getY: { $0.label })
    }

    @Test func `ends with the shapes that make no batch`() {
        let summary = plan.summary(of: photos())
        #expect(summary.problem is PhotoProblem)
        #expect(summary.lines.last!.hasPrefix("Error: "))
        #expect(summary.description.contains("open the photo → 375 × 500 pixels (width × height)"))
        #expect(summary.description.contains("as a tensor → [3, 500, 375]"))
        #expect(summary.description.contains("[3, 500, 375], [3, 375, 500], [3, 333, 500], [3, 375, 500]"))
        #expect(summary.description.contains("label → american_bulldog0\n  as the loader has it → 0"))
        #expect(summary.description.contains("cannot be collated"))
    }

    @Test func `goes through to the batch when all is well`() {
        let good = plan.new(item: Resize(64), batch: augmentations(size: 32, minScale: 0.75)).summary(of: photos())
        #expect(good.problem == nil && good.lines.last == "  labels → [4], whole numbers")
        #expect(good.description.contains("Found 5 items\nSplitting by place\n  2 sets of 4 and 1 item"))
        #expect(good.description.contains("one map, one interpolation → [3, 32, 32]"))
        #expect(good.description.contains("photos → [4, 3, 32, 32]"))
    }

    @Test func `has points in pixels`() {
        let point = KeyPoints([Point(65.026449206, 49.35)], in: [96, 128])
        #expect("\(point)" == "column 65.03, row 49.35 of 128 × 96 pixels (width × height)")
        #expect("\(KeyPoints([Point(1, 2), Point(3, 4)], in: [9, 9]))".hasPrefix("2 points, the first at column 1.00,"))
        let block = DataBlock<Sample, PointBlock>(
            target: PointBlock(), items: { _ in [] }, splitter: .index([4]), getX: { $0.photo },
            getY: { KeyPoints([Point(125, 100)], in: Size2D($0.photo.height, $0.photo.width)) },
            item: Resize(64, .squish))
        let text = block.summary(of: photos()).description
        #expect(text.contains("label → column 125.00, row 100.00 of 375 × 500 pixels (width × height)\n"))
        #expect(text.contains("pixels (width × height)\n  in shares of the photo, from -1 to 1 → (-0.33, -0.60)\n"))
    }

    @Test func `says which step fails`() {
        var broken = plan
        broken.getY = { _ in throw Lost() }
        let summary = broken.summary(of: photos())
        #expect(summary.lines.last!.contains("american_bulldog0_0: has no label"))
        let missing = DataBlock(target: CategoryBlock(), splitter: .random(seed: 1), getY: parentFolder)
            .summary(URL(filePath: "/no/such/folder"))
        #expect(missing.lines.last!.contains("there is no such folder"))
    }
}
