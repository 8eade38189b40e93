// Which scenes there are: all that they depend on, but for the size of their pictures.
//
// Each scene has its own random stream, made from the seed, the part (train or valid) and the number of the scene. So
// it does not matter in which order they are painted or on how many threads, the first hundred are the same whether a
// hundred are asked for or a thousand, and a scene shows the same at 32 pixels as at 128.

import Tensors

/// What scenes are for.
public enum ScenePart: Int, Sendable {
    /// The training set.
    case train
    /// For validation.
    case valid
}

/// A row of scenes, of which each can be made without the others.
struct ScenePlan: Sendable {
    let classes: [SceneClass]
    let objects: ClosedRange<Int>
    let part: ScenePart
    let seed: UInt64

    /// How long the sides of a picture may be. On a smaller one, the smallest objects would be a few pixels.
    static let sides = 32...1024

    /// How many objects find a place in a scene.
    static let most = 6

    /// - Throws: `DatasetError` when there are no such scenes.
    init(
        _ classes: [SceneClass], objects: ClosedRange<Int> = 1...1, part: ScenePart = .train, seed: UInt64
    ) throws(DatasetError) {
        guard !classes.isEmpty, Set(classes).count == classes.count else {
            let names = classes.map(\.name).joined(separator: ", ")
            throw DatasetError("scenes of the classes [\(names)]", "expected one class or more, each of them once")
        }
        guard (0...Self.most).contains(objects.lowerBound), objects.upperBound <= Self.most else {
            throw DatasetError("scenes with \(objects) objects", "expected 0 to \(Self.most)")
        }
        (self.classes, self.objects, self.part, self.seed) = (classes, objects, part, seed)
    }

    /// - Parameter aspect: how wide and high its picture is, in lengths of the shorter side.
    func scene(_ number: Int, aspect: Point = [1, 1]) -> GeneratedScene {
        var random = SplitMix64(seed: seed, numbers: [UInt64(part.rawValue), UInt64(number)])
        let hasOne = objects == 1...1
        let count = hasOne ? 1 : random.whole(objects)
        let kinds = (0..<count).map { _ in hasOne ? classes[number % classes.count] : random.pick(classes) }
        return GeneratedScene(kinds, aspect: aspect, using: &random)
    }

    /// - Throws: `DatasetError` when there cannot be so many pictures of this size.
    static func check(count: Int, size: Int) throws(DatasetError) {
        guard count >= 0 else { throw DatasetError("\(count) scenes", "expected 0 or more") }
        guard count <= 10_000_000 else { throw DatasetError("\(count) scenes", "expected 10 million at most") }
        guard sides.contains(size) else {
            throw DatasetError(
                "scenes of \(size) × \(size) pixels",
                "expected sides of \(sides.lowerBound) to \(sides.upperBound) pixels")
        }
    }
}
