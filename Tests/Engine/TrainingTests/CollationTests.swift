// What a batch looks like for items of every kind, from collections of every kind.

import Tensors
import Testing
import Training

struct `Items of every kind` {
    @Test func `numbers become a tensor of one axis`() {
        #expect(DataLoader([1.5, 2.5] as [Float], batchSize: 2).first?.scalars == [1.5, 2.5])
        #expect(DataLoader([3, 4, 5], batchSize: 2).first?.shape == [2])
        #expect(DataLoader([7, 255] as [UInt8], batchSize: 2).first?.scalars == [7, 255])
    }

    @Test func `truth values become a mask`() {
        #expect(DataLoader([true, false, true], batchSize: 3).first?.trueCount == 2)
    }

    @Test func `strings and characters stay a list`() {
        #expect(DataLoader(["one", "two", "three"], batchSize: 2).map { $0 } == [["one", "two"], ["three"]])
        #expect(DataLoader(Array("abc"), batchSize: 2).first == ["a", "b"])
    }

    @Test func `tensors are stacked`() {
        let rows = [Tensor([1, 2]), Tensor([3, 4]), Tensor([5, 6])]
        let batches = Array(DataLoader(rows, batchSize: 2))
        #expect(batches.map(\.shape) == [[2, 2], [1, 2]])
        #expect(batches[1].scalars == [5, 6])
    }

    @Test func `images of bytes are stacked`() {
        let images = (0..<3).map { ByteTensor(repeating: UInt8($0), shape: [28, 28]) }
        let batch = DataLoader(images, batchSize: 3).first
        #expect(batch?.shape == [3, 28, 28])
        #expect(batch?[2, 0, 0].item == 2)
    }

    @Test func `a custom type needs only an empty conformance`() {
        let words = ["deep", "learning"].map(Word.init)
        #expect(DataLoader(words, batchSize: 2).first?.map(\.text) == ["deep", "learning"])
    }

    @Test func `pairs may be of two kinds`() {
        let pairs = [(Tensor([1, 2]), "a"), (Tensor([3, 4]), "b")]
        let (x, y) = DataLoader(pairs, batchSize: 2).first!
        #expect(x.shape == [2, 2] && y == ["a", "b"])
    }
}

struct `Collections of every kind` {
    @Test func `a slice, whose indices do not start at 0`() {
        let slice = Array(0..<10)[4...]
        #expect(DataLoader(slice, batchSize: 4).map(\.scalars) == [[4, 5, 6, 7], [8, 9]])
    }

    @Test func `a collection whose indices are not integers`() {
        #expect(DataLoader((0..<5).reversed(), batchSize: 3).map(\.scalars) == [[4, 3, 2], [1, 0]])
    }

    @Test func `a lazy collection makes only the items of the batch`() {
        var made: [Int] = []
        let loader = DataLoader(
            (0..<100).lazy.map {
                made.append($0); return $0 * $0
            }, batchSize: 3)
        #expect(loader.first?.scalars == [0, 1, 4])
        #expect(made == [0, 1, 2])
    }
}

struct `Datasets of tensors` {
    private let dataset = TensorDataset(Tensor.arange(20).reshaped(10, 2), IntTensor(Array(0..<10)))

    @Test func `an item is a pair`() {
        #expect(dataset.count == 10)
        #expect(dataset[3].0.scalars == [6, 7] && dataset[3].1.item == 3)
    }

    @Test func `its batches equal those of an array of the same pairs`() {
        var (one, other) = (SplitMix64(seed: 4), SplitMix64(seed: 4))
        let quick = Array(DataLoader(dataset, batchSize: 4, shuffledUsing: &one))
        let slow = Array(DataLoader(Array(dataset), batchSize: 4, shuffledUsing: &other))
        #expect(quick.map(\.0.shape) == [[4, 2], [4, 2], [2, 2]])
        #expect(quick.map(\.0.scalars) == slow.map(\.0.scalars))
        #expect(quick.map(\.1.scalars) == slow.map(\.1.scalars))
    }

    @Test func `a batch is requested at once, not item by item`() {
        let loader = DataLoader(OnlyBatches(), batchSize: 4)
        #expect(loader.map { "\($0.scalars) \($1.scalars)" } == ["[0, 1, 2, 3] [0, 2, 4, 6]", "[4, 5] [8, 10]"])
        #expect(DataLoader(OnlyWholes(), batchSize: 2).first?.scalars == [10, 11])
    }

    @Test func `images of bytes with labels`() {
        let images = ByteTensor(repeating: 9, shape: [5, 28, 28])
        let (x, y) = DataLoader(TensorDataset(images, IntTensor([3, 7, 3, 7, 3])), batchSize: 2).first!
        #expect(x.shape == [2, 28, 28] && y.scalars == [3, 7])
    }

    @Test func `views need not be copied first`() {
        let columns = Tensor([[1, 2, 3], [4, 5, 6]]).transposed()
        let (x, y) = DataLoader(TensorDataset(columns, columns[0..., 0]), batchSize: 2).first!
        #expect(x.scalars == [1, 4, 2, 5] && y.scalars == [1, 2])
    }
}

private struct Word: Collatable { let text: String }

/// Numbers from 10 on that must not be asked for one by one.
private struct OnlyWholes: RandomAccessCollection, BatchSource {
    let startIndex = 0, endIndex = 6
    subscript(index: Int) -> Int { fatalError("asked for item \(index)") }
    func batch(_ places: [Int]) -> IntTensor { IntTensor(places.map { 10 + $0 }) }
}

/// A collection of pairs (n, 2n) that must not be asked for single items.
private struct OnlyBatches: RandomAccessCollection, BatchSource {
    let startIndex = 0, endIndex = 6
    subscript(index: Int) -> (Int, Int) { fatalError("asked for item \(index)") }
    func batch(_ places: [Int]) -> (IntTensor, IntTensor) { (IntTensor(places), IntTensor(places.map { 2 * $0 })) }
}
