// Records, datasets and streams: sections 21.1, 21.2 and 21.5.

import Chapter21
import Datasets
import Foundation
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `21.1 Records` {
    @Test func `a record has the label, then three planes`() throws {
        #expect(byteInRecord(row: 0, column: 0, colour: 0) == 1 && byteInRecord(row: 31, column: 31, colour: 2) == 3072)
        let record: [UInt8] = (0..<3073).map { (place: Int) in UInt8((place * 7 + place / 256) % 256) }
        let (label, picture) = recordByIndexing(record)
        #expect(label == 0 && picture.shape == [32, 32, 3])
        #expect(picture[5, 16, 1].item == record[1 + 1024 + 176])
        #expect(cifarRecord(label, picture) == record)
    }
}

/// Three items, the third of which cannot be had.
private struct Fragile: Dataset {
    struct Broken: Error {}
    let count = 3
    subscript(index: Int) -> (String, Int) {
        get throws { if index == 2 { throw Broken() } else { ("item \(index)", index) } }
    }
}

private struct Shout: Chapter21.Transform {
    func callAsFunction(_ input: String) throws -> String { input.uppercased() + "!" }
}

@Suite struct `21.2 Datasets` {
    @Test func `items are counted from 0, and others are refused by number`() throws {
        let images = ByteTensor(shape: [3, 1, 1, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])
        let dataset = PictureDataset(TinyPictures(images, [4, 5, 6]))
        #expect(dataset.count == 3)
        let (picture, label) = try dataset[1]
        #expect(picture.scalars == [4, 5, 6] && label == 5)
        for index in [-1, 3] {
            #expect(throws: NoSuchItem(index, of: 3)) { try dataset[index] }
        }
        #expect("\(NoSuchItem(3, of: 3))" == "there is no item 3: this dataset has the items 0 to 2")
        #expect("\(NoSuchItem(0, of: 0))" == "there is no item 0: this dataset is empty")
    }

    @Test func `a transform is applied when an item is asked for, to the sample alone`() throws {
        let loud = Fragile().transformed(by: Shout())
        #expect(loud.count == 3)
        let (sample, label) = try loud[1]
        #expect(sample == "ITEM 1!" && label == 1)
        #expect(throws: Fragile.Broken.self) { try loud[2] }
    }

    @Test func `a stream of crosses is the same from the same seed, and has both kinds`() {
        let crosses = RandomCrosses(seed: 3)
        let some = Array(crosses.prefix(60))
        #expect(zip(some, crosses.prefix(60)).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 })
        #expect(Set(some.map { $0.1 }) == [0, 1])
        for (picture, label) in some {
            // Nine light pixels; the middle of a + has four neighbours that are light, that of a × has none.
            #expect(picture.scalars.count { $0 == 230 } == 9)
            let light = picture.scalars.indices.filter { picture.scalars[$0] == 230 }
            let middle = light[4]
            #expect(picture.scalars[middle + 1] == (label == 0 ? 230 : 40))
            #expect(picture.scalars[middle - 12] == (label == 0 ? 230 : 40))
        }
    }

    @Test func `a chain begins the next stream when the one before has ended`() {
        #expect(Array(ChainDataset([1, 2], [], [3], [])) == [1, 2, 3])
        #expect(Array(ChainDataset<[Int]>()).isEmpty)
        let endless = ChainDataset(AnySequence([7]), AnySequence(sequence(first: 0) { $0 + 1 }))
        #expect(Array(endless.prefix(4)) == [7, 0, 1, 2])
    }
}

@Suite struct `21.5 Parts of datasets` {
    private let letters = ListDataset([("a", 3), ("b", 0), ("c", 3), ("d", 8)])

    @Test func `relabelling keeps the order, and drops what is not in the map`() throws {
        let pair = try relabelledList(letters, [3: 1, 8: 0])
        #expect(pair.items.map(\.0) == ["a", "c", "d"] && pair.items.map(\.1) == [1, 1, 0])
        #expect(throws: NoSuchItem(3, of: 3)) { try pair[3] }
        #expect(throws: Fragile.Broken.self) { try relabelledList(Fragile(), [0: 0]) }
    }

    @Test func `a subset chooses, repeats and reorders`() throws {
        let some = Subset(letters, [3, 0, 0])
        #expect(try (0..<some.count).map { try some[$0].0 } == ["d", "a", "a"])
        #expect(try some[0].1 == 8)
        #expect(throws: NoSuchItem(3, of: 3)) { try some[3] }
        #expect(throws: NoSuchItem(4, of: 4)) { try Subset(letters, [4])[0] }
    }

    @Test func `a sum has the items of its parts, one part after the other`() throws {
        let sum = ConcatDataset(Subset(letters, [1]), Subset(letters, []), Subset(letters, [2, 3]))
        #expect(sum.count == 3)
        #expect(try (0..<sum.count).map { try sum[$0].0 } == ["b", "c", "d"])
        for index in [-1, 3] { #expect(throws: NoSuchItem(index, of: 3)) { try sum[index] } }
    }

    @Test func `normalized pictures are the chain of transforms, alone and in batches`() throws {
        var random = SplitMix64(seed: 5)
        let images = ByteTensor(shape: [6, 2, 2, 3], (0..<72).map { _ in UInt8(random.next() % 256) })
        let pictures = TinyPictures(images, [0, 2, 7, 2, 0, 9])
        let normalize = Normalize(ChannelStatistics(counting: images))
        let pair = NormalizedPictures(pictures, [0: 0, 2: 1], normalize)
        #expect(pair.count == 4 && pair.labels == [0, 1, 1, 0])
        let list = try relabelledList(
            PictureDataset(pictures).transformed(by: ToTensor().then(normalize)), [0: 0, 2: 1])
        for index in 0..<4 {
            expectClose(pair[index].0, try list[index].0)
            #expect(try pair[index].1 == list[index].1)
        }
        let (x, y) = pair.batch([3, 1])
        #expect(x.shape == [2, 3, 2, 2] && y.scalars == [0, 1])
        #expect(x[0].scalars == pair[3].0.scalars && x[1].scalars == pair[1].0.scalars)
        let sizes = DataLoader(pair, batchSize: 3).map { $0.1.count }
        #expect(sizes == [3, 1])
    }
}
