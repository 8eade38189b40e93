// What the pages of sections 5.1 to 5.3 build.

import Chapter05
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `5.1 Names, labels and splits` {
    @Test func `a long list is shortened, a short one is not`() {
        #expect(elided(Array(0..<11)) == "(#11) [0,1,2,3,4,5,6,7,8,9,…]")
        #expect(elided(Array(0..<10)) == "(#10) [0,1,2,3,4,5,6,7,8,9]" && elided([Int]()) == "(#0) []")
    }

    @Test func `unique keeps the first of each`() {
        #expect([3, 1, 3, 2, 1].unique() == [3, 1, 2] && [Int]().unique() == [])
    }

    @Test func `a folder that is not there is an error`() {
        #expect(throws: (any Error).self) { try listed(URL(filePath: "/no/such/folder")) }
    }

    @Test func `the book's example of a regular expression`() {
        #expect(findAll(#/(.+)_\d+.jpg$/#, in: "great_pyrenees_173.jpg") == ["great_pyrenees"])
        #expect(findAll(#/(\d)/#, in: "a1b2") == ["1", "2"] && findAll(#/(\d)/#, in: "none") == [])
    }

    @Test func `numbers of labels are those of the engine's vocabulary`() {
        let labels = ["pug", "Sphynx", "boxer", "pug", "Bengal", "éclair", "Zebra"]
        let (classes, numbers) = labelNumbers(labels)
        #expect(classes == ["Bengal", "Sphynx", "Zebra", "boxer", "pug", "éclair"])
        #expect(classes == Vocabulary(labels).classes)
        for name in classes { #expect(numbers[name] == Vocabulary(labels)[name]) }
    }

    @Test(arguments: [0, 1, 4, 5, 100, 7390])
    func `the split by hand is the engine's`(_ count: Int) throws {
        let (train, valid) = randomSplit(count, seed: 42)
        #expect(valid.count == count / 5 && Set(train + valid) == Set(0..<count) && train.count == count - valid.count)
        guard !train.isEmpty, !valid.isEmpty else { return }
        let engine = try Splitter<Int>.random(seed: 42)(Array(0..<count))
        #expect(engine.train == train && engine.valid == valid)
    }
}

@Suite struct `5.2 Presizing` {
    @Test func `the middle is cut out pixel by pixel`() {
        var random = SplitMix64(seed: 1)
        let photo = speckled(20, 16)
        let middle = allAtOnce(photo, [MiddleCut(side: Size2D(8, 10))], using: &random)
        #expect(middle.size == Size2D(8, 10))
        for (x, y) in [(0, 0), (9, 7), (4, 2)] { #expect(middle[x, y] == photo[x + 5, y + 4]) }
    }

    @Test(arguments: [0.0, 90, 180])
    func `quarter turns leave nothing empty`(_ degrees: Double) {
        var random = SplitMix64(seed: 1)
        #expect(emptyShare(32, [Rotate(degrees...degrees, p: 1)], using: &random) == 0)
    }

    @Test func `a turn by 45 degrees leaves what two crossed squares do not share`() {
        var random = SplitMix64(seed: 1)
        let share = emptyShare(200, [Rotate(45...45, p: 1)], using: &random)
        #expect(abs(share - 0.17157) < 0.005)
    }

    @Test func `without interpolation, one by one is the same as all at once`() {
        let moves: [any BatchTransform] = [Flip(p: 1), Rotate(90...90, p: 1), Flip(p: 1)]
        var (one, two) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
        let photo = speckled(24, 24)
        #expect(allAtOnce(photo, moves, using: &one) == oneByOne(photo, moves, using: &two))
    }

    @Test func `the same chances draw the same part in both ways`() {
        // A soft slope shows where the part is, and blurring does not change it.
        let pixels = (0..<96 * 96).flatMap { (i: Int) -> [UInt8] in
            [UInt8(20 + 2 * (i % 96)), UInt8(20 + 2 * (i / 96)), 128]
        }
        let photo = Photo(height: 96, width: 96, pixels: pixels)
        let moves: [any BatchTransform] = [Zoom(1.5...1.5, p: 1), Flip(), Zoom(1.2...1.2, p: 1)]
        for seed in 1...5 as ClosedRange<UInt64> {
            var (one, two) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
            let (a, b) = (allAtOnce(photo, moves, using: &one), oneByOne(photo, moves, using: &two))
            #expect(zip(a.pixels, b.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 3 })
        }
    }

    @Test func `sharpness is the mean difference of neighbours`() {
        let board = (0..<16).flatMap { i -> [UInt8] in .init(repeating: (i % 4 + i / 4) % 2 == 0 ? 0 : 200, count: 3) }
        #expect(sharpness(Photo(height: 4, width: 4, pixels: board)) == 200)
        #expect(sharpness(Photo(height: 4, width: 4, pixels: .init(repeating: 7, count: 48))) == 0)
    }
}

@Suite struct `5.3 The first training` {
    @Test func `the error rate is the share of wrong answers`() {
        let scores = Tensor([[0.1, 0.9], [0.8, 0.2], [0.4, 0.6], [0.7, 0.3]])
        #expect(errorRate(scores, IntTensor([1, 0, 0, 0])) == 0.25 && errorRate(scores, IntTensor([0, 1, 0, 1])) == 1)
    }
}
