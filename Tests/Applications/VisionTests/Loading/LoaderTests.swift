import Foundation
import Kernels
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

private let pipeline = PhotoPipeline(
    item: Resize(24), batch: augmentations(size: 16, minScale: 0.75), normalization: .imageNet)

/// Photos in memory of different sizes, by number.
private func photos(_ count: Int) -> [Photo] { (0..<count).map { smooth(30 + $0 % 7, 40 - $0 % 5) } }

private func loader(_ count: Int, batchSize: Int = 4, seed: UInt64? = 3) -> DataLoader<(Tensor, IntTensor)> {
    guard let seed else {
        return DataLoader(photos: photos(count), labels: Array(0..<count), pipeline: pipeline, batchSize: batchSize)
    }
    var random = SplitMix64(seed: seed)
    return DataLoader(
        photos: photos(count), labels: Array(0..<count), pipeline: pipeline, batchSize: batchSize,
        shuffledUsing: &random)
}

@Suite struct `Loading photos` {
    @Test func `gives batches of pictures with their labels, each once`() {
        let batches = Array(loader(11))
        #expect(batches.map(\.0.shape) == [[4, 3, 16, 16], [4, 3, 16, 16], [3, 3, 16, 16]])
        let labels = batches.flatMap(\.1.scalars)
        #expect(labels.sorted() == Array(0..<11) && labels != Array(0..<11))
    }

    @Test func `without a generator keeps the order and leaves nothing to chance`() throws {
        let quiet = loader(7, seed: nil)
        let (first, second) = (Array(quiet), Array(quiet))
        #expect(first.flatMap(\.1.scalars) == Array(0..<7))
        #expect(zip(first, second).allSatisfy { $0.0.scalars == $1.0.scalars })
        let pictures = try pipeline.batch(photos(7))
        #expect(first.flatMap(\.0.scalars) == pictures.scalars)
    }

    @Test func `changes each photo anew in every epoch, by its own stream`() {
        // One photo many times: whatever differs is chance.
        var random = SplitMix64(seed: 3)
        let same = DataLoader(
            photos: [Photo](repeating: smooth(40, 40), count: 6), labels: Array(0..<6), pipeline: pipeline,
            batchSize: 3,
            shuffledUsing: &random)
        let pictures = (0..<2).flatMap { _ in same.flatMap { batch in (0..<3).map { batch.0[$0].scalars } } }
        #expect(Set(pictures).count == 12)
    }

    @Test func `does not depend on the size of the batches`() {
        func byLabel(_ batchSize: Int) -> [[Float]] {
            let pairs = loader(12, batchSize: batchSize).flatMap { batch in
                (0..<batch.1.count).map { (batch.1.scalars[$0], batch.0[$0].scalars) }
            }
            return pairs.sorted { $0.0 < $1.0 }.map(\.1)
        }
        #expect(byLabel(1) == byLabel(5) && byLabel(12) == byLabel(5))
    }

    @Test func `can be looked into, and resumed`() {
        let looked = loader(10), other = loader(10)
        let (first, state) = (looked.first!, looked.randomState)
        #expect(first.0.scalars == looked.first!.0.scalars)
        let epoch = looked.map(\.0.scalars)
        #expect(epoch[0] == first.0.scalars && epoch == other.map(\.0.scalars))
        #expect(looked.map(\.0.scalars) != epoch)
        looked.randomState = state
        #expect(looked.map(\.0.scalars) == epoch)
    }

