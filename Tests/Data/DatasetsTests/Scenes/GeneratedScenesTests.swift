import Foundation
import Tensors
import TestSupport
import Testing

@testable import Datasets

/// Scenes that several tests look at.
enum SomeScenes {
    /// One object in each.
    static let single = Result { try GeneratedScenes(count: 200, size: 48) }
    static let crowded = Result { try GeneratedScenes(count: 300, size: 32, objects: 0...4) }
}

/// FNV-1a, a small hash.
func fnv(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

@Suite struct `Generated scenes` {
    @Test func `the classes take turns, so that all are equally frequent`() throws {
        let scenes = try SomeScenes.single.get()
        #expect(scenes.images.shape == [200, 48, 48, 3] && scenes.masks.shape == [200, 48, 48])
        #expect(scenes.labels == (0..<200).map { $0 % 10 })
        #expect(
            scenes.names == ["airplane", "bird", "boat", "car", "cat", "cup", "fish", "house", "mushroom", "tree"])
        let few = try GeneratedScenes(count: 5, size: 32, classes: [.tree, .bird])
        #expect(few.labels == [0, 1, 0, 1, 0] && few.objects[0][0].kind == .tree)
    }

    @Test func `the same seed gives the same bytes, another seed or part others`() throws {
        func bytes(_ part: ScenePart, _ seed: UInt64) throws -> [UInt8] {
            try GeneratedScenes(count: 10, size: 32, part: part, seed: seed).images.scalars
        }
        let first = try bytes(.train, 1)
        #expect(try bytes(.train, 1) == first)
        #expect(try bytes(.train, 2) != first)
        #expect(try bytes(.valid, 1) != first)
    }

    @Test func `a scene does not depend on how many are asked for`() throws {
        let scenes = try SomeScenes.single.get()
        let few = try GeneratedScenes(count: 13, size: 48)
        #expect(few.images.scalars == Array(scenes.images.scalars.prefix(13 * 48 * 48 * 3)))
        #expect(few.objects == Array(scenes.objects.prefix(13)) && few.settings == Array(scenes.settings.prefix(13)))
    }

    @Test func `the bytes are these on every machine`() throws {
        let scenes = try GeneratedScenes(count: 60, size: 32, objects: 0...3, seed: 1)
        #expect(fnv(scenes.images.scalars) == 4_064_978_270_353_891_711)
        #expect(fnv(scenes.masks.scalars) == 13_048_181_824_211_155_040)
    }

    @Test(arguments: [1, 3])
    func `the bytes are the same on any number of threads`(_ threads: Int) async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            print(fnv(try GeneratedScenes(count: 100, size: 32).images.scalars))
        }
        let here = fnv(try GeneratedScenes(count: 100, size: 32).images.scalars)
        #expect(String(decoding: result.standardOutputContent, as: UTF8.self) == "\(here)\n")
    }

    @Test func `a scene shows the same at another size`() throws {
        let (small, large) = (try GeneratedScenes(count: 20, size: 32), try GeneratedScenes(count: 20, size: 64))
        for (a, b) in zip(small.objects, large.objects) {
            for (p, q) in zip(a[0].keyPoints, b[0].keyPoints) {
                #expect(p.name == q.name && abs(2 * p.x - q.x) <= 4 && abs(2 * p.y - q.y) <= 4)
            }
        }
        #expect(small.settings == large.settings)
        let (coarse, fine) = (small.masks.scalars, large.masks.scalars)
        let same = coarse.indices.filter { i in
            let (image, row, column) = (i / 1024, i / 32 % 32, i % 32)
            return coarse[i] == fine[image * 4096 + 2 * row * 64 + 2 * column]
        }
        #expect(Double(same.count) > 0.95 * Double(coarse.count))
    }

    @Test func `a third of the scenes or so are where such objects usually are not`() throws {
        let scenes = try SomeScenes.single.get()
        let unusual = zip(scenes.objects, scenes.settings).filter { !$0[0].kind.settings.contains($1) }
        #expect((40...100).contains(unusual.count))
        #expect(Set(scenes.settings) == Set(SceneSetting.allCases))
    }

    @Test(arguments: [
        (count: -1, size: 64, classes: SceneClass.allCases, objects: 1...1, says: "expected 0 or more"),
        (1, 31, SceneClass.allCases, 1...1, "scenes of 31 × 31 pixels: expected sides of 32 to 1024 pixels"),
        (1, 1025, SceneClass.allCases, 1...1, "32 to 1024"), (1, 64, [], 1...1, "expected one class or more"),
        (1, 64, [.cat, .cat], 1...1, "[cat, cat]"), (1, 64, [.cat], 0...7, "with 0...7 objects: expected 0 to 6"),
        (1, 64, [.cat], -1...1, "expected 0 to 6"),
    ])
    func `what cannot be is refused`(
        _ count: Int, _ size: Int, _ classes: [SceneClass], _ objects: ClosedRange<Int>, _ words: String
    ) {
        let error = #expect(throws: DatasetError.self) {
            try GeneratedScenes(count: count, size: size, classes: classes, objects: objects)
        }
        #expect(error?.description.contains(words) == true)
    }

    @Test func `no scenes are none`() throws {
        let none = try GeneratedScenes(count: 0)
        #expect(none.images.shape == [0, 64, 64, 3] && none.count == 0 && none.labels.isEmpty)
    }
}

@Suite struct `How hard generated scenes are` {
    /// Least squares to ten columns of 0 and 1, by gradient descent: a linear model of all pixels.
    @Test func `a linear model of all pixels is right for fewer than half of them, but not blind`() throws {
        let images = try SceneImages.generated(train: 1500, valid: 500, size: 32)
        let (x, valid) = (pixels(of: images.train), pixels(of: images.valid))
        let wanted = images.train.presence
        var weights = Tensor.zeros(3 * 32 * 32 + 1, 10)
        for _ in 0..<60 {
            let errors = x.matmul(weights) - wanted
            weights = weights - x.transposed().matmul(errors) * (0.3 / Float(images.train.count))
        }
        let found = valid.matmul(weights).argmax(axis: -1).scalars
        let right = zip(found, images.valid.labels).filter { $0 == $1 }.count
        #expect((100..<250).contains(right), "\(right) of 500")
    }

    /// Centred and scaled, with a column of ones [n, 3073].
    private func pixels(of scenes: GeneratedScenes) -> Tensor {
        let x = (Tensor(scenes.images).reshaped(scenes.count, 3072) / 255 - 0.5) * 0.1
        return Tensor.cat([x, Tensor.ones(scenes.count, 1)], axis: 1)
    }
}