    @Test func `may be left early`() {
        let many = loader(200, batchSize: 2)
        for _ in 0..<30 { for batch in many { #expect(batch.0.shape[0] == 2); break } }
        #expect(Array(many.prefix(3)).count == 3)
    }

    @Test func `moves labels along with their pictures`() {
        let place = Point(33, 21)
        var random = SplitMix64(seed: 3)
        let dots = DataLoader(
            photos: [dotted(60, 50, at: place)], labels: [KeyPoints([place], in: [50, 60])],
            pipeline: PhotoPipeline(
                item: Resize(40), batch: augmentations(size: 32, minScale: 0.8, lighting: 0), padding: .zeros),
            batchSize: 1, shuffledUsing: &random)
        for _ in 0..<10 {
            let (picture, points) = dots.first { _ in true }!
            let (x, y) = (Double(points[0, 0, 0].item + 1) * 16, Double(points[0, 0, 1].item + 1) * 16)
            #expect(distance(middleOfLight(picture[0]), Point(x, y)) < 0.35)
            _ = Array(dots)
        }
    }

    @Test func `of no photos gives no batch`() {
        #expect(Array(loader(0)).isEmpty && loader(0).first == nil)
    }
}

@Suite struct `Photos that cannot be loaded` {
    /// Nine photos in files, of which some are spoiled.
    private func files(in folder: URL, spoiled: Set<Int>) throws -> [URL] {
        try (0..<9).map { i in
            let file = folder.appending(path: "\(i).jpg")
            try writeJPEG(smooth(40, 30), to: file)
            if spoiled.contains(i) { try Data(Data(contentsOf: file).prefix(500)).write(to: file) }
            return file
        }
    }

    @Test func `end the epoch, in order, and are named`() throws {
        try withFolder { folder in
            let files = try files(in: folder, spoiled: [4, 7])
            let loader = DataLoader(photos: files, labels: Array(0..<9), pipeline: pipeline, batchSize: 2)
            for _ in 0..<5 {
                #expect(loader.map(\.1.scalars) == [[0, 1], [2, 3]])
                let problem = try #require(loader.problem as? PhotoProblem)
                #expect(problem.file == files[4].path && problem.problem.contains("ends early"))
            }
            #expect(loader.first != nil && loader.problem == nil)
            let error = #expect(throws: PhotoProblem.self) { try pipeline.batch(files) }
            #expect(error?.file == files[4].path)
        }
    }

    @Test func `end a training, which says why`() throws {
        try withFolder { folder in
            let files = try files(in: folder, spoiled: [8])
            let loader = DataLoader(
                photos: files, labels: files.map { _ in Float(0) }, pipeline: pipeline, batchSize: 4)
            let net = Net()
            let learner = Learner(DataLoaders(loader, loader), net, loss: mseLoss)
            let error = #expect(throws: PhotoProblem.self) { try learner.fit(1, learningRate: 0.1) }
            #expect(error?.file == files[8].path)
        }
    }

    @Test func `differ in size, and nothing brings them to one`() throws {
        let loader = DataLoader(
            photos: [smooth(30, 20), smooth(30, 20), smooth(20, 30), smooth(21, 20)], labels: Array(0..<4),
            pipeline: PhotoPipeline(),
            batchSize: 4)
        #expect(loader.first == nil)
        let problem = try #require(loader.problem as? PhotoProblem)
        #expect(
            problem.problem
                == "pictures of different sizes make no batch: the shapes are [3, 20, 30], [3, 20, 30], [3, 30, 20], [3, 20, 21]"
        )
        #expect(problem.advice?.contains("Resize(20)") == true)
        let equal = DataLoader(
            photos: [smooth(30, 20), numbered(30, 20)], labels: [0, 1], pipeline: PhotoPipeline(), batchSize: 2)
        #expect(
            equal.first?.0.scalars == Tensor.stack([brightness(smooth(30, 20)), brightness(numbered(30, 20))]).scalars)
    }
}

/// The mean of a picture, times a weight.
private final class Net: Module, Layer {
    let weight = Parameter(Tensor([1]))
    func forward(_ x: Tensor) -> Tensor { x.mean(axes: [1, 2, 3]) * weight.value }
}

@Suite(.serialized) struct `Loading photos on several threads` {
    @Test(arguments: [2, 4])
    func `gives the same bits as on one`(_ threads: Int) async throws {
        let (alone, together) = try await (bits(threads: 1), bits(threads: threads))
        #expect(alone.count > 10 && together == alone)
    }

    /// A hash of every batch of two epochs, made in a process of its own: the number of threads is read once.
    private func bits(threads: Int) async throws -> [Substring] {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            try #require(threadCount == threads)
            let sums = try withFolder { folder in try bitsOfTwoEpochs(folder) }
            print(sums.map { String($0, radix: 16) }.joined(separator: " "))
        }
        return String(decoding: result.standardOutputContent, as: UTF8.self).split { $0 == " " || $0.isNewline }
    }

    @Test func `takes no more memory from epoch to epoch`() async throws {
        await #expect(processExitsWith: .success) {
            try withFolder { folder in
                let loader = try fileLoader(folder)
                var peaks: [Int] = []
                for _ in 0..<12 {
                    for batch in loader { precondition(batch.0.shape[1] == 3) }
                    peaks.append(Memory.peak)
                }
                // The first epochs may take more; afterwards a megabyte is what threads and folders take.
                precondition(peaks[11] - peaks[2] < 2 << 20, "\(peaks)")
            }
        }
    }
}

/// Forty photos in files.
private func fileLoader(_ folder: URL) throws -> DataLoader<(Tensor, IntTensor)> {
    let files = try (0..<40).map { i in
        let file = folder.appending(path: "\(i).jpg")
        try writeJPEG(smooth(160 + i, 120), to: file)
        return file
    }
    var random = SplitMix64(seed: 9)
    let large = PhotoPipeline(
        item: RandomResizedCrop(96), batch: augmentations(size: 64, minScale: 0.75), normalization: .imageNet)
    return DataLoader(photos: files, labels: Array(0..<40), pipeline: large, batchSize: 6, shuffledUsing: &random)
}

private func bitsOfTwoEpochs(_ folder: URL) throws -> [UInt64] {
    let loader = try fileLoader(folder)
    return (0..<2).flatMap { _ in
        loader.map { batch in
            batch.0.scalars.reduce(UInt64(batch.1.scalars[0])) { ($0 ^ UInt64($1.bitPattern)) &* 0x100_0000_01B3 }
        }
    }
}
